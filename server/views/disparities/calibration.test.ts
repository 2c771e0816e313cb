/**
 * What intervals and verdicts promise, on made-up people whose true gaps are known: seeded, so that a run is the same
 * everywhere. Counts are drawn, rounded to the nearest five as `protect` does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROTECT } from '../../contract/policies.ts';
import type { Counted } from '../../judge/figures/counted.ts';
import { gapBetween } from '../../judge/figures/gap-between.ts';
import { seededRandom } from '../../random.ts';
import { countsRoundingTo } from '../../stats/least-favourable.ts';

const rounded = (count: number) => PROTECT.roundedTo * Math.round(count / PROTECT.roundedTo);

/** People with the outcome among so many, each with the chance. */
function drawn(random: () => number, people: number, chance: number, isRounded: boolean): Counted {
  let numerator = 0;
  for (let person = 0; person < people; person++) if (random() < chance) numerator++;
  if (!isRounded) return { numerator, denominator: people, basis: 'synthetic' };
  const [above, below] = [rounded(numerator), rounded(people)];
  const ranges = { numerator: countsRoundingTo(above), denominator: countsRoundingTo(below) };
  return { numerator: above, denominator: below, basis: 'synthetic', ranges };
}

/** Share of trials in which the interval of the difference holds the true one. */
function coverage(
  isRounded: boolean,
  people: readonly [number, number],
  chances: readonly [number, number],
): number {
  const random = seededRandom(93);
  const TRIALS = 10_000;
  let covered = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const [own, other] = people.map((n, i) => drawn(random, n, chances[i] ?? 0, isRounded));
    if (own === undefined || other === undefined) throw new Error('two groups are drawn');
    const { lower95 = 0, upper95 = 0 } = gapBetween(own, other, 'higher-is-better').difference;
    const truth = 100 * (chances[0] - chances[1]);
    if (lower95 <= truth && truth <= upper95) covered++;
  }
  return covered / TRIALS;
}

describe('95% intervals hold the true gap in 93 to 97% of 10,000 trials where every count is at least 50', () => {
  test.each([
    [200, 400, 0.5, 0.5],
    [333, 777, 0.4, 0.7],
    [481, 2003, 0.25, 0.3],
    [702, 1204, 0.87, 0.8],
  ])('%d and %d people with chances %d and %d', (a, b, p, q) => {
    for (const isRounded of [false, true]) {
      const share = coverage(isRounded, [a, b], [p, q]);
      expect(share).toBeGreaterThanOrEqual(0.93);
      expect(share).toBeLessThanOrEqual(0.97);
    }
  });
});

test('below 50 rounding widens the truth: the coverage the README tables', () => {
  const table = [10, 20, 30, 40].map((expected) => coverage(true, [4 * expected, 1000], [0.25, 0.5]));
  const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
  const written = [...readme.matchAll(/^\| \d+ +\| ([\d.]+)% /gm)].map(([, share]) => Number(share));
  expect(table.map((share) => Math.round(1000 * share) / 10)).toEqual(written);
});
