/** Protecting one table beside what earlier versions showed of it, and keeping what the next will need. Pure. */

import { DIFFERENCES_KEPT, type PolicyNumbers, PROTECT } from '../contract/policies.ts';
import { boundsAt } from '../disclosure/bounds/cell-bounds.ts';
import { deduce } from '../disclosure/bounds/deduction.ts';
import { type EarlierTable, publishedBounds } from '../disclosure/bounds/published-table.ts';
import { isInferred, type Sensitivity } from '../disclosure/bounds/sensitivity.ts';
import { isSmall, roundedCount } from '../disclosure/policy.ts';
import { type Protection, type ProtectOptions, protect } from '../disclosure/protect.ts';
import { type ProtectionReport, reportOf } from '../disclosure/report.ts';
import { type PublishedOptions, suppressPrimary } from '../disclosure/suppress/primary.ts';
import type { Table } from '../disclosure/table/table.ts';
import { at } from '../lists.ts';
import { type EarlierRow, earlierTable, publicityOf } from './earlier-tables.ts';
import type { Figure } from './figures.ts';
import { type Pattern, startFrom } from './pattern.ts';

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
