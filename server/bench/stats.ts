import { median } from '../stats/median.ts';
import type { Out } from './out.ts';
import type { Work } from './stats-work.ts';
import {
  charts,
  directRateGroups,
  funnelOfProportions,
  funnelOfRatios,
  groupedMeans,
  groupedProportions,
  indirectRatioGroups,
  lifeTables,
  orderedIndices,
  proportionRows,
  rateRows,
  significances,
  simulatedDeviation,
  slopeIndexAreas,
  tenths,
} from './stats-work.ts';

/** The call; the seconds of the reference software (R 4.2.2, one core, median of three); how often as fast we mean to be; the work. */
const calls: readonly (readonly [call: string, reference: number, target: 1 | 10, prepare: () => Work])[] = [
  ['proportion, 1e5 rows', 0.029, 1, () => proportionRows(100_000, [0.95])],
  ['proportion, 1e6 rows', 0.189, 1, () => proportionRows(1_000_000, [0.95])],
  ['proportion, 1e6 rows, two intervals', 0.228, 1, () => proportionRows(1_000_000, [0.95, 0.998])],
  ['proportion, 1e6 rows grouped to 1e5', 18.438, 1, () => groupedProportions(1_000_000, 100_000)],
  ['rate, 1e5 rows', 0.199, 1, () => rateRows(100_000)],
  ['rate, 1e6 rows', 2.059, 1, () => rateRows(1_000_000)],
  ['directly standardised rate, 1e5 rows (5,263 x 19)', 1.687, 10, () => directRateGroups(5_263)],
  ['directly standardised rate, 1.9e6 rows (1e5 x 19)', 36.212, 10, () => directRateGroups(100_000)],
  ['indirectly standardised ratio, 1e5 rows (5,263 x 19)', 3.588, 10, () => indirectRatioGroups(5_263)],
  ['mean, 1e5 rows (1e4 groups)', 1.63, 10, () => groupedMeans(100_000, 10_000)],
  ['quantile groups, 1e5 rows, tenths', 0.069, 1, () => tenths(100_000)],
  ['slope index, 1 area (closed form for 1e4 draws)', 0.205, 10, () => slopeIndexAreas(1, 'number', 10_000)],
  [
    'slope index, 100 areas (closed form for 1e4 draws)',
    3.713,
    10,
    () => slopeIndexAreas(100, 'number', 10_000),
  ],
  ['slope index, 1 area (closed form for 1e5 draws)', 0.411, 10, () => slopeIndexAreas(1, 'number', 100_000)],
  [
    'slope index, 100 areas (closed form for 1e5 draws)',
    58.998,
    10,
    () => slopeIndexAreas(100, 'number', 100_000),
  ],
  ['slope index of rateRows, 1 area, 1e4 draws', 0.205, 10, () => slopeIndexAreas(1, 'rate', 10_000)],
  ['slope index of rateRows, 100 areas, 1e4 draws', 3.713, 10, () => slopeIndexAreas(100, 'rate', 10_000)],
  ['slope index of rateRows, 1 area, 1e5 draws', 0.411, 10, () => slopeIndexAreas(1, 'rate', 100_000)],
  ['slope index of rateRows, 100 areas, 1e5 draws', 58.998, 10, () => slopeIndexAreas(100, 'rate', 100_000)],
  ['life expectancy, 1,000 areas x 20 bands', 6.939, 10, () => lifeTables(1_000)],
  ['funnel limits, proportion, 300 areas', 0.037, 10, () => funnelOfProportions(300)],
  ['funnel limits, ratio, 300 areas', 1.531, 10, () => funnelOfRatios(300)],
  ['funnel significance, ratio, 300 areas', 0.225, 10, () => significances(300)],
  ['logistic slope index, 5 groups, 20 times', 2.291, 10, () => orderedIndices(20)],
  ['between-group deviation, 34 groups, 100 draws', 0.708, 1, () => simulatedDeviation(100)],
  ['between-group deviation, 34 groups, 1,000 draws', 6.488, 1, () => simulatedDeviation(1_000)],
  ['control charts, 200 x 50 points', 1.12, 1, () => charts(200, 50)],
];

const RUNS = 3;

function seconds(work: Work): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1_000;
}

/**
 * Times the statistics on the sizes the reference software was timed on (one core, median of three) and prints
 * both, with how many times as fast we are and how many times we mean to be.
 */
export async function benchStats(out: Out): Promise<void> {
  out('| call | reference, s | ours, s | times as fast | at least |');
  out('|---|---|---|---|---|');
  for (const [call, reference, target, prepare] of calls) {
    const work = prepare();
    const ours = median(Array.from({ length: RUNS }, () => seconds(work)));
    out(`| ${call} | ${reference} | ${ours.toFixed(4)} | ${Math.round(reference / ours)} | ${target} |`);
  }
}
