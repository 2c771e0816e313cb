/** People with an outcome among people of a group: as published, and where rounded, within which range in truth. Pure. */
import { type Basis, bases } from '../../contract/dimensions.ts';
import type { Estimate } from '../../contract/estimate.ts';
import type { Counts } from '../../stats/counts.ts';
import {
  type CountRange,
  type CountRanges,
  countsRoundingTo,
  rangeOfRest,
} from '../../stats/least-favourable.ts';
import { type FigureModelling, modellingOfRest, modellingOfSum } from './modelling.ts';

export interface Counted {
  readonly numerator: number;
  readonly denominator: number;
  readonly basis: Basis;
  /** What the true counts may be; left out where the published ones are the true ones. */
  readonly ranges?: CountRanges;
  /** The error of modelling; left out of what is not modelled, or adds up whole areas. */
  readonly modelling?: FigureModelling;
  /** The same in each small area, of properties of areas alone: the sample is these areas, not the people. */
  readonly smallAreas?: readonly Counts[];
}

/** Sums of apportioned counts miss the whole by a rounding error. */
const NOBODY = 1e-6;

/**
 * The counts of a figure that can be compared, with the ranges that rounding leaves open.
 *
 * @param estimate as replies have it; counts of people, households or what is counted.
 * @param roundedTo what counts are rounded to the nearest of; null where they are not.
 * @returns undefined where it has no counts with limits of ours, or they are no part of a whole.
 * @throws RangeError for a rounded count behind which only small ones could lie.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 5 (conventional rounding).
 * @example countedOf({ status: 'shown', value: 30, interval: 'ours', numerator: 30, denominator: 100, basis:
 *   'published' }, 5);
 *   // { numerator: 30, denominator: 100, ranges: { numerator: { lowest: 28, highest: 32 } } }
 */
export function countedOf(estimate: Estimate, roundedTo: number | null): Counted | undefined {
  return estimate.status === 'shown' && estimate.interval === 'ours'
    ? addableOf(estimate, roundedTo)
    : undefined;
}

/**
 * The counts of a figure, to be added to others: those of an area with more people counted than it holds too, since its
 * neighbours may hold them.
 *
 * @param estimate as replies have it.
 * @param roundedTo what counts are rounded to the nearest of; null where they are not.
 * @returns undefined where it has no counts, or was modelled and nobody measured how far off.
 * @throws RangeError for a rounded count behind which only small ones could lie.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 5 (conventional rounding).
 * @example addableOf({ status: 'shown', value: 120, interval: 'none', numerator: 12, denominator: 10, basis:
 *   'published' }, null);
 *   // { numerator: 12, denominator: 10 }
 */
export function addableOf(estimate: Estimate, roundedTo: number | null): Counted | undefined {
  if (estimate.status !== 'shown') return undefined;
  const { numerator, denominator, basis } = estimate;
  if (numerator === undefined || denominator === undefined || isUnmeasured(estimate)) return undefined;
  const counted = { numerator, denominator, basis, ...modellingIn(estimate) };
  if (roundedTo === null) return counted;
  const below = rangeOfCounted(denominator, roundedTo);
  const { lowest, highest } = rangeOfCounted(numerator, roundedTo);
  // Of residents known exactly no more have the outcome than there are, where no more are counted.
  const most = numerator > denominator ? highest : Math.min(highest, below.highest);
  return { ...counted, ranges: { numerator: { lowest, highest: most }, denominator: below } };
}

/** Modelled, and nobody measured how far off: nothing can be tested by it. */
export const isUnmeasured = (estimate: Estimate): boolean =>
  estimate.status === 'shown' && estimate.basis === 'modelled' && estimate.modellingError === undefined;

const modellingIn = ({ modellingError: error = 0 }: { readonly modellingError?: number }) =>
  error > 0 && { modelling: { error } };

/** The same counts without the error of modelling: for what errs alike on both sides. */
export const byCountsAlone = ({ modelling: _, ...counted }: Counted): Counted => counted;

/**
 * What the true count behind a published one may be. A count that rounding cannot have given comes from elsewhere, such as
 * a Census or an official total, and is what it is.
 *
 * @param count as published.
 * @param roundedTo what counts are rounded to the nearest of.
 * @returns the least and the most it may be in truth.
 * @throws RangeError for a count below zero.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 5 (conventional rounding).
 * @example rangeOfCounted(40, 5); // { lowest: 38, highest: 42 }
 * @example rangeOfCounted(41, 5); // { lowest: 41, highest: 41 }
 */
export const rangeOfCounted = (count: number, roundedTo: number): CountRange =>
  Number.isInteger(count / roundedTo)
    ? countsRoundingTo(count, roundedTo)
    : { lowest: count, highest: count };

