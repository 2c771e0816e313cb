/** Replies about uptake, small and made by hand, for tests. */
import type { Estimate } from '../../../server/contract/estimate.ts';
import type { AreasOverTimeReply, GroupsOverTimeReply } from '../../../server/contract/over-time-replies.ts';

export const share = (numerator: number, denominator: number, more: object = {}): Estimate => ({
  status: 'shown',
  value: (100 * numerator) / denominator,
  interval: 'ours',
  lower95: (100 * numerator) / denominator - 2,
  upper95: (100 * numerator) / denominator + 2,
  numerator,
  denominator,
  basis: 'published',
  ...more,
});
export const withheld: Estimate = {
  status: 'withheld',
  reason: 'small-counts',
  explanation: 'Fewer than 8 people.',
};

export const PERIODS = [
  { period: '2021-03-31', label: 'up to 31 March 2021' },
  { period: '2021-06-30', label: 'up to 30 June 2021' },
  { period: '2021-07-15', label: 'up to 15 July 2021' },
] as const;

/** One estimate for each of the last periods. */
const pointsOf = (estimates: readonly Estimate[]) =>
  PERIODS.slice(PERIODS.length - estimates.length).flatMap(({ period }, index) => {
    const estimate = estimates[index];
    return estimate === undefined ? [] : [{ period, ...estimate }];
  });

const facts = {
  release: 1,
  asOf: '2021-12-01',
  unit: 'percent',
  decimals: 1,
  polarity: 'higher-is-better',
  ageAdjusted: null,
  periodKind: 'cumulative',
  roundedTo: 5,
  periods: [...PERIODS],
} as const;
const stratum = {
  indicator: 'a-dose',
  populationGroup: 'all',
  ethnicGroup: 'all',
  ageBand: 'all',
  sex: 'all',
  deprivation: 'all',
} as const;

export function areasReply(
  areas: Readonly<Record<string, readonly Estimate[]>>,
  whole: readonly Estimate[] = [],
  breaks: readonly number[] = [20, 40, 60],
): AreasOverTimeReply {
  return {
    ...facts,
    periods: [...facts.periods],
    query: { ...stratum, areaType: 'ward' },
    title: 'A dose',
    edition: '2025',
    breaks: [...breaks],
    areas: Object.entries(areas).map(([code, estimates]) => ({
      code,
      name: `Ward ${code}`,
      points: pointsOf(estimates),
    })),
    whole: { code: 'whole', name: 'The place', points: pointsOf(whole) },
  };
}

export function groupsReply(
  groups: Readonly<Record<string, readonly Estimate[]>>,
  { whole = [], unknown }: { whole?: readonly Estimate[]; unknown?: readonly Estimate[] } = {},
): GroupsOverTimeReply {
  return {
    ...facts,
    periods: [...facts.periods],
    query: { ...stratum, by: 'ethnicGroup', ethnicScheme: 'census-2021-5', area: 'whole' },
    title: 'A dose, the place',
    area: { code: 'whole', name: 'The place', type: 'borough' },
    breakdown: {
      by: 'ethnicGroup',
      label: 'Census 2021, five groups',
      ethnicScheme: 'census-2021-5',
      description: 'Ethnic groups.',
      ordered: false,
    },
    groups: Object.entries(groups).map(([group, estimates]) => ({
      group,
      label: `Label of ${group}`,
      points: pointsOf(estimates),
    })),
    unknown: unknown === undefined ? null : { points: pointsOf(unknown) },
    whole: { points: pointsOf(whole) },
  };
}
