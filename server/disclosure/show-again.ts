/** Takes back what was withheld and is not needed. */
import { costsOf } from './costs.ts';
import { at, item } from './lists.ts';
import { rangesFor } from './prove.ts';
import { limitsOf, type PublishedTable, withStatus } from './published-table.ts';
import { createSearch, type Effort, type Search } from './search.ts';
import { cheapestWitness } from './withhold-unsettled.ts';
import { holds, type Witness, witnessOf } from './witnesses.ts';

/**
 * Shows again each cell withheld for others' sake that every small count can do without: the dearest first.
 *
 * @param byRule the table as the rules for single cells publish it.
 * @param start the same with more withheld, all proved.
 * @param known the witnesses of that proof.
 * @returns the table with less withheld, and witnesses that prove it.
 * @throws nothing.
 * @see DESIGN: the least additional cells are withheld.
 * @example showAgain(byRule, published, witnesses, effort, 1).published;
 */
export function showAgain(
  byRule: PublishedTable,
  start: PublishedTable,
  known: readonly Witness[],
  effort: Effort,
  seed: number,
): { readonly published: PublishedTable; readonly witnesses: readonly Witness[] } {
  const costs = costsOf(byRule);
  let published = start;
  const witnesses = [...known];
  const keeper = new Map<number, Witness>();
  for (const witness of witnesses)
    for (const cell of witness.keeps) if (!keeper.has(cell)) keeper.set(cell, witness);
  const added = [...start.statuses.keys()].filter((cell) => start.statuses[cell] !== byRule.statuses[cell]);
  for (const cell of added.sort((a, b) => at(costs, b) - at(costs, a))) {
    const shown = withStatus(published, [cell], item(byRule.statuses, cell));
    const needing = [...keeper].filter(([, witness]) => witness.needs.has(cell)).map(([secret]) => secret);
    const replaced =
      needing.length === 0
        ? new Map<number, Witness>()
        : replacements(byRule, shown, needing, witnesses, effort, seed + cell);
    if (replaced === undefined) continue;
    published = shown;
    for (const [secret, witness] of replaced) keeper.set(secret, witness);
  }
  return { published, witnesses: [...new Set(keeper.values())] };
}

function replacements(
  byRule: PublishedTable,
  shown: PublishedTable,
  needing: readonly number[],
  witnesses: Witness[],
  effort: Effort,
  seed: number,
): Map<number, Witness> | undefined {
  const replaced = new Map<number, Witness>();
  const usable = witnesses.filter((witness) => holds(witness, shown.statuses));
  const limits = limitsOf(shown);
  let search: Search | undefined;
  for (const secret of needing) {
    if (replaced.has(secret)) continue;
    const known = usable.find(({ keeps }) => keeps.has(secret));
    if (known !== undefined) {
      replaced.set(secret, known);
      continue;
    }
    search ??= createSearch(shown.table, limits, seed);
    const found = cheapestWitness(
      limits,
      rangesFor(shown, secret),
      secret,
      search,
      effort,
      new Float64Array(limits.lowest.length),
    );
    if (found === undefined) return undefined;
    const witness = witnessOf(byRule, found);
    witnesses.push(witness);
    usable.push(witness);
    for (const kept of needing) if (witness.keeps.has(kept)) replaced.set(kept, witness);
  }
  return replaced;
}
