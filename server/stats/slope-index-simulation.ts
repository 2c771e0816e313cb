import { at, item } from '../lists.ts';
import { normalDraws, type Random } from '../random.ts';
import type { OrderedGroup } from './ordered-group.ts';
import { type ValueScale, valueScales } from './value-scale.ts';
import type { LineCoefficients } from './weighted-line.ts';

type Draws = {
  readonly scale: ValueScale;
  readonly draws: number;
  readonly random: Random;
  readonly multiplier: number;
};

/**
 * Slope and relative index of figures redrawn with their uncertainty: each group's log or logit plus a normal
 * error, turned back into a figure, then the same weighted line. Draws come in pairs of opposite errors, which makes
 * both tails alike and costs half the normals.
 *
 * @returns one of each for every draw, in no order, and in how many of them the end to divide by is not above zero.
 * @see Low A, Low A (2004) J Public Health 26:388-395; Hammersley JM, Morton KW (1956) A new Monte Carlo technique:
 * antithetic variates. Proc Camb Philos Soc 52:449-475.
 * @example simulatedSlopes(
 *   [10, 20, 30].map((value) => ({ population: 1, value, standardError: 0 })),
 *   weightedLine([1, 1, 1]),
 *   { scale: 'rate', draws: 1, random: seededRandom(1), multiplier: 1 },
 * ).slopes[0]; // 30
 */
export function simulatedSlopes(
  groups: readonly OrderedGroup[],
  fit: LineCoefficients,
  { scale, draws, random, multiplier }: Draws,
): { readonly slopes: Float64Array; readonly ratios: Float64Array; readonly notAbove: number } {
  const { link, unlink } = valueScales[scale];
  const normal = normalDraws(random);
  const slopes = new Float64Array(draws);
  const ratios = new Float64Array(draws);
  // Group by group, so that each is transformed once.
  groups.forEach(({ value, standardError }, i) => {
    const centre = link(value);
    const forSlope = item(fit.slope, i);
    const forIntercept = item(fit.intercept, i);
    const add = (draw: number, redrawn: number): void => {
      slopes[draw] = at(slopes, draw) + forSlope * redrawn;
      ratios[draw] = at(ratios, draw) + forIntercept * redrawn;
    };
    for (let draw = 0; draw < draws; draw += 2) {
      const error = standardError * normal();
      add(draw, unlink(centre + error));
      if (draw + 1 < draws) add(draw + 1, unlink(centre - error));
    }
  });
  let notAbove = 0;
  for (let draw = 0; draw < draws; draw++) {
    const slope = at(slopes, draw);
    const first = at(ratios, draw);
    const [from, to] = multiplier < 0 ? [first + slope, first] : [first, first + slope];
    if (from <= 0) notAbove++;
    ratios[draw] = to / from;
    slopes[draw] = multiplier * slope;
  }
  return { slopes, ratios, notAbove };
}
