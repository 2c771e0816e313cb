/** Which lines a page opens with. Pure. */
import { type OpeningTopic, openingTopics } from '../../contract/dimensions.ts';
import { MOST_LINES, type OpeningLine } from '../../contract/opening.ts';

/**
 * At most seven lines, in the order of their topics: one of each topic in turn until there are seven, so that what
 * is worse never crowds out what is not known. The last line of a topic says how many more of it there are.
 */
export function shortList(lines: readonly OpeningLine[]): OpeningLine[] {
  const ranked = openingTopics.flatMap(({ id }) =>
    lines.filter(({ topic }) => topic === id).map((one, turn) => ({ one, turn })),
  );
  const chosen = new Set(
    ranked
      .toSorted((a, b) => a.turn - b.turn)
      .slice(0, MOST_LINES)
      .map(({ one }) => one),
  );
  return openingTopics.flatMap(({ id }) => {
    const ofTopic = ranked.map(({ one }) => one).filter(({ topic }) => topic === id);
    const [shown, leftOut] = [true, false].map((is) => ofTopic.filter((one) => chosen.has(one) === is));
    return withMore(shown ?? [], leftOut ?? []);
  });
}

function withMore(shown: readonly OpeningLine[], leftOut: readonly OpeningLine[]): OpeningLine[] {
  const [first] = leftOut;
  if (first === undefined) return [...shown];
  const more = { count: leftOut.length, row: first.row };
  return shown.map((one, at) => (at === shown.length - 1 ? { ...one, more } : one));
}

export const line = (topic: OpeningTopic, text: string, row: string | null = null): OpeningLine => ({
  topic,
  text,
  row,
});

/** A line, how wide the difference is that it tells of, and whether its figure is of three or more years ago. */
export interface SizedLine {
  readonly size: number;
  readonly isOld: boolean;
  readonly line: OpeningLine;
}

/** What is so now before what was so years ago; of each the widest difference first. */
export const widestFirst = (lines: readonly SizedLine[]): OpeningLine[] =>
  lines.toSorted((a, b) => Number(a.isOld) - Number(b.isOld) || b.size - a.size).map((one) => one.line);
