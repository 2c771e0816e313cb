/** Counts from figures that do not give them: a percentage or a rate and its interval say how many people it is. Pure. */
import { poissonLimits } from '../stats/poisson-limits.ts';
import { proportion } from '../stats/proportion.ts';

/** Standard normal deviate of 95%. */
const Z = 1.959963984540054;
/** How far a limit worked out again may lie from the one served. */
const TOLERANCE = 1e-8;

export interface InvertedCounts {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Numerator and denominator of a percentage with its Wilson interval. The width of the interval, w, gives a = z2 / n:
 * (w2 - 1) a2 + (2 w2 - 4 p q) a + w2 = 0.
 *
 * @param value in percent; limits too.
 * @returns undefined where no whole numbers of people give these figures.
 * @see Wilson EB (1927) JASA 22:209-212.
 * @example countsOfPercentage(80, 49.016247153664175, 94.33178485456247); // { numerator: 8, denominator: 10 }
 */
export function countsOfPercentage(value: number, lower: number, upper: number): InvertedCounts | undefined {
  const [p, width] = [value / 100, (upper - lower) / 100];
  const [a, b, c] = [width ** 2 - 1, 2 * width ** 2 - 4 * p * (1 - p), width ** 2];
  const ratio = (-b - Math.sqrt(Math.max(0, b * b - 4 * a * c))) / (2 * a);
  const denominator = Math.round((Z * Z) / ratio);
  const numerator = Math.round(p * denominator);
  if (!(denominator >= 1) || numerator < 0 || numerator > denominator) return undefined;
  const again = proportion(numerator, denominator);
  const off = [again.value - p, again.lower - lower / 100, again.upper - upper / 100];
  return off.every((one) => Math.abs(one) < TOLERANCE) ? { numerator, denominator } : undefined;
}

/**
 * Events and people of a rate with its exact or Byar interval: the lower limit over the rate depends on the events alone.
 *
 * @param value the rate; limits too.
 * @param per people the rate is for, such as 100,000.
 * @returns undefined where no whole numbers give these figures.
 * @see Breslow NE, Day NE (1987) IARC 82, p. 69; Garwood F (1936) Biometrika 28:437-442.
 * @example countsOfRate(500, 239.3724956983781, 919.5729302878239, 100_000); // { numerator: 10, denominator: 2000 }
 */
export function countsOfRate(
  value: number,
  lower: number,
  upper: number,
  per: number,
): InvertedCounts | undefined {
  if (!(value > 0) || !(lower < value)) return undefined;
  const shareOf = (events: number) => poissonLimits(events).lower / events;
  let [low, high] = [1, 2];
  while (shareOf(high) < lower / value && high < 2 ** 30) high *= 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (shareOf(middle) < lower / value) low = middle;
    else high = middle;
  }
  const numerator = [low, high].find((events) => {
    const again = poissonLimits(events);
    const off = [again.lower / events - lower / value, again.upper / events - upper / value];
    return off.every((one) => Math.abs(one) < TOLERANCE);
  });
  return numerator === undefined
    ? undefined
    : { numerator, denominator: Math.round((numerator * per) / value) };
}
