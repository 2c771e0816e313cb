/** What a protection hid and proved, in figures. Pure. */
import { changesOf } from './feasible/move.ts';
import type { Protection } from './protect.ts';
import { openIn } from './prove.ts';
import { suppressPrimary } from './suppress/primary.ts';
import { cellName } from './table/layout.ts';

export interface ProtectionReport {
  readonly cells: number;
  readonly shown: number;
  /** Small counts, withheld by rule. */
  readonly primary: number;
  /** Withheld so that those cannot be worked out, with the quiet ones below. */
  readonly secondary: number;
  /** Small counts of which not even their smallness may be admitted: counted in `secondary`, not in `primary`. */
  readonly quiet: number;
  readonly witnesses: number;
  /** How far apart the counts that an intruder has to reckon with lie at least, over all sensitive counts. */
  readonly smallestUncertainty: number;
  /** Sensitive counts that are not proved, by name: where there are any, nothing may be published. */
  readonly open: readonly string[];
}

/**
 * Counts what a protection shows, withholds and proves.
 *
 * @param protection a table with its statuses, and the proof.
 * @returns numbers of cells; the smallest uncertainty in people.
 * @example reportOf(protect(table)).open; // []
 */
export function reportOf({ published, proof }: Protection): ProtectionReport {
  const { table, statuses, sensitive, policy, earlier } = published;
  const primary = suppressPrimary(table, { policy, earlier });
  const count = (status: string) => statuses.filter((one) => one === status).length;
  const spread = new Map<number, { low: number; high: number }>();
  for (const move of proof.witnesses) {
    for (const { cell, people } of changesOf(table, move)) {
      if (!sensitive.has(cell)) continue;
      const { low, high } = spread.get(cell) ?? { low: 0, high: 0 };
      spread.set(cell, { low: Math.min(low, people), high: Math.max(high, people) });
    }
  }
  return {
    cells: statuses.length - count('unpublished'),
    shown: count('shown') + count('known'),
    primary: count('small'),
    secondary: count('secondary'),
    quiet: statuses.filter((one, cell) => one === 'secondary' && primary.statuses[cell] === 'small').length,
    witnesses: proof.witnesses.length,
    smallestUncertainty: [...spread.values()].reduce(
      (least, { low, high }) => Math.min(least, high - low + 1),
      Number.POSITIVE_INFINITY,
    ),
    open: openIn(proof).map((cell) => cellName(table, cell)),
  };
}
