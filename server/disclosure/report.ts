/** What a protection hid and proved, in figures. Pure. */

import { publishByRule } from './bounds/published-table.ts';
import { changesOf } from './feasible/move.ts';
import type { Protection } from './protect.ts';
import { at } from './table/lists.ts';
import { nameOf } from './table/table.ts';

export interface ProtectionReport {
  readonly cells: number;
  readonly shown: number;
  /** Small counts. */
  readonly byRule: number;
  /** Withheld so that those cannot be worked out, with the small counts below. */
  readonly forOthers: number;
  /** Small counts of which not even their smallness may be admitted: counted in `forOthers`, not in `byRule`. */
  readonly smallnessWithheld: number;
  readonly witnesses: number;
  /** How far apart the counts that somebody has to reckon with lie at least, over all small counts. */
  readonly smallestUncertainty: number;
  /** Small counts that are not proved, by name: where there are any, nothing may be published. */
  readonly open: readonly string[];
}

/**
 * Counts what a protection shows, withholds and proves.
 *
 * @param protection a table with its statuses, and the proof.
 * @returns numbers of cells; the smallest uncertainty in people.
 * @throws nothing.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4.
 * @example reportOf(protect(table)).open; // []
 */
export function reportOf({ published, proof }: Protection): ProtectionReport {
  const { table, statuses, secrets } = published;
  const byRule = publishByRule(table, { policy: published.policy, earlier: published.earlier });
  const count = (status: string) => statuses.filter((one) => one === status).length;
  const smallnessWithheld = statuses.filter(
    (one, cell) => one === 'others' && byRule.statuses[cell] === 'small',
  ).length;
  const spread = new Map<number, { low: number; high: number }>();
  for (const move of proof.witnesses) {
    const { cells, people } = changesOf(table, move);
    for (const [i, cell] of cells.entries()) {
      if (!secrets.has(cell)) continue;
      const change = at(people, i);
      const { low, high } = spread.get(cell) ?? { low: 0, high: 0 };
      spread.set(cell, { low: Math.min(low, change), high: Math.max(high, change) });
    }
  }
  return {
    cells: statuses.length - count('unpublished'),
    shown: count('shown') + count('known'),
    byRule: count('small'),
    forOthers: count('others'),
    smallnessWithheld,
    witnesses: proof.witnesses.length,
    smallestUncertainty: [...spread.values()].reduce(
      (least, { low, high }) => Math.min(least, high - low + 1),
      Number.POSITIVE_INFINITY,
    ),
    open: [...proof.told, ...proof.unsettled].map((cell) => nameOf(table, cell)),
  };
}
