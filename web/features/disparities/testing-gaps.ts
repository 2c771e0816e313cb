/** Replies made for tests, each no longer than its test needs. */

import type {
  DisparitiesReply,
  DisparityGroup,
  GapTrendReply,
} from '../../../server/contract/disparity-replies.ts';
import type { Gap } from '../../../server/contract/gap.ts';
import type {
  AreaGap,
  DisparityOverviewReply,
  GapsReply,
  OverviewRow,
} from '../../../server/contract/gap-replies.ts';
import { answer } from '../../testing-answer.ts';

const comparison = {
  against: 'everyone else in the area, whoever they are',
  test: 'Score test',
  compared: 5,
  expectedByChance: 0.25,
  roundedTo: null,
};
const facts = {
  by: 'ethnicGroup',
  label: 'Census 2021, five groups',
  ethnicScheme: 'census-2021-5',
  description: 'Five groups.',
  ordered: false,
} as const;
const area = { code: 'E09', name: 'Elmstead', type: 'borough' } as const;
const meaning = {
  kind: 'outcome',
  counted: 'people',
  ageAdjusted: null,
  scaleNote: null,
  scaleReversed: false,
  scaleFirst: null,
  caution: null,
  isOfAreas: false,
} as const;
const common = {
  ...meaning,
  release: 1,
  asOf: '2021-12-01',
  title: 'Outcome, Elmstead, 2021',
  area,
  unit: 'percent',
  decimals: 1,
  polarity: 'lower-is-better',
  breakdown: facts,
  comparison,
} as const;
const stratum = {
  populationGroup: 'all',
  ethnicGroup: 'all',
  ageBand: 'all',
  sex: 'all',
  deprivation: 'all',
} as const;
const query = { indicator: 'outcome', by: 'ethnicGroup', area: 'E09', ...stratum } as const;

/** A gap of so many points, found worse, better or neither where low is good. */
export function gapOf(
  points: number,
  found: 'worse' | 'better' | 'similar',
  basis: Gap['basis'] = 'published',
): Gap {
  const directions = { worse: 'higher', better: 'lower', similar: 'not-distinguishable' } as const;
  return {
    ...answer,
    direction: directions[found],
    verdict: found,
    isReference: false,
    reference: { label: 'Everyone else', value: 20 },
    difference: { value: points, lower95: points - 1, upper95: points + 1 },
    ratio: { value: (20 + points) / 20, lower95: 1, upper95: 2 },
    people: { value: 100 * points, lower95: 100 * (points - 1), upper95: 100 * (points + 1) },
    ...(basis !== undefined && { basis }),
  };
}
export const nothingCompared: Gap = {
  ...answer,
  compared: 0,
  direction: 'not-compared',
  verdict: 'not-compared',
  isReference: false,
};

export const shownFigure = (value: number, basis: 'published' | 'synthetic' = 'published') =>
  ({ status: 'shown', value, interval: 'ours', lower95: value - 1, upper95: value + 1, basis }) as const;

const labels: Readonly<Record<string, string>> = {
  asian: 'Asian, Asian British or Asian Welsh',
  black: 'Black, Black British, Black Welsh, Caribbean or African',
  mixed: 'Mixed or Multiple ethnic groups',
  white: 'White',
  other: 'Other ethnic group',
};
export const labelled = (group: string) => ({ group, label: labels[group] ?? group });

export const groupOf = (group: string, figure: object, gap: Gap): DisparityGroup =>
  ({ ...labelled(group), populationShare: 10, affectedShare: 12, gap, ...figure }) as DisparityGroup;

export const answerOf = (
  groups: readonly DisparityGroup[],
  change: Partial<DisparitiesReply> = {},
): DisparitiesReply => ({
  ...common,
  query: { ...query, period: '2021', reference: 'rest' },
  affected: 'People with the outcome.',
  groups: [...groups],
  whole: null,
  summary: [],
  refused: [],
  coverage: null,
  unknown: null,
  unknownReason: 'Everyone is in a group.',
  standardisation: { available: false, reason: 'No ages.', disagrees: false, reading: '' },
  notes: [],
  ...change,
});

export const rowOf = (
  indicator: string,
  cells: OverviewRow['cells'],
  change: Partial<OverviewRow> = {},
): OverviewRow => ({
  indicator,
  title: indicator,
  shortTitle: indicator,
  aim: 'outcomes',
  populationGroup: 'all',
  unit: 'percent',
  decimals: 1,
  polarity: 'lower-is-better',
  ...meaning,
  period: '2021',
  periodLabel: '2021',
  basis: ['published'],
  standardisation: { available: false, reason: 'No ages.', disagrees: false, reading: '' },
  cells,
  ...change,
});

export const overviewOf = (
  indicators: readonly OverviewRow[],
  largest: DisparityOverviewReply['largest'] = [],
): DisparityOverviewReply => ({
  release: 1,
  query: { by: 'ethnicGroup', ethnicScheme: 'census-2021-5', area: 'E09', reference: 'rest' },
  title: 'Gaps by ethnic group in Elmstead',
  area,
  breakdown: facts,
  held: [
    {
      by: 'ethnicGroup',
      ethnicScheme: 'census-2021-5',
      indicators: indicators.map(({ indicator }) => indicator),
    },
  ],
  heldIn: [{ areaType: 'borough', indicators: indicators.map(({ indicator }) => indicator) }],
  opening: [],
  groups: ['black', 'white', 'other'].map(labelled),
  indicators: [...indicators],
  comparison,
  synthetic: { compared: 0, expectedByChance: 0 },
  largest,
});

export const areaOf = (name: string, figure: object, gap: Gap): AreaGap =>
  ({ code: name, name, gap, ...figure }) as AreaGap;

export const gapsOf = (areas: readonly AreaGap[], change: Partial<GapsReply> = {}): GapsReply => ({
  ...common,
  query: {
    ...query,
    group: 'black',
    areaType: 'ward',
    period: '2021',
    compare: 'same-area',
    measure: 'difference',
  },
  edition: '2025',
  group: labelled('black'),
  areas: [...areas],
  whole: null,
  breaks: [],
  comparison: { ...comparison, against: 'everyone else in the same area' },
  ...change,
});

export const trendOf = (groups: GapTrendReply['groups']): GapTrendReply => ({
  ...common,
  query: { ...query, reference: 'rest' },
  groups,
});
