/**
 * What a source itself says of its figure against a larger area. It comes without the limits it was judged by, so it
 * travels as a note beside the figure, in words that are written and read here alone. Pure.
 */

export const sourceVerdicts = [
  { id: 'better', label: 'Better than' },
  { id: 'similar', label: 'Similar to' },
  { id: 'worse', label: 'Worse than' },
  { id: 'higher', label: 'Higher than' },
  { id: 'lower', label: 'Lower than' },
] as const;
export type SourceVerdictId = (typeof sourceVerdicts)[number]['id'];

/** What the source says, and of which area it says it. */
export interface SourceVerdict {
  readonly verdict: SourceVerdictId;
  readonly against: string;
}

const ACCORDING = ', according to the source, which publishes the limits it judged by elsewhere.';

const thanWords = ({ verdict, against }: SourceVerdict) =>
  `${sourceVerdicts.find(({ id }) => id === verdict)?.label ?? verdict} ${against}`;

export const sourceVerdictNote = (verdict: SourceVerdict): string => `${thanWords(verdict)}${ACCORDING}`;

/** The verdict that stands among the notes of a figure; undefined where none does. */
export function sourceVerdictIn(notes: readonly string[]): SourceVerdict | undefined {
  for (const note of notes) {
    const told = sourceVerdicts.find(({ label }) => note.startsWith(`${label} `) && note.endsWith(ACCORDING));
    if (told !== undefined)
      return { verdict: told.id, against: note.slice(told.label.length + 1, -ACCORDING.length) };
  }
  return undefined;
}

/** "judged worse than England by OHID", as a sentence says it. */
export const sourceVerdictSaid = (verdict: SourceVerdict, by: string): string =>
  `judged ${thanWords(verdict).replace(/^[A-Z]/, (first) => first.toLowerCase())} by ${by}`;

/**
 * "Worse than England, OHID": whose verdict it is stands with it, unless a heading says it already.
 *
 * @param figure of the area it compares with, in words: "Worse than England (22.2%), OHID".
 */
export const sourceVerdictWords = (verdict: SourceVerdict, by?: string, figure?: string): string =>
  [
    figure === undefined ? thanWords(verdict) : `${thanWords(verdict)} (${figure})`,
    ...(by === undefined ? [] : [by]),
  ].join(', ');
