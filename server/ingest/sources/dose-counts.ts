/**
 * Stewards' extracts of vaccinations counted from records (server/ingest/README.md): dates with every piece of small
 * area and ward, and weeks of whole wards by finer ethnic groups. All files of a campaign are best loaded together: only
 * then are its dates held against each other.
 */
import { type DoseTable, doseTables } from '../../indicators/dose-tables.ts';
import type { ColumnLayout } from '../csv-header.ts';
import type { Row } from '../csv-row.ts';
import { type CsvTable, openTable } from '../csv-table.ts';
import { compareDates, type DoseRow, doseColumn, type FileDoseDate } from '../dose-dates.ts';
import { checkedPieces } from '../dose-pieces.ts';
import { countsSameDoses, crossedStratum, dateOf, dosesOf, weekOf } from '../dose-rows.ts';
import { groupsOfScheme, InnerCells, oneOfExpected, wholeCountAt } from '../inner-cells.ts';
import type { Item, LoadContext, SourceOfMany } from '../source.ts';
import type { SourceFile } from '../source-file.ts';

export const doseCounts: SourceOfMany = doseCountsOf(doseTables);

/** The source for these tables. */
export function doseCountsOf(tables: readonly DoseTable[]): SourceOfMany {
  return {
    id: 'dose-counts',
    title: 'vaccinations counted from records (CSV): people with each dose so far, by area and ethnic group',
    countsPeople: true,
    async *readAll(files, context) {
      const dates: OpenDate[] = [];
      for (const [file, sourceFile] of files.entries()) {
        const table = await openTable(sourceFile, layoutsOf(tables), context.problems);
        if (table === undefined) continue;
        const reader = new DoseFile(table, tables, dates, context);
        for await (const batch of table.batches()) {
          context.tally.read += batch.length;
          yield { file, items: batch.flatMap((row) => reader.itemsOf(row)) };
        }
        reader.requireAll();
      }
      compareDates(dates, context.problems);
    },
  };
}

/** The crossed layout first: the weekly one is part of it. */
function layoutsOf(tables: readonly DoseTable[]): readonly ColumnLayout[] {
  const doses = tables.flatMap((table) => table.doses.map(({ id }) => [id, [doseColumn(id)]] as const));
  const shared = {
    [tableKey(tables)]: ['table'],
    period: ['period'],
    area: ['area_code'],
    group: ['ethnic_group'],
    people: ['people'],
    ...Object.fromEntries(doses),
  };
  const part = [...new Set(tables.map(({ parts }) => `${parts.type}_code`))];
  return [
    { name: 'doses of a crossed date', columns: { ...shared, part, age: ['age_band'] } },
    { name: 'doses of weekly dates', columns: { ...shared, 'part?': part, 'age?': ['age_band'] } },
  ];
}

/** Where there is only one table a file need not name it, row by row. */
const tableKey = (tables: readonly DoseTable[]): string => (tables.length === 1 ? 'table?' : 'table');

interface OpenDate extends FileDoseDate {
  readonly rows: Map<string, DoseRow>;
}

/** One file of either layout. */
class DoseFile {
  readonly #file: SourceFile;
  readonly #isCrossed: boolean;
  readonly #tableOf: (row: Row) => DoseTable | undefined;
  /** All dates of the load so far. */
  readonly #dates: OpenDate[];
  readonly #context: LoadContext;
  readonly #cells: InnerCells<DoseTable>;

  constructor(table: CsvTable, tables: readonly DoseTable[], dates: OpenDate[], context: LoadContext) {
    this.#file = table.file;
    this.#isCrossed = 'part' in table.layout.columns;
    const key = tableKey(tables);
    this.#tableOf =
      table.indexOf(key) === undefined
        ? () => tables[0]
        : (row) => oneOfExpected(row, key, tables, ({ id }) => id);
    this.#dates = dates;
    this.#context = context;
    this.#cells = new InnerCells(table.file, context);
    if (!this.#isCrossed) refuseHalfCrossed(table, context);
  }

  itemsOf(row: Row): Item[] {
    const table = this.#tableOf(row);
    const period = dateOf(row);
    if (table === undefined || !this.#havePlaces(table)) return [];
    const stratum = this.#isCrossed
      ? crossedStratum(row, table, this.#context)
      : weekOf(row, table, this.#context);
    const people = wholeCountAt(row, 'people');
    const doses = dosesOf(row, table, people);
    if (stratum === undefined || period === undefined) return [];
    const { areaCode, ethnicGroup, ageBand, overlapCode } = stratum;
    const codes = this.#isCrossed ? [areaCode, ethnicGroup, ageBand, overlapCode] : [areaCode, ethnicGroup];
    if (!this.#cells.add(row, table, period, codes)) return [];
    if (people === undefined || doses === undefined) return [];
    const date = this.#dateOf(table, period);
    date.rows.set(codes.join(), { row: row.number, codes, people, doses });
    if (!countsSameDoses(row, date, doses)) return [];
    const about = { kind: 'observation', row: row.number, period, ...stratum, status: 'value' } as const;
    return [
      { ...about, measure: table.people, value: people },
      ...table.doses.flatMap(({ with: measure }, at): Item[] => {
        const value = doses[at];
        return value === undefined ? [] : [{ ...about, measure, value }];
      }),
    ];
  }

  requireAll(): void {
    this.#cells.requireAll((table) => {
      const [finest, wide] = table.schemes;
      const wards = this.#context.areas.codes(table.areas.type, table.areas.edition);
      if (!this.#isCrossed)
        return wards.flatMap((ward) => groupsOfScheme(finest).map((group) => [ward, group]));
      const pieces = checkedPieces(table, this.#dates, this.#file, this.#context);
      return pieces.flatMap(([ward, part]) =>
        groupsOfScheme(wide).flatMap((group) => table.ageBands.map((age) => [ward, group, age, part])),
      );
    });
  }

  #havePlaces({ areas, parts }: DoseTable): boolean {
    return this.#cells.havePlace(areas) && (!this.#isCrossed || this.#cells.havePlace(parts));
  }

  #dateOf(table: DoseTable, period: string): OpenDate {
    const isCrossed = this.#isCrossed;
    const found = this.#dates.find(
      (one) => one.table === table && one.period === period && one.isCrossed === isCrossed,
    );
    if (found !== undefined) return found;
    const date = { table, isCrossed, period, file: this.#file.name, rows: new Map<string, DoseRow>() };
    this.#dates.push(date);
    return date;
  }
}

/** A crossed file that lacks one of its two columns would pass for a weekly one, and be refused row by row. */
function refuseHalfCrossed(table: CsvTable, { problems }: LoadContext): void {
  const crossed = ['part?', 'age?'].filter((key) => table.indexOf(key) !== undefined);
  if (crossed.length === 0) return;
  const lacking = crossed.includes('age?') ? 'part?' : 'age?';
  const column = table.layout.columns[lacking]?.[0] ?? '';
  problems.add({
    file: table.file.name,
    row: 1,
    column,
    expected: 'the column is missing; "doses of a crossed date" needs it',
  });
}
