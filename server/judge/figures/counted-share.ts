/** The share that counts give, with limits of chance and, where it is modelled, of modelling. Pure. */
import { differenceOf, type IntervalEstimate as Figure } from '../../stats/difference.ts';
import { modelledProportion } from '../../stats/modelled-proportion.ts';
import { proportion } from '../../stats/proportion.ts';
import type { Counted } from './counted.ts';
import { modellingOfDifference, opposed } from './modelling.ts';

type Counts = Pick<Counted, 'numerator' | 'denominator' | 'modelling'>;

/**
 * A share with its limits, those of a modelled one with the error of modelling in them.
 *
 * @param counted counts, and their error of modelling on the log odds where they have one.
 * @param confidence 0.9 to below 1.
 * @returns as fractions; undefined for a modelled share of none or all, which has no limits.
 * @throws RangeError for counts that are no part of a whole.
 * @see Wilson EB (1927) JASA 22:209-212; modelled: Agresti A (2013) Categorical Data Analysis, 3.1.1.
 * @example limitsOfShare({ numerator: 30, denominator: 100, modelling: { error: 0.1 } });
 *   // { value: 0.3, lower: 0.2112, upper: 0.4069 }
 */
export function limitsOfShare(counted: Counts, confidence = 0.95): Figure | undefined {
  const { numerator, denominator, modelling } = counted;
  return modelling === undefined
    ? proportion(numerator, denominator, confidence)
    : modelledProportion(counted, modelling.error, confidence);
}

/** The same; without limits it knows nothing of its size: it may be anything. */
export const shareOf = (counted: Counts): Figure =>
  limitsOfShare(counted) ?? { value: counted.numerator / counted.denominator, lower: 0, upper: 1 };

/**
 * The first share less the second. Of a part and the rest the whole error of modelling stands in the limits of the part.
 *
 * @param a counts, and their error of modelling where they have one.
 * @param b the same of the other.
 * @returns as fractions.
 * @throws RangeError for counts that are no part of a whole.
 * @see Newcombe RG (1998) Stat Med 17:873-890, method 10.
 * @example differenceOfShares({ numerator: 50, denominator: 100 }, { numerator: 30, denominator: 100 });
 *   // { value: 0.2, lower: 0.0642, upper: 0.3258 }
 */
export function differenceOfShares(a: Counts, b: Counts): Figure {
  const error = modellingOfDifference(a, b);
  if (error === undefined || !opposed(a, b)) return differenceOf(shareOf(a), shareOf(b));
  const whole = { modelling: { error } };
  const alone = ({ modelling: _, ...counts }: Counts): Counts => counts;
  return a.modelling?.opposes
    ? differenceOf(shareOf(alone(a)), shareOf({ ...b, ...whole }))
    : differenceOf(shareOf({ ...a, ...whole }), shareOf(alone(b)));
}
