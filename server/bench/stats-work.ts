/** Inputs in the sizes the reference software was timed on, and the work on each: making the input is not timed. */

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
import { xmrChart } from '../stats/xmr-chart.ts';
import { itemAt } from './item-at.ts';

/** What is timed. */
export type Work = () => unknown;

const AGE_BANDS = 19;
const TENTHS = 10;

/** People with an outcome, and people. */
interface Counted {
  readonly count: number;
  readonly population: number;
}

/** Whole numbers from zero to below `below`, the same in every run. */
function wholeNumbers(count: number, below: number): number[] {
  const random = seededRandom(count + below);
  return Array.from({ length: count }, () => Math.floor(random() * below));
}

function countedRows(rows: number): Counted[] {
  const random = seededRandom(rows);
  return wholeNumbers(rows, 2_000).map((people) => {
    const population = people + 200;
    return { count: Math.floor(population * random() * 0.2), population };
  });
}

/** The same items in as many equal groups. */
const inGroups = <Item>(groups: number, items: readonly Item[]): Item[][] => {
  const size = items.length / groups;
  return Array.from({ length: groups }, (_, group) => items.slice(group * size, (group + 1) * size));
};

/** Each item with the number of the group it belongs to. */
const withGroups = <Item>(items: readonly Item[], groups: number) => {
  const drawn = wholeNumbers(items.length, groups);
  return items.map((item, place) => ({ item, group: itemAt(drawn, place) }));
};

const byGroup = <Item>(items: readonly { readonly item: Item; readonly group: number }[]): Item[][] =>
  [...Map.groupBy(items, ({ group }) => group).values()].map((own) => own.map(({ item }) => item));

export function proportionRows(rows: number, levels: readonly number[]): Work {
  const counted = countedRows(rows);
  const numerators = Float64Array.from(counted, ({ count }) => count);
  const denominators = Float64Array.from(counted, ({ population }) => population);
  return () => proportions(numerators, denominators, levels);
}

export function groupedProportions(rows: number, groups: number): Work {
  const grouped = withGroups(countedRows(rows), groups);
  return () =>
    byGroup(grouped).map((own) =>
      proportion(
        own.reduce((sum, { count }) => sum + count, 0),
        own.reduce((sum, { population }) => sum + population, 0),
      ),
    );
}

export function rateRows(rows: number): Work {
  const counted = countedRows(rows);
  return () => counted.map(({ count, population }) => rate(count, population));
}

export function directRateGroups(groups: number): Work {
  const standard = wholeNumbers(AGE_BANDS, 5_000).map((people) => people + 1_000);
  const grouped = inGroups(groups, countedRows(groups * AGE_BANDS)).map((own) =>
    standard.map((standardPopulation, band) => ({ ...itemAt(own, band), standardPopulation })),
  );
  return () => grouped.map((strata) => directlyStandardisedRate(strata));
}

export function indirectRatioGroups(groups: number): Work {
  const reference = countedRows(AGE_BANDS);
  const grouped = inGroups(groups, countedRows(groups * AGE_BANDS)).map((own) =>
    reference.map(({ count, population }, band) => ({
      ...itemAt(own, band),
      referenceCount: count,
      referencePopulation: population,
    })),
  );
  return () => grouped.map((strata) => indirectlyStandardisedRatio(strata));
}

export function groupedMeans(rows: number, groups: number): Work {
  const grouped = withGroups(wholeNumbers(rows, 1_000), groups);
  return () => byGroup(grouped).map((own) => mean(own));
}

export function tenths(rows: number): Work {
  const values = wholeNumbers(rows, 1_000_000);
  return () => quantileGroups(values, TENTHS);
}

export function slopeIndexAreas(areas: number, scale: 'number' | 'rate', draws: number): Work {
  const standardError = scale === 'rate' ? 0.05 : 5;
  const grouped = inGroups(areas, countedRows(areas * TENTHS)).map((own) =>
    own.map(({ count, population }) => ({ population, value: count + 100, standardError })),
  );
  return () => grouped.map((groups) => slopeIndex(groups, { scale, draws }));
}

export function lifeTables(areas: number): Work {
  const bands = lifeTableAges.length;
  const tables = inGroups(areas, countedRows(areas * bands)).map((own) =>
    lifeTableAges.map((start, band) => {
      const { population } = itemAt(own, band);
      return { start, population, deaths: Math.ceil(population * (0.0005 + start * start * 2e-5)) };
    }),
  );
  return () => tables.map((table) => lifeExpectancy(table));
}

export function simulatedDeviation(draws: number): Work {
  const groups = countedRows(34).map(({ count, population }) => ({
    population,
    value: (100 * count) / population,
    standardError: 2,
  }));
  return () =>
    simulatedInterval(groups, (drawn) => betweenGroupStandardDeviation(drawn).value, {
      random: seededRandom(1),
      draws,
    });
}

export function orderedIndices(times: number): Work {
  const groups = countedRows(5).map(({ count, population }) => ({
    numerator: count,
    denominator: population,
  }));
  return () => Array.from({ length: times }, () => logisticSlopeIndex(groups));
}

export function charts(facets: number, points: number): Work {
  const series = inGroups(facets, wholeNumbers(facets * points, 1_000)).map((own) =>
    own.map((value, month) => ({ date: new Date(Date.UTC(2020, month)).toISOString().slice(0, 10), value })),
  );
  return () => series.map((dated) => xmrChart(dated));
}

/** A funnel's average, and its hundred points. */
export function funnelOfProportions(areas: number): Work {
  const counted = countedRows(areas);
  return () => {
    const average = funnelAverage(
      counted.map(({ count }) => count),
      counted.map(({ population }) => population),
    );
    return Array.from({ length: 100 }, (_, point) => proportionFunnelLimits(average, 20 * (point + 1)));
  };
}

export function funnelOfRatios(areas: number): Work {
  const observed = countedRows(areas).map(({ count }) => count + 1);
  return () => {
    const most = Math.max(...observed);
    return Array.from({ length: 100 }, (_, point) => expectedForFunnel(1 + (point * most) / 100));
  };
}

export function significances(areas: number): Work {
  const counted = countedRows(areas);
  return () => counted.map(({ count, population }) => countFunnelSignificance(count, population * 0.1));
}
