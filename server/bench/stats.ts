import { seededRandom } from '../random.ts';
import { betweenGroupStandardDeviation } from '../stats/between-group-variance.ts';
import { directlyStandardisedRate } from '../stats/directly-standardised-rate.ts';
import { expectedForFunnel, funnelAverage, proportionFunnelLimits } from '../stats/funnel-limits.ts';
import { countFunnelSignificance } from '../stats/funnel-significance.ts';
import { indirectlyStandardisedRatio } from '../stats/indirectly-standardised-ratio.ts';
import { lifeExpectancy, lifeTableAges } from '../stats/life-expectancy.ts';
import { logisticSlopeIndex } from '../stats/logistic-slope-index.ts';
import { mean } from '../stats/mean.ts';
import { proportion, proportions } from '../stats/proportion.ts';
import { quantileGroups } from '../stats/quantile-groups.ts';
import { rate } from '../stats/rate.ts';
import { simulatedInterval } from '../stats/simulated-interval.ts';
import { slopeIndex } from '../stats/slope-index.ts';
import type { Subgroup } from '../stats/subgroups.ts';
import { xmrChart } from '../stats/xmr-chart.ts';
import type { Out } from './cli.ts';

/** A row of the table: what the reference software took, and how often as fast we mean to be. */
type Row = {
  readonly call: string;
  /** Seconds of the reference software (R 4.2.2, one core, median of three); none where it has no such row. */
  readonly reference?: number;
  readonly target: 1 | 10;
  /** Makes the input, which is not timed, and gives back the work, which is. */
  readonly prepare: () => () => unknown;
};

const million = 1_000_000;
const ageBands = 19;

/** Whole numbers from zero to below `below`, the same in every run. */
function wholeNumbers(count: number, below: number): Float64Array {
  const random = seededRandom(count + below);
  return Float64Array.from({ length: count }, () => Math.floor(random() * below));
}

/** Counts of people with an outcome, and of people. */
function counts(rows: number): { readonly x: Float64Array; readonly n: Float64Array } {
  const n = wholeNumbers(rows, 2_000).map((people) => people + 200);
  const random = seededRandom(rows);
  return { x: n.map((people) => Math.floor(people * random() * 0.2)), n };
}

/** Works every row out and keeps the results, as a caller would. */
function each<Result>(rows: number, work: (i: number) => Result): Result[] {
  const results = new Array<Result>(rows);
  for (let i = 0; i < rows; i++) results[i] = work(i);
  return results;
}

/** Sums of a column by group, groups numbered from zero. */
function sums(values: Float64Array, group: Float64Array, groups: number): Float64Array {
  const totals = new Float64Array(groups);
  for (let i = 0; i < values.length; i++) {
    const place = group[i] as number;
    totals[place] = (totals[place] as number) + (values[i] as number);
  }
  return totals;
}

function proportionRows(rows: number, levels: readonly number[]): () => unknown {
  const { x, n } = counts(rows);
  return () => proportions(x, n, levels);
}

function groupedProportions(rows: number, groups: number): () => unknown {
  const { x, n } = counts(rows);
  const group = wholeNumbers(rows, groups);
  return () => {
    const [totalX, totalN] = [sums(x, group, groups), sums(n, group, groups)];
    return each(groups, (i) =>
      (totalN[i] as number) > 0 ? proportion(totalX[i] as number, totalN[i] as number) : 0,
    );
  };
}

function rates(rows: number): () => unknown {
  const { x, n } = counts(rows);
  return () => each(rows, (i) => rate(x[i] as number, n[i] as number));
}

function directRates(groups: number): () => unknown {
  const { x, n } = counts(groups * ageBands);
  const standard = wholeNumbers(ageBands, 5_000).map((people) => people + 1_000);
  return () =>
    each(groups, (group) =>
      directlyStandardisedRate(
        Array.from({ length: ageBands }, (_, band) => ({
          count: x[group * ageBands + band] as number,
          population: n[group * ageBands + band] as number,
          standardPopulation: standard[band] as number,
        })),
      ),
    );
}

function indirectRatios(groups: number): () => unknown {
  const { x, n } = counts(groups * ageBands);
  const reference = counts(ageBands);
  return () =>
    each(groups, (group) =>
      indirectlyStandardisedRatio(
        Array.from({ length: ageBands }, (_, band) => ({
          count: x[group * ageBands + band] as number,
          population: n[group * ageBands + band] as number,
          referenceCount: reference.x[band] as number,
          referencePopulation: reference.n[band] as number,
        })),
      ),
    );
}

