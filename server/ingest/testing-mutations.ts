/** What goes wrong with files between a publisher and a steward: one mutation of a publication for each kind, by chance. */
import { type CellValue, write } from 'hucre';
import type { FileOfTest } from './testing.ts';
import type { Cell, Publication } from './testing-publications.ts';

/** A number from 0 to below 1, the next of a seeded row. */
export type Chance = () => number;

/** Mulberry32: small, and the same on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What a spreadsheet can do to a cell or a sheet. */
interface Looks {
  readonly cells?: Map<string, { readonly type: 'formula'; readonly formula: string; readonly value: null }>;
  readonly merges?: { startRow: number; startCol: number; endRow: number; endCol: number }[];
  readonly hidden?: boolean;
}
export interface Mutated {
  readonly publication: Publication;
  readonly bytes?: (written: Buffer) => Buffer;
  readonly source?: string;
  readonly looks?: { readonly sheet: string } & Looks;
}
type Mutate = (publication: Publication, chance: Chance) => Mutated | undefined;

const pick = <T>(list: readonly T[], chance: Chance): T | undefined =>
  list[Math.floor(chance() * list.length)];
const isNumber = (cell: Cell | undefined): boolean =>
  cell !== '' && cell !== null && Number.isFinite(Number(cell));
const isCode = (cell: Cell | undefined): boolean => /^[EWSNK]\d{8}$/.test(String(cell));

interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Every cell, by place; those of the first rows are headers and titles. */
function spotsOf({ sheets }: Publication, wanted: (cell: Cell, spot: Spot) => boolean): Spot[] {
  return Object.entries(sheets).flatMap(([sheet, rows]) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => (wanted(cell, { sheet, row, column }) ? [{ sheet, row, column }] : [])),
    ),
  );
}

/** The first row with a code of an area in it, or of our own layouts any below the header. */
const firstRow = (rows: readonly (readonly Cell[])[]): number =>
  Math.max(
    1,
    rows.findIndex((row) => row.some(isCode)),
  );
const isFigure =
  ({ sheets }: Publication) =>
  (cell: Cell, { sheet, row }: Spot) =>
    row >= firstRow(sheets[sheet] ?? []) && isNumber(cell);

function changed(publication: Publication, sheet: string, change: (rows: Cell[][]) => Cell[][]): Mutated {
  const rows = (publication.sheets[sheet] ?? []).map((cells) => [...cells]);
  return { publication: { ...publication, sheets: { ...publication.sheets, [sheet]: change(rows) } } };
}

const cellChanged = (
  publication: Publication,
  spot: Spot | undefined,
  value: (cell: Cell) => Cell,
): Mutated | undefined =>
  spot &&
  changed(publication, spot.sheet, (rows) => {
    const row = rows[spot.row];
    if (row !== undefined) row[spot.column] = value(row[spot.column] ?? null);
    return rows;
  });

const figureChanged =
  (value: (cell: Cell, chance: Chance) => Cell): Mutate =>
  (publication, chance) =>
    cellChanged(publication, pick(spotsOf(publication, isFigure(publication)), chance), (cell) =>
      value(cell, chance),
    );

/** Changes every figure of the column that one stands in. */
const columnChanged =
  (value: (cell: Cell) => Cell): Mutate =>
  (publication, chance) => {
    const spot = pick(spotsOf(publication, isFigure(publication)), chance);
    return (
      spot &&
      changed(publication, spot.sheet, (rows) => {
        const from = firstRow(rows);
        return rows.map((cells, row) =>
          row < from
            ? cells
            : cells.map((cell, column) => (column === spot.column && isNumber(cell) ? value(cell) : cell)),
        );
      })
    );
  };

const rowsChanged =
  (change: (rows: Cell[][], from: number, chance: Chance) => Cell[][]): Mutate =>
  (publication, chance) => {
    const sheet = pick(Object.keys(publication.sheets), chance);
    return sheet === undefined
      ? undefined
      : changed(publication, sheet, (rows) => change(rows, firstRow(rows), chance));
  };

const at = (rows: readonly unknown[], from: number, chance: Chance): number =>
  from + Math.floor(chance() * Math.max(1, rows.length - from));

/** Of a workbook alone. */
const looking =
  (looks: (spot: Spot) => Looks): Mutate =>
  (publication, chance) => {
    if (publication.format === 'csv') return undefined;
    const spot = pick(spotsOf(publication, isFigure(publication)), chance);
    return spot && { publication, looks: { sheet: spot.sheet, ...looks(spot) } };
  };

