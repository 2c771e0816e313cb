import type { Denominator, Polarity } from '../contract/dimensions.ts';
import { isGoodOrBad } from '../contract/good-or-bad.ts';
import type { DenominatorDefinition, Indicator } from '../indicators/indicator.ts';
import { OF_AREAS } from './figures/over-areas.ts';

/** What decides which words a test of an indicator may lead to. */
export type Subject = Pick<
  Indicator,
  'id' | 'kind' | 'polarity' | 'ageAdjusted' | 'unadjustedAges' | 'isOfAreas' | 'unit'
> & {
  /** The populations it can be counted among; left out where it is no share. */
  readonly denominators?: readonly Pick<DenominatorDefinition, 'id' | 'title'>[];
};

/** Good or bad; higher or lower; or no verdict at all, and why. */
export type Reading =
  | { readonly words: 'good-or-bad'; readonly better: 'higher' | 'lower' }
  | { readonly words: 'direction' }
  | { readonly words: 'none'; readonly reason: string };

const CONTEXT = 'It describes who lives here: neither high nor low is judged.';
const TENTHS = 'Ranks and tenths are not tested.';

/**
 * Which words a test of an indicator may lead to: outcomes and services are better or worse; determinants, what depends
 * on age and is not adjusted for it, and what is neither good nor bad are higher or lower; context, ranks, tenths and
 * properties of areas are not judged.
 *
 * @param subject what the definition of the indicator says, as it reads at the ages of the figure (`atAges`).
 * @returns the words, or why there are none.
 * @example readingOf({ id: 'mmr', kind: 'service', polarity: 'higher-is-better', ageAdjusted: null, unit: 'percent' });
 *   // { words: 'good-or-bad', better: 'higher' }
 * @example readingOf({ id: 'dementia', kind: 'outcome', polarity: 'lower-is-better', ageAdjusted: false, unit: 'percent' });
 *   // { words: 'direction' }
 */
export function readingOf({ kind, polarity, ageAdjusted, isOfAreas, unit }: Subject): Reading {
  if (kind === 'context') return { words: 'none', reason: CONTEXT };
  if (isOfAreas === true) return { words: 'none', reason: OF_AREAS };
  if (unit === 'decile') return { words: 'none', reason: TENTHS };
  if (polarity === 'neutral' || !isGoodOrBad({ kind, polarity, ageAdjusted, isOfAreas: false }))
    return { words: 'direction' };
  return { words: 'good-or-bad', better: betterOf(polarity) };
}

const betterOf = (polarity: Exclude<Polarity, 'neutral'>) =>
  polarity === 'higher-is-better' ? 'higher' : 'lower';

/**
 * Why figures among one population of an indicator are not tested, where they are not. An indicator counted among several
 * is judged among the first of them, its default, and no other: the same people vaccinated, held against two counts of
 * residents of which neither is known to be right, would make an area better by one and worse by the other.
 *
 * @param subject what the definition of the indicator says, with its populations in order.
 * @param denominator the population of the figures; empty where there is only one.
 * @returns undefined for the population that is judged.
 * @example whyAnotherPopulation({ denominators: [{ id: 'nims', title: 'NHS register' }, { id: 'census', title: 'Census' }] }, 'nims');
 *   // undefined
 * @example whyAnotherPopulation({ denominators: [{ id: 'nims', title: 'NHS register' }, { id: 'census', title: 'Census' }] }, 'census');
 *   // 'Another population is the one judged (NHS register): one question has one answer.'
 */
export function whyAnotherPopulation(
  { denominators: [judged] = [] }: Pick<Subject, 'denominators'>,
  denominator: Denominator | '',
): string | undefined {
  if (judged === undefined || denominator === judged.id) return undefined;
  return `Another population is the one judged (${judged.title}): one question has one answer.`;
}
