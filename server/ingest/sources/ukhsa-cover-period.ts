/** The quarter of a COVER workbook. */
import { parsePeriod } from '../../contract/periods.ts';
import type { LoadContext } from '../source.ts';
import type { SourceFile } from '../source-file.ts';
import type { Sheet } from '../workbook.ts';

const QUARTERS = [
  ['April', 'June'],
  ['July', 'September'],
  ['October', 'December'],
  ['January', 'March'],
] as const;

/** The quarter as the workbook says it on its first sheet; a period given on the command line must agree. */
export function periodOf(
  file: SourceFile,
  sheets: readonly Sheet[],
  context: LoadContext,
): string | undefined {
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
