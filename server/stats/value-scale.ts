import { normalDeviate } from './confidence.ts';
import type { Interval } from './interval.ts';
import { requirement } from './requirement.ts';

/** What kind of figure a value is; decides on which scale its uncertainty is symmetric. */
export type ValueScale = 'number' | 'rate' | 'proportion';

/** The transformation of each scale, its inverse, and the values it holds. */
export const valueScales = {
  number: { link: (x: number) => x, unlink: (x: number) => x, holds: () => true, name: 'finite values' },
  rate: { link: Math.log, unlink: Math.exp, holds: (x: number) => x >= 0, name: 'rates of zero or more' },
  proportion: {
    link: (x: number) => Math.log(x / (1 - x)),
    unlink: (x: number) => 1 / (1 + Math.exp(-x)),
    holds: (x: number) => x >= 0 && x <= 1,
    name: 'proportions from 0 to 1',
  },
} as const;

/**
 * Standard error of a figure, worked back from its published 95% interval, on the figure's scale: of the
 * figure itself, of its log (rates) or of its logit (proportions).
 *
 * @throws RangeError for limits out of order or outside the scale.
 * @see Altman DG, Bland JM (2011) How to obtain the confidence interval from a P value (and back). BMJ 343:d2090.
 * @example standardErrorFromLimits({ lower: 8.04, upper: 11.96 }); // 1.00002
 */
export function standardErrorFromLimits({ lower, upper }: Interval, scale: ValueScale = 'number'): number {
  const { link } = valueScales[scale];
  const width = link(upper) - link(lower);
  requirement(
    Number.isFinite(width) && width >= 0,
    'standardErrorFromLimits',
    'limits in order, within the scale',
  );
  return width / 2 / normalDeviate(0.95, 'standardErrorFromLimits');
}
