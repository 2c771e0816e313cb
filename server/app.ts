/** The app as a function of its parts: no environment, no port. Tests call it and use `app.inject`. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Kysely } from 'kysely';
import type { ReleaseTables } from '../db/schema.ts';
import type { Config } from './config.ts';
import { ProblemError, problemOf, problemOfValidation } from './errors.ts';
import { answerFault, ProblemValidation, sendProblem } from './http/faults.ts';
import { KnownAddresses } from './http/known-addresses.ts';
import { type LogSettings, logRequests } from './http/log.ts';
import { Measures } from './http/measures.ts';
import { RequestLimits } from './http/request-limits.ts';
import { wellKnownRoutes } from './http/well-known.ts';
import { areaIndicatorRoutes } from './routes/area-indicators.ts';
import { areaRoutes } from './routes/areas.ts';
import { boardRoutes } from './routes/board.ts';
import { changesRoutes } from './routes/changes.ts';
import { comparisonRoutes } from './routes/comparisons.ts';
import type { TypedInstance } from './routes/context.ts';
import { dataRoutes } from './routes/data.ts';
import { disparityRoutes } from './routes/disparities.ts';
import { documentRoutes } from './routes/documents.ts';
import { healthRoutes } from './routes/health.ts';
import { indicatorRoutes } from './routes/indicators.ts';
import { keepReplies } from './routes/kept-replies.ts';
import { ledgerRoutes } from './routes/ledger.ts';
import { modellingRoutes } from './routes/modelling.ts';
import { placeRoutes } from './routes/place.ts';
import { releaseRoutes } from './routes/releases.ts';
import { ReleasesInMemory } from './routes/releases-in-memory.ts';
import { spcRoutes } from './routes/spc.ts';
import { uptakeRoutes } from './routes/uptake.ts';

export interface AppParts {
  readonly db: Kysely<ReleaseTables>;
  readonly config: Pick<Config, 'place' | 'requestsPerMinute'> &
    Partial<Pick<Config, 'trustedProxies' | 'hstsSeconds' | 'publicUrl' | 'contact'>>;
  readonly now: () => Date;
  /** Folder of the built web client; without one only the API is served. */
  readonly webFolder?: string;
  /** What the log writes and where (`log.ts`); none without it. */
  readonly logger?: LogSettings;
  /** False answers every request anew, to measure what that costs. */
  readonly keepReplies?: boolean;
}

const API = '/api/v1';
/** Where addresses are sent that cannot be read. */
const MALFORMED = '/malformed-address';

function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

export async function buildApp({
  db,
  config,
  now,
  webFolder,
  logger,
  keepReplies: isKeeping = true,
}: AppParts): Promise<TypedInstance> {
  const app = fastify({
    logger: logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: trusted(config.trustedProxies),
    requestTimeout: 30_000,
    connectionTimeout: 30_000,
    keepAliveTimeout: 10_000,
    http: { headersTimeout: 15_000 },
    ajv: { customOptions: { removeAdditional: false, verbose: true } },
    schemaErrorFormatter: (faults) => new ProblemValidation(problemOfValidation(faults)),
    // An address that is none, or a name that is far too long, goes the way of all others, past every hook that sets a header.
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : MALFORMED),
    routerOptions: { maxParamLength: 20_000 },
  }).withTypeProvider<TypeBoxTypeProvider>();
  logRequests(app as never);

  const addresses = new KnownAddresses();
  addresses.learn(app as never);
  const limits = new RequestLimits(config.requestsPerMinute);
  const releases = new ReleasesInMemory(db, now);
  const measures = new Measures(releases);

  const answerNowhere = async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '';
    if (!addresses.isPage(path)) await limits.charge(request, 'not-found');
    if (request.method !== 'GET' && request.method !== 'HEAD' && addresses.canBeRead(path)) {
      reply.header('allow', 'GET, HEAD, OPTIONS');
      const detail = `${path} can be read, and nothing else: use GET.`;
      return sendProblem(request, reply, problemOf('method-not-allowed', detail));
    }
    const isRead =
      ['GET', 'HEAD'].includes(request.method) && webFolder !== undefined && !/^\/(api|assets)\//.test(path);
    // Every page of the client is one document; the client reads the address, and says so where there is no such page.
    if (isRead && !/\.\w+$/.test(path))
      return reply.code(addresses.isPage(path) ? 200 : 404).sendFile('index.html');
    return sendProblem(request, reply, problemOf('not-found', `There is nothing at ${path}.`));
  };
  app.setErrorHandler(answerFault);
  app.setNotFoundHandler(answerNowhere as never);

  await app.register(helmet, {
    contentSecurityPolicy: { directives: POLICY },
    strictTransportSecurity: config.hstsSeconds ? { maxAge: config.hstsSeconds } : false,
  });
  await app.register(underPressure, {
    maxEventLoopDelay: 2000,
    pressureHandler: (request, reply) => {
      sendProblem(
        request,
        reply,
        problemOf('unavailable', 'The server is busy; try again in a few seconds.'),
      );
    },
  });
  measures.watch(app as never);
  const servers = config.publicUrl === undefined ? {} : { servers: [{ url: config.publicUrl }] };
  await app.register(swagger, { openapi: { info: INFORMATION, ...servers } });

  const context = { db, releases, place: config.place };
  await app.register(
    async (api) => {
      await api.register(cors, {
        origin: '*',
        methods: ['GET', 'HEAD'],
        exposedHeaders: ['etag', 'age', 'warning'],
      });
      api.addHook('onRequest', async (_request, reply) => {
        reply.header('cross-origin-resource-policy', 'cross-origin');
      });
      api.setNotFoundHandler(answerNowhere as never);
      const charge = (request: FastifyRequest, from: 'memory' | 'anew') => limits.charge(request, from);
      // Before a reply is looked for in memory: whatever sets headers stands above.
      if (isKeeping)
        keepReplies(api as never, {
          releases,
          under: API,
          charge,
          count: (from) => measures.countReply(from),
        });
      else api.addHook('onRequest', async (request) => charge(request, 'anew'));
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
        placeRoutes,
        releaseRoutes,
        dataRoutes,
        modellingRoutes,
        comparisonRoutes,
        documentRoutes,
        spcRoutes,
        uptakeRoutes,
      ])
        routes(typed, context);
      // The contract is the same whatever was asked, so it is written once.
      let contract: string | undefined;
      typed.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
        contract ??= JSON.stringify(app.swagger());
        return reply.type('application/json; charset=utf-8').serializer(String).send(contract);
      });
    },
    { prefix: API },
  );
  await app.register(async (docs) => {
    await docs.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
    await docs.register(swaggerUi, {
      routePrefix: '/docs',
      staticCSP: true,
      // Ours, which asks nobody else and works over plain http on a machine of one's own.
      transformStaticCSP: (policy) =>
        policy.replace(/upgrade-insecure-requests;?/, '').replace(/ validator\.swagger\.io/, ''),
    });
  });
  wellKnownRoutes(app as never, config);
  app.get(MALFORMED, { schema: { hide: true } }, async (request) => {
    await limits.charge(request, 'not-found');
    throw new ProblemError('invalid-query', 'The address holds a "%" that stands for no character.');
  });
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

/** So many proxies in a row are believed, the nearest first; or those at these addresses. */
const trusted = (proxies: Config['trustedProxies']) =>
  typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : (proxies ?? false);

const POLICY = {
  baseUri: ["'self'"],
  defaultSrc: ["'self'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
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
