/** Takes back secondary suppression that is not needed. */
import { at, item } from '../../lists.ts';
import type { PublishedTable } from '../bounds/published-table.ts';
import { type Witness, witnessOf } from '../feasible/check.ts';
import type { Found } from '../feasible/search.ts';

import type { Effort } from '../tuning.ts';
import { costsOf } from './cost.ts';
import { Revision } from './revision.ts';
import { WitnessCoverage } from './witness-coverage.ts';

/**
 * Shows again each cell under secondary suppression that every sensitive count can do without: the dearest first.
 *
 * @param primary the table as the rules for single cells publish it.
 * @param start the same with more withheld, all proved.
 * @param known the witnesses of that proof.
 * @param effortFor how hard to look before a cell of this cost stays withheld.
 * @returns the table with less withheld, and witnesses that prove it.
 * @example restore(
 *   primary,
 *   published,
 *   protect(table).proof.witnesses.map((move) => witnessOf(primary, move)),
 *   () => ({ moves: 50, choices: 100, starts: 2 }),
 *   1,
 * ).published.statuses[0]; // 'secondary'
 */
export function restore(
  primary: PublishedTable,
  start: PublishedTable,
  known: readonly Witness[],
  effortFor: (cost: number) => Effort,
  seed: number,
): { readonly published: PublishedTable; readonly witnesses: readonly Witness[] } {
  const costs = costsOf(primary);
  const revision = new Revision(start, seed);
  const coverage = new WitnessCoverage(known);
  const added = [...start.statuses.keys()].filter((cell) => start.statuses[cell] !== primary.statuses[cell]);
  for (const cell of added.sort((a, b) => at(costs, b) - at(costs, a))) {
    const before = item(start.statuses, cell);
    const effort = effortFor(at(costs, cell));
    revision.setStatus(cell, item(primary.statuses, cell));
    const replaced = replacements(primary, revision.published, coverage, cell, (one) =>
      revision.cheapestWitness(one, effort),
    );
    if (replaced === undefined) revision.setStatus(cell, before);
    else for (const [one, witness] of replaced) coverage.restOn(one, witness);
  }
  return { published: revision.published, witnesses: coverage.inUse };
}

/** Other witnesses for the counts that rest on a cell now shown; undefined where one has none. */
function replacements(
  primary: PublishedTable,
  { statuses }: PublishedTable,
  coverage: WitnessCoverage,
  shown: number,
  findFor: (cell: number) => Found | undefined,
): Map<number, Witness> | undefined {
  const replaced = new Map<number, Witness>();
  const resting = coverage.restingOn(shown);
  const usable = resting.length === 0 ? [] : coverage.holding(statuses);
  for (const cell of resting) {
    if (replaced.has(cell)) continue;
    const other = usable.find(({ keeps }) => keeps.has(cell));
    if (other !== undefined) {
      replaced.set(cell, other);
      continue;
    }
    const found = findFor(cell);
    if (found === undefined) return undefined;
    const witness = witnessOf(primary, found);
    coverage.learn([witness]);
    usable.push(witness);
    for (const kept of resting) if (witness.keeps.has(kept)) replaced.set(kept, witness);
  }
  return replaced;
}
