import { type Random, standardNormal } from './random.ts';
import type { LineCoefficients, OrderedGroup } from './slope-index.ts';
import { type ValueScale, valueScales } from './value-scale.ts';

type Draws = {
  readonly scale: ValueScale;
  readonly draws: number;
  readonly random: Random;
  readonly multiplier: number;
};

/**
 * Slope and relative index of figures redrawn with their uncertainty: each group's log or logit plus a normal
 * error, turned back into a figure, then the same weighted line.
 *
 * @returns both sorted upwards.
 * @see Low A, Low A (2004) J Public Health 26:388-395.
 * @example simulatedSlopes(groups, weightedLine(populations), { scale: 'rate', draws: 1000, random, multiplier: 1 });
 */
export function simulatedSlopes(
  groups: readonly OrderedGroup[],
  fit: LineCoefficients,
  { scale, draws, random, multiplier }: Draws,
): { readonly slopes: Float64Array; readonly ratios: Float64Array } {
  const { link, unlink } = valueScales[scale];
  const slopes = new Float64Array(draws);
  const ratios = new Float64Array(draws);
  // Group by group, so that each is transformed once.
  groups.forEach(({ value, standardError }, i) => {
    const centre = link(value);
    const forSlope = fit.slope[i] as number;
    const forIntercept = fit.intercept[i] as number;
    for (let draw = 0; draw < draws; draw++) {
      const redrawn = unlink(centre + standardError * standardNormal(random));
      slopes[draw] = (slopes[draw] as number) + forSlope * redrawn;
      ratios[draw] = (ratios[draw] as number) + forIntercept * redrawn;
    }
  });
  for (let draw = 0; draw < draws; draw++) {
    const slope = slopes[draw] as number;
    const first = ratios[draw] as number;
    ratios[draw] = multiplier < 0 ? first / (first + slope) : (first + slope) / first;
    slopes[draw] = multiplier * slope;
  }
  return { slopes: slopes.sort(), ratios: ratios.sort() };
}
