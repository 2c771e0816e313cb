/** The sheet of NHS England's weekly workbooks that counts doses by ethnic category, for regions and England. */
import { ethnicSchemes } from '../../contract/dimensions.ts';
import type { SheetBlock } from '../sheet-block.ts';
import type { SheetReader } from '../sheet-reader.ts';
import type { LoadContext } from '../source.ts';
import type { SourceFile } from '../source-file.ts';
import { readRegionRows } from './nhs-england-regions.ts';

const DOSES = { 'covid-19-dose-1': /^1st dose: (.+)$/i, 'covid-19-dose-2': /^2nd dose: (.+)$/i } as const;
/** Vaccination was open to nobody younger. */
const AGES = '16-plus';

const scheme = ethnicSchemes[2];

export const readEthnicity: SheetReader = (file, sheet, period, context) =>
  readRegionRows(
    file,
    sheet,
    period,
    (block) =>
      Object.entries(DOSES).flatMap(([measure, dose]) =>
        columnsOf(file, block, dose, context).map(({ index, ethnicGroup }) => ({
          index,
          measure,
          ethnicScheme: scheme.id,
          ethnicGroup,
          ageBand: AGES,
        })),
      ),
    context,
  );

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
