/** The score test of two groups; where counts are rounded, at the least favourable true ones. Pure. */
import { leastFavourableP } from '../../stats/least-favourable.ts';
import { scoreTest } from '../../stats/score-test.ts';
import type { Counted } from './counted.ts';

/** Where counts are rounded the verdict must hold whatever the true ones are. */
export function scoreP(a: Counted, b: Counted): number {
  return a.ranges === undefined || b.ranges === undefined
    ? scoreTest(a, b).p
    : leastFavourableP(a.ranges, b.ranges, scoreTest);
}
