/**
 * What each rule of the `protect` policy says of one count; its numbers stand in the contract, since pages name them.
 *
 * @see NHS Digital (2018) HES Analysis Guide, "Suppression and rounding".
 * @see OpenSAFELY documentation (2024) "Statistical disclosure control": redact counts of 7 or fewer, then round.
 */

import { type PolicyNumbers, PROTECT } from '../contract/policies.ts';

/** The whole numbers a count may be, as far as an intruder knows. */
export interface Bounds {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * Whether a count is small: of one to seven people.
 *
 * @param count people, a whole number, zero or more.
 * @param policy whose numbers hold.
 * @throws RangeError where it is no count of people.
 * @see NHS Digital (2018) HES Analysis Guide.
 * @example isSmall(7); // true
 */
export function isSmall(count: number, { largestSmall }: PolicyNumbers = PROTECT): boolean {
  requireCount(count, 'isSmall');
  return count >= 1 && count <= largestSmall;
}

/**
 * What is shown for a count that may be shown: the nearest multiple of five; zero stays zero.
 *
 * @param count people, a whole number.
 * @param policy whose numbers hold.
 * @throws RangeError for a small count, which may not be shown, and for what is no count of people.
 * @see NHS Digital (2018) HES Analysis Guide.
 * @example roundedCount(13); // 15
 */
export function roundedCount(count: number, policy: PolicyNumbers = PROTECT): number {
  if (isSmall(count, policy))
    throw new RangeError('roundedCount needs a count that is not small; this one is');
  return policy.roundedTo * Math.round(count / policy.roundedTo);
}

/**
 * Which true counts may lie behind one that is shown. No small count is ever shown, so 10 stands for 8 to 12, and 0 for
 * none at all.
 *
 * @param shown people, a multiple of five.
 * @param policy whose numbers hold.
 * @throws RangeError for a number behind which only small counts could lie, and for what is no multiple of five.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 5 (conventional rounding).
 * @example boundsOfShown(10); // { lowest: 8, highest: 12 }
 */
export function boundsOfShown(shown: number, { roundedTo, largestSmall }: PolicyNumbers = PROTECT): Bounds {
  requireCount(shown, 'boundsOfShown');
  if (shown === 0) return { lowest: 0, highest: 0 };
  const reach = (roundedTo - 1) / 2;
  const lowest = Math.max(shown - reach, largestSmall + 1);
  if (shown % roundedTo !== 0 || lowest > shown + reach) {
    throw new RangeError(`boundsOfShown needs a count that can be shown, zero or a multiple of ${roundedTo}`);
  }
  return { lowest, highest: shown + reach };
}

function requireCount(count: number, asker: string): void {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`${asker} needs a count of people, a whole number from zero up`);
  }
}
