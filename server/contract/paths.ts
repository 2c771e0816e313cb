import type { AgesAndSexesQuery } from './ages-and-sexes.ts';
import type { BoardQuery } from './board-reply.ts';
import type { ChangesQuery } from './changes-reply.ts';
import type { ComparisonsQuery } from './comparison-replies.ts';
import type { DocumentKind } from './dimensions.ts';
import type {
  DisparitiesQuery,
  DisparityOverviewQuery,
  GapsQuery,
  GapTrendQuery,
} from './disparity-queries.ts';
import type { OriginsQuery } from './origins-reply.ts';
import type { BoroughsQuery, IndicatorAreasQuery, TrendQuery } from './queries.ts';
import type { ServiceFiguresQuery } from './service-replies.ts';
import type {
  AreasOverTimeQuery,
  GroupsOverTimeQuery,
  MilestonesQuery,
  ReachQuery,
} from './uptake-queries.ts';

const ROOT = '/api/v1';

type Parameters = Readonly<Record<string, string | number | undefined>>;

/** Parameters in alphabetical order, so that one question has one URL and one place in every cache. */
function withQuery(path: string, parameters: Parameters = {}): string {
  const given = Object.entries(parameters)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, String(value)]);
  return given.length === 0 ? `${ROOT}${path}` : `${ROOT}${path}?${new URLSearchParams(given)}`;
}

/** The same table as a spreadsheet. */
export const spreadsheetOf = (csv: string): string => csv.replace(/\.csv(?=\?|$)/, '.xlsx');

export const paths = {
  health: () => withQuery('/health'),
  home: () => withQuery('/home'),
  place: () => withQuery('/place'),
  areas: (query?: { type?: string; release?: number }) => withQuery('/areas', query),
  boundaries: (type: string, query?: { edition?: string; release?: number }) =>
    withQuery(`/boundaries/${encodeURIComponent(type)}`, query),
  indicators: (query?: { release?: number }) => withQuery('/indicators', query),
  indicator: (id: string, query?: { release?: number }) =>
    withQuery(`/indicators/${encodeURIComponent(id)}`, query),
  indicatorAreas: (id: string, query?: IndicatorAreasQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/areas`, query),
  origins: (id: string, query?: OriginsQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/origins`, query),
  originsCsv: (id: string, query?: OriginsQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/origins.csv`, query),
  boroughs: (id: string, query?: BoroughsQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/boroughs`, query),
  boroughsCsv: (id: string, query?: BoroughsQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/boroughs.csv`, query),
  trend: (id: string, query?: TrendQuery) => withQuery(`/indicators/${encodeURIComponent(id)}/trend`, query),
  indicatorAreasCsv: (id: string, query?: IndicatorAreasQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/areas.csv`, query),
  trendCsv: (id: string, query?: TrendQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/trend.csv`, query),
  spc: (id: string, query?: TrendQuery) => withQuery(`/indicators/${encodeURIComponent(id)}/spc`, query),
  spcCsv: (id: string, query?: TrendQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/spc.csv`, query),
  disparities: (id: string, query?: DisparitiesQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/disparities`, query),
  disparitiesCsv: (id: string, query?: DisparitiesQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/disparities.csv`, query),
  gapTrend: (id: string, query?: GapTrendQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/disparities/trend`, query),
  gapTrendCsv: (id: string, query?: GapTrendQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/disparities/trend.csv`, query),
  gaps: (id: string, query: GapsQuery) => withQuery(`/indicators/${encodeURIComponent(id)}/gaps`, query),
  gapsCsv: (id: string, query: GapsQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/gaps.csv`, query),
  areasOverTime: (id: string, query?: AreasOverTimeQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/areas/over-time`, query),
  areasOverTimeCsv: (id: string, query?: AreasOverTimeQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/areas/over-time.csv`, query),
  groupsOverTime: (id: string, query?: GroupsOverTimeQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/groups/over-time`, query),
  groupsOverTimeCsv: (id: string, query?: GroupsOverTimeQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/groups/over-time.csv`, query),
  reach: (id: string, query?: ReachQuery) => withQuery(`/indicators/${encodeURIComponent(id)}/reach`, query),
  reachCsv: (id: string, query?: ReachQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/reach.csv`, query),
  milestones: (id: string, query?: MilestonesQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/milestones`, query),
  milestonesCsv: (id: string, query?: MilestonesQuery) =>
    withQuery(`/indicators/${encodeURIComponent(id)}/milestones.csv`, query),
  serviceFigures: (query?: ServiceFiguresQuery) => withQuery('/service-figures', query),
  serviceFiguresCsv: (query?: ServiceFiguresQuery) => withQuery('/service-figures.csv', query),
  ledger: (query?: { release?: number }) => withQuery('/ledger', query),
  ledgerCsv: (query?: { release?: number }) => withQuery('/ledger.csv', query),
  disparityOverview: (query?: DisparityOverviewQuery) => withQuery('/disparities', query),
  agesAndSexes: (query?: AgesAndSexesQuery) => withQuery('/disparities/ages-and-sexes', query),
  agesAndSexesCsv: (query?: AgesAndSexesQuery) => withQuery('/disparities/ages-and-sexes.csv', query),
  disparityOverviewCsv: (query?: DisparityOverviewQuery) => withQuery('/disparities.csv', query),
  areaIndicators: (code: string, query?: { release?: number }) =>
    withQuery(`/areas/${encodeURIComponent(code)}/indicators`, query),
  areaIndicatorsCsv: (code: string, query?: { release?: number }) =>
    withQuery(`/areas/${encodeURIComponent(code)}/indicators.csv`, query),
  document: (kind: DocumentKind, query?: { release?: number }) => withQuery(`/documents/${kind}`, query),
  modelling: (query?: { release?: number }) => withQuery('/modelling-error', query),
  modellingCsv: (query?: { release?: number }) => withQuery('/modelling-error.csv', query),
  comparisons: (query?: ComparisonsQuery) => withQuery('/comparisons', query),
  comparisonsCsv: (query?: ComparisonsQuery) => withQuery('/comparisons.csv', query),
  comparison: (id: string, query?: { release?: number }) =>
    withQuery(`/comparisons/${encodeURIComponent(id)}`, query),
  data: (query?: { release?: number }) => withQuery('/data', query),
  board: (query?: BoardQuery) => withQuery('/board', query),
  boardCsv: (query?: BoardQuery) => withQuery('/board.csv', query),
  releases: () => withQuery('/releases'),
  releasesFeed: () => withQuery('/releases.atom'),
  indicatorFeed: (id: string) => withQuery(`/indicators/${encodeURIComponent(id)}/changes.atom`),
  areaFeed: (code: string) => withQuery(`/areas/${encodeURIComponent(code)}/changes.atom`),
  release: (id: number) => withQuery(`/releases/${id}`),
  archive: (id: number) => withQuery(`/releases/${id}/archive.zip`),
  changes: (id: number, query?: ChangesQuery) => withQuery(`/releases/${id}/changes`, query),
  changesCsv: (id: number, query?: ChangesQuery) => withQuery(`/releases/${id}/changes.csv`, query),

  openapi: () => withQuery('/openapi.json'),
  docs: () => '/docs',
};
