/** What releases say of one table and period, put together where they agree. Pure. */

import { type CellBounds, UNLIMITED } from '../disclosure/bounds/cell-bounds.ts';
import { at } from '../lists.ts';

import type { KnownCells } from './known-cells.ts';

export interface Edition extends CellBounds {
  readonly releases: readonly number[];
}

/** Where a later release contradicts what was known, the counts were revised: it starts an edition of its own. */
export function editionsOf(byRelease: ReadonlyMap<number, KnownCells>, cells: number): Edition[] {
  const editions: Edition[] = [];
  for (const [release, known] of [...byRelease].sort(([a], [b]) => a - b)) {
    const last = editions.at(-1);
    if (last !== undefined && agrees(last, known)) {
      narrow(last, known);
      editions[editions.length - 1] = { ...last, releases: [...last.releases, release] };
      continue;
    }
    const fresh = {
      releases: [release],
      lowest: new Int32Array(cells),
      highest: new Int32Array(cells).fill(UNLIMITED),
    };
    narrow(fresh, known);
    editions.push(fresh);
  }
  return editions;
}

const agrees = ({ lowest, highest }: Edition, known: KnownCells): boolean =>
  [...known].every(([cell, own]) => own.lowest <= at(highest, cell) && own.highest >= at(lowest, cell));

function narrow({ lowest, highest }: Edition, known: KnownCells): void {
  for (const [cell, own] of known) {
    lowest[cell] = Math.max(at(lowest, cell), own.lowest);
    highest[cell] = Math.min(at(highest, cell), own.highest);
  }
}
