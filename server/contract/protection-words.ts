/**
 * What the policy `protect` does, and what it cannot do, in words: the page for the public, the disclosure rule of every
 * indicator it covers and the page on methods say these sentences and no others of their own.
 */
import { countWords } from './phrases.ts';
import { type PolicyNumbers, PROTECT } from './policies.ts';

/** Which tables something is true of. */
type Of = 'all' | 'doses';

interface Sentence {
  readonly of: Of;
  readonly text: string;
}

/** The least and the most people that a shown count stands for. */
export function rangeOf(
  shown: number,
  { roundedTo, largestSmall }: PolicyNumbers = PROTECT,
): { readonly lowest: number; readonly highest: number } {
  const reach = shown === 0 ? 0 : (roundedTo - 1) / 2;
  return { lowest: shown === 0 ? 0 : Math.max(largestSmall + 1, shown - reach), highest: shown + reach };
}

/** The rules, in the order in which they are kept. */
export function protectionRules(policy: PolicyNumbers = PROTECT): readonly Sentence[] {
  const { largestSmall, roundedTo, notBelow } = policy;
  return [
    {
      of: 'all',
      text: `A count of 1 to ${largestSmall} people is never shown, whether they have the outcome, do not have it or are the whole group, nor is a percentage, an interval or a gap that rests on one.`,
    },
    {
      of: 'all',
      text: `Every other count is rounded to the nearest ${roundedTo}; nobody is shown as 0.`,
    },
    {
      of: 'all',
      text: 'Everything else is worked out from the rounded counts; a percentage that no true counts behind them could have is withheld.',
    },
    {
      of: 'all',
      text: `Nothing is published before it is proved that no small count can be worked out from everything published together, neither exactly nor to be below ${countWords(notBelow)}.`,
    },
    {
      of: 'doses',
      text: `People between two dates, or between two doses, are counts too: nobody can tell their number exactly where it is small, nor that it is somebody but fewer than ${countWords(notBelow)}; where the two counts shown leave only fewer than ${countWords(largestSmall + 1)}, the difference reads “fewer than ${countWords(largestSmall + 1)}”.`,
    },
  ];
}

/** What is not protected. */
export function unprotected(policy: PolicyNumbers = PROTECT): readonly Sentence[] {
  const { notBelow, roundedTo } = policy;
  return [
    { of: 'all', text: 'A shown 0 says that nobody is, and a shown 100% that nobody is not.' },
    {
      of: 'all',
      text: 'Whoever knows some of the people in a group can subtract them, and whoever publishes another table of the same people can give a count away.',
    },
    {
      of: 'doses',
      text: `That at most ${countWords(roundedTo - 1)} came between two dates shows wherever the two counts shown are the same.`,
    },
    {
      of: 'doses',
      text: `Official totals of small areas, all ethnic groups together, are published elsewhere and exact: what they tell by themselves stays told, though it be fewer than ${countWords(notBelow)} people.`,
    },
    {
      of: 'doses',
      text: `Of a group of fewer than ${countWords(notBelow)} people it is kept only how many of them have a dose, not that these are fewer than ${countWords(notBelow)}; no figure of such a group is shown.`,
    },
  ];
}

/** The disclosure rule of an indicator, as its page says it. */
export function disclosureRuleOf(of: Of): string {
  const said = (sentences: readonly Sentence[]) =>
    sentences
      .filter((one) => one.of === 'all' || one.of === of)
      .map(({ text }) => text)
      .join(' ');
  return `Protected as counts of real people would be. ${said(protectionRules())} What is not protected: ${said(unprotected())}`;
}

/** What official totals tell of a release, as a sentence; none where that is nothing. */
export const toldWords = (told: readonly string[]): string[] =>
  told.length === 0 ? [] : [`Told by official totals alone: ${told.join('; ')}.`];
