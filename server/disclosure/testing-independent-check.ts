/**
 * Checks a protection with code of its own: adds up, rounds and compares by codes written out, and takes nothing from
 * the files that protect and prove but their answers.
 */
import { parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string>>;
/** Columns of each dimension, in chains from the finest up. */
export type Columns = Readonly<Record<string, readonly (readonly string[])[]>>;
/** Another possible table: for inner cells, by their codes, how many people more or fewer. */
type Other = ReadonlyMap<string, number>;

export interface Claim {
  /** The inner cells with their true counts `n`. */
  readonly rows: readonly Row[];
  readonly columns: Columns;
  /** The published file, as written. */
  readonly csv: string;
  /** The reasons file, as written: the intruder knows every cell with the reason `small`. */
  readonly reasons: string;
  readonly witnesses: readonly Other[];
  /** The least and the most that an intruder infers, for each cell. */
  readonly bounds: ReadonlyMap<string, readonly [lowest: number, highest: number]>;
}

export interface Checked {
  readonly cells: number;
  readonly small: number;
  readonly failures: readonly string[];
}

const isSmall = (count: number) => count >= 1 && count <= 7;
const nearestFive = (count: number) => 5 * Math.round(count / 5);

/** Every cell an inner row counts in, by codes: itself, the groups above it, and totals. */
export function cellsOver(row: Row, columns: Columns): string[] {
  return Object.values(columns).reduce(
    (all, chains) => {
      const codes = new Set([...chains.flat().map((column) => row[column] ?? ''), 'Total']);
      return all.flatMap((cell) => [...codes].map((code) => (cell === '' ? code : `${cell}|${code}`)));
    },
    [''],
  );
}

export const innerCode = (row: Row, columns: Columns): string =>
  Object.values(columns)
    .map((chains) => row[chains[0]?.[0] ?? ''])
    .join('|');

export function addedUp(rows: readonly Row[], columns: Columns): Map<string, number> {
  const totals = new Map<string, number>();
  for (const row of rows) {
    for (const cell of cellsOver(row, columns)) totals.set(cell, (totals.get(cell) ?? 0) + Number(row.n));
  }
  return totals;
}

interface PublishedCell {
  readonly shown: number | undefined;
}

function published(csv: string, columns: Columns): Map<string, PublishedCell> {
  const names = Object.keys(columns);
  const lines = parse(csv, { columns: true }) as Row[];
  return new Map(
    lines.map((line) => [
      names.map((name) => line[name]).join('|'),
      { shown: line.status === 'shown' ? Number(line.count) : undefined },
    ]),
  );
}

/** Whether a count could lie behind what is published of a cell, by the rules as everybody knows them. */
function fits(count: number, { shown }: PublishedCell, saidSmall: boolean): boolean {
  if (count < 0) return false;
  if (shown === undefined) return !saidSmall || isSmall(count);
  return !isSmall(count) && nearestFive(count) === shown;
}

export function check({ rows, columns, csv, reasons, witnesses, bounds }: Claim): Checked {
  const truth = addedUp(rows, columns);
  const cells = published(csv, columns);
  const failures: string[] = [];
  const fail = (cell: string, what: string) => failures.push(`${cell}: ${what}`);
  const reasonOf = reasonsIn(reasons, columns);
  const saidSmall = (cell: string) => reasonOf.get(cell) === 'small';
  const within = (count: number, cell: string) => {
    const [lowest, highest] = bounds.get(cell) ?? [1, 0];
    return count >= lowest && count <= highest;
  };
  const open = new Set<string>();
  for (const [cell, count] of truth) {
    const one = cells.get(cell);
    if (one === undefined) fail(cell, 'is not published');
    else if (!fits(count, one, saidSmall(cell))) fail(cell, `holds ${count}, which its publication excludes`);
    if (isSmall(count)) open.add(cell);
    const right = reasonsFor(count, one?.shown);
    if (!right.includes(reasonOf.get(cell))) fail(cell, `has the reason ${reasonOf.get(cell)}`);
    if (!within(count, cell)) fail(cell, `holds ${count}, outside ${bounds.get(cell)}`);
  }
  if (cells.size !== truth.size) failures.push(`${cells.size} cells are published of ${truth.size}`);
  const small = open.size;
  const rowOf = new Map(rows.map((row) => [innerCode(row, columns), row]));
  for (const witness of witnesses) {
    for (const [cell, change] of changesOver(witness, rowOf, columns)) {
      const count = truth.get(cell) ?? 0;
      const other = count + change;
      if (!fits(other, cells.get(cell) ?? { shown: undefined }, saidSmall(cell)))
        fail(cell, `a witness has ${other}, which its publication excludes`);
      if (!within(other, cell)) fail(cell, `${other} is possible, outside ${bounds.get(cell)}`);
      if (change !== 0 && Math.max(count, other) >= 4) open.delete(cell);
    }
  }
  for (const cell of open) fail(cell, 'is small and has no witness');
  return { cells: truth.size, small, failures };
}

/** Why a cell may be withheld. */
function reasonsFor(count: number, shown: number | undefined): readonly (string | undefined)[] {
  if (shown !== undefined) return [undefined];
  return isSmall(count) ? ['small', 'quiet'] : ['secondary'];
}

const reasonsIn = (csv: string, columns: Columns): Map<string, string | undefined> =>
  new Map(
    (parse(csv, { columns: true }) as Row[]).map((line) => [
      Object.keys(columns)
        .map((name) => line[name])
        .join('|'),
      line.reason,
    ]),
  );

function changesOver(witness: Other, rowOf: ReadonlyMap<string, Row>, columns: Columns): Map<string, number> {
  const changes = new Map<string, number>();
  for (const [inner, change] of witness) {
    for (const cell of cellsOver(rowOf.get(inner) ?? {}, columns))
      changes.set(cell, (changes.get(cell) ?? 0) + change);
  }
  return changes;
}
