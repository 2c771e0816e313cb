import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalDraws, seededRandom } from '../random.ts';
import { absoluteConcentrationIndex, relativeConcentrationIndex } from './concentration-index.ts';
import { ridits } from './rank-order.ts';
import { scatterFactor } from './scatter-factor.ts';
import { slopeIndex } from './slope-index.ts';
import { sumOf } from './subgroups.ts';
import { weightedLine, weightedSum } from './weighted-line.ts';

const distances = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 3, maxLength: 9 });

test('is one or more, and rises with the scatter', () => {
  fc.assert(
    fc.property(distances, fc.double({ min: 1, max: 3, noNaN: true }), (some, times) => {
      const factor = scatterFactor(some);
      expect(factor).toBeGreaterThanOrEqual(1);
      expect(scatterFactor(some.map((one) => one * times))).toBeGreaterThanOrEqual(factor);
    }),
  );
});

test('is one for figures on the line, and refused where nothing is left to scatter', () => {
  expect(scatterFactor([0, 0, 0])).toBe(1);
  expect(() => scatterFactor([1, 2])).toThrow(/^scatterFactor requires more figures/);
  expect(() => scatterFactor([1, 2, Number.NaN])).toThrow(/^scatterFactor requires finite distances/);
});

describe.each([0, 1, 2, 4])('fifths that scatter about their line by %i times their chance', (times) => {
  const populations = [5_000, 4_500, 4_000, 3_500, 3_000];
  const ranks = ridits(populations);
  const [draw, noise] = [normalDraws(seededRandom(11)), normalDraws(seededRandom(12))];
  const share = (odds: number) => 1 / (1 + Math.exp(-odds));
  const truth = populations.map((_, i) => share(-1 + 0.6 * (ranks[i] ?? 0)));
  const TRIALS = 1_000;

  /** Fifths as they are found: each a little off the line, and then by the chance of its people. */
  const drawn = () =>
    populations.map((population, i) => {
      const odds = -1 + 0.6 * (ranks[i] ?? 0);
      const chance = 1 / Math.sqrt(population * share(odds) * (1 - share(odds)));
      const own = share(odds + times * chance * draw());
      const value = own + Math.sqrt((own * (1 - own)) / population) * noise();
      return { population, value, standardError: 1 / Math.sqrt(population * value * (1 - value)) };
    });
  const held = (limits: { readonly lower?: number; readonly upper?: number }, true_: number) =>
    Number((limits.lower ?? Infinity) <= true_ && true_ <= (limits.upper ?? -Infinity));

  test('have slopes whose limits hold the true one about as often as they say', () => {
    const line = weightedLine(populations);
    let inside = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const fifths = drawn();
      const odds = fifths.map(({ value }) => Math.log(value / (1 - value)));
      const [level, slope] = [weightedSum(line.intercept, odds), weightedSum(line.slope, odds)];
      const factor = scatterFactor(
        fifths.map(
          ({ standardError }, i) => ((odds[i] ?? 0) - level - slope * (ranks[i] ?? 0)) / standardError,
        ),
      );
      const found = slopeIndex(
        fifths.map((fifth) => ({ ...fifth, standardError: factor * fifth.standardError })),
        { scale: 'proportion', transform: true },
      );
      inside += held(found.slope, share(-0.4) - share(-1));
    }
    expect(inside / TRIALS).toBeGreaterThan(0.93);
  });

  test('have concentration indices whose limits do so, too', () => {
    const shares = populations.map((population) => population / sumOf(populations, (n) => n));
    const mean = sumOf(shares, (f, i) => f * (truth[i] ?? 0));
    const absolute = 2 * sumOf(shares, (f, i) => f * (truth[i] ?? 0) * ((ranks[i] ?? 0) - 0.5));
    let inside = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const fifths = drawn().map(({ population, value }) => ({
        population,
        value,
        standardError: Math.sqrt((value * (1 - value)) / population),
      }));
      inside += held(absoluteConcentrationIndex(fifths, { errorsFrom: 'groups' }), absolute);
      inside += held(relativeConcentrationIndex(fifths, { errorsFrom: 'groups' }), absolute / mean);
    }
    expect(inside / (2 * TRIALS)).toBeGreaterThan(0.93);
  });
});
