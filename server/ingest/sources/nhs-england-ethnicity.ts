/** The sheet of NHS England's weekly workbooks that counts doses by ethnic category, for regions and England. */
import { ethnicSchemes } from '../../contract/dimensions.ts';
import { namedAreasOf } from '../place-filter.ts';
import { blockOf, type SheetBlock, tableOf } from '../sheet-block.ts';
import type { SheetReader } from '../sheet-reader.ts';
import type { LoadContext } from '../source.ts';
import type { SourceFile } from '../source-file.ts';

const REGION = /^(NHS )?Region of Residence$/i;
const DOSES = { 'covid-19-dose-1': /^1st dose: (.+)$/i, 'covid-19-dose-2': /^2nd dose: (.+)$/i } as const;
/** Vaccination was open to nobody younger. */
const AGES = '16-plus';

const scheme = ethnicSchemes[2];

export const readEthnicity: SheetReader = function* (file, sheet, period, context) {
  const found = blockOf(sheet, REGION);
  if (found === undefined) {
    const expected = 'expected a column "Region of Residence"';
    context.problems.add({ file: file.name, sheet: sheet.name, expected });
    return;
  }
  // Spacer columns stand within the table.
  const block = { ...found, end: found.headers.length };
  const table = tableOf(file, block, { name: REGION }, context.problems);
  const columns = Object.entries(DOSES).flatMap(([measure, dose]) =>
    columnsOf(file, block, dose, context).map((column) => ({ measure, ...column })),
  );
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
    for (const { measure, index, ethnicGroup } of columns) {
      const value = row.wholeAt(index);
      if (value === undefined) continue;
      yield {
        kind: 'observation',
        row: row.number,
        measure,
        period,
        areaType: area.type,
        areaCode: area.code,
        ethnicScheme: scheme.id,
        ethnicGroup,
        ageBand: AGES,
        status: 'value',
        value,
      };
    }
  }
  for (const area of wanted)
    if (!seen.has(area.code)) table.refuse(`no row for ${area.name}; is the sheet cut short?`);
};

/** The columns of one dose; every category of the scheme must stand there once, unknown among them. */
function columnsOf(
  file: SourceFile,
  { sheet, headers, firstRow }: SheetBlock,
  dose: RegExp,
  { problems }: LoadContext,
): { index: number; ethnicGroup: string }[] {
  const found = headers.flatMap((header, index) => {
    const words = dose.exec(header)?.[1];
    const ethnicGroup = words === undefined ? undefined : categoryOf(words);
    return ethnicGroup === undefined ? [] : [{ index, ethnicGroup }];
  });
  for (const { id, label } of scheme.groups) {
    const times = found.filter(({ ethnicGroup }) => ethnicGroup === id).length;
    if (times === 1) continue;
    const expected = `expected one column "${label}" under "${dose.source.slice(1).split(':')[0]}", found ${times}`;
    problems.add({ file: file.name, sheet: sheet.name, row: firstRow, expected });
  }
  return found;
}

/** "R: Other ethnic groups - Chinese" is our "Other: Chinese". */
function categoryOf(words: string): string | undefined {
  if (/^not stated|unknown/i.test(words)) return 'unknown';
  const label = words
    .replace(/^[A-Z]: /, '')
    .replace(/^Other ethnic groups/i, 'Other')
    .replace(' - ', ': ');
  return scheme.groups.find((group) => group.label === label)?.id;
}
