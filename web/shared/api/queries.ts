import { type DefaultOptions, QueryClient, type QueryKey, queryOptions } from '@tanstack/react-query';
import type { AgesAndSexesQuery, AgesAndSexesReply } from '../../../server/contract/ages-and-sexes.ts';
import type { AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import type { BoardQuery, BoardReply } from '../../../server/contract/board-reply.ts';
import type { BoroughsReply } from '../../../server/contract/boroughs-reply.ts';
import type { ChangesQuery, ChangesReply } from '../../../server/contract/changes-reply.ts';
import type { ComparisonsQuery, ComparisonsReply } from '../../../server/contract/comparison-replies.ts';
import type { DataReply } from '../../../server/contract/data-reply.ts';
import type { AreaType, DocumentKind } from '../../../server/contract/dimensions.ts';
import type {
  DisparitiesQuery,
  DisparityOverviewQuery,
  GapsQuery,
  GapTrendQuery,
} from '../../../server/contract/disparity-queries.ts';
import type { DisparitiesReply, GapTrendReply } from '../../../server/contract/disparity-replies.ts';
import type { DocumentReply } from '../../../server/contract/documents/schemas.ts';
import type { DisparityOverviewReply, GapsReply } from '../../../server/contract/gap-replies.ts';
import type { HomeReply } from '../../../server/contract/home-reply.ts';
import type { LedgerReply } from '../../../server/contract/ledger-reply.ts';
import type { ModellingReply } from '../../../server/contract/modelling-reply.ts';
import type { AreasOverTimeReply, GroupsOverTimeReply } from '../../../server/contract/over-time-replies.ts';
import { paths } from '../../../server/contract/paths.ts';
import type { PlaceReply } from '../../../server/contract/place-reply.ts';
import type {
  BoroughsQuery,
  IndicatorAreasQuery,
  ReleaseQuery,
  TrendQuery,
} from '../../../server/contract/queries.ts';
import type { ReleasesReply } from '../../../server/contract/release-replies.ts';
import type {
  AreasReply,
  BoundariesReply,
  IndicatorAreasReply,
  IndicatorReply,
  IndicatorsReply,
  TrendReply,
} from '../../../server/contract/replies.ts';
import type { ServiceFiguresQuery, ServiceFiguresReply } from '../../../server/contract/service-replies.ts';
import type { SpcReply } from '../../../server/contract/spc-reply.ts';
import type {
  AreasOverTimeQuery,
  GroupsOverTimeQuery,
  MilestonesQuery,
  ReachQuery,
} from '../../../server/contract/uptake-queries.ts';
import type { MilestonesReply, ReachReply } from '../../../server/contract/uptake-replies.ts';
import { type Ask, getReply, isRefusal, worthAnotherTry } from './client.ts';
import { nearestAnswer } from './nearest-answer.ts';

const MINUTE = 60_000;

declare module '@tanstack/react-query' {
  interface Register {
    /** How questions are asked; over the network where it is left out. */
    queryMeta: { readonly ask?: Ask };
  }
}

/** @param own what differs where pages are drawn on the server. */
export const newQueryClient = (own: NonNullable<DefaultOptions['queries']> = {}) =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5 * MINUTE,
        gcTime: 60 * MINUTE,
        retry: worthAnotherTry,
        retryDelay: 800,
        // What was refused stays refused, also when it was refused to the server that drew the page.
        retryOnMount: ({ state }) => !isRefusal(state.error),
        // A browser that believes it is offline must say so, not wait in silence.
        networkMode: 'always',
        ...own,
      },
    },
  });

/** Asks what a page will ask, while its script is still on its way; not again what was refused. */
export function askAhead(client: QueryClient, question: { readonly queryKey: QueryKey }): void {
  if (!isRefusal(client.getQueryState(question.queryKey)?.error ?? null)) void client.prefetchQuery(question);
}

/** The URL of a question is its key: one question, one place in the cache. */
const ask = <Reply>(url: string) =>
  queryOptions({
    queryKey: [url],
    queryFn: ({ signal, meta }) => getReply<Reply>(url, signal, meta?.ask),
  });

/** The same of the nearest question the server can answer. */
const askNearest = <Query extends object, Reply>(pathOf: (query: Query) => string, query: Query) =>
  queryOptions({
    queryKey: ['nearest', pathOf(query)],
    queryFn: ({ signal, meta }) => nearestAnswer<Query, Reply>(pathOf, query, signal, meta?.ask),
  });

