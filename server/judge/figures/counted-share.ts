/** The share that counts give, with limits of chance and, where it is modelled, of modelling. Pure. */
import { differenceOf, type Estimate as Figure } from '../../stats/difference.ts';
import { modelledProportion } from '../../stats/modelled-proportion.ts';
import { proportion } from '../../stats/proportion.ts';
import type { Counted } from './counted.ts';
import { modellingOfDifference, opposed } from './modelling.ts';

type Counts = Pick<Counted, 'numerator' | 'denominator' | 'modelling'>;

/** As fractions; undefined for a modelled one of none or all, which has no limits. */
export function limitsOfShare(counted: Counts, confidence = 0.95): Figure | undefined {
  const { numerator, denominator, modelling } = counted;
  return modelling === undefined
    ? proportion(numerator, denominator, confidence)
    : modelledProportion(counted, modelling.error, confidence);
}

/** The same; without limits it knows nothing of its size: it may be anything. */
export const shareOf = (counted: Counts): Figure =>
  limitsOfShare(counted) ?? { value: counted.numerator / counted.denominator, lower: 0, upper: 1 };

/** The first less the second. Of a part and the rest the whole error stands in the limits of the part. */
export function differenceOfShares(a: Counts, b: Counts): Figure {
  const error = modellingOfDifference(a, b);
  if (error === undefined || !opposed(a, b)) return differenceOf(shareOf(a), shareOf(b));
  const whole = { modelling: { error } };
  const alone = ({ modelling: _, ...counts }: Counts): Counts => counts;
  return a.modelling?.opposes
    ? differenceOf(shareOf(alone(a)), shareOf({ ...b, ...whole }))
    : differenceOf(shareOf({ ...a, ...whole }), shareOf(alone(b)));
}
