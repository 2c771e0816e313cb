/** What stands in COVER workbooks in the place of a figure, and what that says. */
import { type StatusWithout, statusWithout } from '../marks.ts';
import type { Sheet } from '../sheet.ts';

/** Stars stand for whatever the note under the table says: that figures are suppressed, or that caveats are elsewhere. */
export function suppressedMarks({ rows }: Sheet): ReadonlySet<string> {
  const notes = rows.flat().flatMap((text) => /^(\*{1,3}) ?[^*]*(?:suppress|disclos)/i.exec(text)?.[1] ?? []);
  return new Set(notes);
}

/**
 * Why a cell holds no figure; undefined where it holds something else, or nothing. A number below zero, such as -99 (once -198,
 * from adding two of them up), stands for a figure that is not there.
 *
 * @param suppressed the marks that its sheet says stand for suppressed figures.
 */
export function coverMarkOf(
  text: string,
  suppressed: ReadonlySet<string> = new Set(),
): StatusWithout | undefined {
  if (suppressed.has(text)) return 'withheld';
  return /^-\d+$/.test(text) ? 'missing' : statusWithout(text);
}
