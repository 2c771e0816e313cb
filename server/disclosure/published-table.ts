/** What is published of a table, and what that leaves open: the two sides of a proof. */
import { type Limits, UNLIMITED } from './deduce.ts';
import { at, item } from './lists.ts';
import { type Bounds, boundsOfShown, isSmall, type Policy, PROTECT, roundedCount } from './policy.ts';
import type { Table } from './table.ts';

/** Why a cell is or is not seen. */
export const statuses = ['shown', 'small', 'others', 'unpublished', 'known'] as const;
/**
 * - shown: rounded, and zero where there is nobody;
 * - small: withheld for being small, and known to be so;
 * - others: withheld for the sake of others: it may be anything;
 * - unpublished: never published, so it may be anything;
 * - known: an official figure elsewhere gives it exactly.
 */
export type Status = (typeof statuses)[number];

/** The same table as it was published before: what it said still serves, and its small counts still count. */
export interface EarlierTable {
  readonly truth: Int32Array;
  readonly statuses: readonly Status[];
}

/** A table, what of it is published, and what was published of it before. */
export interface PublishedTable {
  readonly table: Table;
  readonly statuses: readonly Status[];
  readonly policy: Policy;
  /** Cells that must not be told, and the smallest count each has or had; left out, every small count. */
  readonly secrets: ReadonlyMap<number, number>;
  readonly earlier: readonly EarlierTable[];
}

/** Whether a cell is published, not published, or known from elsewhere exactly. */
export type Publicity = 'yes' | 'no' | 'known';

export interface PublishedOptions {
  readonly policy?: Policy;
  /** Cells that must not be told beside the small ones, whatever their count: withheld, and nobody knows why. */
  readonly isSecret?: (cell: number) => boolean;
  /** Whether a cell is published, or known from elsewhere. */
  readonly publish?: (cell: number) => Publicity;
  readonly earlier?: readonly EarlierTable[];
}

/**
 * Rules a to c: every small count is withheld, every other one rounded.
 *
 * @param table with its true counts.
 * @param options what is published of it (everything when left out), by which policy, and what was before.
 * @throws nothing.
 * @see policy.ts for the rules and their sources.
 * @example publishByRule(tableOf([ward, group], countOf)).statuses[0]; // 'small'
 */
export function publishByRule(
  table: Table,
  { policy = PROTECT, isSecret = () => false, publish = () => 'yes', earlier = [] }: PublishedOptions = {},
): PublishedTable {
  const byRule = Array.from(table.truth, (count, cell): Status => {
    const published = publish(cell);
    if (published !== 'yes') return published === 'no' ? 'unpublished' : 'known';
    if (isSmall(count, policy)) return 'small';
    return isSecret(cell) ? 'others' : 'shown';
  });
  const secrets = new Map<number, number>();
  for (const [cell, count] of table.truth.entries()) {
    const own = [count, ...earlier.map(({ truth }) => at(truth, cell))].filter((one) => isSmall(one, policy));
    if (byRule[cell] === 'known') continue;
    if (own.length > 0) secrets.set(cell, Math.min(...own));
    else if (isSecret(cell)) secrets.set(cell, count);
  }
  return { table, statuses: byRule, policy, secrets, earlier };
}

/** What somebody knows of each cell before any adding up, as limits. */
export function limitsOf(published: PublishedTable): Limits {
  const { truth } = published.table;
  const [lowest, highest] = [new Int32Array(truth.length), new Int32Array(truth.length)];
  for (let cell = 0; cell < truth.length; cell++) {
    const bounds = boundsOf(published, cell, item(published.statuses, cell));
    lowest[cell] = bounds.lowest;
    highest[cell] = bounds.highest;
  }
  return { lowest, highest };
}

/**
 * What is known of one cell if it had this status. An earlier edition still says what it said: as if everybody knew
 * by how many people the count has changed since, which is the most anybody could know.
 */
export function boundsOf({ table, policy, earlier }: PublishedTable, cell: number, status: Status): Bounds {
  const count = at(table.truth, cell);
  return earlier
    .map(({ truth, statuses: before }) => {
      const shift = count - at(truth, cell);
      const { lowest, highest } = boundsOfStatus(at(truth, cell), item(before, cell), policy);
      return { lowest: lowest + shift, highest: highest + shift };
    })
    .reduce(
      (all, one) => ({
        lowest: Math.max(all.lowest, one.lowest),
        highest: Math.min(all.highest, one.highest),
      }),
      boundsOfStatus(count, status, policy),
    );
}

function boundsOfStatus(count: number, status: Status, policy: Policy): Bounds {
  switch (status) {
    case 'shown':
      return boundsOfShown(roundedCount(count, policy), policy);
    case 'small':
      return { lowest: 1, highest: policy.largestSmall };
    case 'known':
      return { lowest: count, highest: count };
    default:
      return { lowest: 0, highest: UNLIMITED };
  }
}

/** Whether a change of a cell's count, in another possible table, keeps its secret. */
export function keepsSecret({ secrets, policy }: PublishedTable, cell: number, change: number): boolean {
  const count = secrets.get(cell);
  if (count === undefined || change === 0) return false;
  return count >= policy.notBelow || count + change >= policy.notBelow;
}

/** Whether limits give a secret away: exactly, or that it is below the least that may be told. */
export function isTold(
  { table, secrets, policy }: PublishedTable,
  cell: number,
  low: number,
  high: number,
): boolean {
  const count = secrets.get(cell);
  if (count === undefined) return false;
  const shift = at(table.truth, cell) - count;
  return low === high || high - shift < policy.notBelow;
}

/** The same table with another status of some cells. */
export function withStatus(
  published: PublishedTable,
  cells: Iterable<number>,
  status: Status,
): PublishedTable {
  const statuses = [...published.statuses];
  for (const cell of cells) statuses[cell] = status;
  return { ...published, statuses };
}
