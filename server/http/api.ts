import cors from '@fastify/cors';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { archiveRoutes } from '../routes/archive.ts';
import { areaIndicatorRoutes } from '../routes/area-indicators.ts';
import { areaRoutes } from '../routes/areas.ts';
import { boardRoutes } from '../routes/board.ts';
import { changesRoutes } from '../routes/changes.ts';
import { comparisonRoutes } from '../routes/comparisons.ts';
import type { RouteContext, TypedInstance } from '../routes/context.ts';
import { dataRoutes } from '../routes/data.ts';
import { disparityRoutes } from '../routes/disparities.ts';
import { documentRoutes } from '../routes/documents.ts';
import { feedRoutes } from '../routes/feeds.ts';
import { fingertipsAreaRoutes } from '../routes/fingertips/areas.ts';
import { fingertipsDataRoutes } from '../routes/fingertips/data.ts';
import { fingertipsListRoutes } from '../routes/fingertips/lists.ts';
import { fingertipsMetadataRoutes } from '../routes/fingertips/metadata.ts';
import { healthRoutes } from '../routes/health.ts';
import { homeRoutes } from '../routes/home.ts';
import { indicatorRoutes } from '../routes/indicators.ts';
import { keepReplies } from '../routes/kept-replies.ts';
import { ledgerRoutes } from '../routes/ledger.ts';
import { modellingRoutes } from '../routes/modelling.ts';
import { originRoutes } from '../routes/origins.ts';
import { placeRoutes } from '../routes/place.ts';
import { releaseRoutes } from '../routes/releases.ts';
import { serviceRoutes } from '../routes/services.ts';
import { spcRoutes } from '../routes/spc.ts';
import { uptakeRoutes } from '../routes/uptake.ts';
import type { Measures } from './measures.ts';
import type { RequestLimits } from './request-limits.ts';

const API = '/api/v1';
/** What clients of Fingertips ask, at the address they build themselves. */
const FINGERTIPS = '/fingertips/api';
/** What a script of another site may read of a reply, beside what every browser lets it. */
const EXPOSED = ['age', 'allow', 'content-disposition', 'etag', 'link', 'retry-after', 'warning'];
const PREFLIGHT_SECONDS = 86_400;

const ALL_ROUTES = [
  healthRoutes,
  areaRoutes,
  areaIndicatorRoutes,
  homeRoutes,
  boardRoutes,
  changesRoutes,
  feedRoutes,
  archiveRoutes,
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
  serviceRoutes,
  spcRoutes,
  uptakeRoutes,
];

const FINGERTIPS_ROUTES = [
  fingertipsListRoutes,
  fingertipsAreaRoutes,
  fingertipsMetadataRoutes,
  fingertipsDataRoutes,
];
/** R adds the time to every address, which is no part of the question. */
const withoutTimestamp = (url: string) => url.replace(/[?&]timestamp=\d*$/, '');

interface ApiParts {
  readonly context: RouteContext;
  readonly limits: RequestLimits;
  readonly measures: Measures;
  /** Answers an address there is not. */
  readonly answerNowhere: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
  /** False answers every request anew. */
  readonly isKeeping: boolean;
}

/** The API and the Fingertips API, each under its address, both open to every site. */
export async function registerApi(app: TypedInstance, parts: ApiParts): Promise<void> {
  await registerUnder(app, API, parts, (typed) => {
    for (const routes of ALL_ROUTES) routes(typed, parts.context);
    serveContract(typed);
  });
  await registerUnder(app, FINGERTIPS, parts, (typed) => {
    for (const routes of FINGERTIPS_ROUTES) routes(typed, parts.context);
  });
}

async function registerUnder(
  app: TypedInstance,
  prefix: string,
  { context, limits, measures, answerNowhere, isKeeping }: ApiParts,
  addRoutes: (app: TypedInstance) => void,
): Promise<void> {
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
          releases: context.releases,
          under: `${prefix}/`,
          questionOf: withoutTimestamp,
          charge,
          count: (from) => measures.countReply(from),
        });
      else api.addHook('onRequest', async (request) => charge(request, 'anew'));
      addRoutes(api.withTypeProvider<TypeBoxTypeProvider>());
    },
    { prefix },
  );
}

/** The contract is the same whatever was asked, so it is written once. */
function serveContract(app: TypedInstance): void {
  let contract: string | undefined;
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    contract ??= JSON.stringify(app.swagger());
    return reply.type('application/json; charset=utf-8').serializer(String).send(contract);
  });
}
