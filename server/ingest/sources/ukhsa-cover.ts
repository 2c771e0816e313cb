/** UKHSA (before 2021 PHE) COVER: quarterly childhood vaccination coverage by upper tier local authority (xlsx, ods). */
import { parsePeriod } from '../../contract/periods.ts';
import { readDecimal, readWhole } from '../figures.ts';
import { type NamedArea, namedAreasOf } from '../place-filter.ts';
import type { LoadContext, ObservationItem, Source } from '../source.ts';
import type { SourceFile } from '../source-file.ts';
import { openWorkbook, type Sheet, SheetTable, sheetNames } from '../workbook.ts';
import {
  ageOf,
  type CoverAge,
  coverAges,
  kindOfColumn,
  measureOfVaccine,
  vaccineOf,
} from './ukhsa-cover-columns.ts';
import { type Numerators, numeratorsOf } from './ukhsa-cover-numerators.ts';

const DERIVED =
  'The number vaccinated is worked out from the published percentage and number of children: the workbook does not give it.';

export const ukhsaCover: Source = {
  id: 'ukhsa-cover',
  title: 'UKHSA COVER childhood vaccination, one quarter per workbook (xlsx, ods), 2016/17 to 2024/25',
  async *read(file, context) {
    const sheets = await openWorkbook(file, context.problems);
    if (sheets === undefined) return;
    const before = context.problems.count;
    const period = periodOf(file, sheets, context);
    const dataFile = sheets.find((sheet) => /^data[ _]file$/i.test(sheet.name));
    const numerators = dataFile && numeratorsOf(file, dataFile, context);
    const coverage = coverAges.map((age) => coverageSheet(file, sheets, age, context));
    const used = new Set([dataFile, ...coverage.map((one) => one?.sheet)].map((sheet) => sheet?.name));
    context.tally.ignored ??= new Set();
    for (const { name } of sheets) if (!used.has(name)) context.tally.ignored.add(name);
    if (context.problems.count > before || period === undefined) return;
    for (const one of coverage) if (one !== undefined) yield* figuresOf(one, period, numerators, context);
  },
};

interface Coverage {
  readonly age: CoverAge;
  readonly sheet: Sheet;
  readonly table: SheetTable;
  readonly denominator: number;
  readonly vaccines: readonly {
    readonly index: number;
    readonly vaccine: string;
    readonly measure: string;
  }[];
}

const QUARTERS = [
  ['April', 'June'],
  ['July', 'September'],
  ['October', 'December'],
  ['January', 'March'],
] as const;

/** The quarter as the workbook says it on its first sheet; a period given on the command line must agree. */
function periodOf(file: SourceFile, sheets: readonly Sheet[], context: LoadContext): string | undefined {
  const found = new Set<string>();
  for (const text of sheets[0]?.rows.flat() ?? []) {
    const numbered = /\b(20\d\d)\/(\d\d),? Quarter ([1-4])\b/i.exec(text);
    if (numbered !== null) found.add(`${numbered[1]}-${numbered[2]}-Q${numbered[3]}`);
    for (const [index, [from, to]] of QUARTERS.entries()) {
      const named = new RegExp(`aged up to.*\\b${from} to ${to} (20\\d\\d)\\b`, 'i').exec(text);
      if (named === null) continue;
      const start = Number(named[1]) - (index === 3 ? 1 : 0);
      found.add(`${start}-${String(start + 1).slice(2)}-Q${index + 1}`);
    }
  }
  if (context.period !== undefined) found.add(context.period);
  const [period] = found;
  if (period !== undefined && found.size === 1 && parsePeriod(period) !== undefined) return period;
  context.problems.add({
    file: file.name,
    ...(sheets[0] && { sheet: sheets[0].name }),
    value: [...found].join(', '),
    expected:
      'expected one quarter, as in "England - 2019/20, Quarter 1" or "April to June 2024"; where the workbook does not say it, give --period 2024-25-Q1',
  });
  return undefined;
}

/** The sheet with the upper tier local authorities at one age: named by age until 2024/25 Q2, numbered since. */
function coverageSheet(
  file: SourceFile,
  sheets: readonly Sheet[],
  age: CoverAge,
  { problems }: LoadContext,
): Coverage | undefined {
  const named = sheets.filter((sheet) => new RegExp(`^${age.id}_UTLA_GOR$`, 'i').test(sheet.name));
  const candidates = named.length > 0 ? named : sheets.filter((sheet) => /^Table_?\d+$/i.test(sheet.name));
  const matches = candidates.flatMap((sheet) => {
    // Numbered sheets are told apart by what they hold: other tables count the same children.
    const vaccines = named.length > 0 ? [] : age.always;
    const headerAt = sheet.rows.slice(0, 20).findIndex((row) => isHeader(row, age, vaccines));
    return headerAt === -1 ? [] : [{ sheet, headerAt }];
  });
  const [match] = matches;
  if (match === undefined || matches.length > 1) {
    problems.add({
      file: file.name,
      ...(named[0] && { sheet: named[0].name }),
      expected: `expected one sheet of local authorities with the number of children who reached ${age.words} (such as ${age.id}_UTLA_GOR or Table_5) and columns for the authority's ONS code, ODS code and name; found ${matches.length}. The sheets are: ${sheetNames(sheets)}`,
    });
    return undefined;
  }
  return columnsOf(file, match.sheet, match.headerAt, age, problems);
}

