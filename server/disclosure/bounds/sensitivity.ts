/** Which counts an intruder must not infer, and what counts as inferring one. */

import type { PolicyNumbers } from '../../contract/policies.ts';
import { at } from '../../lists.ts';
import type { Bounds } from '../policy.ts';

import { UNLIMITED } from './cell-bounds.ts';
import type { PublishedTable, SensitiveCount } from './published-table.ts';

/**
 * How sensitive a small count is:
 * - full: it may be inferred neither exactly nor as below the least that may be;
 * - difference: neither exactly nor as at least one and below that least, for the difference of two counts: that it is
 *   nobody, or as many as may be inferred, stays possible;
 * - presence: what official figures show to be below that anyway, or nobody: not that there is anybody;
 * - exact: not exactly, for what nobody publishes, as a wider age band of a ward;
 * - none: not at all.
 */
export type Sensitivity = 'full' | 'difference' | 'presence' | 'exact' | 'none';

/**
 * The alternatives to a count, of which one must stay possible.
 *
 * @param count people, now or in an earlier edition.
 * @param sensitivity of the count; not `none`.
 * @param policy whose numbers hold.
 * @example sensitiveCount(2, 'full', policy).alternatives; // [{ lowest: 4, highest: 1073741824 }]
 */
export function sensitiveCount(
  count: number,
  sensitivity: Exclude<Sensitivity, 'none'>,
  { notBelow }: PolicyNumbers,
): SensitiveCount {
  const nobody: Bounds = { lowest: 0, highest: 0 };
  const enough: Bounds = { lowest: notBelow, highest: UNLIMITED };
  if (sensitivity === 'presence') return { count, alternatives: [nobody] };
  if (count < notBelow && sensitivity === 'full') return { count, alternatives: [enough] };
  if (count < notBelow && sensitivity === 'difference') return { count, alternatives: [nobody, enough] };
  return { count, alternatives: anyOther(count) };
}

const anyOther = (count: number): Bounds[] => [
  { lowest: 0, highest: count - 1 },
  { lowest: count + 1, highest: UNLIMITED },
];

/**
 * The alternatives to a cell's count, as counts of today's table; of a cell that is not sensitive, every other count.
 *
 * @example alternativesOf(primary, 1); // [{ lowest: 4, highest: 1073741824 }]
 */
export function alternativesOf({ table, sensitive }: PublishedTable, cell: number): Bounds[] {
  const truth = at(table.truth, cell);
  const { count, alternatives } = sensitive.get(cell) ?? { count: truth, alternatives: anyOther(truth) };
  const ranges = alternatives.map(({ lowest, highest }) => ({
    lowest: lowest + truth - count,
    highest: highest === UNLIMITED ? UNLIMITED : highest + truth - count,
  }));
  // Neither side comes first everywhere, or all witnesses would lean to it.
  return cell % 2 === 0 ? ranges : ranges.reverse();
}

/**
 * Whether bounds give a sensitive count away: an intruder can rule out all its alternatives.
 *
 * @example isInferred(primary, 1, { lowest: 1, highest: 3 }); // true
 */
export function isInferred({ table, sensitive }: PublishedTable, cell: number, bounds: Bounds): boolean {
  const one = sensitive.get(cell);
  if (one === undefined) return false;
  const shift = at(table.truth, cell) - one.count;
  return one.alternatives.every(
    ({ lowest, highest }) => bounds.highest - shift < lowest || bounds.lowest - shift > highest,
  );
}

/**
 * Whether another table, in which a cell holds so many people more, gives a sensitive count one of its alternatives.
 *
 * @example isAlternative(primary, 1, 3); // true
 */
export function isAlternative({ sensitive }: PublishedTable, cell: number, change: number): boolean {
  const one = sensitive.get(cell);
  if (one === undefined || change === 0) return false;
  const other = one.count + change;
  return one.alternatives.some(({ lowest, highest }) => other >= lowest && other <= highest);
}
