/** Numbers in the parameters of the Fingertips API. */
import { MOST_NUMBERS } from '../../contract/fingertips/queries.ts';
import { ProblemError } from '../../errors.ts';

/** What is no whole number is the number of nothing. */
export const numberOf = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : NOTHING);
const NOTHING = -1;

/** @throws ProblemError where more are named than one request may. */
export function numbersOf(text: string, field: string): number[] {
  const parts = [...new Set(text.split(',').filter((part) => part !== ''))];
  if (parts.length > MOST_NUMBERS)
    throw new ProblemError(
      'invalid-query',
      `"${field}" names ${parts.length}; one request names at most ${MOST_NUMBERS}.`,
      {
        field,
      },
    );
  return parts.map((part) => numberOf(part.trim()));
}
