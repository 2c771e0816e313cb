/** The app as a function of its parts: no environment, no port. Tests call it and use `app.inject`. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import underPressure from '@fastify/under-pressure';
import fastify, { LogController } from 'fastify';
import type { Kysely } from 'kysely';
import type { ReleaseTables } from '../db/schema.ts';
import type { Config } from './config.ts';
import type { RenderPage } from './contract/rendered-page.ts';
import { ProblemError, problemOf, problemOfValidation } from './errors.ts';
import { registerApi } from './http/api.ts';
import { describeRoutes, registerDocumentation } from './http/api-documentation.ts';
import { basePathOf, withoutBase } from './http/base-path.ts';
import { answerFault, ProblemValidation, sendProblem } from './http/faults.ts';
import { KnownAddresses } from './http/known-addresses.ts';
import { type LogSettings, logRequests } from './http/log.ts';
import { Measures } from './http/measures.ts';
import { answeringNowhere } from './http/nowhere.ts';
import { RequestLimits } from './http/request-limits.ts';
import { type SecurityHeaders, securityHeaders, setOnEveryReply } from './http/security-headers.ts';
import { answerUnreadable, answerUnusual } from './http/unreadable.ts';
import { wellKnownRoutes } from './http/well-known.ts';
import { sendingEmpty } from './pages/empty-document.ts';
import { PageDocument } from './pages/page-document.ts';
import { drawingPages, registerPages } from './pages/pages.ts';
import type { TypedInstance } from './routes/context.ts';
import { ReleasesInMemory } from './routes/releases-in-memory.ts';

export interface AppParts {
  readonly db: Kysely<ReleaseTables>;
  readonly config: Pick<Config, 'place' | 'requestsPerMinute'> &
    Partial<Pick<Config, 'trustedProxies' | 'hstsSeconds' | 'publicUrl' | 'contact' | 'metrics'>>;
  readonly now: () => Date;
  /** Folder of the built web client; without one only the API is served. */
  readonly webFolder?: string;
  /** Draws a page as HTML; without it browsers draw them all. */
  readonly render?: RenderPage;
  /** What the log writes and where (`log.ts`); none without it. */
  readonly logger?: LogSettings;
  /** False answers every request anew, to measure what that costs. */
  readonly keepReplies?: boolean;
}

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
  render,
  logger,
  keepReplies: isKeeping = true,
}: AppParts): Promise<TypedInstance> {
  const base = basePathOf(config.publicUrl);
  const headers = securityHeaders(config.hstsSeconds);
  const app = listening({ base, headers, logger, trustedProxies: config.trustedProxies });
  app.decorate('basePath', base);
  app.decorate('publicUrl', config.publicUrl?.replace(/\/$/, '') ?? '');
  logRequests(app as never);

  const addresses = new KnownAddresses();
  addresses.learn(app as never);
  const limits = new RequestLimits(config.requestsPerMinute);
  const releases = new ReleasesInMemory(db, now);
  const measures = new Measures(releases);

  const origin = config.publicUrl === undefined ? '' : new URL(config.publicUrl).origin;
  const document =
    webFolder !== undefined && existsSync(webFolder)
      ? new PageDocument(webFolder, { base, origin })
      : undefined;
  const pages = document && render && { document, render };
  const answerNowhere = answeringNowhere({
    addresses,
    limits,
    sendPage: pages ? drawingPages(pages) : document && sendingEmpty(document.empty),
  });
  app.setErrorHandler(answerFault);
  app.setNotFoundHandler(answerNowhere as never);

  setOnEveryReply(app as never, headers);
  answerUnusual(app as never, headers);
  requireHost(app);
  await refuseUnderPressure(app);
  measures.watch(app as never, config.metrics ?? true);
  await describeRoutes(app, config.publicUrl);
  const context = { db, releases, place: config.place };
  await registerApi(app, { context, limits, measures, answerNowhere, isKeeping });
  await registerDocumentation(app, base);
  if (pages !== undefined)
    await registerPages(app as never, { ...pages, releases, limits, measures, isKeeping });
  wellKnownRoutes(app as never, config);
  app.get(MALFORMED, { schema: { hide: true } }, async (request) => {
    await limits.charge(request, 'not-found');
    throw new ProblemError('unreadable-request', 'The address holds a "%" that stands for no character.');
  });
  if (webFolder !== undefined && document !== undefined) await serveFiles(app, webFolder);
  return app;
}

interface Listening {
  /** The path the site lies below; empty where it lies below none. */
  readonly base: string;
  readonly headers: SecurityHeaders;
  readonly logger: LogSettings | undefined;
  readonly trustedProxies: Config['trustedProxies'];
}

function listening({ base, headers, logger, trustedProxies }: Listening): TypedInstance {
  return fastify({
    clientErrorHandler: answerUnreadable(headers),
    logger: logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: trusted(trustedProxies),
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
}

/** So many proxies in a row are believed, the nearest first; or those at these addresses. */
const trusted = (proxies: Config['trustedProxies']) =>
  typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : (proxies ?? false);

function requireHost(app: TypedInstance): void {
  app.addHook('onRequest', async ({ headers: { host }, raw }) => {
    if (host === undefined && raw.httpVersion === '1.1')
      throw new ProblemError('unreadable-request', 'The request names no host (header "Host").');
  });
}

async function refuseUnderPressure(app: TypedInstance): Promise<void> {
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
}

/** The files of the built web client. */
async function serveFiles(app: TypedInstance, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    // What lies beside a file is the same file, and no address of its own.
    globIgnore: ['**/*.br', '**/*.gz', '.vite/**', 'index.html'],
    // The build leaves its best compression beside each file.
    preCompressed: true,
    setHeaders: (response) => response.header('cache-control', 'public, max-age=31536000, immutable'),
  });
}