/**
 * Counts added up, with their ranges and their errors of modelling, which are taken as independent.
 *
 * @param parts counts of areas or groups that do not overlap; undefined where one is not known.
 * @returns undefined where a part is unknown: what is not shown is not shown in a sum either.
 * @see Fay RE, Herriot RA (1979) JASA 74:269-277 (sampling and modelling error added in squares).
 * @example sumOfCounted([{ numerator: 3, denominator: 10, basis: 'published' }, { numerator: 4, denominator: 10, basis:
 *   'synthetic' }]);
 *   // { numerator: 7, denominator: 20, basis: 'synthetic' }
 */
export function sumOfCounted(parts: readonly (Counted | undefined)[]): Counted | undefined {
  const [first, ...others] = parts;
  if (first === undefined) return undefined;
  return others.reduce<Counted | undefined>(
    (sum, part) => (sum === undefined || part === undefined ? undefined : added(sum, part)),
    first,
  );
}

/**
 * Everybody of the whole but the part: a part is tested against the rest, for a part and its whole are not independent.
 *
 * @param whole counts that the part is among.
 * @param part of it.
 * @returns undefined where nobody is left.
 * @see Altman DG et al (2000) Statistics with Confidence, ch. 6 (independent groups).
 * @example restOf({ numerator: 30, denominator: 100, basis: 'published' }, { numerator: 10, denominator: 40, basis:
 *   'published' });
 *   // { numerator: 20, denominator: 60 }
 */
export function restOf(whole: Counted, part: Counted): Counted | undefined {
  const denominator = whole.denominator - part.denominator;
  if (denominator < NOBODY) return undefined;
  const numerator = Math.min(Math.max(whole.numerator - part.numerator, 0), denominator);
  const basis = lessReal(whole.basis, part.basis);
  const ranges = rangesOfRest(whole, part);
  const smallAreas = areasOfRest(whole, part);
  const modelling = modellingOfRest(whole, part);
  return {
    numerator,
    denominator,
    basis,
    ...(modelling !== undefined && { modelling }),
    ...(ranges !== undefined && { ranges }),
    ...(smallAreas !== undefined && { smallAreas }),
  };
}

/** Small areas stand in one order in every group of an area. Each table of the Census is moved a little by itself, so none falls below nobody. */
function areasOfRest({ smallAreas: all }: Counted, { smallAreas: own }: Counted): Counts[] | undefined {
  if (all === undefined || own?.length !== all.length) return undefined;
  return all.map(({ numerator, denominator }, at) => {
    const part = own[at];
    if (part === undefined) throw new RangeError(`a part has no small area ${at} of its whole`);
    const people = Math.max(0, denominator - part.denominator);
    return {
      numerator: Math.min(people, Math.max(0, numerator - part.numerator)),
      denominator: people,
    };
  });
}

/**
 * Of two bases the one further from a published figure: what is made of two is no more real than the less real of them.
 *
 * @param a basis of one figure.
 * @param b basis of the other.
 * @returns one of the two.
 * @example lessReal('published', 'modelled'); // 'modelled'
 */
export function lessReal(a: Basis, b: Basis): Basis {
  const place = (basis: Basis) => bases.findIndex(({ id }) => id === basis);
  return place(a) >= place(b) ? a : b;
}

function added(a: Counted, b: Counted): Counted {
  const modelling = modellingOfSum(a, b);
  return {
    numerator: a.numerator + b.numerator,
    denominator: a.denominator + b.denominator,
    basis: lessReal(a.basis, b.basis),
    ...(modelling !== undefined && { modelling }),
    ...(a.ranges !== undefined &&
      b.ranges !== undefined && {
        ranges: {
          numerator: addedRange(a.ranges.numerator, b.ranges.numerator),
          denominator: addedRange(a.ranges.denominator, b.ranges.denominator),
        },
      }),
    ...(a.smallAreas !== undefined &&
      b.smallAreas !== undefined && { smallAreas: [...a.smallAreas, ...b.smallAreas] }),
  };
}

const addedRange = (a: CountRange, b: CountRange): CountRange => ({
  lowest: a.lowest + b.lowest,
  highest: a.highest + b.highest,
});

function rangesOfRest(whole: Counted, part: Counted): CountRanges | undefined {
  if (whole.ranges === undefined || part.ranges === undefined) return undefined;
  const people = rest(whole.ranges.denominator, part.ranges.denominator);
  const affected = rest(whole.ranges.numerator, part.ranges.numerator);
  const highest = Math.max(1, people.highest);
  const least = Math.min(affected.lowest, highest);
  return {
    numerator: { lowest: least, highest: Math.min(affected.highest, highest) },
    // At least one person is left, else there is no rest; and no fewer than those with the outcome.
    denominator: { lowest: Math.max(1, people.lowest, least), highest },
  };
}

/** Rounded parts may add up to more than their rounded whole: then nothing is left. */
const rest = (whole: CountRange, part: CountRange): CountRange =>
  part.lowest > whole.highest ? { lowest: 0, highest: 0 } : rangeOfRest(whole, part);
