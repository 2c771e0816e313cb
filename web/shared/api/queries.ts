import { QueryClient, queryOptions } from '@tanstack/react-query';
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
import { getReply, worthAnotherTry } from './client.ts';
import { nearestAnswer } from './nearest-answer.ts';

const MINUTE = 60_000;

export const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5 * MINUTE,
        gcTime: 60 * MINUTE,
        retry: worthAnotherTry,
        retryDelay: 800,
        // A browser that believes it is offline must say so, not wait in silence.
        networkMode: 'always',
      },
    },
  });

/** The URL of a question is its key: one question, one place in the cache. */
const ask = <Reply>(url: string) =>
  queryOptions({ queryKey: [url], queryFn: ({ signal }) => getReply<Reply>(url, signal) });

/** The same of the nearest question the server can answer. */
const askNearest = <Query extends object, Reply>(pathOf: (query: Query) => string, query: Query) =>
  queryOptions({
    queryKey: ['nearest', pathOf(query)],
    queryFn: ({ signal }) => nearestAnswer<Query, Reply>(pathOf, query, signal),
  });

export const homeQuery = () => ask<HomeReply>(paths.home());
export const placeQuery = () => ask<PlaceReply>(paths.place());

export const areasQuery = (type: AreaType) => ask<AreasReply>(paths.areas({ type }));
/** Outlines of the newest edition, or of the year the figures were made for. */
export const boundariesQuery = (type: AreaType, edition?: string) =>
  ask<BoundariesReply>(paths.boundaries(type, edition === undefined ? {} : { edition }));
export const indicatorsQuery = (query: ReleaseQuery = {}) => ask<IndicatorsReply>(paths.indicators(query));
export const indicatorQuery = (id: string, query: ReleaseQuery = {}) =>
  ask<IndicatorReply>(paths.indicator(id, query));
export const indicatorAreasQuery = (id: string, query: IndicatorAreasQuery) =>
  ask<IndicatorAreasReply>(paths.indicatorAreas(id, query));
export const amongBoroughsQuery = (id: string, query: BoroughsQuery) =>
  ask<BoroughsReply>(paths.boroughs(id, query));
export const trendQuery = (id: string, query: TrendQuery) => ask<TrendReply>(paths.trend(id, query));
export const spcQuery = (id: string, query: TrendQuery) => ask<SpcReply>(paths.spc(id, query));
export const areaIndicatorsQuery = (code: string, query: ReleaseQuery) =>
  ask<AreaIndicatorsReply>(paths.areaIndicators(code, query));
/** Areas of every type, for the search. */
export const allAreasQuery = () => ask<AreasReply>(paths.areas());
export const documentQuery = <Kind extends DocumentKind>(kind: Kind, query: ReleaseQuery = {}) =>
  ask<DocumentReply<Kind>>(paths.document(kind, query));
export const modellingQuery = (query: ReleaseQuery) => ask<ModellingReply>(paths.modelling(query));
export const comparisonsQuery = (query: ComparisonsQuery) => ask<ComparisonsReply>(paths.comparisons(query));
export const dataQuery = (query: ReleaseQuery) => ask<DataReply>(paths.data(query));
export const boardQuery = (query: BoardQuery) => ask<BoardReply>(paths.board(query));
export const changesQuery = (release: number, query: ChangesQuery) =>
  ask<ChangesReply>(paths.changes(release, query));
export const releasesQuery = () => ask<ReleasesReply>(paths.releases());
export const disparityOverviewQuery = (query: DisparityOverviewQuery) =>
  askNearest<DisparityOverviewQuery, DisparityOverviewReply>(paths.disparityOverview, query);
export const peopleApartQuery = (query: AgesAndSexesQuery) =>
  ask<AgesAndSexesReply>(paths.agesAndSexes(query));
export const disparitiesQuery = (id: string, query: DisparitiesQuery) =>
  askNearest<DisparitiesQuery, DisparitiesReply>((one) => paths.disparities(id, one), query);
export const gapTrendQuery = (id: string, query: GapTrendQuery) =>
  askNearest<GapTrendQuery, GapTrendReply>((one) => paths.gapTrend(id, one), query);
export const gapsQuery = (id: string, query: GapsQuery) =>
  askNearest<GapsQuery, GapsReply>((one) => paths.gaps(id, one), query);
export const serviceFiguresQuery = (query: ServiceFiguresQuery) =>
  ask<ServiceFiguresReply>(paths.serviceFigures(query));
export const ledgerQuery = (query: ReleaseQuery) => ask<LedgerReply>(paths.ledger(query));
export const areasOverTimeQuery = (id: string, query: AreasOverTimeQuery) =>
  ask<AreasOverTimeReply>(paths.areasOverTime(id, query));
export const groupsOverTimeQuery = (id: string, query: GroupsOverTimeQuery) =>
  ask<GroupsOverTimeReply>(paths.groupsOverTime(id, query));
export const reachQuery = (id: string, query: ReachQuery) => ask<ReachReply>(paths.reach(id, query));
export const milestonesQuery = (id: string, query: MilestonesQuery) =>
  ask<MilestonesReply>(paths.milestones(id, query));
