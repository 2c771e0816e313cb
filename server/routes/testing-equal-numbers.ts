/** Whether two numbers worked out in two ways are the same, for tests. */
import type { Measured } from '../contract/gap.ts';
import type { Figure } from './testing-gap-formulas.ts';

/** Equal to nine digits; near zero, to a billionth. */
export function near(given: number | null | undefined, expected: number): void {
  if (typeof given !== 'number') throw new Error(`${given} is no number; expected ${expected}`);
  if (Math.abs(given - expected) > 1e-9 + 1e-9 * Math.abs(expected) && !(given < 1e-12 && expected < 1e-12))
    throw new Error(`${given} is not ${expected}`);
}

export function same(given: Measured | undefined, { value, lower, upper }: Figure, times = 1): void {
  near(given?.value, times * value);
  near(given?.lower95, times * lower);
  near(given?.upper95, times * upper);
}
