/** A percentage of our own from counts, as the contract says it. Pure. */
import type { Estimate, ShownEstimate } from '../../contract/estimate.ts';
import { type Missing, missing, withheld } from '../../contract/without-figure.ts';
import type { Counted } from './counted.ts';
import { limitsOfShare } from './counted-share.ts';
import { errorWords, NONE_OR_ALL, pointsOf } from './modelled-words.ts';
import { shareOfAreas } from './over-areas.ts';

export function countedEstimate(counted: Counted, notes: readonly string[] = []): ShownEstimate {
  const { numerator, denominator, basis, modelling, smallAreas } = counted;
  if (smallAreas !== undefined) return estimateOfAreas(counted, smallAreas, notes);
  const at95 = limitsOfShare(counted);
  const at998 = limitsOfShare(counted, 0.998);
  const modelled = modelling === undefined ? [] : [modelledNote(counted, modelling.error)];
  const all = [...notes, ...modelled];
  return {
    status: 'shown',
    value: (100 * numerator) / denominator,
    interval: at95 === undefined ? 'none' : 'ours',
    ...(at95 && { lower95: 100 * at95.lower, upper95: 100 * at95.upper }),
    ...(at998 && { lower998: 100 * at998.lower, upper998: 100 * at998.upper }),
    numerator,
    denominator,
    basis,
    // A modelled figure without an error of its own adds up whole areas.
    ...(basis === 'modelled' && { modellingError: modelling?.error ?? 0 }),
    ...(all.length > 0 && { notes: all }),
  };
}

const modelledNote = (counted: Counted, error: number) =>
  limitsOfShare(counted) === undefined ? NONE_OR_ALL : errorWords(pointsOf(counted, error));

/** The same of a property of areas: limits from the areas, where they give any. */
function estimateOfAreas(
  { numerator, denominator, basis }: Counted,
  smallAreas: NonNullable<Counted['smallAreas']>,
  notes: readonly string[],
): ShownEstimate {
  const [at95, at998] = [0.95, 0.998].map((level) => shareOfAreas(smallAreas, level));
  return {
    status: 'shown',
    value: (100 * numerator) / denominator,
    interval: at95 === undefined ? 'none' : 'ours',
    ...(at95 && { lower95: 100 * at95.lower, upper95: 100 * at95.upper }),
    ...(at998 && { lower998: 100 * at998.lower, upper998: 100 * at998.upper }),
    numerator,
    denominator,
    basis,
    ...(notes.length > 0 && { notes: [...notes] }),
  };
}

export const ABOVE_ALL =
  'More people are counted than the population holds, because the two come from different sources; there is no interval.';

/** More people counted than there are: the two counts come from different sources, and there is no interval. */
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

export function isAboveAll(estimate: Estimate): boolean {
  if (estimate.status !== 'shown') return false;
  const { numerator, denominator } = estimate;
  return numerator !== undefined && denominator !== undefined && numerator > denominator;
}

/** Why a figure that is missing cannot be compared. */
export const whyMissing = ({ reason }: Pick<Missing, 'reason'>): string =>
  reason === 'nobody-to-count'
    ? 'There is nobody to count, so there is nothing to compare.'
    : 'There is no figure to compare.';

/** Why a sum is not shown, from its parts: a withheld one withholds it, a missing one leaves it missing. */
export function unknownSum(parts: readonly Estimate[]): Estimate {
  if (parts.some(({ status }) => status === 'withheld')) return withheld('part-withheld');
  if (parts.length === 0) return missing('not-available', 'There is no figure for it.');
  return missing('not-available', 'A part of it has no figure that could be added up.');
}
