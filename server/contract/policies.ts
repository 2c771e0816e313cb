/** The two ways a dataset protects people, and what the second does to counts. */

/** The numbers of the policy `protect`. A version records those it was protected with, and is read by them for ever. */
export interface PolicyNumbers {
  /** A count of this many people, or fewer but not none, could point at somebody. */
  readonly largestSmall: number;
  /** What every other count is rounded to the nearest of: an odd number. An exact zero stays zero. */
  readonly roundedTo: number;
  /** Nobody may be able to tell that a small count is below this. */
  readonly notBelow: number;
  /** Of the rules that say what has to be proved: the next one where they change, so that nothing is taken as proved by others. */
  readonly edition: number;
}

/** From this edition on the difference of two dates or doses is kept from being told to be somebody and few. */
export const DIFFERENCES_KEPT = 2;

/**
 * Counts of one to seven are withheld and all others rounded to the nearest five in NHS England's analysis guides for
 * hospital records, and in OpenSAFELY's rules for releasing results.
 */
export const PROTECT: PolicyNumbers = {
  largestSmall: 7,
  roundedTo: 5,
  notBelow: 4,
  edition: DIFFERENCES_KEPT,
};

/**
 * Why a cell of a protected table is or is not seen, in the words that are kept beside it; never public.
 * - shown: rounded, and zero where there is nobody;
 * - small: withheld for being small, and known to be so;
 * - others: withheld for the sake of others: it may be anything;
 * - unpublished: never published, so it may be anything;
 * - known: an official figure elsewhere gives it exactly;
 * - not-small: never shown, but a share is, which would not be if this were small: nobody, or more than a few.
 */
export type CellStatus = 'shown' | 'small' | 'others' | 'unpublished' | 'known' | 'not-small';

/** Intervals from rounded counts cover the truth as they should only where every count is at least this. */
export const RELIABLE_ROUNDED_COUNT = 50;
