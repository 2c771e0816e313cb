/** Takes back what was withheld and is not needed. */

import { boundsOf, limitsOf, type PublishedTable, type Status } from '../bounds/published-table.ts';
import { holds, type Witness, witnessOf } from '../feasible/check.ts';
import { createSearch, type Effort, type Found } from '../feasible/search.ts';
import { rangesFor } from '../prove.ts';
import { at, item } from '../table/lists.ts';
import { costsOf } from './cost.ts';
import { cheapestWitness } from './secondary-by-search.ts';

/**
 * Shows again each cell withheld for others' sake that every small count can do without: the dearest first.
 *
 * @param byRule the table as the rules for single cells publish it.
 * @param start the same with more withheld, all proved.
 * @param known the witnesses of that proof.
 * @param effortFor how hard to look before a cell of this cost stays withheld.
 * @returns the table with less withheld, and witnesses that prove it.
 * @throws nothing.
 * @see DESIGN: the least additional cells are withheld.
 * @example showAgain(
 *   byRule,
 *   published,
 *   protect(table).proof.witnesses.map((move) => witnessOf(byRule, move)),
 *   () => ({ steps: 50, choices: 100, starts: 2 }),
 *   1,
 * ).published.statuses[0]; // 'others'
 */
export function showAgain(
  byRule: PublishedTable,
  start: PublishedTable,
  known: readonly Witness[],
  effortFor: (cost: number) => Effort,
  seed: number,
): { readonly published: PublishedTable; readonly witnesses: readonly Witness[] } {
  const costs = costsOf(byRule);
  const statuses = [...start.statuses];
  const published = { ...start, statuses };
  const limits = limitsOf(start);
  const search = createSearch(start.table, limits, seed);
  const kept = keepersOf(known);
  const added = [...statuses.keys()].filter((cell) => statuses[cell] !== byRule.statuses[cell]);
  const setStatus = (cell: number, status: Status) => {
    statuses[cell] = status;
    const bounds = boundsOf(published, cell, status);
    [limits.lowest[cell], limits.highest[cell]] = [bounds.lowest, bounds.highest];
    search.relimit(cell, bounds, 0);
  };
  for (const cell of added.sort((a, b) => at(costs, b) - at(costs, a))) {
    const before = item(statuses, cell);
    const effort = effortFor(at(costs, cell));
    setStatus(cell, item(byRule.statuses, cell));
    const replaced = replacements(byRule, published, kept.needing(cell), kept.witnesses, (secret) =>
      cheapestWitness(limits, rangesFor(published, secret), secret, search, effort, NO_COSTS),
    );
    if (replaced === undefined) setStatus(cell, before);
    else for (const [secret, witness] of replaced) kept.keep(secret, witness);
  }
  return { published, witnesses: kept.inUse() };
}

const NO_COSTS = new Float64Array(0);

/** Which witness keeps each secret, and which secrets rest on a cell being withheld. */
export function keepersOf(known: readonly Witness[]) {
  const witnesses = [...known];
  const keeper = new Map<number, Witness>();
  const resting = new Map<number, Set<number>>();
  const restOn = (cell: number) => {
    const those = resting.get(cell) ?? new Set<number>();
    resting.set(cell, those);
    return those;
  };
  const keep = (secret: number, witness: Witness) => {
    for (const cell of keeper.get(secret)?.needs ?? []) restOn(cell).delete(secret);
    keeper.set(secret, witness);
    for (const cell of witness.needs) restOn(cell).add(secret);
  };
  // Witnesses that need nothing withheld come first: then little rests on what is.
  for (const witness of witnesses.toSorted((a, b) => a.needs.size - b.needs.size))
    for (const cell of witness.keeps) if (!keeper.has(cell)) keep(cell, witness);
  return {
    witnesses,
    keep,
    needing: (cell: number) => [...restOn(cell)],
    inUse: () => [...new Set(keeper.values())],
  };
}

/** Other witnesses for the secrets that rest on a cell now shown; undefined where one has none. */
function replacements(
  byRule: PublishedTable,
  shown: PublishedTable,
  needing: readonly number[],
  witnesses: Witness[],
  findFor: (secret: number) => Found | undefined,
): Map<number, Witness> | undefined {
  const replaced = new Map<number, Witness>();
  if (needing.length === 0) return replaced;
  const usable = witnesses.filter((witness) => holds(witness, shown.statuses));
  for (const secret of needing) {
    if (replaced.has(secret)) continue;
    const known = usable.find(({ keeps }) => keeps.has(secret));
    if (known !== undefined) {
      replaced.set(secret, known);
      continue;
    }
    const found = findFor(secret);
    if (found === undefined) return undefined;
    const witness = witnessOf(byRule, found);
    witnesses.push(witness);
    usable.push(witness);
    for (const kept of needing) if (witness.keeps.has(kept)) replaced.set(kept, witness);
  }
  return replaced;
}
