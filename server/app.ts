/** The app as a function of its parts: no environment, no port. Tests call it and use `app.inject`. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyRequest, LogController } from 'fastify';
import type { Kysely } from 'kysely';
import type { ReleaseTables } from '../db/schema.ts';
import type { Config } from './config.ts';
import { ProblemError, problemOf, problemOfValidation } from './errors.ts';
import { basePathOf, PageDocument, withoutBase } from './http/base-path.ts';
import { nameMediaTypes } from './http/described-replies.ts';
import { answerFault, ProblemValidation, sendProblem } from './http/faults.ts';
import { KnownAddresses } from './http/known-addresses.ts';
import { type LogSettings, logRequests } from './http/log.ts';
import { Measures } from './http/measures.ts';
import { answeringNowhere } from './http/nowhere.ts';
import { RequestLimits } from './http/request-limits.ts';
import { securityHeaders, setOnEveryReply } from './http/security-headers.ts';
import { answerUnreadable, answerUnusual } from './http/unreadable.ts';
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
import { originRoutes } from './routes/origins.ts';
import { placeRoutes } from './routes/place.ts';
import { releaseRoutes } from './routes/releases.ts';
import { ReleasesInMemory } from './routes/releases-in-memory.ts';
import { spcRoutes } from './routes/spc.ts';
import { uptakeRoutes } from './routes/uptake.ts';

export interface AppParts {
  readonly db: Kysely<ReleaseTables>;
  readonly config: Pick<Config, 'place' | 'requestsPerMinute'> &
    Partial<Pick<Config, 'trustedProxies' | 'hstsSeconds' | 'publicUrl' | 'contact' | 'metrics'>>;
  readonly now: () => Date;
  /** Folder of the built web client; without one only the API is served. */
  readonly webFolder?: string;
  /** What the log writes and where (`log.ts`); none without it. */
  readonly logger?: LogSettings;
  /** False answers every request anew, to measure what that costs. */
  readonly keepReplies?: boolean;
}

const API = '/api/v1';
/** What a script of another site may read of a reply, beside what every browser lets it. */
const EXPOSED = ['age', 'allow', 'content-disposition', 'etag', 'link', 'retry-after', 'warning'];
const PREFLIGHT_SECONDS = 86_400;
/** Where addresses are sent that cannot be read. */
const MALFORMED = '/malformed-address';

/** What a start takes of the processor is no sign of too many readers: the first of them are not refused for it. */
const STARTING_MS = 10_000;

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
  const base = basePathOf(config.publicUrl);
  const headers = securityHeaders(config.hstsSeconds);
  const app = fastify({
    clientErrorHandler: answerUnreadable(headers),
    logger: logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: trusted(config.trustedProxies),
    requestTimeout: 30_000,
    connectionTimeout: 30_000,
    keepAliveTimeout: 10_000,
    // A request without a host is refused in our words.
    http: { headersTimeout: 15_000, requireHostHeader: false },
    ajv: { customOptions: { removeAdditional: false, verbose: true } },
    schemaErrorFormatter: (faults) => new ProblemValidation(problemOfValidation(faults)),
    // An address that is none, or a name that is far too long, goes the way of all others, past every hook that sets a header.
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? withoutBase(url, base) : MALFORMED),
    routerOptions: { maxParamLength: 20_000 },
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.decorate('basePath', base);
  logRequests(app as never);

  const addresses = new KnownAddresses();
  addresses.learn(app as never);
  const limits = new RequestLimits(config.requestsPerMinute);
  const releases = new ReleasesInMemory(db, now);
  const measures = new Measures(releases);

  const page =
    webFolder !== undefined && existsSync(webFolder) ? new PageDocument(webFolder, base) : undefined;
  const answerNowhere = answeringNowhere({
    addresses,
    limits,
    sendPage: page && ((request, reply) => page.send(request, reply)),
  });
  app.setErrorHandler(answerFault);
  app.setNotFoundHandler(answerNowhere as never);

  setOnEveryReply(app as never, headers);
  answerUnusual(app as never, headers);
  app.addHook('onRequest', async ({ headers: { host }, raw }) => {
    if (host === undefined && raw.httpVersion === '1.1')
      throw new ProblemError('unreadable-request', 'The request names no host (header "Host").');
  });
  const begun = performance.now();
  await app.register(underPressure, {
    maxEventLoopDelay: 2000,
    pressureHandler: (request, reply) => {
      if (performance.now() - begun < STARTING_MS) return;
      sendProblem(
        request,
        reply,
        problemOf('unavailable', 'The server is busy; try again in a few seconds.'),
      );
    },
  });
  measures.watch(app as never, config.metrics ?? true);
  const servers = config.publicUrl === undefined ? {} : { servers: [{ url: config.publicUrl }] };
  await app.register(swagger, {
    // As JSON Schema has it, which every checker reads.
    openapi: { openapi: '3.1.0', info: INFORMATION, ...servers },
    transformObject: (found) =>
      nameMediaTypes('openapiObject' in found ? found.openapiObject : found.swaggerObject),
  });

  const context = { db, releases, place: config.place };
  await app.register(
    async (api) => {
      // What a browser does not ask for another site's sake is no preflight.
      api.addHook('onRequest', async (request, reply) => {
        if (request.method === 'OPTIONS' && request.headers['access-control-request-method'] === undefined)
          return answerNowhere(request, reply);
      });
      await api.register(cors, {
        origin: '*',
        methods: ['GET', 'HEAD'],
        exposedHeaders: EXPOSED,
        maxAge: PREFLIGHT_SECONDS,
        strictPreflight: false,
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
        originRoutes,
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
    docs.addHook('onSend', async (_request, reply, payload) => {
      const location = reply.getHeader('location');
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache');
      if (typeof location === 'string' && location.startsWith('/')) reply.header('location', base + location);
      return payload;
    });
    await docs.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
    await docs.register(swaggerUi, {
      routePrefix: '/docs',
      indexPrefix: base,
      staticCSP: true,
      // Ours, which asks nobody else and works over plain http on a machine of one's own.
      transformStaticCSP: (policy) =>
        policy.replace(/upgrade-insecure-requests;?/, '').replace(/ validator\.swagger\.io/, ''),
    });
  });
  wellKnownRoutes(app as never, config);
  app.get(MALFORMED, { schema: { hide: true } }, async (request) => {
    await limits.charge(request, 'not-found');
    throw new ProblemError('unreadable-request', 'The address holds a "%" that stands for no character.');
  });
  if (webFolder !== undefined && page !== undefined) {
    await app.register(fastifyStatic, {
      root: webFolder,
      wildcard: false,
      // What lies beside a file is the same file, and no address of its own.
      globIgnore: ['**/*.br', '**/*.gz', '.vite/**', 'index.html'],
      // The build leaves its best compression beside each file.
      preCompressed: true,
      setHeaders: (response) => response.header('cache-control', 'public, max-age=31536000, immutable'),
    });
  }
  return app;
}

/** So many proxies in a row are believed, the nearest first; or those at these addresses. */
const trusted = (proxies: Config['trustedProxies']) =>
  typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : (proxies ?? false);

const INFORMATION = {
  title: 'Population-health inequalities',
  version: '1',
  description:
    'Aggregated indicators per area and population group, with intervals and verdicts. Every reply names the release it was answered from and echoes its query; ?release=N answers as reported then.',
};
