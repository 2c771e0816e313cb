/** Fifths of the wards of the place, by deprivation score. Pure. */

import { deprivationScore2025 } from '../../indicators/deprivation.ts';
import { quantileGroups } from '../../stats/quantile-groups.ts';
import { newestPeriod } from '../release/resolve.ts';
import type { Snapshot } from '../release/snapshot.ts';
import type { StoredEstimate } from '../release/stored.ts';

/** The fifth of each ward, 1 the most deprived; empty where wards have no score. */
export type WardFifths = ReadonlyMap<string, number>;

/** Where the scores of wards are stored; undefined where none are published. */
export function wardScoresOf(snapshot: Snapshot) {
  const [series] = snapshot.seriesOf(deprivationScore2025.id);
  const period = series && newestPeriod(series, 'ward');
  return series === undefined || period === undefined
    ? undefined
    : { series: series.id, areaType: 'ward' as const, period };
}

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
