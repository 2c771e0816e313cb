/** Secondary suppression where bounds alone give a sensitive count away: the least more that helps. */
import { at, item } from '../../lists.ts';
import { boundsAt, overlap } from '../bounds/cell-bounds.ts';
import { Deduction } from '../bounds/deduction.ts';
import { boundsOfCell, type PublishedTable, publishedBounds, withStatus } from '../bounds/published-table.ts';
import { reasonsOf } from '../bounds/reasons.ts';
import { alternativesOf, isInferred } from '../bounds/sensitivity.ts';

import { costsOf } from './cost.ts';
import { cheapestCover } from './covering.ts';

/**
 * Withholds until no sensitive count can be inferred from bounds alone: round by round the cells that most of them rest
 * on. What cannot be helped stays inferred.
 *
 * @param primary the table as the rules for single cells publish it.
 * @returns the same with more cells withheld, none of which could be restored by itself.
 * @example suppressInferred(primary).statuses[0]; // 'secondary'
 */
export function suppressInferred(primary: PublishedTable): PublishedTable {
  const { published, isCovered } = coverReasons(primary, inferenceReasons);
  return isCovered ? restoreUnneeded(primary, published) : published;
}

/**
 * The same for sensitive counts whose every alternative contradicts what is published, though no bounds say so.
 *
 * @param published the table with its statuses.
 * @param cells the sensitive counts, as `prove` inferred them.
 * @example suppressImpossible(published, [1]).statuses[0]; // 'secondary'
 */
export function suppressImpossible(published: PublishedTable, cells: readonly number[]): PublishedTable {
  return coverReasons(published, (now, deduction) => contradictionReasons(now, deduction, cells)).published;
}

/** Round by round, withholds at least one of each set of cells that something to be kept rests on. */
function coverReasons(
  start: PublishedTable,
  reasonsIn: (published: PublishedTable, deduction: Deduction) => Set<number>[],
): { readonly published: PublishedTable; readonly isCovered: boolean } {
  const costs = costsOf(start);
  let published = start;
  for (;;) {
    const reasons = reasonsIn(published, new Deduction(published.table, publishedBounds(published)));
    const cover = cheapestCover(reasons, (cell) =>
      published.statuses[cell] === 'secondary' ? 0 : at(costs, cell),
    );
    if (cover.length === 0) return { published, isCovered: reasons.length === 0 };
    published = withStatus(published, cover, 'secondary');
  }
}

/** For each sensitive count that bounds give away, the cells that this rests on. */
function inferenceReasons(published: PublishedTable, deduction: Deduction): Set<number>[] {
  return [...published.sensitive.keys()]
    .filter((cell) => isInferred(published, cell, boundsAt(deduction, cell)))
    .map((cell) => reasonsOf(published.table, deduction, cell));
}

/** For each of these counts that has no possible alternative, the cells that the contradictions rest on. */
function contradictionReasons(
  published: PublishedTable,
  deduction: Deduction,
  cells: readonly number[],
): Set<number>[] {
  return cells.flatMap((cell) => {
    const own = boundsAt(deduction, cell);
    const ranges = alternativesOf(published, cell)
      .map((range) => overlap(range, own))
      .filter(({ lowest, highest }) => lowest <= highest);
    if (ranges.some((range) => deduction.suppose(cell, range).isPossible)) return [];
    const reasons = new Set<number>();
    for (const range of ranges) {
      const contradiction = deduction.contradiction(cell, range);
      for (const reason of reasonsOf(published.table, contradiction, contradiction.conflict))
        if (reason !== cell) reasons.add(reason);
    }
    return [reasons];
  });
}

/** Restores what turned out not to be needed, the dearest first. */
function restoreUnneeded(primary: PublishedTable, withheld: PublishedTable): PublishedTable {
  const costs = costsOf(primary);
  const deduction = new Deduction(withheld.table, publishedBounds(withheld));
  const statuses = [...withheld.statuses];
  const added = [...statuses.keys()].filter((cell) => statuses[cell] !== primary.statuses[cell]);
  for (const cell of added.sort((a, b) => at(costs, b) - at(costs, a))) {
    const status = item(primary.statuses, cell);
    const bounds = boundsOfCell(primary, cell, status);
    const { narrowed } = deduction.suppose(cell, bounds);
    if (narrowed.some((one) => isInferred(withheld, one.cell, one))) continue;
    deduction.learn(cell, bounds);
    statuses[cell] = status;
  }
  return { ...withheld, statuses };
}
