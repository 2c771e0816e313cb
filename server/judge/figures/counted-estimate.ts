/** A percentage of our own from counts, as the contract says it. Pure. */
import type { Estimate, ShownEstimate } from '../../contract/estimate.ts';
import { type Missing, missing, withdrawn, withheld } from '../../contract/without-figure.ts';
import type { Interval } from '../../stats/interval.ts';
import type { Counted } from './counted.ts';
import { limitsOfShare } from './counted-share.ts';
import { errorInPoints, errorWords, NONE_OR_ALL } from './modelled-words.ts';
import { shareOfAreas } from './over-areas.ts';

/**
 * A percentage of our own from counts, as the contract says it, with limits at 95% and 99.8%.
 *
 * @param counted counts, with their modelling error or small areas where they have any.
 * @param notes sentences to stand beside it.
 * @returns a shown figure in percent; without limits where it has none.
 * @throws RangeError for counts that are no part of a whole.
 * @see Wilson EB (1927) JASA 22:209-212; modelled: Agresti A (2013) Categorical Data Analysis, 3.1.1.
 * @example countedEstimate({ numerator: 30, denominator: 100, basis: 'published' });
 *   // { value: 30, interval: 'ours', lower95: 21.8949, upper95: 39.5849 }
 */
export function countedEstimate(counted: Counted, notes: readonly string[] = []): ShownEstimate {
  const { basis, modelling, smallAreas } = counted;
  if (smallAreas !== undefined) return estimateOfAreas(counted, smallAreas, notes);
  const at95 = limitsOfShare(counted);
  const at998 = limitsOfShare(counted, 0.998);
  const modelled = modelling === undefined ? [] : [modelledNote(counted, modelling.error)];
  const all = [...notes, ...modelled];
  return {
    ...shareWithin(counted, at95, at998),
    // A modelled figure without an error of its own adds up whole areas.
    ...(basis === 'modelled' && { modellingError: modelling?.error ?? 0 }),
    ...(all.length > 0 && { notes: all }),
  };
}

const modelledNote = (counted: Counted, error: number) =>
  limitsOfShare(counted) === undefined ? NONE_OR_ALL : errorWords(errorInPoints(counted, error));

/** The same of a property of areas: limits from the areas, where they give any. */
function estimateOfAreas(
  counted: Counted,
  smallAreas: NonNullable<Counted['smallAreas']>,
  notes: readonly string[],
): ShownEstimate {
  const [at95, at998] = [0.95, 0.998].map((level) => shareOfAreas(smallAreas, level));
  return {
    ...shareWithin(counted, at95, at998),
    ...(notes.length > 0 && { notes: [...notes] }),
  };
}

type Limits = Pick<Interval, 'lower' | 'upper'> | undefined;

/** A share in percent with its limits at 95% and 99.8%, where it has any. */
const shareWithin = ({ numerator, denominator, basis }: Counted, at95: Limits, at998: Limits) => ({
  status: 'shown' as const,
  value: (100 * numerator) / denominator,
  interval: at95 === undefined ? ('none' as const) : ('ours' as const),
  ...(at95 && { lower95: 100 * at95.lower, upper95: 100 * at95.upper }),
  ...(at998 && { lower998: 100 * at998.lower, upper998: 100 * at998.upper }),
  numerator,
  denominator,
  basis,
});

export const ABOVE_ALL =
  'More people are counted than the population holds, because the two come from different sources; there is no interval.';

/**
 * A percentage above 100: the two counts come from different sources, and there is no interval.
 *
 * @param counted more counted than there are to be counted among.
 * @returns a shown figure without limits that says why.
 * @example aboveAll({ numerator: 12, denominator: 10, basis: 'published' }); // { value: 120, interval: 'none' }
 */
export function aboveAll({ numerator, denominator, basis }: Counted): ShownEstimate {
  return {
    status: 'shown',
    value: (100 * numerator) / denominator,
    interval: 'none',
    numerator,
    denominator,
    basis,
    notes: [ABOVE_ALL],
  };
}

/**
 * Whether more are counted than there are to be counted among.
 *
 * @param estimate as replies have it.
 * @returns false where it has no counts.
 * @example isAboveAll({ status: 'shown', value: 120, interval: 'none', numerator: 12, denominator: 10, basis:
 *   'published' });
 *   // true
 */
export function isAboveAll(estimate: Estimate): boolean {
  if (estimate.status !== 'shown') return false;
  const { numerator, denominator } = estimate;
  return numerator !== undefined && denominator !== undefined && numerator > denominator;
}

export const WITHDRAWN = 'The figure has been withdrawn.';
export const MORE_THAN_ALL = 'More are counted than there are to be counted among.';
export const ONE_ABOVE_ALL =
  'One of those compared counts more people than its population holds, so the populations of all of them are in doubt and none is tested.';

/**
 * Why none of a set of figures is tested, where that is so: once one of them counts more than there are to be counted
 * among, the two counts are of different people, in the others too, where the mistake does not show.
 *
 * @param figures all that are compared with the same rest: the areas of a map, or the groups of an area.
 * @returns the reason; undefined where the populations make sense as far as can be told.
 * @example whyNoneOfSet([{ status: 'shown', value: 120, interval: 'none', numerator: 12, denominator: 10, basis:
 *   'published' }]);
 *   // 'One of those compared counts more people than its population holds, so the populations of all of them are in doubt and none is tested.'
 * @example whyNoneOfSet([{ status: 'withheld', reason: 'small-counts', explanation: '' }]); // undefined
 */
export const whyNoneOfSet = (figures: readonly Estimate[]): string | undefined =>
  figures.some(isAboveAll) ? ONE_ABOVE_ALL : undefined;

/** Why a figure that is missing cannot be compared. */
export const whyMissing = ({ reason }: Pick<Missing, 'reason'>): string =>
  reason === 'nobody-to-count'
    ? 'There is nobody to count, so there is nothing to compare.'
    : 'There is no figure to compare.';

/**
 * Why a sum is not shown, from its parts: a withheld one withholds it, a missing one leaves it missing.
 *
 * @param parts of the sum, one of them at least without a figure.
 * @returns a figure that is not shown.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4 (complementary suppression).
 * @example unknownSum([{ status: 'withheld', reason: 'small-counts', explanation: '' }]);
 *   // { status: 'withheld', reason: 'part-withheld' }
 */
export function unknownSum(parts: readonly Estimate[]): Estimate {
  if (parts.some(({ status }) => status === 'withdrawn'))
    return withdrawn('A part of it has been withdrawn, so the sum is not shown.');
  if (parts.some(({ status }) => status === 'withheld')) return withheld('part-withheld');
  if (parts.length === 0) return missing('not-available', 'There is no figure for it.');
  return missing('not-available', 'A part of it has no figure that could be added up.');
}
