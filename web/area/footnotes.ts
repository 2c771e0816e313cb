import type { AreaIndicator } from '../../server/contract/area-replies.ts';

/** Sentences that belong beside figures, each numbered once, in the order they are first needed. */
export interface Footnotes {
  readonly texts: readonly string[];
  /** Numbers of the notes of one row, lowest first. */
  of(row: AreaIndicator): readonly number[];
}

export function footnotesOf(rows: readonly AreaIndicator[]): Footnotes {
  const texts = [...new Set(rows.flatMap(notesOf))];
  return {
    texts,
    of: (row) =>
      notesOf(row)
        .map((text) => texts.indexOf(text) + 1)
        .sort((a, b) => a - b),
  };
}

/** What stands beside the figure: what it means where its unit does not say, the notes it carries, or why there is none. */
function notesOf({
  estimate,
  place,
  publishedHere,
  scaleNote,
  ageAdjusted,
  untested,
  comparisons,
}: AreaIndicator): readonly string[] {
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