function means(rows: number, groups: number): () => unknown {
  const values = wholeNumbers(rows, 1_000);
  const group = wholeNumbers(rows, groups);
  return () => {
    const byGroup = Array.from({ length: groups }, (): number[] => []);
    for (let i = 0; i < rows; i++) byGroup[group[i] as number]?.push(values[i] as number);
    return byGroup.filter((own) => own.length > 0).map((own) => mean(own));
  };
}

function slopeIndices(areas: number, scale: 'number' | 'rate', draws: number): () => unknown {
  const { x, n } = counts(areas * 10);
  return () =>
    each(areas, (area) =>
      slopeIndex(
        Array.from({ length: 10 }, (_, tenth) => ({
          population: n[area * 10 + tenth] as number,
          value: (x[area * 10 + tenth] as number) + 100,
          standardError: scale === 'rate' ? 0.05 : 5,
        })),
        { scale, draws },
      ),
    );
}

function lifeTables(areas: number): () => unknown {
  const bands = lifeTableAges.length;
  const { n } = counts(areas * bands);
  return () =>
    each(areas, (area) =>
      lifeExpectancy(
        lifeTableAges.map((start, band) => {
          const population = n[area * bands + band] as number;
          return { start, population, deaths: Math.ceil(population * (0.0005 + start * start * 2e-5)) };
        }),
      ),
    );
}

function subgroups(count: number): Subgroup[] {
  const { x, n } = counts(count);
  return each(count, (i) => ({
    population: n[i] as number,
    value: (100 * (x[i] as number)) / (n[i] as number),
    standardError: 2,
  }));
}

function simulatedDeviation(draws: number): () => unknown {
  const groups = subgroups(34);
  return () =>
    simulatedInterval(groups, (drawn) => betweenGroupStandardDeviation(drawn).value, {
      random: seededRandom(1),
      draws,
    });
}

function orderedIndices(times: number): () => unknown {
  const { x, n } = counts(5);
  const groups = each(5, (i) => ({ numerator: x[i] as number, denominator: n[i] as number }));
  return () => each(times, () => logisticSlopeIndex(groups));
}

function charts(facets: number, points: number): () => unknown {
  const values = wholeNumbers(facets * points, 1_000);
  const dates = each(points, (i) => new Date(Date.UTC(2020, i)).toISOString().slice(0, 10));
  return () =>
    each(facets, (facet) => xmrChart(dates.map((date, i) => ({ date, value: values[facet * points + i] }))));
}

/** A funnel's average, its hundred points, and where each area lies. */
function funnelOfProportions(areas: number): () => unknown {
  const { x, n } = counts(areas);
  return () => {
    const average = funnelAverage([...x], [...n]);
    return each(100, (i) => proportionFunnelLimits(average, 20 * (i + 1)));
  };
}

function funnelOfRatios(areas: number): () => unknown {
  const observed = counts(areas).x.map((x) => x + 1);
  return () => {
    const most = Math.max(...observed);
    return each(100, (i) => expectedForFunnel(1 + (i * most) / 100));
  };
}

function significances(areas: number): () => unknown {
  const { x, n } = counts(areas);
  return () => each(areas, (i) => countFunnelSignificance(x[i] as number, (n[i] as number) * 0.1));
}

