/** Parts of sentences, written alike by the API and on pages. Pure. */

/** "a", "a and b", "a, b and c". */
export function inWords(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** What begins a sentence, as it is written within one: "households" of "Households"; "NHS" and "MMR" stay. */
export const lowerFirst = (text: string) =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/** A small number as a sentence says it: "none", "six", "12". */
export const countWords = (count: number): string => NUMBERS[count] ?? String(count);
