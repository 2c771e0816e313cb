/**
 * The error of modelling behind counts: how it passes into sums, the rest and comparisons. Pure.
 *
 * Errors of two areas are taken as independent. Of a part and the rest of a whole that is known exactly they are one:
 * what the part has too much, the rest has too little, so there they add up.
 */
import type { Counts } from '../../stats/counts.ts';

export interface FigureModelling {
  /** Standard error on the log-odds scale. */
  readonly error: number;
  /** Set of the rest of a whole: its error is that of the part, the other way round. */
  readonly opposes?: true;
}

interface Modelled extends Counts {
  readonly modelling?: FigureModelling | undefined;
}

/**
 * The error of modelling of two counts added up, each weighed by how many people one unit of log odds stands for there.
 *
 * @param a counts with their error on the log odds, if any.
 * @param b the same of the other.
 * @returns undefined where neither is modelled.
 * @see Fay RE, Herriot RA (1979) JASA 74:269-277 (sampling and modelling error added in squares).
 * @example modellingOfSum({ numerator: 30, denominator: 100, modelling: { error: 0.1 } }, { numerator: 30, denominator:
 *   100 });
 *   // { error: 0.05 }
 */
export function modellingOfSum(a: Modelled, b: Modelled): FigureModelling | undefined {
  if (a.modelling === undefined && b.modelling === undefined) return undefined;
  const spread = spreadOf({
    numerator: a.numerator + b.numerator,
    denominator: a.denominator + b.denominator,
  });
  // A sum of none or all has no log odds; its parts have none either, or their errors.
  const error =
    spread === 0
      ? Math.hypot(errorOf(a), errorOf(b))
      : Math.hypot(spreadOf(a) * errorOf(a), spreadOf(b) * errorOf(b)) / spread;
  return { error };
}

/**
 * The error of everybody of a whole but a part: what the part has too much, the rest has too little. Where the whole is
 * modelled too, an error of its own as large.
 *
 * @param whole counts that the part is among.
 * @param part with its error on the log odds, if any.
 * @returns undefined where neither is modelled.
 * @see Fay RE, Herriot RA (1979) JASA 74:269-277 (sampling and modelling error added in squares).
 * @example modellingOfRest({ numerator: 90, denominator: 300 }, { numerator: 30, denominator: 100, modelling: { error:
 *   0.1 } });
 *   // { error: 0.05, opposes: true }
 */
export function modellingOfRest(whole: Modelled, part: Modelled): FigureModelling | undefined {
  if (whole.modelling !== undefined) return { error: whole.modelling.error };
  if (part.modelling === undefined) return undefined;
  const share = part.denominator / whole.denominator;
  return { error: (part.modelling.error * share) / (1 - share), opposes: true };
}

/**
 * The error of modelling of the difference of two log odds: errors of two areas in squares, of a part and its rest added.
 *
 * @param a counts with their error, if any.
 * @param b the same of the other.
 * @returns on the log odds; undefined where neither is modelled.
 * @see Fay RE, Herriot RA (1979) JASA 74:269-277 (sampling and modelling error added in squares).
 * @example modellingOfDifference({ numerator: 30, denominator: 100, modelling: { error: 0.3 } }, { numerator: 30,
 *   denominator: 100, modelling: { error: 0.4 } });
 *   // 0.5
 */
export function modellingOfDifference(a: Modelled, b: Modelled): number | undefined {
  if (a.modelling === undefined && b.modelling === undefined) return undefined;
  return combined(errorOf(a), errorOf(b), opposed(a, b));
}

/**
 * The error of modelling of the difference of two logs, that is of a ratio of shares.
 *
 * @param a counts with their error on the log odds, if any.
 * @param b the same of the other.
 * @returns on the log scale; undefined where neither is modelled.
 * @see Fay RE, Herriot RA (1979) JASA 74:269-277 (sampling and modelling error added in squares).
 * @example modellingOfRatio({ numerator: 50, denominator: 100, modelling: { error: 0.3 } }, { numerator: 50,
 *   denominator: 100 });
 *   // 0.15
 */
export function modellingOfRatio(a: Modelled, b: Modelled): number | undefined {
  if (a.modelling === undefined && b.modelling === undefined) return undefined;
  return combined(without(a) * errorOf(a), without(b) * errorOf(b), opposed(a, b));
}

/** Two errors that are independent, or one the other way round. */
export const combined = (a: number, b: number, areOpposed: boolean) =>
  areOpposed ? a + b : Math.hypot(a, b);

export const opposed = ({ modelling: a }: Modelled, { modelling: b }: Modelled) =>
  a?.opposes === true || b?.opposes === true;

/** Standard error of a share from modelling alone, as a fraction. */
export const shareError = (counts: Modelled) => (spreadOf(counts) / counts.denominator) * errorOf(counts);

const errorOf = ({ modelling }: Modelled) => modelling?.error ?? 0;
const without = ({ numerator, denominator }: Counts) => 1 - numerator / denominator;
/** How many people one unit of log odds stands for. */
const spreadOf = ({ numerator, denominator }: Counts) =>
  denominator === 0 ? 0 : numerator * (1 - numerator / denominator);
