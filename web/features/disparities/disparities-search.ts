/** The question of the disparities page, as its URL holds it. Every part may be left out; none is trusted. */
import {
  type Breakdown,
  breakdowns,
  type Denominator,
  denominators,
  type EthnicScheme,
  ethnicSchemes,
  type FifthKind,
  fifthKinds,
  type GapComparison,
  type GapMeasure,
  gapComparisons,
  gapMeasures,
  type PopulationGroup,
  populationGroups,
  type Sex,
  sexes,
} from '../../../server/contract/dimensions.ts';
import type {
  DisparitiesQuery,
  DisparityOverviewQuery,
  GapsQuery,
  GapTrendQuery,
} from '../../../server/contract/disparity-queries.ts';
import { orderText } from '../../shared/url/order.ts';
import {
  type FiguresSearch,
  figuresReaders,
  type ReleaseSearch,
  releaseOf,
  releaseReaders,
} from '../../shared/url/page-search.ts';
import {
  changedSearch,
  oneOfTerms,
  type ParameterReaders,
  readSearch,
  type SearchChange,
  wordsOf,
} from '../../shared/url/read-search.ts';

export interface DisparitiesSearch extends ReleaseSearch, FiguresSearch {
  indicator?: string;
  by?: Breakdown;
  ethnicScheme?: EthnicScheme;
  fifths?: FifthKind;
  area?: string;
  reference?: string;
  period?: string;
  populationGroup?: PopulationGroup;
  ageBand?: string;
  sex?: Sex;
  denominator?: Denominator;
  /** The group followed over time and on the map. */
  group?: string;
  compare?: GapComparison;
  measure?: GapMeasure;
  /** Of the rows of all outcomes; left out, as the aims have them. */
  order?: string;
}

const readers: ParameterReaders<DisparitiesSearch> = {
  ...wordsOf(['indicator', 'area', 'reference', 'period', 'ageBand', 'group']),
  by: oneOfTerms(breakdowns),
  ethnicScheme: oneOfTerms(ethnicSchemes),
  fifths: oneOfTerms(fifthKinds),
  populationGroup: oneOfTerms(populationGroups),
  sex: oneOfTerms(sexes),
  denominator: oneOfTerms(denominators),
  compare: oneOfTerms(gapComparisons),
  measure: oneOfTerms(gapMeasures),
  order: orderText,
  ...figuresReaders,
  ...releaseReaders,
};

export const validateDisparitiesSearch = (raw: Record<string, unknown>): DisparitiesSearch =>
  readSearch(readers, raw);

export type DisparitiesChange = SearchChange<DisparitiesSearch>;

/** What is said of one indicator alone: when, of what age and sex, and whom it is counted among. */
export const OF_INDICATOR = [
  'indicator',
  'period',
  'populationGroup',
  'ageBand',
  'sex',
  'denominator',
] as const;

/** Another outcome: what was said of the one before falls away. */
export const withIndicator = (search: DisparitiesSearch, indicator: string | undefined, group?: string) =>
  changedSearch(search, {
    indicator,
    ...(group !== undefined && { group }),
    period: undefined,
    populationGroup: undefined,
    ageBand: undefined,
    sex: undefined,
    denominator: undefined,
  });

const ownGroup = (reference: string | undefined) =>
  reference === undefined || ['rest', 'largest', 'best'].includes(reference) ? reference : undefined;

/** Other groups: a group, or a reference that is one, means nothing among them. */
export const withBreakdown = (
  search: DisparitiesSearch,
  by: Breakdown,
  ethnicScheme: EthnicScheme | undefined,
): DisparitiesSearch =>
  changedSearch(search, {
    by,
    ethnicScheme,
    fifths: undefined,
    group: undefined,
    reference: ownGroup(search.reference),
    ...(by !== search.by && { indicator: undefined, period: undefined, ageBand: undefined, sex: undefined }),
  });

const given = <T extends object>(parts: T) =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [Part in keyof T]: Exclude<T[Part], undefined>;
  };

export const overviewQueryOf = ({
  by,
  ethnicScheme,
  fifths,
  area,
  reference,
  figures,
  ...rest
}: DisparitiesSearch): DisparityOverviewQuery => ({
  ...given({ by, ethnicScheme, fifths, area, reference, figures }),
  ...releaseOf(rest),
});

const withinOf = (search: DisparitiesSearch) => {
  const { by, ethnicScheme, fifths, populationGroup, ageBand, sex, denominator } = search;
  return {
    ...given({ by, ethnicScheme, fifths, populationGroup, ageBand, sex, denominator }),
    ...releaseOf(search),
  };
};

export const answerQueryOf = (search: DisparitiesSearch): DisparitiesQuery => ({
  ...withinOf(search),
  ...given({ area: search.area, reference: search.reference, period: search.period }),
});

export const gapTrendQueryOf = (search: DisparitiesSearch): GapTrendQuery => ({
  ...withinOf(search),
  ...given({ area: search.area, reference: search.reference }),
});

/** The map is of the whole place, whichever area the question is about. */
export function gapsQueryOf(search: DisparitiesSearch, group: string): GapsQuery {
  const { fifths: _, ...within } = withinOf(search);
  return {
    ...within,
    ...given({ period: search.period, compare: search.compare, measure: search.measure }),
    group,
  };
}
