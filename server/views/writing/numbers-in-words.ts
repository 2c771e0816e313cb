/** Numbers as sentences say them. Pure. */
import type { Measured } from '../../contract/gap.ts';
import { writtenFigure } from '../../contract/written-figures.ts';

/** "4.2"; a real minus sign, and never "-0.0" nor "0.0" of what is not zero. */
export const numberText = (value: number, decimals = 1): string =>
  writtenFigure(value, { decimals }).replace('-', '−');

/** "4.2 (3.1 to 5.3)"; the figure alone where it has no interval. */
export function withLimits({ value, lower95, upper95 }: Measured, decimals = 1): string {
  if (lower95 === undefined || upper95 === undefined) return numberText(value, decimals);
  return `${numberText(value, decimals)} (${numberText(lower95, decimals)} to ${numberText(upper95, decimals)})`;
}

/** "19.7 (18.8 to 20.6)" of a fall of that much: sentences that say "falls" need no sign. */
export function size(measured: Measured, decimals = 1): string {
  const { value, lower95, upper95 } = measured;
  if (value >= 0) return withLimits(measured, decimals);
  return withLimits(
    {
      value: -value,
      ...(lower95 !== undefined && upper95 !== undefined && { lower95: -upper95, upper95: -lower95 }),
    },
    decimals,
  );
}

/** "12,400", "85", "fewer than 1". */
export function people(value: number): string {
  const rounded = Math.round(Math.abs(value));
  return rounded === 0 ? 'fewer than 1' : rounded.toLocaleString('en-GB');
}

/** "1 in 12" is for pages; sentences here say "8.3%". */
export const percent = (value: number, decimals = 1) => `${numberText(value, decimals)}%`;
