/** Fifths of the wards of the place, by deprivation score. Pure. */

import { deprivationScore2025 } from '../../indicators/deprivation.ts';
import { quantileGroups } from '../../stats/quantile-groups.ts';
import { newestPeriod } from '../release/resolve.ts';
import type { Snapshot } from '../release/snapshot.ts';
import type { StoredEstimate } from '../release/stored.ts';

/** The fifth of each ward, 1 the most deprived; empty where wards have no score. */
export type WardFifths = ReadonlyMap<string, number>;

/**
 * Where the deprivation scores of wards are stored.
 *
 * @param snapshot the release.
 * @returns undefined where none are published.
 * @see MHCLG (2025) English Indices of Deprivation 2025.
 * @example wardScoresOf(snapshot); // undefined
 */
export function wardScoresOf(snapshot: Snapshot) {
  const [series] = snapshot.seriesOf(deprivationScore2025.id);
  const period = series && newestPeriod(series, 'ward');
  return series === undefined || period === undefined
    ? undefined
    : { series: series.id, areaType: 'ward' as const, period };
}

/**
 * Fifths of the wards of the place by deprivation score, of equally many wards as near as can be.
 *
 * @param scores stored figures; those of other areas are left aside.
 * @returns the fifth of each ward by its code, 1 the most deprived; without wards that have no score.
 * @see Fingertips: quantiles of areas, as PHEindicatormethods::phe_quantile has them.
 * @example [...wardFifthsOf([9, 7, 5, 3, 1].map((value, at) => ({ area_type: 'ward', area_code: `W${at}`, status: 'shown', value })))];
 *   // [['W0', 1], ['W1', 2], ['W2', 3], ['W3', 4], ['W4', 5]]
 */
export function wardFifthsOf(scores: readonly StoredEstimate[]): WardFifths {
  const wards = scores.filter((row) => row.area_type === 'ward');
  const fifths = quantileGroups(
    wards.map((row) => (row.status === 'shown' && row.value !== null ? row.value : undefined)),
    5,
  );
  return new Map(
    wards.flatMap((row, index) => {
      const fifth = fifths[index];
      return fifth === undefined ? [] : [[row.area_code, fifth]];
    }),
  );
}
