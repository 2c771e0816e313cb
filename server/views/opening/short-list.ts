/** Which lines a page opens with. Pure. */
import { type OpeningTopic, openingTopics } from '../../contract/dimensions.ts';
import { MOST_LINES, type OpeningLine } from '../../contract/opening.ts';

/**
 * At most seven lines, in the order of their topics: one of each topic in turn until there are seven, so that what
 * is worse never crowds out what is not known.
 */
export function shortList(lines: readonly OpeningLine[]): OpeningLine[] {
  const ranked = openingTopics.flatMap(({ id }) =>
    lines.filter(({ topic }) => topic === id).map((line, turn) => ({ line, turn })),
  );
  const chosen = new Set(
    ranked
      .toSorted((a, b) => a.turn - b.turn)
      .slice(0, MOST_LINES)
      .map(({ line }) => line),
  );
  return ranked.map(({ line }) => line).filter((line) => chosen.has(line));
}

export const line = (topic: OpeningTopic, text: string, row: string | null = null): OpeningLine => ({
  topic,
  text,
  row,
});
