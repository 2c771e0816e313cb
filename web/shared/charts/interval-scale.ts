import type { Estimate } from '../../../server/contract/estimate.ts';

/** Where figures lie on a line, from 0 at its left end to 100 at its right. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  at(value: number): number;
}

/** How much of the line stays free at each end, so that no mark is cut. */
const MARGIN = 0.06;

/**
 * A line without intervals shows at least so much of the largest value: two figures that are nearly the same must not lie at its
 * two ends, as two that are far apart do.
 */
const LEAST_SPAN = 0.5;

/** A scale that holds every value and every limit given; undefined where nothing is shown. */
export function intervalScale(estimates: readonly (Estimate | null)[]): Scale | undefined {
  const ends = estimates.flatMap((estimate) =>
    estimate?.status === 'shown'
      ? [estimate.value, estimate.lower95 ?? estimate.value, estimate.upper95 ?? estimate.value]
      : [],
  );
  if (ends.length === 0) return undefined;
  const [lowest, highest] = [Math.min(...ends), Math.max(...ends)];
  const size = Math.max(Math.abs(lowest), Math.abs(highest));
  const isBare = estimates.every((one) => one?.status !== 'shown' || one.lower95 === undefined);
  const least = isBare ? (LEAST_SPAN * size - (highest - lowest)) / 2 : 0;
  const free = highest === lowest ? size || 1 : Math.max((highest - lowest) * MARGIN, least);
  const [from, to] = [lowest - free, highest + free];
  return { from, to, at: (value) => (100 * (value - from)) / (to - from) };
}