export const homeQueryOptions = () => ask<HomeReply>(paths.home());
export const placeQueryOptions = () => ask<PlaceReply>(paths.place());

export const areasQueryOptions = (type: AreaType) => ask<AreasReply>(paths.areas({ type }));
/** Outlines of the newest edition, or of the year the figures were made for. */
export const boundariesQueryOptions = (type: AreaType, edition?: string) =>
  ask<BoundariesReply>(paths.boundaries(type, edition === undefined ? {} : { edition }));
export const indicatorsQueryOptions = (query: ReleaseQuery = {}) =>
  ask<IndicatorsReply>(paths.indicators(query));
export const indicatorQueryOptions = (id: string, query: ReleaseQuery = {}) =>
  ask<IndicatorReply>(paths.indicator(id, query));
export const indicatorAreasQueryOptions = (id: string, query: IndicatorAreasQuery) =>
  ask<IndicatorAreasReply>(paths.indicatorAreas(id, query));
export const amongBoroughsQueryOptions = (id: string, query: BoroughsQuery) =>
  ask<BoroughsReply>(paths.boroughs(id, query));
export const trendQueryOptions = (id: string, query: TrendQuery) => ask<TrendReply>(paths.trend(id, query));
export const spcQueryOptions = (id: string, query: TrendQuery) => ask<SpcReply>(paths.spc(id, query));
export const areaIndicatorsQueryOptions = (code: string, query: ReleaseQuery) =>
  ask<AreaIndicatorsReply>(paths.areaIndicators(code, query));
/** Areas of every type, for the search. */
export const allAreasQueryOptions = () => ask<AreasReply>(paths.areas());
export const documentQueryOptions = <Kind extends DocumentKind>(kind: Kind, query: ReleaseQuery = {}) =>
  ask<DocumentReply<Kind>>(paths.document(kind, query));
export const modellingQueryOptions = (query: ReleaseQuery) => ask<ModellingReply>(paths.modelling(query));
export const comparisonsQueryOptions = (query: ComparisonsQuery) =>
  ask<ComparisonsReply>(paths.comparisons(query));
export const dataQueryOptions = (query: ReleaseQuery) => ask<DataReply>(paths.data(query));
export const boardQueryOptions = (query: BoardQuery) => ask<BoardReply>(paths.board(query));
export const changesQueryOptions = (release: number, query: ChangesQuery) =>
  ask<ChangesReply>(paths.changes(release, query));
export const releasesQueryOptions = () => ask<ReleasesReply>(paths.releases());
export const disparityOverviewQueryOptions = (query: DisparityOverviewQuery) =>
  askNearest<DisparityOverviewQuery, DisparityOverviewReply>(paths.disparityOverview, query);
export const peopleApartQueryOptions = (query: AgesAndSexesQuery) =>
  ask<AgesAndSexesReply>(paths.agesAndSexes(query));
export const disparitiesQueryOptions = (id: string, query: DisparitiesQuery) =>
  askNearest<DisparitiesQuery, DisparitiesReply>((one) => paths.disparities(id, one), query);
export const gapTrendQueryOptions = (id: string, query: GapTrendQuery) =>
  askNearest<GapTrendQuery, GapTrendReply>((one) => paths.gapTrend(id, one), query);
export const gapsQueryOptions = (id: string, query: GapsQuery) =>
  askNearest<GapsQuery, GapsReply>((one) => paths.gaps(id, one), query);
export const serviceFiguresQueryOptions = (query: ServiceFiguresQuery) =>
  ask<ServiceFiguresReply>(paths.serviceFigures(query));
export const ledgerQueryOptions = (query: ReleaseQuery) => ask<LedgerReply>(paths.ledger(query));
export const areasOverTimeQueryOptions = (id: string, query: AreasOverTimeQuery) =>
  ask<AreasOverTimeReply>(paths.areasOverTime(id, query));
export const groupsOverTimeQueryOptions = (id: string, query: GroupsOverTimeQuery) =>
  ask<GroupsOverTimeReply>(paths.groupsOverTime(id, query));
export const reachQueryOptions = (id: string, query: ReachQuery) => ask<ReachReply>(paths.reach(id, query));
export const milestonesQueryOptions = (id: string, query: MilestonesQuery) =>
  ask<MilestonesReply>(paths.milestones(id, query));
