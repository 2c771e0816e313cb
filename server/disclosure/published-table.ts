/** What is published of a table, and what that leaves open: the two sides of a proof. */
import { type Limits, UNLIMITED } from './deduce.ts';
import { at, item } from './lists.ts';
import { type Bounds, boundsOfShown, isSmall, type Policy, PROTECT, roundedCount } from './policy.ts';
import type { Table } from './table.ts';

/** Why a cell is or is not seen. */
export const statuses = ['shown', 'small', 'others', 'unpublished', 'known', 'not-small'] as const;
/**
 * - shown: rounded, and zero where there is nobody;
 * - small: withheld for being small, and known to be so;
 * - others: withheld for the sake of others: it may be anything;
 * - unpublished: never published, so it may be anything;
 * - known: an official figure elsewhere gives it exactly;
 * - not-small: never shown, but a share is, which would not be if this were small: nobody, or more than a few.
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
  /** Cells that must not be told. */
  readonly secrets: ReadonlyMap<number, Secret>;
  readonly earlier: readonly EarlierTable[];
  /** How many times as dear a cell is to withhold as others like it. */
  readonly worth: (cell: number) => number;
}

/** What must not be told of a cell: that its count is not another one, within limits. */
export interface Secret extends Bounds {
  /** The smallest count it has or had. */
  readonly count: number;
}

/**
 * How well a small count is kept:
 * - full: neither exactly nor as below the least that may be told;
 * - presence: what official figures show to be below that anyway, or nobody: not that there is anybody;
 * - exact: not exactly, for what nobody publishes, as the difference of two dates;
 * - none: not at all.
 */
export type Secrecy = 'full' | 'presence' | 'exact' | 'none';

/**
 * Whether a cell is published, not published, known from elsewhere exactly, or implied: not shown itself, but a share
 * that rests on it is, which is withheld where this count is small.
 */
export type Publicity = 'yes' | 'no' | 'known' | 'implied';

export interface PublishedOptions {
  readonly policy?: Policy;
  /** Cells that must not be told beside the small ones, whatever their count: withheld, and nobody knows why. */
  readonly isSecret?: (cell: number) => boolean;
  /** Whether a cell is published, or known from elsewhere. */
  readonly publish?: (cell: number) => Publicity;
  /** How well each small count is kept; fully where left out. */
  readonly secrecy?: (cell: number) => Secrecy;
  readonly earlier?: readonly EarlierTable[];
  /** How many times as dear a cell is to withhold as others like it; once where left out. */
  readonly worth?: (cell: number) => number;
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
  {
    policy = PROTECT,
    isSecret = () => false,
    publish = () => 'yes',
    secrecy = () => 'full',
    earlier = [],
    worth = () => 1,
  }: PublishedOptions = {},
): PublishedTable {
  const byRule = Array.from(table.truth, (count, cell): Status => {
    const published = publish(cell);
    if (published === 'no') return 'unpublished';
    if (published === 'known') return 'known';
    if (isSmall(count, policy)) return secrecy(cell) === 'presence' ? 'others' : 'small';
    if (isSecret(cell)) return 'others';
    return published === 'implied' ? 'not-small' : 'shown';
  });
  const secrets = new Map<number, Secret>();
  for (const [cell, count] of table.truth.entries()) {
    const own = [count, ...earlier.map(({ truth }) => at(truth, cell))].filter((one) => isSmall(one, policy));
    const kept = secrecy(cell);
    if (byRule[cell] === 'known' || kept === 'none') continue;
    if (own.length > 0) secrets.set(cell, secretOf(Math.min(...own), kept, policy));
    else if (isSecret(cell)) secrets.set(cell, secretOf(count, kept, policy));
  }
  return { table, statuses: byRule, policy, secrets, earlier, worth };
}

/**
 * What somebody knows of each cell before any adding up.
 *
 * @param published a table with its statuses.
 * @returns the least and the most of every cell, in people.
 * @throws nothing.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4.
 * @example limitsOf(publishByRule(table)).highest[0]; // 7: the cell is withheld for being small
 */
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
 *
 * @param published the table.
 * @param cell of the table.
 * @param status it is taken to have.
 * @returns the least and the most it may be, in people.
 * @throws nothing.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4.
 * @example boundsOf(published, cell, 'small'); // { lowest: 1, highest: 7 }
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
    case 'not-small':
      return count === 0
        ? { lowest: 0, highest: 0 }
        : { lowest: policy.largestSmall + 1, highest: UNLIMITED };
    default:
      return { lowest: 0, highest: UNLIMITED };
  }
}

/** The counts of which one must be possible beside the true one. */
function secretOf(count: number, secrecy: Secrecy, { notBelow }: Policy): Secret {
  if (secrecy === 'presence') return { count, lowest: 0, highest: 0 };
  return { count, lowest: secrecy === 'full' && count < notBelow ? notBelow : 0, highest: UNLIMITED };
}

/** Whether a change of a cell's count, in another possible table, keeps its secret. */
export function keepsSecret({ secrets }: PublishedTable, cell: number, change: number): boolean {
  const secret = secrets.get(cell);
  if (secret === undefined || change === 0) return false;
  return secret.count + change >= secret.lowest && secret.count + change <= secret.highest;
}

/** Whether limits give a secret away: exactly, or that it is below the least that may be told. */
export function isTold({ table, secrets }: PublishedTable, cell: number, low: number, high: number): boolean {
  const secret = secrets.get(cell);
  if (secret === undefined) return false;
  const shift = at(table.truth, cell) - secret.count;
  const lowest = Math.max(low - shift, secret.lowest);
  const highest = Math.min(high - shift, secret.highest);
  return lowest > highest || (lowest === highest && lowest === secret.count);
}

/**
 * The same table with another status of some cells.
 *
 * @param published the table; left as it is.
 * @param cells that change.
 * @param status they get.
 * @throws nothing.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4.
 * @example withStatus(published, [3, 5], 'others').statuses[3]; // 'others'
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
