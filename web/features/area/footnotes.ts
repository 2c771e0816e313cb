import type { AreaIndicator } from '../../../server/contract/area-replies.ts';

/** Sentences that belong beside figures, each numbered once, in the order they are first needed. */
export interface Footnotes {
  readonly texts: readonly string[];
  /** Numbers of the notes of one row, lowest first. */
  of(row: AreaIndicator): readonly number[];
}

/** @param isCompared whether anything is: where nothing is, the page says once why. */
export function footnotesOf(rows: readonly AreaIndicator[], isCompared: boolean): Footnotes {
  const notesOf = (row: AreaIndicator) => notesBeside(isCompared ? row : { ...row, untested: undefined });
  const texts = [...new Set(rows.flatMap(notesOf))];
  return {
    texts,
    of: (row) =>
      notesOf(row)
        .map((text) => texts.indexOf(text) + 1)
        .sort((a, b) => a - b),
  };
}

interface Noted extends Omit<AreaIndicator, 'untested'> {
  readonly untested?: string | undefined;
}

/** What stands beside the figure: what it means where its unit does not say, the notes it carries, or why there is none. */
function notesBeside({
  estimate,
  place,
  publishedHere,
  scaleNote,
  ageAdjusted,
  untested,
  comparisons,
}: Noted): readonly string[] {
  const figure = publishedHere ? estimate : place;
  if (figure === null) return [];
  const meaning = [
    ...(scaleNote === null ? [] : [`${scaleNote}.`]),
    ...(ageAdjusted === false ? ['Not adjusted for age.'] : []),
  ];
  if (figure.status !== 'shown') return [...meaning, figure.explanation];
  return [
    ...meaning,
    ...(figure.notes ?? []),
    // The whole place has no rest: where it stands beside larger areas, those say what was tested.
    ...(publishedHere && untested !== undefined && comparisons.length === 0
      ? [`Not tested. ${untested}`]
      : []),
  ];
}

/** Why changes are not tested, each reason once. */
export const untestedChanges = (rows: readonly AreaIndicator[]): string[] => [
  ...new Set(
    rows.flatMap(({ change }) =>
      change?.verdict === 'cannot-be-tested' ? [change.test.replace(/\.$/, '')] : [],
    ),
  ),
];
