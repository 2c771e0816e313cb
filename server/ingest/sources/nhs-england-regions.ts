/** Sheets of NHS England's weekly workbooks with a row for each region and a total for England. */
import { namedAreasOf } from '../place-filter.ts';
import type { Sheet } from '../sheet.ts';
import { blockOf, type SheetBlock, sheetTableOf } from '../sheet-block.ts';
import type { LoadContext, ObservationItem } from '../source.ts';
import type { SourceFile } from '../source-file.ts';

const REGION = /^(NHS )?Region of Residence$/i;

/** A column of counts, and of whom. */
export type RegionColumn = { readonly index: number } & Pick<
  ObservationItem,
  'measure' | 'ageBand' | 'ethnicScheme' | 'ethnicGroup'
>;

/** Regions and England stand by name; @param columnsOf the columns of the sheet, which it refuses where they are not whole. */
export function* readRegionRows(
  file: SourceFile,
  sheet: Sheet,
  period: string,
  columnsOf: (block: SheetBlock) => readonly RegionColumn[],
  context: LoadContext,
): Generator<ObservationItem> {
  const found = blockOf(sheet, REGION);
  if (found === undefined) {
    const expected = 'expected a column "Region of Residence"';
    context.problems.add({ file: file.name, sheet: sheet.name, expected });
    return;
  }
  // Spacer columns stand within the table, not beside it.
  const block = { ...found, end: found.headers.length };
  const table = sheetTableOf(file, block, { name: REGION }, context.problems);
  const columns = columnsOf(block);
  if (table === undefined) return;
  const wanted = namedAreasOf(context.place).filter(({ type }) => type === 'region' || type === 'country');
  const seen = new Set<string>();
  for (const row of table.rows()) {
    const text = row.text('name');
    const area = wanted.find((one) => (text === 'Total' ? one.type === 'country' : one.name === text));
    if (area === undefined) continue;
    context.tally.read++;
    if (seen.has(area.code)) row.refuse('name', 'the area stands in an earlier row already');
    seen.add(area.code);
    for (const { index, ...of } of columns) {
      const value = row.wholeAt(index);
      if (value === undefined) continue;
      const at = { kind: 'observation', row: row.number, areaType: area.type, areaCode: area.code } as const;
      yield { ...at, ...of, period, status: 'value', value };
    }
  }
  for (const area of wanted)
    if (!seen.has(area.code)) table.refuse(`no row for ${area.name}; is the sheet cut short?`);
}
