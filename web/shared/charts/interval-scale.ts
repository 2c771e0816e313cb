import type { Estimate } from '../../../server/contract/estimate.ts';

/** Where figures lie on a line, from 0 at its left end to 100 at its right. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  at(value: number): number;
}

/** How much of the line stays free at each end, so that no mark is cut. */
const MARGIN = 0.06;

/** A scale that holds every value and every limit given; undefined where nothing is shown. */
export function intervalScale(estimates: readonly (Estimate | null)[]): Scale | undefined {
  const ends = estimates.flatMap((estimate) =>
    estimate?.status === 'shown'
      ? [estimate.value, estimate.lower95 ?? estimate.value, estimate.upper95 ?? estimate.value]
      : [],
  );
  if (ends.length === 0) return undefined;
  const [lowest, highest] = [Math.min(...ends), Math.max(...ends)];
  const free = highest === lowest ? Math.abs(highest) || 1 : (highest - lowest) * MARGIN;
  const [from, to] = [lowest - free, highest + free];
  return { from, to, at: (value) => (100 * (value - from)) / (to - from) };
}
