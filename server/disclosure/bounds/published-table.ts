/** What is published of a table, and what that says of each cell by itself, before any adding up. */

import type { CellStatus, PolicyNumbers } from '../../contract/policies.ts';
import { at, item } from '../../lists.ts';
import { type Bounds, boundsOfShown, roundedCount } from '../policy.ts';

import type { Table } from '../table/table.ts';
import { type CellBounds, overlap, UNLIMITED } from './cell-bounds.ts';

/** Why a cell is or is not seen. */
export type Status = CellStatus;

/** The same table as it was published before: what it said still serves, and its small counts still count. */
export interface EarlierTable {
  readonly truth: Int32Array;
  readonly statuses: readonly Status[];
  /** By which it was published, and is read: its numbers may have been others. */
  readonly policy: PolicyNumbers;
}

/** A table, what of it is published, and what was published of it before. */
export interface PublishedTable {
  readonly table: Table;
  readonly statuses: readonly Status[];
  readonly policy: PolicyNumbers;
  /** Cells whose counts an intruder must not infer. */
  readonly sensitive: ReadonlyMap<number, SensitiveCount>;
  readonly earlier: readonly EarlierTable[];
  /** How many times as dear a cell is to withhold as others like it. */
  readonly worth: (cell: number) => number;
}

/** What an intruder must not be able to do: rule out every one of the alternatives to a cell's count. */
export interface SensitiveCount {
  /** The smallest count it has or had. */
  readonly count: number;
  /** Ranges of other counts, one of which at least must stay possible. */
  readonly alternatives: readonly Bounds[];
}

/**
 * What is known of each cell before any adding up.
 *
 * @param published a table with its statuses.
 * @returns the least and the most of every cell, in people.
 * @example publishedBounds(primary).highest[1]; // 7
 */
export function publishedBounds(published: PublishedTable): CellBounds {
  const { truth } = published.table;
  const [lowest, highest] = [new Int32Array(truth.length), new Int32Array(truth.length)];
  for (let cell = 0; cell < truth.length; cell++) {
    const bounds = boundsOfCell(published, cell, item(published.statuses, cell));
    lowest[cell] = bounds.lowest;
    highest[cell] = bounds.highest;
  }
  return { lowest, highest };
}

/**
 * What is known of one cell if it had this status. An earlier edition still says what it said: as if everybody knew
 * by how many people the count has changed since, which is the most anybody could know.
 *
 * @param published the table.
 * @param cell of the table.
 * @param status it is taken to have.
 * @returns the least and the most it may be, in people.
 * @example boundsOfCell(primary, 1, 'small'); // { lowest: 1, highest: 7 }
 */
export function boundsOfCell(
  { table, policy, earlier }: PublishedTable,
  cell: number,
  status: Status,
): Bounds {
  const count = at(table.truth, cell);
  return earlier
    .map(({ truth, statuses: before, policy: then }) => {
      const shift = count - at(truth, cell);
      const { lowest, highest } = boundsOfStatus(at(truth, cell), item(before, cell), then);
      return { lowest: lowest + shift, highest: highest + shift };
    })
    .reduce(overlap, boundsOfStatus(count, status, policy));
}

function boundsOfStatus(count: number, status: Status, policy: PolicyNumbers): Bounds {
  switch (status) {
    case 'shown':
      return boundsOfShown(roundedCount(count, policy), policy);
    case 'small':
      return { lowest: 1, highest: policy.largestSmall };
    case 'known':
      return { lowest: count, highest: count };
    case 'not-small':
      return count === 0
        ? { lowest: 0, highest: 0 }
        : { lowest: policy.largestSmall + 1, highest: UNLIMITED };
    default:
      return { lowest: 0, highest: UNLIMITED };
  }
}

/**
 * The same table with another status of some cells.
 *
 * @param published the table; left as it is.
 * @param cells that change.
 * @param status they get.
 * @example withStatus(primary, [0], 'secondary').statuses[0]; // 'secondary'
 */
export function withStatus(
  published: PublishedTable,
  cells: Iterable<number>,
  status: Status,
): PublishedTable {
  const statuses = [...published.statuses];
  for (const cell of cells) statuses[cell] = status;
  return { ...published, statuses };
}
