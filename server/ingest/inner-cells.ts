/**
 * The inner cells of tables of people, row by row: which a file holds so far, and what may stand in a row. Nothing that
 * stands there is ever repeated, in no message and no record of a load: it may be a count of few people.
 */
import {
  type AreaType,
  areaTypes,
  type EthnicScheme,
  ethnicSchemes,
  labelOf,
} from '../contract/dimensions.ts';
import type { Row } from './csv-row.ts';
import { readWhole } from './figures.ts';
import { needsAreas } from './place-filter.ts';
import type { LoadContext } from './source.ts';
import type { SourceFile } from './source-file.ts';

/** A list of areas: one type of one year. */
export interface AreasOfYear {
  readonly type: AreaType;
  readonly edition: string;
}

/** Which inner cells a file holds so far, and in which row; by table and period. */
export class InnerCells<Table extends { readonly id: string }> {
  readonly #file: SourceFile;
  readonly #context: LoadContext;
  readonly #rows = new Map<Table, Map<string, Map<string, number>>>();
  readonly #placed = new Map<string, boolean>();

  constructor(file: SourceFile, context: LoadContext) {
    this.#file = file;
    this.#context = context;
  }

  /** False, which is said once, where the areas of a list are not loaded yet. */
  havePlace({ type, edition }: AreasOfYear): boolean {
    const list = `${type} ${edition}`;
    const known = this.#placed.get(list) ?? needsAreas({ file: this.#file }, type, edition, this.#context);
    this.#placed.set(list, known);
    return known;
  }

  /** False, with the row refused, where the cell stands in an earlier row. */
  add(row: Row, table: Table, period: string, codes: readonly string[]): boolean {
    const periods = this.#rows.get(table) ?? new Map<string, Map<string, number>>();
    const rows = periods.get(period) ?? new Map<string, number>();
    this.#rows.set(table, periods.set(period, rows));
    const first = rows.get(codes.join());
    if (first === undefined) rows.set(codes.join(), row.number);
    else this.#refuse(`the combination stands in row ${first} already; expected it once`, row.number);
    return first === undefined;
  }

  /** Totals are added up from inner cells, so that one left out would be a total too small. */
  requireAll(cellsOf: (table: Table) => readonly (readonly string[])[]): void {
    for (const [table, periods] of this.#rows) {
      const all = cellsOf(table);
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

/** Everybody counted is in one of these: those of unknown group too. */
export const groupsOfScheme = (scheme: EthnicScheme): readonly string[] =>
  ethnicSchemes.find(({ id }) => id === scheme)?.groups.map(({ id }) => id) ?? [];

/** The area of a row, of one list; undefined, with the row refused, where it is none of the place. */
export function areaOf(
  row: Row,
  key: string,
  { type, edition }: AreasOfYear,
  { areas, place }: LoadContext,
): string | undefined {
  const codes = areas.codes(type, edition);
  const code = codes.find((candidate) => candidate === row.text(key));
  if (code === undefined) {
    const name = labelOf(areaTypes, type).toLowerCase();
    row.refuseUnsaid(
      key,
      `expected a ${name} of ${place.name} in the list of ${edition}, such as ${codes[0]}`,
    );
  }
  return code;
}

export function oneOfExpected<T>(
  row: Row,
  key: string,
  right: readonly T[],
  idOf: (one: T) => string = String,
): T | undefined {
  const found = right.find((one) => idOf(one) === row.text(key));
  if (found === undefined) row.refuseUnsaid(key, `expected one of: ${right.map(idOf).join(', ')}`);
  return found;
}

export function wholeCountAt(row: Row, key: string): number | undefined {
  const count = readWhole(row.text(key));
  if (count === undefined) row.refuseUnsaid(key, 'expected a whole number of people, zero or more');
  return count;
}
