import { normalDeviate } from './confidence.ts';
import { type Counts, checkEvents, checkPart } from './counts.ts';
import type { IntervalEstimate } from './difference.ts';
import { requirement } from './requirement.ts';
import { valueScales } from './value-scale.ts';

/**
 * Proportion of modelled counts with an interval that includes the error of modelling: on the log-odds scale the square
 * of its half-width is that of chance plus that of modelling.
 *
 * @param counts people with the outcome, and people; fractions allowed (apportioned counts).
 * @param error standard error of modelling on the log-odds scale, as `modellingErrors` measures it; zero or more.
 * @returns fractions from 0 to 1; undefined where nobody or everybody has the outcome: there the scale has no end.
 * @throws RangeError for counts that are no part of a whole, a negative or non-finite error, or a confidence outside 0.9
 * to below 1.
 * @see Agresti A (2013) Categorical Data Analysis, 3rd ed., 3.1.1 (standard error of log odds); Fay RE, Herriot RA
 * (1979) JASA 74:269-277 (variance of sampling and of the model added).
 * @example modelledProportion({ numerator: 640, denominator: 800 }, 0.06); // { value: 0.8, lower: 0.7644, upper: 0.8314 }
 */
export function modelledProportion(
  counts: Counts,
  error: number,
  confidence = 0.95,
): IntervalEstimate | undefined {
  checkPart(counts, 'modelledProportion');
  const { numerator, denominator } = counts;
  const variance = 1 / numerator + 1 / (denominator - numerator);
  return withLimits(numerator / denominator, variance, { error, confidence, scale: 'proportion' });
}

/**
 * Rate of modelled counts with an interval that includes the error of modelling, on the log scale.
 *
 * @param counts events and people (or person-years).
 * @param error standard error of modelling on the log scale; zero or more.
 * @returns events per one of the denominator; undefined where there are none.
 * @throws RangeError as `modelledProportion`, for a negative count or a denominator not above zero.
 * @see Breslow NE, Day NE (1987) IARC 82, ch. 2 (standard error of a log rate); Fay & Herriot (1979) JASA 74:269-277.
 * @example modelledRate({ numerator: 100, denominator: 1000 }, 0.1); // { value: 0.1, lower: 0.0758, upper: 0.1319 }
 */
export function modelledRate(counts: Counts, error: number, confidence = 0.95): IntervalEstimate | undefined {
  checkEvents(counts, 'modelledRate');
  const { numerator, denominator } = counts;
  return withLimits(numerator / denominator, 1 / numerator, { error, confidence, scale: 'rate' });
}

function withLimits(
  value: number,
  variance: number,
  {
    error,
    confidence,
    scale,
  }: { readonly error: number; readonly confidence: number; readonly scale: 'proportion' | 'rate' },
): IntervalEstimate | undefined {
  const caller = scale === 'proportion' ? 'modelledProportion' : 'modelledRate';
  const z = normalDeviate(confidence, caller);
  requirement(error >= 0 && error < Infinity, caller, 'an error of zero or more');
  const { link, unlink } = valueScales[scale];
  const middle = link(value);
  if (!Number.isFinite(middle)) return undefined;
  const half = z * Math.sqrt(variance + error * error);
  return { value, lower: unlink(middle - half), upper: unlink(middle + half) };
}