/** Decided here, so that the file is damaged alike however often it is written. */
const bytes =
  (change: (written: Buffer, chance: Chance) => Buffer): Mutate =>
  (publication, chance) => {
    const seed = 2 ** 32 * chance();
    return { publication, bytes: (written) => change(written, chanceOf(seed)) };
  };

const ofText =
  (change: (text: string) => Buffer): Mutate =>
  (publication) =>
    publication.format === 'csv'
      ? { publication, bytes: (written) => change(written.toString('utf8')) }
      : undefined;

export const mutations: Readonly<Record<string, Mutate>> = {
  truncated: bytes((written, chance) => written.subarray(0, Math.floor(chance() * written.length))),
  'bytes flipped': bytes((written, chance) => {
    const flipped = Buffer.from(written);
    const place = Math.floor(chance() * flipped.length);
    flipped[place] = (flipped[place] ?? 0) ^ (1 << Math.floor(chance() * 8));
    return flipped;
  }),
  'row dropped': rowsChanged((rows, from, chance) => rows.toSpliced(at(rows, from, chance), 1)),
  'last rows dropped': rowsChanged((rows, from, chance) =>
    rows.slice(0, Math.max(from, at(rows, from, chance))),
  ),
  'category dropped': rowsChanged((rows, from, chance) => {
    const words = rows[at(rows, from, chance)]?.find((cell) => !isNumber(cell) && !isCode(cell));
    return rows.filter((cells, row) => row < from || !cells.includes(words ?? null));
  }),
  'row twice': rowsChanged((rows, from, chance) =>
    rows.toSpliced(from, 0, [...(rows[at(rows, from, chance)] ?? [])]),
  ),
  'row twice, once otherwise': rowsChanged((rows, from, chance) => {
    const twin = [...(rows[at(rows, from, chance)] ?? [])];
    const last = twin.findLastIndex(isNumber);
    twin[last] = Number(twin[last]) + 3;
    return [...rows, twin];
  }),
  'rows reordered': rowsChanged((rows, from) => [...rows.slice(0, from), ...rows.slice(from).reverse()]),
  'column dropped': rowsChanged((rows, from, chance) => {
    const column = at(rows[from] ?? [], 0, chance);
    return rows.map((cells) => cells.toSpliced(column, 1));
  }),
  'column renamed': rowsChanged((rows, from, chance) => {
    const header = rows[from - 1] ?? [];
    const column = at(header, 0, chance);
    header[column] = `${header[column]} (new)`;
    return rows;
  }),
  'column twice': rowsChanged((rows, from, chance) => {
    const column = at(rows[from] ?? [], 0, chance);
    return rows.map((cells) => [...cells, cells[column] ?? null]);
  }),
  'columns reordered': rowsChanged((rows) => {
    const width = Math.max(...rows.map((cells) => cells.length));
    return rows.map((cells) => [...cells, ...Array<null>(width - cells.length).fill(null)].reverse());
  }),
  'headers swapped': rowsChanged((rows, from, chance) => {
    const header = rows[from - 1] ?? [];
    const [one, other] = [at(header, 0, chance), at(header, 0, chance)];
    [header[one], header[other]] = [header[other] ?? null, header[one] ?? null];
    return rows;
  }),
  'decimal commas': columnChanged((cell) => String(cell).replace('.', ',')),
  semicolons: ofText((text) => Buffer.from(text.replaceAll(',', ';'))),
  'in UTF-16': ofText((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
  'in Windows-1252': ofText((text) => Buffer.from(text.replace(/[a-z]/, '\u00e9'), 'latin1')),
  'title lines above': rowsChanged((rows) => [['Downloaded on a Tuesday'], [], ...rows]),
  'cell emptied': figureChanged(() => ''),
  'cell marked as missing': figureChanged(() => '[x]'),
  'cell as a date': figureChanged((cell) => `${1 + ((Number(cell) % 27) | 0)}-Mar`),
  'cell with a per cent sign': figureChanged((cell) => `${cell}%`),
  'formula without its result': looking(({ row, column }) => ({
    cells: new Map([[`${row},${column}`, { type: 'formula', formula: 'A1', value: null }]]),
  })),
  // A spreadsheet keeps what stands in the first of them alone.
  'cells merged': (publication, chance) => {
    if (publication.format === 'csv') return undefined;
    const spot = pick(spotsOf(publication, isFigure(publication)), chance);
    const { row = 0, column = 0, sheet = '' } = spot ?? {};
    const merges = [{ startRow: row, startCol: Math.max(0, column - 1), endRow: row, endCol: column }];
    return { publication, ...cellChanged(publication, spot, () => null), looks: { sheet, merges } };
  },
  'sheet hidden': looking(() => ({ hidden: true })),
  'a digit changed': figureChanged((cell, chance) => {
    const digits = [...String(cell)];
    const places = digits.flatMap((digit, place) => (/\d/.test(digit) ? [place] : []));
    const place = pick(places, chance) ?? 0;
    digits[place] = String((Number(digits[place]) + 1 + Math.floor(chance() * 8)) % 10);
    return digits.join('');
  }),
  'figures times a thousand': columnChanged((cell) => 1000 * Number(cell)),
  'figures by a thousand': columnChanged((cell) => Number(cell) / 1000),
  'figures halved': columnChanged((cell) => Math.round(Number(cell) / 2)),
  'all zeros': columnChanged(() => 0),
  'codes swapped': rowsChanged((rows, from) => {
    const column = rows[from]?.findLastIndex(isCode) ?? -1;
    const [one, other] = [
      from,
      rows.findLastIndex((cells) => isCode(cells[column]) && cells[column] !== rows[from]?.[column]),
    ];
    const [a, b] = [rows[one], rows[other]];
    if (a !== undefined && b !== undefined) [a[column], b[column]] = [b[column] ?? null, a[column] ?? null];
    return rows;
  }),
  'a code of another place': (publication, chance) =>
    cellChanged(
      publication,
      pick(spotsOf(publication, isCode), chance),
      (cell) => `${String(cell).slice(0, 3)}000777`,
    ),
  'a period to come': (publication) => periodChanged(publication, (year) => year + 18),
  'a period before the source': (publication) => periodChanged(publication, (year) => year - 22),
  'the period of another file': (publication) => ({
    publication: {
      ...publication,
      name: publication.name.replace(/20(\d)(\d)/, (_, ten, one) => `20${ten}${(Number(one) + 3) % 10}`),
    },
  }),
  'given to another source': (publication, chance) => ({
    publication,
    source:
      pick(
        ['ons-census-2021', 'plain', 'fingertips', 'ukhsa-cover', 'people-counts'].filter(
          (id) => id !== publication.source,
        ),
        chance,
      ) ?? '',
  }),
};

/** Every year in the cells of one sheet or in the name. */
function periodChanged(publication: Publication, year: (year: number) => number): Mutated | undefined {
  const moved = (text: string) =>
    text
      .replaceAll(/(?<!\d)20[012]\d(?!\d)/g, (found) => String(year(Number(found))))
      .replaceAll(/(?<!\d)(20[012]\d)0000(?!\d)/g, (_, found) => `${year(Number(found))}0000`);
  const sheets = Object.fromEntries(
    Object.entries(publication.sheets).map(([sheet, rows]) => {
      const from = firstRow(rows);
      return [
        sheet,
        rows.map((cells, row) =>
          cells.map((cell) =>
            typeof cell === 'string' || (row >= from && Number(cell) > 2000 && Number(cell) < 2030)
              ? moved(String(cell ?? ''))
              : cell,
          ),
        ),
      ];
    }),
  );
  return { publication: { ...publication, sheets, name: moved(publication.name) } };
}

const quoted = (cell: Cell): string =>
  /[",\n]/.test(String(cell ?? '')) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell ?? '');

/** The file as it would be saved. */
export async function written({
  publication: { name, format, sheets },
  bytes: change,
  looks,
}: Mutated): Promise<FileOfTest> {
  const content =
    format === 'csv'
      ? Buffer.from(
          Object.values(sheets)
            .flatMap((rows) => rows.map((cells) => cells.map(quoted).join(',')))
            .join('\n')
            .concat('\n'),
        )
      : Buffer.from(
          await write({
            format,
            sheets: Object.entries(sheets).map(([sheet, rows]) => ({
              name: sheet,
              rows: rows.map((cells) => [...cells] as CellValue[]),
              ...(looks?.sheet === sheet && looksOf(looks)),
            })),
          }),
        );
  return { name, content: change?.(content) ?? content };
}

const looksOf = ({ cells, merges, hidden }: Looks) => ({
  ...(cells && { cells }),
  ...(merges && { merges }),
  ...(hidden && { hidden }),
});
