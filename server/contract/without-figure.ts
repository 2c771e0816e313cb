/** Why there is no figure, each reason with its words and its mark: zero is a number and none of these. */
import { countWords } from './phrases.ts';
import { PROTECT } from './policies.ts';

/** A difference that may be small, as the policy calls a count small, is written as fewer than this. */
const FEWER_THAN = PROTECT.largestSmall + 1;

/** Something is known and not shown, to protect people. */
export const withheldReasons = [
  {
    id: 'small-counts',
    label: 'Withheld',
    mark: '[c]',
    meaning: 'Withheld to protect people.',
  },
  {
    id: 'part-withheld',
    label: 'Withheld',
    mark: '[c]',
    meaning: 'A part of it is withheld to protect people, so the sum is not shown.',
  },
  {
    id: 'fewer-than-eight',
    label: `Fewer than ${FEWER_THAN}`,
    mark: `fewer than ${FEWER_THAN}`,
    meaning: `None, or fewer than ${countWords(FEWER_THAN)} people: which of these is not shown, to protect them.`,
  },
] as const;
export type WithheldReason = (typeof withheldReasons)[number]['id'];

/** There is nothing to show. */
export const missingReasons = [
  {
    id: 'not-collected',
    label: 'Not collected',
    mark: '[x]',
    meaning: 'The figure is not collected here.',
  },
  {
    id: 'not-available',
    label: 'Missing',
    mark: '[x]',
    meaning: 'The source gives no figure for it.',
  },
  {
    id: 'nobody-to-count',
    label: 'Nobody to count',
    mark: '[z]',
    meaning: 'There is nobody to count, so there is no figure.',
  },
] as const;
export type MissingReason = (typeof missingReasons)[number]['id'];

/** There was one, and it was taken back. */
export const withdrawnReasons = [
  {
    id: 'withdrawn',
    label: 'Withdrawn',
    mark: 'withdrawn',
    meaning: 'It was published, and has been withdrawn since.',
  },
] as const;
type WithdrawnReason = (typeof withdrawnReasons)[number]['id'];

/** A figure that is not shown, with its reason as a closed word and as a sentence for readers. */
export interface Withheld {
  readonly status: 'withheld';
  readonly reason: WithheldReason;
  readonly explanation: string;
}
export interface Missing {
  readonly status: 'missing';
  readonly reason: MissingReason;
  readonly explanation: string;
}
export interface Withdrawn {
  readonly status: 'withdrawn';
  readonly reason: WithdrawnReason;
  readonly explanation: string;
}
export type WithoutFigure = Withheld | Missing | Withdrawn;
export type ReasonWithout = WithoutFigure['reason'];

/** @param explanation where more can be said than the reason means. */
export const withheld = (reason: WithheldReason, explanation?: string): Withheld => ({
  status: 'withheld',
  reason,
  explanation: explanation ?? termOf(reason).meaning,
});

export const missing = (reason: MissingReason, explanation?: string): Missing => ({
  status: 'missing',
  reason,
  explanation: explanation ?? termOf(reason).meaning,
});

/** @param explanation when and why, where that is known. */
export const withdrawn = (explanation?: string | null): Withdrawn => ({
  status: 'withdrawn',
  reason: 'withdrawn',
  explanation: explanation ?? termOf('withdrawn').meaning,
});

const terms = [...withheldReasons, ...missingReasons, ...withdrawnReasons];

function termOf(reason: ReasonWithout): (typeof terms)[number] {
  const term = terms.find(({ id }) => id === reason);
  if (term === undefined) throw new Error(`no words for "${reason}"`);
  return term;
}

/** What stands in a cell of a file in place of the number. */
export const markOf = ({ reason }: Pick<WithoutFigure, 'reason'>): string => termOf(reason).mark;

/** The word or two that stand on a page in place of the number. */
export const labelOfReason = ({ reason }: Pick<WithoutFigure, 'reason'>): string => termOf(reason).label;

/** What every mark in a file stands for, in one line. */
export const MARKS_IN_WORDS = `Withheld to protect people: [c]. A difference of none or fewer than ${countWords(FEWER_THAN)} people: fewer than ${FEWER_THAN}. Missing (not collected or not available): [x]. Nobody to count: [z]. Taken back after it was published: withdrawn. Zero is a number`;

/**
 * The reason of a stored figure. Releases from before reasons were closed words keep a sentence: theirs were withheld for
 * small counts, or not given by the source. Of a withdrawn one the sentence is kept that says when and why.
 */
export function storedReason(status: WithoutFigure['status'], stored: string | null): WithoutFigure {
  if (status === 'withdrawn') return withdrawn(stored);
  if (status === 'withheld')
    return withheld(withheldReasons.find(({ id }) => id === stored)?.id ?? 'small-counts');
  return missing(missingReasons.find(({ id }) => id === stored)?.id ?? 'not-available');
}
