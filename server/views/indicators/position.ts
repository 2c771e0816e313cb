/** Where one figure stands among others, as they are written. Pure. */
import type { Position } from '../../contract/boroughs-reply.ts';
import { roundedNumber } from '../../contract/written-figures.ts';

/** Among fewer a position says nothing. */
export const FEWEST_FOR_POSITION = 5;

/**
 * Counted from the nearer end: readers of a table count so, and "27th highest of 32" is the 6th lowest. Figures that are
 * written alike are level.
 *
 * @param own the figure.
 * @param others those it stands among.
 * @param decimals figures are written with.
 * @param plural what they are together.
 * @returns undefined among fewer than five.
 */
export function positionAmong(
  own: number,
  others: readonly number[],
  { decimals, plural }: { readonly decimals: number; readonly plural: string },
): Position | undefined {
  const of = others.length + 1;
  if (of < FEWEST_FOR_POSITION) return undefined;
  const written = (value: number) => roundedNumber(value, decimals);
  const apart = others.filter((other) => written(other) !== written(own));
  const above = apart.filter((other) => other > own).length;
  const below = apart.length - above;
  const from = above <= below ? 'highest' : 'lowest';
  const at = 1 + Math.min(above, below);
  const level = others.length - apart.length;
  const among = `${of} ${plural} with a figure`;
  const end = at === 1 ? from : `${ordinal(at)} ${from}`;
  const words =
    apart.length === 0
      ? `level with all others of ${among}`
      : `${level > 0 ? 'joint ' : ''}${end} of ${among}`;
  return { from, at, level, of, words };
}

/** "1st", "2nd", "3rd", "11th", "22nd". */
export function ordinal(n: number): string {
  const last = n % 100 >= 11 && n % 100 <= 13 ? 0 : n % 10;
  return `${n}${{ 1: 'st', 2: 'nd', 3: 'rd' }[last] ?? 'th'}`;
}
