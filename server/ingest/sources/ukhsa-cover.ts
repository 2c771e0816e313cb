/** UKHSA (before 2021 PHE) COVER: quarterly childhood vaccination coverage by upper tier local authority (xlsx, ods). */
import { refuseOtherName } from '../code-and-name.ts';
import type { Row } from '../csv-row.ts';
import { readDecimal, readWhole } from '../figures.ts';
import type { StatusWithout } from '../marks.ts';
import { comparatorsOf, type NamedArea, namedAreasOf } from '../place-filter.ts';
import type { LoadContext, ObservationItem, Source } from '../source.ts';
import { openWorkbook, type SheetTable } from '../workbook.ts';
import { coverAges } from './ukhsa-cover-columns.ts';
import {
  coverWordsOf,
  isOfWholeChildren,
  refuseOtherSheets,
  refuseOtherSum,
  refuseShares,
} from './ukhsa-cover-elsewhere.ts';
import { coverMarkOf, suppressedMarks } from './ukhsa-cover-marks.ts';
import { type Numerators, numeratorsOf } from './ukhsa-cover-numerators.ts';
import { quarterOf } from './ukhsa-cover-period.ts';
import { type CoverSheet, coverageSheet } from './ukhsa-cover-sheets.ts';

const DERIVED =
  'The number vaccinated is worked out from the published percentage and number of children: the workbook does not give it.';

export const ukhsaCover: Source = {
  id: 'ukhsa-cover',
  onePeriodAFile: true,
  edition: { history: /^revision[ _]history$/i },
  title: 'UKHSA COVER childhood vaccination, one quarter per workbook (xlsx, ods), 2014/15 to 2024/25',
  async *read(file, context) {
    const sheets = await openWorkbook(file, context.problems);
    if (sheets === undefined) return;
    const before = context.problems.count;
    const period = quarterOf(file, sheets, context);
    const dataFile = sheets.find((sheet) => /^data[ _]file$/i.test(sheet.name));
    const numerators = dataFile && numeratorsOf(file, dataFile, context);
    const coverage = coverAges.map((age) => coverageSheet(file, sheets, age, context));
    const used = new Set([dataFile, ...coverage.map((one) => one?.sheet)].map((sheet) => sheet?.name));
    context.tally.ignored ??= new Set();
    for (const { name } of sheets) if (!used.has(name)) context.tally.ignored.add(name);
    if (context.problems.count > before || period === undefined) return;
    for (const one of coverage) {
      if (one === undefined) continue;
      refuseOtherSum(one, context);
      refuseShares(one);
      refuseOtherSheets(one, sheets, context);
      yield* figuresOf(one, period, numerators, context);
    }
  },
};

type Cell = { readonly status: 'value'; readonly value: number } | { readonly status: StatusWithout };

function cellOf(
  text: string,
  read: (text: string) => number | undefined,
  suppressed: ReadonlySet<string>,
): Cell | undefined {
  const without = coverMarkOf(text, suppressed);
  if (without !== undefined) return { status: without };
  const value = read(text);
  return value === undefined ? undefined : { status: 'value', value };
}

function* figuresOf(
  { age, sheet, table, denominator, isOfAuthoritiesAlone, vaccines }: CoverSheet,
  period: string,
  numerators: Numerators | undefined,
  context: LoadContext,
): Generator<ObservationItem> {
  const wanted = [...namedAreasOf(context.place), ...comparatorsOf(context.place)];
  const suppressed = suppressedMarks(sheet);
  // A vaccine that some authorities do not give yet has no figure for the regions, whose cells are left empty.
  const partly = new Set(vaccines.flatMap(({ index }) => (isPartly(table, index) ? [index] : [])));
  const found = new Set<NamedArea>();
  for (const row of table.rows()) {
    context.tally.read++;
    const area = wanted.find((one) => one.isRow(coverWordsOf(row)));
    if (refuseOtherName(row, row.text('code'), 'name', context)) continue;
    if (area === undefined) {
      context.tally.skipped++;
      continue;
    }
    if (found.has(area)) row.refuse('code', `${area.name} stands in an earlier row already`);
    found.add(area);
    const children = cellOf(row.at(denominator), readWhole, suppressed);
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
    for (const vaccine of vaccines) {
      const isEmptied = area.type !== context.place.type && partly.has(vaccine.index);
      const percent =
        row.at(vaccine.index) === '' && isEmptied
          ? MISSING
          : cellOf(row.at(vaccine.index), readDecimal, suppressed);
      const given = numerators?.of(row.text('ods'), age, vaccine.vaccine);
      const vaccinated = vaccinatedOf(row, vaccine.index, {
        percent,
        children,
        given,
        isOfPlace: area.type === context.place.type,
      });
      if (vaccinated !== undefined) yield { ...base, measure: vaccine.measure, ...vaccinated };
    }
  }
  refuseAbsent(table, { wanted, found, isOfAuthoritiesAlone }, context.place);
}

