/** Shows again what readers need most, and withholds cheaper cells in its place. */

import { UNLIMITED } from '../bounds/deduction.ts';
import { boundsOf, limitsOf, type PublishedTable, type Status } from '../bounds/published-table.ts';
import { holds, type Witness, witnessOf } from '../feasible/check.ts';
import { createSearch, type Effort } from '../feasible/search.ts';
import { rangesFor } from '../prove.ts';
import { at, item } from '../table/lists.ts';
import { costsOf, DEAR } from './cost.ts';
import { keepersOf } from './restore.ts';
import { cheapestWitness } from './secondary-by-search.ts';

/**
 * For each dear cell withheld for others' sake: whether it can be shown if cheaper ones are withheld instead, all of them
 * together for less than it costs. The dearest first.
 *
 * @param byRule the table as the rules for single cells publish it.
 * @param start the same with more withheld, all proved.
 * @param known the witnesses of that proof.
 * @param effort how hard to look for each small count that rested on the cell.
 * @returns the table with others withheld, and witnesses that prove it.
 * @throws nothing.
 * @see DESIGN: proof first, then margins a planner needs, then fewest cells.
 * @example exchangeDear(byRule, published, protect(table).proof.witnesses.map((move) => witnessOf(byRule, move)), { steps: 50, choices: 100, starts: 2 }, 1).published.statuses[5]; // 'shown'
 */
export function exchangeDear(
  byRule: PublishedTable,
  start: PublishedTable,
  known: readonly Witness[],
  effort: Effort,
  seed: number,
): { readonly published: PublishedTable; readonly witnesses: readonly Witness[] } {
  const costs = costsOf(byRule);
  const statuses = [...start.statuses];
  const published = { ...start, statuses };
  const isAdded = (cell: number) => statuses[cell] !== byRule.statuses[cell];
  /** An earlier version that showed a cell goes on saying so: withholding it now would leave nothing more open. */
  const isBoundBefore = (cell: number) => boundsOf(start, cell, 'others').highest < UNLIMITED;
  /** What may be withheld instead: 0 where it may not, or is already. */
  const cheap = costs.map((cost, cell) => (cost >= DEAR || isAdded(cell) || isBoundBefore(cell) ? 0 : cost));
  const limits = limitsOf(start);
  const search = createSearch(start.table, limits, seed, cheap);
  const kept = keepersOf(known);
  const setStatus = (cell: number, status: Status, cost: number) => {
    statuses[cell] = status;
    const bounds = boundsOf(published, cell, status);
    [limits.lowest[cell], limits.highest[cell], cheap[cell]] = [bounds.lowest, bounds.highest, cost];
    search.relimit(cell, bounds, cost);
  };
  // A small count stays withheld whatever is exchanged.
  const isDear = (cell: number) => at(costs, cell) >= DEAR && byRule.statuses[cell] !== 'small';
  const dear = [...statuses.keys()].filter((cell) => isAdded(cell) && isDear(cell));
  for (const cell of dear.sort((a, b) => at(costs, b) - at(costs, a))) {
    const instead: number[] = [];
    const replaced = new Map<number, Witness>();
    let spent = 0;
    setStatus(cell, item(byRule.statuses, cell), 0);
    const usable = kept.witnesses.filter((witness) => holds(witness, statuses));
    const isKept = kept.needing(cell).every((secret) => {
      if (replaced.has(secret)) return true;
      const other = usable.find(({ keeps }) => keeps.has(secret));
      if (other !== undefined) {
        replaced.set(secret, other);
        return true;
      }
      const found = cheapestWitness(limits, rangesFor(published, secret), secret, search, effort, cheap);
      if (found === undefined) return false;
      for (const other of found.breaks) {
        spent += at(costs, other);
        instead.push(other);
        setStatus(other, 'others', 0);
      }
      if (spent > at(costs, cell)) return false;
      const witness = witnessOf(byRule, found);
      for (const one of witness.keeps) if (!replaced.has(one)) replaced.set(one, witness);
      return holds(witness, statuses) && replaced.has(secret);
    });
    if (isKept) {
      kept.witnesses.push(...new Set(replaced.values()).difference(new Set(usable)));
      for (const secret of kept.needing(cell)) kept.keep(secret, replaced.get(secret) as Witness);
    } else {
      for (const other of instead) setStatus(other, item(byRule.statuses, other), at(costs, other));
      setStatus(cell, 'others', 0);
    }
  }
  return { published, witnesses: kept.inUse() };
}
