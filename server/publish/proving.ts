/** Protecting one table beside what earlier versions showed of it, and keeping what the next will need. Pure. */

import type { ProtectedTableRow } from '../../db/intake-schema.ts';
import { DIFFERENCES_KEPT, type PolicyNumbers, PROTECT } from '../contract/policies.ts';
import { boundsAt } from '../disclosure/bounds/cell-bounds.ts';
import { deduce } from '../disclosure/bounds/deduction.ts';
import { type EarlierTable, publishedBounds, type Status } from '../disclosure/bounds/published-table.ts';
import { isInferred, type Sensitivity } from '../disclosure/bounds/sensitivity.ts';
import { isSmall, roundedCount } from '../disclosure/policy.ts';
import { type Protection, type ProtectOptions, protect } from '../disclosure/protect.ts';
import { type ProtectionReport, reportOf } from '../disclosure/report.ts';
import { type Publicity, type PublishedOptions, suppressPrimary } from '../disclosure/suppress/primary.ts';
import { cellOf } from '../disclosure/table/layout.ts';
import type { Table } from '../disclosure/table/table.ts';
import { at, item } from '../lists.ts';
import type { Figure } from './figures.ts';
import { type Pattern, startFrom } from './pattern.ts';

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

/** A table with what is shown of it. */
export interface Proved {
  readonly id: string;
  /** The period it is about; empty where it holds all of them. */
  readonly period: string;
  readonly table: Table;
  readonly protection: Protection;
  readonly report: ProtectionReport;
}

export interface ProvingOptions {
  readonly earlier: readonly EarlierRow[];
  /** By whose numbers counts are withheld and rounded: those of `protect` where left out. */
  readonly policy?: PolicyNumbers;
  /** For tests of the attack alone: stop after the rules for single cells, without proof. */
  readonly rulesOnly?: boolean;
  /** What was found out before about tables with the same counts. */
  readonly patterns?: readonly Pattern[];
  readonly log: (line: string) => void;
}

/** @throws Error naming the small counts whose proof fails: nothing of the dataset may then be published. */
export function proved(
  { id, period, table }: Pick<Proved, 'id' | 'period' | 'table'>,
  rules: Pick<PublishedOptions, 'publish' | 'sensitivity' | 'worth'>,
  { earlier, policy = PROTECT, rulesOnly = false, patterns = [], log }: ProvingOptions,
): Proved {
  const name = `${id} ${period}`.trim();
  const before = earlier
    .filter((row) => row.count_table === id && row.period === period)
    .map((row) => earlierTable(row, table, name));
  const protection = protectAsBefore(
    table,
    {
      ...rules,
      sensitivity: secrecyBeside(table, rules, before, policy),
      policy,
      earlier: before,
      start: startFrom(patterns, table, policy),
      log: (stage) => log(`${name}: ${stage}`),
    },
    rulesOnly,
  );
  const report = reportOf(protection);
  log(`${name}: ${wordsOf(report)}`);
  if (report.open.length > 0 && !rulesOnly) {
    throw new Error(
      `${name}: the proof fails for ${report.open.length} small counts, so nothing is published:\n${report.open.map((name) => `  ${name}`).join('\n')}`,
    );
  }
  return { id, period, table, protection, report };
}

/**
 * Differences are kept since an edition of the rules: what versions by earlier ones tell of them stays told, for they were
 * public, and is asked no more than they asked.
 */
function secrecyBeside(
  table: Table,
  { sensitivity = () => 'full' }: Pick<PublishedOptions, 'sensitivity'>,
  before: readonly EarlierTable[],
  policy: PolicyNumbers,
): (cell: number) => Sensitivity {
  const former = before.filter((edition) => edition.policy.edition < DIFFERENCES_KEPT);
  if (former.length === 0) return sensitivity;
  const said = suppressPrimary(table, { publish: () => 'no', sensitivity, policy, earlier: former });
  const bounds = deduce(table, publishedBounds(said));
  const isInferredThen = (cell: number) => isInferred(said, cell, boundsAt(bounds, cell));
  return (cell) => {
    const kept = sensitivity(cell);
    return kept === 'difference' && isInferredThen(cell) ? 'exact' : kept;
  };
}

/**
 * Where the newest earlier version had the same counts under the same policy, the same is shown again: nothing new is
 * said, and nothing new to prove.
 */
function protectAsBefore(
  table: Table,
  options: ProtectOptions & { readonly policy: PolicyNumbers; readonly earlier: readonly EarlierTable[] },
  rulesOnly: boolean,
): Protection {
  const primary = suppressPrimary(table, options);
  if (rulesOnly)
    return {
      published: primary,
      proof: { inferred: [], unsettled: [...primary.sensitive.keys()], witnesses: [] },
    };
  const newest = options.earlier.at(-1);
  const same =
    newest !== undefined &&
    isSamePolicy(newest.policy, options.policy) &&
    newest.truth.every(
      (count, cell) =>
        count === at(table.truth, cell) &&
        publicityOf(newest.statuses[cell]) === publicityOf(primary.statuses[cell]),
    );
  if (!same) return protect(table, options);
  return {
    published: { ...primary, statuses: newest.statuses },
    proof: { inferred: [], unsettled: [], witnesses: [] },
  };
}

const isSamePolicy = (a: PolicyNumbers, b: PolicyNumbers): boolean =>
  a.largestSmall === b.largestSmall &&
  a.roundedTo === b.roundedTo &&
  a.notBelow === b.notBelow &&
  a.edition === b.edition;

/** A proof holds only for what was taken as published, and as known, when it was made. */
function publicityOf(status: Status | undefined): Publicity {
  if (status === 'known') return 'known';
  return status === 'unpublished' ? 'no' : 'yes';
}

/** The cells of today's table as they were then; cells of then that today's has not cannot be proved beside it. */
function earlierTable(row: EarlierRow, table: Table, name: string): EarlierTable {
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

/** A row to keep beside the version, so that the next one can be proved together with it. */
export function rowOf({ id, period, table, protection }: Proved): EarlierRow {
  return {
    count_table: id,
    period,
    layout: table.dimensions.map(({ name, codes }) => ({ name, codes })),
    places: table.kept === undefined ? null : [...table.kept.places],
    truth: [...table.truth],
    statuses: protection.published.statuses,
    policy: protection.published.policy,
  };
}

/** What may be said of a cell: its count, rounded, or that it is withheld. */
export function figureOf({ published: { table, statuses: now, policy } }: Protection, cell: number): Figure {
  const count = at(table.truth, cell);
  const isShown = now[cell] === 'shown' || (now[cell] === 'known' && !isSmall(count, policy));
  return isShown ? { status: 'value', value: roundedCount(count, policy) } : { status: 'withheld' };
}

const wordsOf = (report: ProtectionReport): string =>
  [
    `${report.cells} cells, ${report.shown} shown, ${report.primary} under primary suppression`,
    `${report.secondary} under secondary`,
    Number.isFinite(report.smallestUncertainty)
      ? `smallest remaining uncertainty ${report.smallestUncertainty} counts`
      : 'as in the version before',
  ].join(', ');
