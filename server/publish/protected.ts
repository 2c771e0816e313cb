/** From exact counts of people to what may be shown of them: protected, proved, and only then arranged for deriving. Pure. */
import type { ObservationRow, ProtectedTableRow } from '../../db/schema.ts';
import type { AreaType } from '../contract/dimensions.ts';
import { at, item } from '../disclosure/lists.ts';
import { isSmall, roundedCount } from '../disclosure/policy.ts';
import { type Protection, protect } from '../disclosure/protect.ts';
import {
  type EarlierTable,
  type Publicity,
  publishByRule,
  type Status,
  statuses,
} from '../disclosure/published-table.ts';
import { type ProtectionReport, reportOf } from '../disclosure/report.ts';
import { cellOf } from '../disclosure/table.ts';
import type { CountTable } from '../indicators/count-tables.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { type CountCells, countCells } from './count-cells.ts';
import type { Figure, Figures } from './figures.ts';
import type { Geography } from './geography.ts';
import type { FigureSource, StratumParts } from './observed.ts';
import { strataOf } from './strata.ts';

/** A table of one period with what is shown of it. */
export interface ProtectedPeriod {
  readonly definition: CountTable;
  readonly period: string;
  readonly cells: CountCells;
  readonly protection: Protection;
  readonly report: ProtectionReport;
}

/** What earlier versions of the dataset said of a table. */
export type EarlierRow = Pick<ProtectedTableRow, 'count_table' | 'period'> & {
  readonly layout: readonly { readonly name: string; readonly codes: readonly string[] }[];
  readonly truth: readonly number[];
  readonly statuses: readonly number[];
};

export interface ProtectInput {
  readonly tables: readonly CountTable[];
  readonly indicators: readonly Indicator[];
  readonly rows: readonly ObservationRow[];
  readonly geography: Geography;
  readonly place: { readonly type: AreaType; readonly code: string };
  readonly earlier: readonly EarlierRow[];
  /** For tests of the attack alone: stop after the rules for single cells, without proof. */
  readonly rulesOnly?: boolean;
  readonly log: (line: string) => void;
}

/** @throws Error naming the cells whose proof fails: nothing of the dataset may then be published. */
export function protectDataset(input: ProtectInput): ProtectedPeriod[] {
  return input.tables.flatMap((definition) => {
    const rows = input.rows.filter(
      ({ measure }) => measure === definition.with || measure === definition.people,
    );
    const byPeriod = Map.groupBy(rows, ({ period }) => period);
    return [...byPeriod]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([period, cells]) => protectPeriod(definition, period, cells, input));
  });
}

function protectPeriod(
  definition: CountTable,
  period: string,
  rows: readonly ObservationRow[],
  input: ProtectInput,
): ProtectedPeriod {
  const { geography, place, log } = input;
  const cells = countCells(definition, rows, geography, place);
  const published = publishedCells(definition, cells, input.indicators);
  const earlier = input.earlier
    .filter((row) => row.count_table === definition.id && row.period === period)
    .map((row) => earlierTable(row, cells, `${definition.id} ${period}`));
  const options = {
    publish: (cell: number): Publicity => {
      if (definition.peopleKnown && cells.isEverybody(cell)) return 'known';
      return published.has(cell) ? 'yes' : 'no';
    },
    earlier,
  };
  const protection = protectAsBefore(cells, options, input.rulesOnly ?? false);
  const report = reportOf(protection);
  log(`${definition.id} ${period}: ${wordsOf(report)}`);
  if (report.open.length > 0 && !input.rulesOnly) {
    throw new Error(
      `${definition.id} ${period}: the proof fails for ${report.open.length} small counts, so nothing is published:\n${report.open.map((name) => `  ${name}`).join('\n')}`,
    );
  }
  return { definition, period, cells, protection, report };
}

/** Where the newest earlier version had the same counts, the same is shown again: nothing new is said, and nothing new to prove. */
function protectAsBefore(
  { table }: CountCells,
  options: { readonly publish: (cell: number) => Publicity; readonly earlier: readonly EarlierTable[] },
  rulesOnly: boolean,
): Protection {
  const byRule = publishByRule(table, options);
  if (rulesOnly)
    return { published: byRule, proof: { told: [], unsettled: [...byRule.secrets.keys()], witnesses: [] } };
  const newest = options.earlier.at(-1);
  const same = newest?.truth.every(
    (count, cell) =>
      count === at(table.truth, cell) &&
      publicityOf(newest.statuses[cell]) === publicityOf(byRule.statuses[cell]),
  );
  if (!same || newest === undefined) return protect(table, options);
  return {
    published: { ...byRule, statuses: newest.statuses },
    proof: { told: [], unsettled: [], witnesses: [] },
  };
}