interface Looked {
  readonly wanted: readonly NamedArea[];
  readonly found: ReadonlySet<NamedArea>;
  readonly isOfAuthoritiesAlone: boolean;
}

/** The place and what it lies in have a row, but that some sheets are of authorities alone; of other boroughs none is needed. */
function refuseAbsent(
  table: SheetTable,
  { wanted, found, isOfAuthoritiesAlone }: Looked,
  place: LoadContext['place'],
): void {
  for (const area of wanted) {
    const isNeeded = area.type === place.type || !(isOfAuthoritiesAlone || area.type === 'other-borough');
    if (isNeeded && !found.has(area))
      table.refuse(`no row for ${area.name} (${area.code}); is the sheet cut short?`);
  }
}

const MISSING = { status: 'missing' } as const;

interface Said {
  readonly percent: Cell | undefined;
  readonly children: Cell;
  /** What another sheet counts as vaccinated. */
  readonly given: ReturnType<Numerators['of']>;
  readonly isOfPlace: boolean;
}

/** The children vaccinated, as counted or from their percentage; undefined where the cell is refused. */
function vaccinatedOf(
  row: Row,
  index: number,
  { percent, children, given, isOfPlace }: Said,
): Pick<ObservationItem, 'status' | 'value' | 'note'> | undefined {
  if (percent === undefined || (percent.status === 'value' && (percent.value < 0 || percent.value > 100))) {
    row.refuseAt(index, 'expected a percentage from 0 to 100, or [x], [c] or * where there is none');
    return undefined;
  }
  if (percent.status !== 'value' || children.status !== 'value')
    return { status: statusOf(percent, children), value: null };
  // Of larger areas some are of other children than those that stand beside them.
  if (isOfPlace && !isOfWholeChildren(row.at(index), children.value))
    row.refuseAt(index, `expected the percentage of a whole number of the ${children.value} children`);
  if (given === undefined)
    return { status: 'value', value: Math.round((percent.value * children.value) / 100), note: DERIVED };
  // Two sheets of one workbook give the figure: where they disagree, one of the columns is not what it seems.
  const share = (100 * given.value) / children.value;
  if (Math.abs(share - percent.value) > 0.0501 + 50 / children.value) {
    const counted = `sheet "${given.sheet}" counts ${given.value} of the ${children.value} children as vaccinated`;
    row.refuseAt(index, `expected ${share.toFixed(1)}, because ${counted}`);
  }
  return { status: 'value', value: given.value };
}

/** Whether a column has a figure of some authority that is not there, for another reason than that it is withheld. */
function isPartly(table: SheetTable, index: number): boolean {
  for (const row of table.rows()) if ((coverMarkOf(row.at(index)) ?? 'withheld') !== 'withheld') return true;
  return false;
}

/** Of no children there is no percentage, whatever stands in its cell. */
function statusOf(percent: Cell, children: Cell): StatusWithout {
  if (children.status === 'value' && children.value === 0) return 'nobody-to-count';
  const said = [percent.status, children.status].filter((status) => status !== 'value');
  return said.find((status) => status === 'withheld') ?? said[0] ?? 'missing';
}

function stored(cell: Cell): Pick<ObservationItem, 'status' | 'value'> {
  return cell.status === 'value' ? cell : { status: cell.status, value: null };
}
