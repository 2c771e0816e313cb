/** What rounded counts mean for a verdict, as a sentence after another; nothing where counts are not rounded. */
export const roundedWords = (roundedTo: number | null) =>
  roundedTo === null
    ? ''
    : ` Counts are rounded to the nearest ${roundedTo}; a verdict holds whatever the true counts are.`;