/** A proof holds only for what was taken as published, and as known, when it was made. */
function publicityOf(status: Status | undefined): Publicity {
  if (status === 'known') return 'known';
  return status === 'unpublished' ? 'no' : 'yes';
}

/** Every cell that an indicator shows, or that follows from one it shows: a share says all three of its counts. */
function publishedCells(
  definition: CountTable,
  cells: CountCells,
  indicators: readonly Indicator[],
): Set<number> {
  const published = new Set<number>();
  for (const indicator of indicators) {
    if (indicator.countTable?.id !== definition.id) continue;
    const { part } = indicator.countTable;
    const measures =
      part === 'share' ? [definition.with, definition.without, definition.people] : [indicator.measure];
    for (const { stratum, areaTypes } of strataOf(indicator)) {
      for (const area of areaTypes.flatMap(cells.areas)) {
        for (const measure of measures) {
          const cell = cells.cellOf(measure, area, withAllAges(indicator, stratum));
          if (cell !== undefined) published.add(cell);
        }
      }
    }
  }
  return published;
}

const withAllAges = (indicator: Indicator, stratum: StratumParts): StratumParts =>
  stratum.ageBand === 'all' ? { ...stratum, ageBand: indicator.allAges ?? 'all' } : stratum;

/** The cells of today's table as they were then; cells of then that today's has not cannot be proved beside it. */
function earlierTable(row: EarlierRow, { table }: CountCells, name: string): EarlierTable {
  const truth = table.truth.slice();
  const before: Status[] = Array.from(truth, () => 'unpublished');
  const sizes = row.layout.map(({ codes }) => codes.length);
  for (const [index, count] of row.truth.entries()) {
    let left = index;
    const codes = sizes.map((_, d) => {
      const stride = sizes.slice(d + 1).reduce((all, size) => all * size, 1);
      const code = Math.floor(left / stride);
      left %= stride;
      return row.layout[d]?.codes[code] ?? '';
    });
    const cell = cellOf(table, codes);
    if (cell === undefined) {
      throw new Error(
        `${name}: an earlier version has ${codes.join(', ')}, which this one lacks; keep it, with its counts`,
      );
    }
    truth[cell] = count;
    before[cell] = item(statuses, item(row.statuses, index));
  }
  return { truth, statuses: before };
}

/** A row to keep beside the version, so that the next one can be proved together with it. */
export function rowOf({ definition, period, cells, protection }: ProtectedPeriod): EarlierRow {
  return {
    count_table: definition.id,
    period,
    layout: cells.table.dimensions.map(({ name, codes }) => ({ name, codes })),
    truth: [...cells.table.truth],
    statuses: protection.published.statuses.map((status) => statuses.indexOf(status)),
  };
}

/** What may be shown, where deriving looks for figures: rounded counts, and nothing behind them. */
export function shownCounts(periods: readonly ProtectedPeriod[]): FigureSource {
  const belongs = ({ definition }: ProtectedPeriod, measure: string) =>
    [definition.with, definition.without, definition.people].includes(measure);
  return {
    periodsOf: (measure) => periods.filter((one) => belongs(one, measure)).map(({ period }) => period),
    figures: (measure, period, stratum, areaType) => {
      const found = periods.find((one) => one.period === period && belongs(one, measure));
      return found && figuresOf(found, measure, stratum, areaType);
    },
  };
}

function figuresOf(
  { definition, cells, protection }: ProtectedPeriod,
  measure: string,
  stratum: StratumParts,
  areaType: AreaType,
): Figures | undefined {
  const byArea = new Map<string, Figure>();
  for (const area of cells.areas(areaType)) {
    const cell = cells.cellOf(measure, area, stratum);
    if (cell !== undefined) byArea.set(area, figureOf(protection, cell));
  }
  if (byArea.size === 0) return undefined;
  return { basis: definition.synthetic ? 'synthetic' : 'published', byArea };
}

function figureOf({ published: { table, statuses: now, policy } }: Protection, cell: number): Figure {
  const count = at(table.truth, cell);
  const isShown = now[cell] === 'shown' || (now[cell] === 'known' && !isSmall(count, policy));
  return isShown ? { status: 'value', value: roundedCount(count, policy) } : { status: 'withheld' };
}

const wordsOf = (report: ProtectionReport): string =>
  [
    `${report.cells} cells, ${report.shown} shown, ${report.byRule} withheld by rule`,
    `${report.forOthers} for others' sake`,
    Number.isFinite(report.smallestUncertainty)
      ? `smallest remaining uncertainty ${report.smallestUncertainty} counts`
      : 'as in the version before',
  ].join(', ');
