/** Withholds the least more where a small count follows from limits alone. */

import { createDeduction, type Deduced, type Deduction, type Supposition } from '../bounds/deduction.ts';
import { boundsOf, isTold, limitsOf, type PublishedTable, withStatus } from '../bounds/published-table.ts';
import { cheapestHits, reasonsOf } from '../bounds/reasons.ts';
import { rangesFor } from '../prove.ts';
import { at, item } from '../table/lists.ts';
import { costsOf } from './cost.ts';

/**
 * Withholds until no small count can be told by limits alone: round by round the cells that most of them rest on.
 *
 * @param byRule the table as the rules for single cells publish it.
 * @returns the same with more cells withheld, none of which could be shown again by itself.
 * @throws nothing: what cannot be helped stays told.
 * @see Chvatal V (1979) A greedy heuristic for the set-covering problem. Math. Oper. Res. 4(3).
 * @example withholdTold(byRule).statuses[0]; // 'others'
 */
export function withholdTold(byRule: PublishedTable): PublishedTable {
  const costs = costsOf(byRule);
  let published = byRule;
  for (;;) {
    const deduction = createDeduction(published.table, limitsOf(published));
    const reasons = toldBy(published, deduction);
    if (reasons.length === 0) return showUnneeded(byRule, published);
    const hits = cheapestHits(reasons, (cell) =>
      published.statuses[cell] === 'others' ? 0 : at(costs, cell),
    );
    if (hits.length === 0) return published;
    published = withStatus(published, hits, 'others');
  }
}

/** For each small count that can be told, the cells that this rests on. */
function toldBy(published: PublishedTable, deduction: Deduction): Set<number>[] {
  const { table, secrets } = published;
  const { all } = deduction;
  const sets: Set<number>[] = [];
  for (const cell of secrets.keys()) {
    if (isTold(published, cell, at(all.lowest, cell), at(all.highest, cell))) {
      sets.push(
        reasonsOf(table, all, [
          { cell, side: 'lowest' },
          { cell, side: 'highest' },
        ]),
      );
    }
  }
  return sets;
}

/** As `toldBy`, for small counts whose other values contradict what is published. */
function impossible(published: PublishedTable, deduction: Deduction, cells: Iterable<number>): Set<number>[] {
  const { table } = published;
  const sets: Set<number>[] = [];
  for (const cell of cells) {
    const contradictions: Deduced[] = [];
    const ranges = rangesFor(published, cell).map(
      ([low, high]) =>
        [
          Math.max(low, at(deduction.all.lowest, cell)),
          Math.min(high, at(deduction.all.highest, cell)),
        ] as const,
    );
    const open = ranges.some(([low, high]) => low <= high && deduction.suppose(cell, low, high).possible);
    if (open) continue;
    for (const [low, high] of ranges)
      if (low <= high) contradictions.push(deduction.contradiction(cell, low, high));
    const reasons = new Set<number>();
    for (const one of contradictions) {
      const sides = [
        { cell: one.conflict, side: 'lowest' as const },
        { cell: one.conflict, side: 'highest' as const },
      ];
      for (const reason of reasonsOf(table, one, sides)) if (reason !== cell) reasons.add(reason);
    }
    sets.push(reasons);
  }
  return sets;
}

/** Shows again what turned out not to be needed, the dearest first. */
function showUnneeded(byRule: PublishedTable, withheld: PublishedTable): PublishedTable {
  const costs = costsOf(byRule);
  const deduction = createDeduction(withheld.table, limitsOf(withheld));
  const tells = ({ cells, lowest, highest }: Supposition) =>
    cells.some((cell, i) => isTold(withheld, cell, at(lowest, i), at(highest, i)));
  const added = [...withheld.statuses.keys()].filter(
    (cell) => withheld.statuses[cell] !== byRule.statuses[cell],
  );
  const statuses = [...withheld.statuses];
  for (const cell of added.sort((a, b) => at(costs, b) - at(costs, a))) {
    const status = item(byRule.statuses, cell);
    const { lowest, highest } = boundsOf(byRule, cell, status);
    if (tells(deduction.suppose(cell, lowest, highest))) continue;
    deduction.learn(cell, lowest, highest);
    statuses[cell] = status;
  }
  return { ...withheld, statuses };
}

/**
 * The same for small counts whose every other value contradicts what is published, though no limit says so.
 *
 * @param start the table with its statuses.
 * @param cells the small counts, as `prove` told them.
 * @throws nothing: what cannot be helped stays told.
 * @see Chvatal V (1979) Math. Oper. Res. 4(3).
 * @example withholdImpossible(published, [1]).statuses[0]; // 'others'
 */
export function withholdImpossible(start: PublishedTable, cells: readonly number[]): PublishedTable {
  const costs = costsOf(start);
  let published = start;
  for (;;) {
    const deduction = createDeduction(published.table, limitsOf(published));
    const reasons = impossible(published, deduction, cells);
    const hits = cheapestHits(reasons, (cell) =>
      published.statuses[cell] === 'others' ? 0 : at(costs, cell),
    );
    if (hits.length === 0) return published;
    published = withStatus(published, hits, 'others');
  }
}