function isHeader(row: readonly string[], age: CoverAge, vaccines: readonly string[]): boolean {
  const kinds = row.map((cell) => kindOfColumn(cell));
  return (
    ['code', 'ods', 'name'].every((kind) => kinds.includes(kind as (typeof kinds)[number])) &&
    row.some((cell) => kindOfColumn(cell) === 'denominator' && ageOf(cell) === age) &&
    vaccines.every((vaccine) => row.some((cell) => ageOf(cell) === age && vaccineOf(cell) === vaccine))
  );
}

function columnsOf(
  file: SourceFile,
  sheet: Sheet,
  headerAt: number,
  age: CoverAge,
  problems: LoadContext['problems'],
): Coverage | undefined {
  const headers = sheet.rows[headerAt] ?? [];
  const before = problems.count;
  const refuse = (column: string, expected: string) =>
    problems.add({ file: file.name, sheet: sheet.name, row: headerAt + 1, column, expected });
  const indexes = new Map<string, number>();
  const vaccines: Coverage['vaccines'][number][] = [];
  for (const [index, header] of headers.entries()) {
    if (header === '') continue;
    const kind = kindOfColumn(header);
    if (kind === 'caveat') continue;
    if (kind !== undefined) {
      if (indexes.has(kind)) refuse(header, 'the column stands twice');
      indexes.set(kind, index);
      continue;
    }
    const vaccine = vaccineOf(header);
    const measure = ageOf(header) === age && vaccine !== undefined && measureOfVaccine(age, vaccine);
    if (!measure || vaccine === undefined) {
      refuse(
        header,
        `the column is not understood; expected a vaccine given by ${age.words}, such as "${age.id} MMR1%"`,
      );
    } else if (vaccines.some((known) => known.measure === measure)) refuse(header, 'the column stands twice');
    else vaccines.push({ index, vaccine, measure });
  }
  for (const vaccine of age.always) {
    const measure = measureOfVaccine(age, vaccine);
    if (!vaccines.some((known) => known.measure === measure)) {
      refuse(
        vaccine,
        `the column with its coverage is missing. The sheet has: ${headers.filter(Boolean).join(', ')}`,
      );
    }
  }
  if (problems.count > before) return undefined;
  const table = new SheetTable({ file, problems, sheet, headers, indexes, firstRow: headerAt + 1 });
  return { age, sheet, table, denominator: indexes.get('denominator') ?? -1, vaccines };
}

type Cell =
  | { readonly status: 'value'; readonly value: number }
  | { readonly status: 'missing' | 'withheld' };

/** Stars, notes, letters and -99 in a figure's own cell stand for a figure that is not there; [c] says it is withheld. */
function cellOf(text: string, read: (text: string) => number | undefined): Cell | undefined {
  if (/^\[c\]$/i.test(text)) return { status: 'withheld' };
  if (/^(|\*{1,3}|n\/a|\[x\]|\[z\]|(\[note \d+\] ?)+|-\d+)$/i.test(text)) return { status: 'missing' };
  const value = read(text);
  return value === undefined ? undefined : { status: 'value', value };
}

function* figuresOf(
  { age, table, denominator, vaccines }: Coverage,
  period: string,
  numerators: Numerators | undefined,
  context: LoadContext,
): Generator<ObservationItem> {
  const wanted = namedAreasOf(context.place);
  const found = new Set<NamedArea>();
  for (const row of table.rows()) {
    context.tally.read++;
    const area = wanted.find((one) =>
      one.isRow({
        code: row.text('code'),
        region: row.text('regionCode'),
        names: [row.text('name'), row.text('regionName')],
      }),
    );
    if (area === undefined) {
      context.tally.skipped++;
      continue;
    }
    if (found.has(area)) row.refuse('code', `${area.name} stands in an earlier row already`);
    found.add(area);
    const children = cellOf(row.at(denominator), readWhole);
    if (children === undefined) {
      row.refuseAt(denominator, 'expected a number of children, or [x], [c] or * where there is none');
      continue;
    }
    const base = {
      kind: 'observation',
      row: row.number,
      period,
      areaType: area.type,
      areaCode: area.code,
    } as const;
    yield { ...base, measure: age.children, ...stored(children) };
    for (const { index, vaccine, measure } of vaccines) {
      const percent = cellOf(row.at(index), readDecimal);
      if (
        percent === undefined ||
        (percent.status === 'value' && (percent.value < 0 || percent.value > 100))
      ) {
        row.refuseAt(index, 'expected a percentage from 0 to 100, or [x], [c] or * where there is none');
        continue;
      }
      if (percent.status !== 'value' || children.status !== 'value') {
        const status =
          percent.status === 'withheld' || children.status === 'withheld' ? 'withheld' : 'missing';
        yield { ...base, measure, status, value: null };
        continue;
      }
      const derived = Math.round((percent.value * children.value) / 100);
      const given = numerators?.of(row.text('ods'), age, vaccine);
      if (given === undefined) yield { ...base, measure, status: 'value', value: derived, note: DERIVED };
      else {
        // Two sheets of one workbook give the figure: where they disagree, one of the columns is not what it seems.
        if (Math.abs((100 * given.value) / children.value - percent.value) > 0.0501 + 50 / children.value) {
          row.refuseAt(
            index,
            `expected ${((100 * given.value) / children.value).toFixed(1)}, because sheet "${given.sheet}" counts ${given.value} of the ${children.value} children as vaccinated`,
          );
        }
        yield { ...base, measure, status: 'value', value: given.value };
      }
    }
  }
  for (const area of wanted)
    if (!found.has(area)) table.refuse(`no row for ${area.name} (${area.code}); is the sheet cut short?`);
}

function stored(cell: Cell): Pick<ObservationItem, 'status' | 'value'> {
  return cell.status === 'value' ? cell : { status: cell.status, value: null };
}
