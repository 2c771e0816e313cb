import type { ComparedAreaEstimate } from '../../../server/contract/estimate.ts';

/** More rows than this are not read; the ends are what matters. */
const MOST = 30;
const EACH_END = 10;

export interface Ranked {
  readonly first: readonly ComparedAreaEstimate[];
  /** How many lie between and are left to the map and the file. */
  readonly between: number;
  readonly last: readonly ComparedAreaEstimate[];
}

/** All rows, or where they are many the two ends of those with a figure. @param sorted in the order to be shown. */
export function rankedOf(sorted: readonly ComparedAreaEstimate[]): Ranked {
  if (sorted.length <= MOST) return { first: sorted, between: 0, last: [] };
  const shown = sorted.filter(({ status }) => status === 'shown');
  return {
    first: shown.slice(0, EACH_END),
    between:
      sorted.length -
      Math.min(shown.length, EACH_END) -
      Math.max(0, Math.min(EACH_END, shown.length - EACH_END)),
    last: shown.slice(EACH_END).slice(-EACH_END),
  };
}
