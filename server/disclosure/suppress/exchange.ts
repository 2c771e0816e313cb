/** Shows again what readers need most, and withholds cheaper cells in its place. */
import { at, item } from '../../lists.ts';
import { UNLIMITED } from '../bounds/cell-bounds.ts';
import { boundsOfCell, type PublishedTable } from '../bounds/published-table.ts';
import { holds, type Witness, witnessOf } from '../feasible/check.ts';

import { COST, type Effort } from '../tuning.ts';
import { costsOf } from './cost.ts';
import { Revision } from './revision.ts';
import { WitnessCoverage } from './witness-coverage.ts';

/**
 * For each dear cell under secondary suppression: whether it can be shown if cheaper ones are withheld instead, all of them
 * together for less than it costs. The dearest first.
 *
 * @param primary the table as the rules for single cells publish it.
 * @param start the same with more withheld, all proved.
 * @param known the witnesses of that proof.
 * @param effort how hard to look for each sensitive count that rested on the cell.
 * @returns the table with others withheld, and witnesses that prove it.
 * @example exchange(
 *   primary,
 *   published,
 *   protect(table).proof.witnesses.map((move) => witnessOf(primary, move)),
 *   { moves: 50, choices: 100, starts: 2 },
 *   1,
 * ).published.statuses[5]; // 'shown'
 */
export function exchange(
  primary: PublishedTable,
  start: PublishedTable,
  known: readonly Witness[],
  effort: Effort,
  seed: number,
): { readonly published: PublishedTable; readonly witnesses: readonly Witness[] } {
  const costs = costsOf(primary);
  const isAdded = (cell: number) => start.statuses[cell] !== primary.statuses[cell];
  /** An earlier version that showed a cell goes on saying so: withholding it now would leave nothing more open. */
  const isBoundBefore = (cell: number) => boundsOfCell(start, cell, 'secondary').highest < UNLIMITED;
  /** What may be withheld instead: 0 where it may not, or is already. */
  const cheap = costs.map((cost, cell) =>
    cost >= COST.dear || isAdded(cell) || isBoundBefore(cell) ? 0 : cost,
  );
  const costOf = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + at(costs, cell), 0);
  const revision = new Revision(start, seed, cheap);
  const coverage = new WitnessCoverage(known);
  // A small count stays withheld whatever is exchanged.
  const isDear = (cell: number) => at(costs, cell) >= COST.dear && primary.statuses[cell] !== 'small';
  const dear = [...start.statuses.keys()].filter((cell) => isAdded(cell) && isDear(cell));
  for (const cell of dear.sort((a, b) => at(costs, b) - at(costs, a))) {
    const instead: number[] = [];
    revision.setStatus(cell, item(primary.statuses, cell));
    const resting = coverage.restingOn(cell);
    const usable = coverage.holding(revision.published.statuses);
    const replaced = replacements(resting, usable, (one) => {
      const found = revision.cheapestWitness(one, effort);
      for (const other of found?.breaks ?? []) {
        instead.push(other);
        revision.setStatus(other, 'secondary');
      }
      if (found === undefined || costOf(instead) > at(costs, cell)) return undefined;
      const witness = witnessOf(primary, found);
      return holds(witness, revision.published.statuses) ? witness : undefined;
    });
    if (replaced !== undefined) {
      coverage.learn(new Set(replaced.values()).difference(new Set(usable)));
      for (const one of resting) {
        const witness = replaced.get(one);
        if (witness !== undefined) coverage.restOn(one, witness);
      }
    } else {
      for (const other of instead) revision.setStatus(other, item(primary.statuses, other), at(costs, other));
      revision.setStatus(cell, 'secondary');
    }
  }
  return { published: revision.published, witnesses: coverage.inUse };
}

/** A witness for each of these counts, one that is known where one will do; undefined where one has none. */
function replacements(
  cells: readonly number[],
  usable: readonly Witness[],
  findFor: (cell: number) => Witness | undefined,
): Map<number, Witness> | undefined {
  const replaced = new Map<number, Witness>();
  for (const cell of cells) {
    if (replaced.has(cell)) continue;
    const known = usable.find(({ keeps }) => keeps.has(cell));
    const witness = known ?? findFor(cell);
    if (witness === undefined) return undefined;
    for (const kept of known === undefined ? witness.keeps : [cell])
      if (!replaced.has(kept)) replaced.set(kept, witness);
  }
  return replaced;
}
