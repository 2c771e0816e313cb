/** Which lines a page opens with. Pure. */
import { type OpeningTopic, openingTopics } from '../../contract/dimensions.ts';
import { MOST_LINES, type OpeningLine } from '../../contract/opening.ts';
import { countWords, inWords } from '../../contract/phrases.ts';

/** What the lines of a page are chosen among: "the 25 real outcomes and services on the list of the board". */
export type Among = string;

/**
 * At most seven lines, in the order of their topics: one of each topic in turn, so that what is worse never crowds out
 * what is not known. Where there are more than seven, the seventh counts those left out and leads to the first of them, and says
 * what is counted: two pages of one place may hold different lists.
 */
export function shortList(lines: readonly OpeningLine[], among: Among): OpeningLine[] {
  const ranked = openingTopics.flatMap(({ id }) =>
    lines.filter(({ topic }) => topic === id).map((one, turn) => ({ one, turn })),
  );
  const room = lines.length > MOST_LINES ? MOST_LINES - 1 : MOST_LINES;
  const chosen = new Set(
    ranked
      .toSorted((a, b) => a.turn - b.turn)
      .slice(0, room)
      .map(({ one }) => one),
  );
  const ordered = ranked.map(({ one }) => one);
  return [
    ...ordered.filter((one) => chosen.has(one)),
    ...moreLine(
      ordered.filter((one) => !chosen.has(one)),
      among,
    ),
  ];
}

const thingsNotKnown = (many: number) => `${many === 1 ? 'thing' : 'things'} we do not know`;

/** "Seven worse, two off target and one thing we do not know, among the 25 real outcomes and services on the list of the board." */
function moreLine(leftOut: readonly OpeningLine[], among: Among): OpeningLine[] {
  const [first] = leftOut;
  if (first === undefined) return [];
  const counts = openingTopics.flatMap(({ id, label }) => {
    const many = leftOut.filter(({ topic }) => topic === id).length;
    return many === 0
      ? []
      : [`${countWords(many)} ${id === 'not-known' ? thingsNotKnown(many) : label.toLowerCase()}`];
  });
  const text = `${inWords(counts)}, among ${among}.`;
  return [line('more', text.charAt(0).toUpperCase() + text.slice(1), first.row)];
}

/** "the 25 real outcomes and services on the list of the board". */
export function realWords(rows: readonly { readonly indicator: string }[], held: string): Among {
  const real = indicatorsIn(rows);
  return `the ${countWords(real)} real ${real === 1 ? 'outcome or service' : 'outcomes and services'} ${held}`;
}

/** How many indicators rows are of: life expectancy of women and of men is one, counted once in a sentence. */
export const indicatorsIn = (rows: readonly { readonly indicator: string }[]): number =>
  new Set(rows.map(({ indicator }) => indicator)).size;

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
