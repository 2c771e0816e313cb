/** The quarter of a COVER workbook. */
import { quarterInName, quarterInWords } from '../period-words.ts';
import type { Sheet } from '../sheet.ts';
import type { LoadContext } from '../source.ts';
import type { SourceFile } from '../source-file.ts';

/** The quarter as the workbook says it on its first sheet; the name of the file and a period given on the command line must agree. */
export function quarterOf(
  file: SourceFile,
  sheets: readonly Sheet[],
  context: LoadContext,
): string | undefined {
  const found = new Set<string>();
  for (const text of sheets[0]?.rows.flat() ?? []) {
    // Other tables name the months of other quarters in passing; the title speaks of the children's age.
    const quarter = /Quarter [1-4]|aged up to/i.test(text) ? quarterInWords(text) : undefined;
    if (quarter !== undefined) found.add(quarter);
  }
  for (const said of [context.period, quarterInName(file.name)]) if (said !== undefined) found.add(said);
  const [period] = found;
  if (period !== undefined && found.size === 1) return period;
  context.problems.add({
    file: file.name,
    ...(sheets[0] && { sheet: sheets[0].name }),
    value: [...found].join(', '),
    expected:
      'expected one quarter in the workbook, the name of its file and --period, as in "England - 2019/20, Quarter 1" or "April to June 2024"; where the workbook does not say it, give --period 2024-25-Q1',
  });
  return undefined;
}
