/** What is published of a table, and what that leaves open: the two sides of a proof. */
import { type CellStatus, type PolicyNumbers, PROTECT } from '../../contract/policies.ts';
import { type Bounds, boundsOfShown, isSmall, roundedCount } from '../policy.ts';
import { at, item } from '../table/lists.ts';
import type { Table } from '../table/table.ts';
import { type Limits, UNLIMITED } from './deduction.ts';

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
  /** Cells that must not be told. */
  readonly secrets: ReadonlyMap<number, Secret>;
  readonly earlier: readonly EarlierTable[];
  /** How many times as dear a cell is to withhold as others like it. */
  readonly worth: (cell: number) => number;
}

/** What must not be told of a cell: that its count is none of certain others. */
export interface Secret {
  /** The smallest count it has or had. */
  readonly count: number;
  /** Ranges of other counts: one of these counts at least must stay possible. */
  readonly others: readonly Bounds[];
}

/**
 * How well a small count is kept:
 * - full: neither exactly nor as below the least that may be told;
 * - difference: neither exactly nor as at least one and below that least, for the difference of two counts: that it is
 *   nobody, or as many as may be told, stays possible;
 * - presence: what official figures show to be below that anyway, or nobody: not that there is anybody;
 * - exact: not exactly, for what nobody publishes, as a wider age band of a ward;
 * - none: not at all.
 */
export type Secrecy = 'full' | 'difference' | 'presence' | 'exact' | 'none';

/**
 * Whether a cell is published, not published, known from elsewhere exactly, or implied: not shown itself, but a share
 * that rests on it is, which is withheld where this count is small.
 */
export type Publicity = 'yes' | 'no' | 'known' | 'implied';

export interface PublishedOptions {
  readonly policy?: PolicyNumbers;
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
 * @example publishByRule(table).statuses[1]; // 'small'
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
    const own = [{ truth: table.truth, policy }, ...earlier]
      .filter((edition) => isSmall(at(edition.truth, cell), edition.policy))
      .map(({ truth }) => at(truth, cell));
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
 * @example limitsOf(byRule).highest[1]; // 7
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
 * @example boundsOf(byRule, 1, 'small'); // { lowest: 1, highest: 7 }
 */
export function boundsOf({ table, policy, earlier }: PublishedTable, cell: number, status: Status): Bounds {
  const count = at(table.truth, cell);
  return earlier
    .map(({ truth, statuses: before, policy: then }) => {
      const shift = count - at(truth, cell);
      const { lowest, highest } = boundsOfStatus(at(truth, cell), item(before, cell), then);
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

function secretOf(count: number, secrecy: Secrecy, { notBelow }: PolicyNumbers): Secret {
  const nobody: Bounds = { lowest: 0, highest: 0 };
  const enough: Bounds = { lowest: notBelow, highest: UNLIMITED };
  if (secrecy === 'presence') return { count, others: [nobody] };
  if (count < notBelow && secrecy === 'full') return { count, others: [enough] };
  if (count < notBelow && secrecy === 'difference') return { count, others: [nobody, enough] };
  return {
    count,
    others: [
      { lowest: 0, highest: count - 1 },
      { lowest: count + 1, highest: UNLIMITED },
    ],
  };
}

/** Whether a change of a cell's count, in another possible table, keeps its secret. */
export function keepsSecret({ secrets }: PublishedTable, cell: number, change: number): boolean {
  const secret = secrets.get(cell);
  if (secret === undefined || change === 0) return false;
  const other = secret.count + change;
  return secret.others.some(({ lowest, highest }) => other >= lowest && other <= highest);
}

/** Whether limits give a secret away: they leave none of the other counts of which one must stay possible. */
export function isTold({ table, secrets }: PublishedTable, cell: number, low: number, high: number): boolean {
  const secret = secrets.get(cell);
  if (secret === undefined) return false;
  const shift = at(table.truth, cell) - secret.count;
  return secret.others.every(({ lowest, highest }) => high - shift < lowest || low - shift > highest);
}

/**
 * The same table with another status of some cells.
 *
 * @param published the table; left as it is.
 * @param cells that change.
 * @param status they get.
 * @throws nothing.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4.
 * @example withStatus(byRule, [0], 'others').statuses[0]; // 'others'
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
