/**
 * Stewards' extracts of people counted from records (server/ingest/README.md): the inner cells of count tables. Nothing
 * that stands in such a file is ever repeated, in no message and no record of a load: it may be a count of few people.
 */
import { type EthnicScheme, ethnicSchemes } from '../../contract/dimensions.ts';
import { parsePeriod } from '../../contract/periods.ts';
import { type CountTable, countTables } from '../../indicators/count-tables.ts';
import { type Layout, openTable, type Row } from '../csv-table.ts';
import { readWhole } from '../figures.ts';
import { needsAreas } from '../place-filter.ts';
import type { Item, LoadContext, Source } from '../source.ts';
import type { SourceFile } from '../source-file.ts';

const layout: Layout = {
  name: 'counts of people',
  columns: {
    table: ['table'],
    period: ['period'],
    area: ['area_code'],
    group: ['ethnic_group'],
    age: ['age_band'],
    people: ['people'],
    with: ['with'],
  },
};

export const peopleCounts: Source = peopleCountsOf(countTables);

/** The source for these tables. */
export function peopleCountsOf(tables: readonly CountTable[]): Source {
  return {
    id: 'people-counts',
    title:
      'counts of people from records (CSV): by ward, ethnic group and age band, those with something among all',
    countsPeople: true,
    async *read(file, context) {
      const table = await openTable(file, [layout], context.problems);
      if (table === undefined) return;
      const cells = new Cells(file, context);
      for await (const batch of table.batches()) {
        context.tally.read += batch.length;
        yield batch.flatMap((row) => itemsOf(row, tables, context, cells));
      }
      cells.requireAll();
    },
  };
}

function itemsOf(row: Row, tables: readonly CountTable[], context: LoadContext, cells: Cells): Item[] {
  const table = oneOf(row, 'table', tables, (candidate) => candidate.id);
  const period = row.text('period');
  const isPeriod = parsePeriod(period) !== undefined;
  if (!isPeriod) row.refuseUnsaid('period', 'expected a period such as 2024-25, 2024 or 2024-25-Q1');
  if (table === undefined || !cells.havePlace(table)) return [];
  const areaCode = areaOf(row, table, context);
  const ethnicGroup = oneOf(row, 'group', groupsOf(table.schemes[0]));
  const ageBand = oneOf(row, 'age', table.ageBands);
  const [people, having] = [countOf(row, 'people'), countOf(row, 'with')];
  if (areaCode === undefined || ethnicGroup === undefined || ageBand === undefined || !isPeriod) return [];
  if (!cells.add(row, table, period, [areaCode, ethnicGroup, ageBand])) return [];
  if (people === undefined || having === undefined) return [];
  if (having > people) {
    row.refuseUnsaid('with', 'expected at most the number in the column "people"');
    return [];
  }
  const about = {
    kind: 'observation',
    row: row.number,
    period,
    areaType: table.areas.type,
    areaCode,
  } as const;
  const stratum = { ethnicScheme: table.schemes[0], ethnicGroup, ageBand, status: 'value' } as const;
  return [
    { ...about, ...stratum, measure: table.people, value: people },
    { ...about, ...stratum, measure: table.with, value: having },
  ];
}

/** Which inner cells a file holds so far, and in which row. */
class Cells {
  readonly #file: SourceFile;
  readonly #context: LoadContext;
  readonly #rows = new Map<CountTable, Map<string, Map<string, number>>>();
  readonly #placed = new Map<CountTable, boolean>();

  constructor(file: SourceFile, context: LoadContext) {
    this.#file = file;
    this.#context = context;
  }

  /** False, which is said once, where the areas of a table are not loaded yet. */
  havePlace(table: CountTable): boolean {
    const { type, edition } = table.areas;
    const known = this.#placed.get(table) ?? needsAreas({ file: this.#file }, type, edition, this.#context);
    this.#placed.set(table, known);
    return known;
  }

  /** False, with the row refused, where the cell stands in an earlier row. */
  add(row: Row, table: CountTable, period: string, codes: readonly string[]): boolean {
    const periods = this.#rows.get(table) ?? new Map<string, Map<string, number>>();
    const rows = periods.get(period) ?? new Map<string, number>();
    this.#rows.set(table, periods.set(period, rows));
    const first = rows.get(codes.join());
    if (first === undefined) rows.set(codes.join(), row.number);
    else this.#refuse(`the combination stands in row ${first} already; expected it once`, row.number);
    return first === undefined;
  }

  /** Totals are added up from inner cells, so that one left out would be a total too small. */
  requireAll(): void {
    for (const [table, periods] of this.#rows) {
      const all = areasOf(table, this.#context).flatMap((area) =>
        groupsOf(table.schemes[0]).flatMap((group) => table.ageBands.map((age) => [area, group, age])),
      );
      for (const rows of periods.values()) {
        const missing = all.filter((codes) => !rows.has(codes.join()));
        if (missing.length === 0) continue;
        this.#refuse(
          `${missing.length} of the ${all.length} combinations of "${table.id}" are missing in the period of row ${[...rows.values()][0]}, the first: ${missing[0]?.join(', ')}; expected each, with 0 where there is nobody`,
        );
      }
    }
  }

  #refuse(expected: string, row?: number): void {
    this.#context.problems.add({ file: this.#file.name, ...(row !== undefined && { row }), expected });
  }
}

const areasOf = ({ areas }: CountTable, context: LoadContext): readonly string[] =>
  context.areas.codes(areas.type, areas.edition);

/** Everybody counted is in one of these: those of unknown group too. */
const groupsOf = (scheme: EthnicScheme): readonly string[] =>
  ethnicSchemes.find(({ id }) => id === scheme)?.groups.map(({ id }) => id) ?? [];

function areaOf(row: Row, table: CountTable, context: LoadContext): string | undefined {
  const codes = areasOf(table, context);
  const code = codes.find((candidate) => candidate === row.text('area'));
  if (code === undefined) {
    const [{ type, edition }, { name }] = [table.areas, context.place];
    row.refuseUnsaid('area', `expected a ${type} of ${name} in the list of ${edition}, such as ${codes[0]}`);
  }
  return code;
}

function oneOf<T>(
  row: Row,
  key: string,
  right: readonly T[],
  idOf: (one: T) => string = String,
): T | undefined {
  const found = right.find((one) => idOf(one) === row.text(key));
  if (found === undefined) row.refuseUnsaid(key, `expected one of: ${right.map(idOf).join(', ')}`);
  return found;
}

function countOf(row: Row, key: string): number | undefined {
  const count = readWhole(row.text(key));
  if (count === undefined) row.refuseUnsaid(key, 'expected a whole number of people, zero or more');
  return count;
}
