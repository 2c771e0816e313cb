import { expectedForFunnel, funnelAverage, proportionFunnelLimits } from '../funnel-limits.ts';
import {
  countFunnelSignificance,
  type FunnelSignificance,
  proportionFunnelSignificance,
} from '../funnel-significance.ts';
import { firstByarCount } from '../poisson-limits.ts';
import { proportion } from '../proportion.ts';
import { requirement } from '../requirement.ts';
import { type Case, type CaseRow, caseFigures, caseNumber, column } from './case.ts';

/** Areas with zero events have no population to work back from their rate: crude rates take the one given. */
function populations(one: Case): number[] {
  const { options } = one;
  const multiplier = caseNumber(options.multiplier ?? 100_000);
  const rates = column(one, 'rate').map(caseNumber);
  const given = column(one, 'denominator').map(caseNumber);
  return column(one, 'numerator').map((events, i) => {
    const rate = rates[i] as number;
    if (rate > 0) return (caseNumber(events) / rate) * multiplier;
    requirement(
      (given[i] ?? Number.NaN) > 0,
      'populations',
      'a denominator where the rate is zero or missing',
    );
    return options.rate_type === 'dsr' ? 0 : (given[i] as number);
  });
}

/** The average of all areas; for ratios that of the counts expected. */
function averageOf(one: Case): number {
  const observed = column(one, 'numerator').map(caseNumber);
  const { statistic } = one.options;
  const average = funnelAverage(
    observed,
    statistic === 'rate' ? populations(one) : column(one, 'denominator').map(caseNumber),
  );
  // A proportion beyond 1 in any area is refused, not only on average.
  if (statistic === 'proportion') {
    const people = column(one, 'denominator').map(caseNumber);
    for (const [i, count] of observed.entries()) proportion(count, people[i] as number);
  }
  return average;
}

/** The limits of a funnel at the points of the horizontal axis that the case shows. */
export function funnelLimits(one: Case): CaseRow[] {
  const average = averageOf(one);
  const multiplier = caseNumber(one.options.multiplier ?? (one.options.statistic === 'rate' ? 100_000 : 100));
  const points = (name: string): readonly number[] =>
    ((one.expected[name] ?? []) as readonly number[]).map(caseNumber);
  if (one.options.statistic === 'proportion') {
    return points('Population').map((population) => ({
      Population: population,
      baseline: average * multiplier,
      ...caseFigures(one, () => {
        const { inner, outer } = proportionFunnelLimits(average, population);
        return {
          lower_2s_limit: inner.lower * multiplier,
          upper_2s_limit: inner.upper * multiplier,
          lower_3s_limit: outer.lower * multiplier,
          upper_3s_limit: outer.upper * multiplier,
        };
      }),
    }));
  }
  if (one.options.statistic === 'ratio') {
    const shown = (count: number, expected: number): number =>
      one.options.ratio_type === 'count' ? count / expected - 1 : (count / expected) * multiplier;
    return points('Observed_events').map((count) => ({
      Observed_events: count,
      ...countLimits(
        count,
        (expected) => expected,
        'exp_events',
        (expected) => shown(count, expected),
      ),
    }));
  }
  const years = caseNumber(one.options.years_of_data ?? 1);
  return points('Events').map((count) => ({
    Events: count,
    ...countLimits(
      count,
      (expected) => expected / average / years,
      'population_1_year',
      (expected) => (count / expected) * average * multiplier,
    ),
    baseline: average * multiplier,
  }));
}

function countLimits(
  count: number,
  place: (expected: number) => number,
  name: string,
  limit: (expected: number) => number,
): CaseRow {
  const { inner, outer } = expectedForFunnel(count);
  const ends = { lower_2s: inner.lower, upper_2s: inner.upper, lower_3s: outer.lower, upper_3s: outer.upper };
  return Object.fromEntries(
    Object.entries(ends).flatMap(([end, expected]) => [
      [`${end}_${name}`, place(expected)],
      [`${end}_limit`, limit(expected)],
    ]),
  );
}

const significanceLabels: Readonly<Record<FunnelSignificance, string>> = {
  'high (0.001)': 'High (0.001)',
  'high (0.025)': 'High (0.025)',
  'not significant': 'Not significant',
  'low (0.025)': 'Low (0.025)',
  'low (0.001)': 'Low (0.001)',
};

export function funnelSignificances(one: Case): CaseRow[] {
  const observed = column(one, 'numerator').map(caseNumber);
  const { statistic, rate_type: rateType } = one.options;
  const label = (significance: FunnelSignificance): CaseRow => ({
    significance: significanceLabels[significance],
  });
  const average = averageOf(one);
  const people = column(one, 'denominator').map(caseNumber);
  if (statistic === 'proportion') {
    return observed.map((count, i) =>
      label(proportionFunnelSignificance(count, people[i] as number, average)),
    );
  }
  const expected = statistic === 'ratio' ? people : populations(one).map((n) => n * average);
  return observed.map((count, i) =>
    rateType === 'dsr' && count < firstByarCount
      ? { significance: 'Not applicable for events less than 10 for dsrs' }
      : label(countFunnelSignificance(count, expected[i] as number)),
  );
}
