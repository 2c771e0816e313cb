/** What a modelled figure says of its error. Pure. */

/**
 * Standard error in percentage points of a share with so much on the log-odds scale.
 *
 * @param counts of the share.
 * @param error standard error on the log odds.
 * @returns percentage points.
 * @see Agresti A (2013) Categorical Data Analysis, 3rd ed., 3.1.1 (delta method).
 * @example errorInPoints({ numerator: 30, denominator: 100 }, 0.1); // 2.1
 */
export function errorInPoints(
  counts: { readonly numerator: number; readonly denominator: number },
  error: number,
) {
  const share = counts.numerator / counts.denominator;
  return 100 * share * (1 - share) * error;
}

/**
 * The error in points at the figure itself, as its note says it.
 *
 * @param points standard error in percentage points.
 * @returns a sentence.
 * @example errorWords(2.13); // 'Sharing out errs by about 2.1 points here; the interval includes that.'
 */
export function errorWords(points: number): string {
  const size = points < 0.1 ? 'less than 0.1 points' : `about ${points.toFixed(1)} points`;
  return `Sharing out errs by ${size} here; the interval includes that.`;
}

export const NONE_OR_ALL =
  'No interval: a modelled figure of none or all says nothing of how far off it is, so it is not tested.';

export const UNMEASURED = 'It is modelled, and how far off that is was not measured.';

/** What a test of a modelled figure adds to chance. */
export const WITH_MODELLING = 'the error of modelling included';

/** What a change of one area leaves out. */
export const ERRS_ALIKE = 'sharing out is taken to err alike at every date';
