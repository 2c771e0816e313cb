import { expectedForFunnel, funnelAverage, proportionFunnelLimits } from '../funnel-limits.ts';
import {
  countFunnelSignificance,
  type FunnelSignificance,
  proportionFunnelSignificance,
} from '../funnel-significance.ts';
import { lifeExpectancy, lifeTableAges } from '../life-expectancy.ts';
import { firstByarCount } from '../poisson-limits.ts';
import { proportion } from '../proportion.ts';
import { requirement } from '../requirement.ts';
import { slopeIndex } from '../slope-index.ts';
import { standardErrorFromLimits } from '../value-scale.ts';
import {
  type Case,
  type Cell,
  column,
  confidences,
  figures,
  groupsOf,
  number,
  type Row,
  refused,
  suffixed,
} from './case.ts';

export function lifeExpectancies(one: Case): Row[] {
  const { options } = one;
  const asked = [options.le_age ?? 'all'].flat();
  return groupsOf(one).flatMap(({ keys, rows }) => {
    const bands = bandsInOrder(one, rows);
    const starts = bands.map(({ start }) => start);
    // The reference gives every age when an age asked for is none of the bands.
    const ages = asked.every((age) => starts.includes(number(age))) ? asked.map(number) : starts;
    return ages.map((age) => ({
      ...keys,
      startage: age,
      ...figures(one, () => lifeExpectancyRow(one, bands, age)),
    }));
  });
}

type Bands = Parameters<typeof lifeExpectancy>[0];

function lifeExpectancyRow(one: Case, bands: Bands, age: number): Row {
  // Ours also takes tables that end at 80 or 85.
  requirement(bands.length === lifeTableAges.length, 'lifeExpectancies', 'the twenty bands of the reference');
  const row = (level: number) => lifeExpectancy(bands, level).find((found) => found.age === age);
  if (row(0.95)?.value === undefined) return refused;
  return {
    value: row(0.95)?.value,
    ...Object.assign(
      {},
      ...confidences(one).map(({ level, lower, upper }) => ({
        [lower]: row(level)?.lower,
        [upper]: row(level)?.upper,
      })),
    ),
    pops_used: row(0.95)?.population,
    dths_used: row(0.95)?.deaths,
  };
}

/** Bands by age, or in the order the case names them; a label counts by the number it begins with. */
function bandsInOrder(one: Case, rows: readonly Readonly<Record<string, Cell>>[]): Bands {
  const { options } = one;
  const contents = options.age_contents as readonly Cell[] | undefined;
  const bands = rows.map((row) => {
    const label = row[String(options.startage)];
    return {
      place: contents?.indexOf(label ?? null) ?? Number.parseInt(String(label), 10),
      start: Number.parseInt(String(label), 10),
      population: number(row[String(options.population)]),
      deaths: number(row[String(options.deaths)]),
    };
  });
  requirement(
    bands.every(({ place }) => place >= 0),
    'lifeExpectancies',
    'every band among those named',
  );
  return bands.toSorted((a, b) => a.place - b.place);
}

export function slopeIndices(one: Case): Row[] {
  const { options } = one;
  const scale = (['number', 'rate', 'proportion'] as const)[number(options.value_type ?? 0)] ?? 'number';
  const cell = (row: Readonly<Record<string, Cell>>, name: string): number =>
    number(row[String(options[name])]);
  const groups = groupsOf(one);
  const most = Math.max(...groups.map(({ rows }) => rows.length));
  // The reference leaves out, with a warning, groups that lack a quantile others have.
  const complete = groups.filter(({ rows }) => rows.length === most);
  return complete.map(({ keys, rows }) => ({
    ...keys,
    ...figures(one, () => {
      const ordered = rows
        .toSorted((a, b) => Number(a[String(options.quantile)]) - Number(b[String(options.quantile)]))
        .map((row) => ({
          population: cell(row, 'population'),
          value: cell(row, 'value'),
          standardError: options.se
            ? cell(row, 'se')
            : standardErrorFromLimits({ lower: cell(row, 'lower_cl'), upper: cell(row, 'upper_cl') }, scale),
        }));
      const at = (confidence: number) =>
        slopeIndex(ordered, {
          scale,
          confidence,
          transform: options.transform === true,
          multiplier: number(options.multiplier ?? 1),
          draws: number(options.repetitions ?? 100_000),
        });
      const { slope, ratio, intercept } = at(0.95);
      const limits = confidences(one).map(({ level }) => {
        const { slope, ratio } = at(level);
        return Object.assign({}, limitColumns('sii', level, slope), limitColumns('rii', level, ratio ?? {}));
      });
      return { sii: slope.value, rii: ratio?.value, intercept, ...Object.assign({}, ...limits) };
    }),
  }));
}

/** Limits under the reference's names: on the log and logit scale it leaves off the ending `cl`. */
function limitColumns(
  name: string,
  level: number,
  { lower, upper }: { readonly lower?: number; readonly upper?: number },
): Row {
  const ends = suffixed(level);
  const short = (end: string): string => `${name}_${end.replace(/cl$/, '')}`;
  return {
    [`${name}_${ends.lower}`]: lower,
    [`${name}_${ends.upper}`]: upper,
    [short(ends.lower)]: lower,
    [short(ends.upper)]: upper,
  };
}

/** Areas with zero events have no population to work back from their rate: crude rates take the one given. */
function populations(one: Case): number[] {
  const { options } = one;
  const multiplier = number(options.multiplier ?? 100_000);
  const rates = column(one, 'rate').map(number);
  const given = column(one, 'denominator').map(number);
  return column(one, 'numerator').map((events, i) => {
    const rate = rates[i] as number;
    if (rate > 0) return (number(events) / rate) * multiplier;
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
  const observed = column(one, 'numerator').map(number);
  const { statistic } = one.options;
  const average = funnelAverage(
    observed,
    statistic === 'rate' ? populations(one) : column(one, 'denominator').map(number),
  );
  // A proportion beyond 1 in any area is refused, not only on average.
  if (statistic === 'proportion') {
    const people = column(one, 'denominator').map(number);
    for (const [i, count] of observed.entries()) proportion(count, people[i] as number);
  }
  return average;
}

/** The limits of a funnel at the points of the horizontal axis that the case shows. */
export function funnelLimits(one: Case): Row[] {
  const average = averageOf(one);
  const multiplier = number(one.options.multiplier ?? (one.options.statistic === 'rate' ? 100_000 : 100));
  const points = (name: string): readonly number[] =>
    ((one.expected[name] ?? []) as readonly number[]).map(number);
  if (one.options.statistic === 'proportion') {
    return points('Population').map((population) => ({
      Population: population,
      baseline: average * multiplier,
      ...figures(one, () => {
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
  const years = number(one.options.years_of_data ?? 1);
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
): Row {
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

export function funnelSignificances(one: Case): Row[] {
  const observed = column(one, 'numerator').map(number);
  const { statistic, rate_type: rateType } = one.options;
  const label = (significance: FunnelSignificance): Row => ({
    significance: significanceLabels[significance],
  });
  const average = averageOf(one);
  const people = column(one, 'denominator').map(number);
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
