/** What rounded counts mean for a verdict, as a sentence after another; nothing where counts are not rounded. */
export const roundedWords = (roundedTo: number | null) =>
  roundedTo === null
    ? ''
    : ` Counts are rounded to the nearest ${roundedTo}; a verdict holds whatever the true counts are.`;

/** When a difference is called proven, in a sentence. */
export const PROVEN_RULE =
  'A difference is proven only where everything compared for its indicator, for its area and for its group shows it beyond chance.';
