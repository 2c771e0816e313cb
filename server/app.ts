/** The app as a function of its parts: no environment, no port. Tests call it and use `app.inject`. */
import { existsSync } from 'node:fs';
import compress from '@fastify/compress';
import etag from '@fastify/etag';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyBaseLogger, type FastifyError, type FastifyReply } from 'fastify';
import type { Kysely } from 'kysely';
import type { ReleaseTables } from '../db/schema.ts';
import type { Config } from './config.ts';
import type { Problem } from './contract/problem.ts';
import { ProblemError, problemOf, problemOfValidation } from './errors.ts';
import { Unavailable } from './judge/release/unavailable.ts';
import { areaIndicatorRoutes } from './routes/area-indicators.ts';
import { areaRoutes } from './routes/areas.ts';
import { boardRoutes } from './routes/board.ts';
import { changesRoutes } from './routes/changes.ts';
import type { TypedInstance } from './routes/context.ts';
import { dataRoutes } from './routes/data.ts';
import { disparityRoutes } from './routes/disparities.ts';
import { documentRoutes } from './routes/documents.ts';
import { healthRoutes } from './routes/health.ts';
import { indicatorRoutes } from './routes/indicators.ts';
import { ledgerRoutes } from './routes/ledger.ts';
import { modellingRoutes } from './routes/modelling.ts';
import { releaseRoutes } from './routes/releases.ts';
import { ReleasesInMemory } from './routes/releases-in-memory.ts';
import { cacheReplies } from './routes/reply-cache.ts';
import { spcRoutes } from './routes/spc.ts';
import { uptakeRoutes } from './routes/uptake.ts';
import { Refused } from './views/refused.ts';

export interface AppParts {
  readonly db: Kysely<ReleaseTables>;
  readonly config: Pick<Config, 'place' | 'requestsPerMinute'>;
  readonly now: () => Date;
  /** Folder of the built web client; without one only the API is served. */
  readonly webFolder?: string;
  readonly logger?: FastifyBaseLogger | boolean;
  /** False answers every request anew, to measure what that costs. */
  readonly keepReplies?: boolean;
}

const API = '/api/v1';

export async function buildApp({
  db,
  config,
  now,
  webFolder,
  logger = false,
  keepReplies = true,
}: AppParts): Promise<TypedInstance> {
  const app = fastify({
    ...(typeof logger === 'boolean' ? { logger } : { loggerInstance: logger }),
    requestTimeout: 30_000,
    connectionTimeout: 30_000,
    keepAliveTimeout: 10_000,
    http: { headersTimeout: 15_000 },
    ajv: { customOptions: { removeAdditional: false, verbose: true } },
    schemaErrorFormatter: (faults) => new ProblemValidation(problemOfValidation(faults)),
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.setErrorHandler(handleError);
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && webFolder !== undefined && !request.url.startsWith('/api/');
    // Every page of the client is one document; the client reads the address.
    if (isPage && !/\.\w+$/.test(request.url.split('?')[0] ?? '')) return reply.sendFile('index.html');
    return sendProblem(reply, problemOf('not-found', `There is nothing at ${request.url.split('?')[0]}.`));
  });

  const releases = new ReleasesInMemory(db, now);
  // Before compression and ETags, so that both apply to a reply from memory as to a new one.
  if (keepReplies) cacheReplies(app as never, releases, API);
  await app.register(helmet, {
    contentSecurityPolicy: { directives: POLICY },
    strictTransportSecurity: false,
  });
  await app.register(rateLimit, {
    max: config.requestsPerMinute,
    errorResponseBuilder: (_request, { after }) =>
      new ProblemError('too-many-requests', `Too many requests from this address; try again in ${after}.`),
  });
  await app.register(underPressure, { maxEventLoopDelay: 2000, pressureHandler: refuseUnderPressure });
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] });
  await app.register(etag);
  await app.register(swagger, { openapi: { info: INFORMATION } });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });

  const context = { db, releases, place: config.place };
  await app.register(
    async (api) => {
      const typed = api.withTypeProvider<TypeBoxTypeProvider>();
      for (const routes of [
        healthRoutes,
        areaRoutes,
        areaIndicatorRoutes,
        boardRoutes,
        changesRoutes,
        indicatorRoutes,
        disparityRoutes,
        ledgerRoutes,
        releaseRoutes,
        dataRoutes,
        modellingRoutes,
        documentRoutes,
        spcRoutes,
        uptakeRoutes,
      ])
        routes(typed, context);
      typed.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
    },
    { prefix: API },
  );
  if (webFolder !== undefined && existsSync(webFolder)) {
    await app.register(fastifyStatic, {
      root: webFolder,
      wildcard: false,
      // The build leaves its best compression beside each file.
      preCompressed: true,
      setHeaders: (response, path) => {
        const hashed = path.includes('/assets/');
        response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  return app;
}

const POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  workerSrc: ["'self'", 'blob:'],
  connectSrc: ["'self'"],
  upgradeInsecureRequests: null,
};

const INFORMATION = {
  title: 'Population-health inequalities',
  version: '1',
  description:
    'Aggregated indicators per area and population group, with intervals and verdicts. Every reply names the release it was answered from and echoes its query; ?release=N answers as reported then.',
};

class ProblemValidation extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The one place where an error becomes a reply: what is not understood is logged, and says nothing of the inside. */
function handleError(error: FastifyError | Error, request: { log: FastifyBaseLogger }, reply: FastifyReply) {
  if (error instanceof ProblemError || error instanceof ProblemValidation)
    return sendProblem(reply, error.problem);
  if (error instanceof Unavailable) {
    const { field, allowed } = error;
    return sendProblem(reply, problemOf('not-available', error.message, { field, allowed: [...allowed] }));
  }
  if (error instanceof Refused) return sendProblem(reply, problemOf('not-available', error.message));
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status !== undefined && status >= 400 && status < 500) {
    return sendProblem(reply, { ...problemOf('invalid-query', error.message), status });
  }
  request.log.error(error);
  if (isDatabaseAway(error)) {
    return sendProblem(
      reply,
      problemOf('unavailable', 'The database does not answer; try again in a minute.'),
    );
  }
  return sendProblem(reply, problemOf('internal', 'The fault is ours; it has been logged.'));
}

function isDatabaseAway(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|57P0|08)/.test(code) ||
    /timeout exceeded|Connection terminated/.test(error.message)
  );
}

function sendProblem(reply: FastifyReply, problem: Problem) {
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(problem);
}

function refuseUnderPressure(_request: unknown, reply: FastifyReply) {
  sendProblem(reply, problemOf('unavailable', 'The server is busy; try again in a few seconds.'));
}
