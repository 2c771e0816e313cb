import { requirement } from './requirement.ts';

/** A group's counts: people with the outcome (or events), and people in the group (or person-years). */
export type Counts = { readonly numerator: number; readonly denominator: number };

/**
 * Refuses counts that are no part of a whole: for proportions.
 *
 * @throws RangeError "<caller> requires ..." for a negative or non-finite numerator, a denominator not above zero
 * or not finite, or a numerator above its denominator.
 * @example checkPart({ numerator: 5, denominator: 10 }, 'proportion'); // undefined
 */
export function checkPart({ numerator, denominator }: Counts, caller: string): void {
  requirement(numerator >= 0, caller, 'a numerator of zero or more');
  requirement(denominator > 0 && denominator < Infinity, caller, 'a finite denominator above zero');
  requirement(numerator <= denominator, caller, 'a numerator no larger than its denominator');
}

/**
 * Refuses counts that are no events among people: for rates, where one person may have several.
 *
 * @throws RangeError "<caller> requires ..." for a negative or non-finite numerator, or a denominator not above
 * zero or not finite.
 * @see Breslow NE, Day NE (1987) IARC 82, ch. 2.
 * @example checkEvents({ numerator: 15, denominator: 10 }, 'rate'); // undefined
 */
export function checkEvents({ numerator, denominator }: Counts, caller: string): void {
  requirement(numerator >= 0 && numerator < Infinity, caller, 'a finite count of zero or more');
  requirement(denominator > 0 && denominator < Infinity, caller, 'a finite denominator above zero');
}
