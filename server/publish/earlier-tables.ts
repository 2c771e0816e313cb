/** Protected tables of earlier versions, as they are kept and as a proof takes them. */

import type { ProtectedTableRow } from '../../db/intake-schema.ts';
import type { PolicyNumbers } from '../contract/policies.ts';
import type { EarlierTable, Status } from '../disclosure/bounds/published-table.ts';
import type { Publicity } from '../disclosure/suppress/primary.ts';
import { cellOf } from '../disclosure/table/layout.ts';
import type { Table } from '../disclosure/table/table.ts';
import { item } from '../lists.ts';

/** Versions kept `others` for what the field calls secondary suppression, and is called so since. */
type KeptStatus = Status | 'others';
const statusOf = (kept: KeptStatus): Status => (kept === 'others' ? 'secondary' : kept);

/** What earlier versions of the dataset said of a table. */
export type EarlierRow = Pick<ProtectedTableRow, 'count_table' | 'period'> & {
  readonly layout: readonly { readonly name: string; readonly codes: readonly string[] }[];
  /** The places that are kept, of all products of codes; null where all are. */
  readonly places: readonly number[] | null;
  readonly truth: readonly number[];
  readonly statuses: readonly KeptStatus[];
  /** By which it was published. */
  readonly policy: PolicyNumbers;
};

/** A proof holds only for what was taken as published, and as known, when it was made. */
export function publicityOf(status: Status | undefined): Publicity {
  if (status === 'known') return 'known';
  return status === 'unpublished' ? 'no' : 'yes';
}

/** The cells of today's table as they were then; cells of then that today's has not cannot be proved beside it. */
export function earlierTable(row: EarlierRow, table: Table, name: string): EarlierTable {
  const truth = table.truth.slice();
  const before: Status[] = Array.from(truth, () => 'unpublished');
  for (const [index, count] of row.truth.entries()) {
    const codes = codesThen(row, index);
    const cell = cellOf(table, codes);
    // What was said of nobody then needs no place now.
    if (cell === undefined && row.statuses[index] === 'unpublished') continue;
    if (cell === undefined) {
      throw new Error(
        `${name}: an earlier version has ${codes.join(', ')}, which this one lacks; keep it, with its counts`,
      );
    }
    truth[cell] = count;
    before[cell] = statusOf(item(row.statuses, index));
  }
  return { truth, statuses: before, policy: row.policy };
}

/** The codes of a cell in an earlier version. */
export function codesThen({ layout, places }: EarlierRow, index: number): string[] {
  let left = places?.[index] ?? index;
  const codes: string[] = [];
  for (const { codes: own } of layout.toReversed()) {
    codes.unshift(own[left % own.length] ?? '');
    left = Math.floor(left / own.length);
  }
  return codes;
}