const rows: readonly Row[] = [
  {
    call: 'proportion, 1e5 rows',
    reference: 0.029,
    target: 1,
    prepare: () => proportionRows(million / 10, [0.95]),
  },
  {
    call: 'proportion, 1e6 rows',
    reference: 0.189,
    target: 1,
    prepare: () => proportionRows(million, [0.95]),
  },
  {
    call: 'proportion, 1e6 rows, two intervals',
    reference: 0.228,
    target: 1,
    prepare: () => proportionRows(million, [0.95, 0.998]),
  },
  {
    call: 'proportion, 1e6 rows grouped to 1e5',
    reference: 18.438,
    target: 1,
    prepare: () => groupedProportions(million, million / 10),
  },
  { call: 'rate, 1e5 rows', reference: 0.199, target: 1, prepare: () => rates(million / 10) },
  { call: 'rate, 1e6 rows', reference: 2.059, target: 1, prepare: () => rates(million) },
  {
    call: 'directly standardised rate, 1e5 rows (5,263 x 19)',
    reference: 1.687,
    target: 10,
    prepare: () => directRates(5_263),
  },
  {
    call: 'directly standardised rate, 1.9e6 rows (1e5 x 19)',
    reference: 36.212,
    target: 10,
    prepare: () => directRates(million / 10),
  },
  {
    call: 'indirectly standardised ratio, 1e5 rows (5,263 x 19)',
    reference: 3.588,
    target: 10,
    prepare: () => indirectRatios(5_263),
  },
  {
    call: 'mean, 1e5 rows (1e4 groups)',
    reference: 1.63,
    target: 10,
    prepare: () => means(million / 10, million / 100),
  },
  {
    call: 'quantile groups, 1e5 rows, tenths',
    reference: 0.069,
    target: 1,
    prepare: () => {
      const values = [...wholeNumbers(million / 10, million)];
      return () => quantileGroups(values, 10);
    },
  },
  {
    call: 'slope index, 1 area (closed form for 1e4 draws)',
    reference: 0.205,
    target: 10,
    prepare: () => slopeIndices(1, 'number', million / 100),
  },
  {
    call: 'slope index, 100 areas (closed form for 1e4 draws)',
    reference: 3.713,
    target: 10,
    prepare: () => slopeIndices(100, 'number', million / 100),
  },
  {
    call: 'slope index, 1 area (closed form for 1e5 draws)',
    reference: 0.411,
    target: 10,
    prepare: () => slopeIndices(1, 'number', million / 10),
  },
  {
    call: 'slope index, 100 areas (closed form for 1e5 draws)',
    reference: 58.998,
    target: 10,
    prepare: () => slopeIndices(100, 'number', million / 10),
  },
  {
    call: 'slope index of rates, 1 area, 1e4 draws',
    reference: 0.205,
    target: 10,
    prepare: () => slopeIndices(1, 'rate', million / 100),
  },
  {
    call: 'slope index of rates, 100 areas, 1e4 draws',
    reference: 3.713,
    target: 10,
    prepare: () => slopeIndices(100, 'rate', million / 100),
  },
  {
    call: 'slope index of rates, 1 area, 1e5 draws',
    reference: 0.411,
    target: 10,
    prepare: () => slopeIndices(1, 'rate', million / 10),
  },
  {
    call: 'slope index of rates, 100 areas, 1e5 draws',
    reference: 58.998,
    target: 10,
    prepare: () => slopeIndices(100, 'rate', million / 10),
  },
  {
    call: 'life expectancy, 1,000 areas x 20 bands',
    reference: 6.939,
    target: 10,
    prepare: () => lifeTables(1_000),
  },
  {
    call: 'funnel limits, proportion, 300 areas',
    reference: 0.037,
    target: 10,
    prepare: () => funnelOfProportions(300),
  },
  {
    call: 'funnel limits, ratio, 300 areas',
    reference: 1.531,
    target: 10,
    prepare: () => funnelOfRatios(300),
  },
  {
    call: 'funnel significance, ratio, 300 areas',
    reference: 0.225,
    target: 10,
    prepare: () => significances(300),
  },
  {
    call: 'logistic slope index, 5 groups, 20 times',
    reference: 2.291,
    target: 10,
    prepare: () => orderedIndices(20),
  },
  {
    call: 'between-group deviation, 34 groups, 100 draws',
    reference: 0.708,
    target: 1,
    prepare: () => simulatedDeviation(100),
  },
  {
    call: 'between-group deviation, 34 groups, 1,000 draws',
    reference: 6.488,
    target: 1,
    prepare: () => simulatedDeviation(1_000),
  },
  { call: 'control charts, 200 x 50 points', reference: 1.12, target: 1, prepare: () => charts(200, 50) },
];

/** Seconds of the middle of three runs. */
function median(work: () => unknown): number {
  const seconds = [0, 1, 2].map(() => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1_000;
  });
  return seconds.toSorted((a, b) => a - b)[1] as number;
}

/**
 * Times the statistics on the sizes the reference software was timed on (one core, median of three) and prints
 * both, with how many times as fast we are and how many times we mean to be.
 */
export async function benchStats(out: Out): Promise<void> {
  out('| call | reference, s | ours, s | times as fast | at least |');
  out('|---|---|---|---|---|');
  for (const { call, reference, target, prepare } of rows) {
    const seconds = median(prepare());
    const faster = reference === undefined ? '' : `${Math.round(reference / seconds)}`;
    out(`| ${call} | ${reference ?? ''} | ${seconds.toFixed(4)} | ${faster} | ${target} |`);
  }
}
