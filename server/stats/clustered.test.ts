/** Figures whose sample is clusters: against resampling, against a sample of clusters by hand, and their refusals. */
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { clusteredDifference } from './clustered-difference.ts';
import { clusteredProportion } from './clustered-proportion.ts';
import type { Counts } from './counts.ts';
import { proportion } from './proportion.ts';

/** Areas of unlike size, a third of them with the property; two groups spread over them unlike each other. */
function madeAreas(count: number, seed: number): { readonly a: Counts[]; readonly b: Counts[] } {
  const random = seededRandom(seed);
  const areas = Array.from({ length: count }, () => {
    const has = random() < 1 / 3;
    const people = 500 + Math.floor(2000 * random());
    const share = (has ? 0.4 : 0.2) + 0.2 * random();
    const own = Math.round(people * share);
    return { has, own, other: people - own };
  });
  const of = (has: boolean, people: number) => ({ numerator: has ? people : 0, denominator: people });
  return {
    a: areas.map(({ has, own }) => of(has, own)),
    b: areas.map(({ has, other }) => of(has, other)),
  };
}

const shareOf = (clusters: readonly Counts[]) =>
  clusters.reduce((sum, { numerator }) => sum + numerator, 0) /
  clusters.reduce((sum, { denominator }) => sum + denominator, 0);

/** Standard deviation of a figure when whole areas are drawn again, with replacement. */
function resampled(count: number, figure: (drawn: readonly number[]) => number, draws = 4000): number {
  const random = seededRandom(7);
  const values = Array.from({ length: draws }, () =>
    figure(Array.from({ length: count }, () => Math.floor(count * random()))),
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / draws;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws - 1));
}

describe('the standard error is that of drawing areas, not people', () => {
  const { a, b } = madeAreas(150, 3);
  const pick = (counts: readonly Counts[], drawn: readonly number[]) =>
    drawn.flatMap((at) => counts[at] ?? []);

  test('of a share', () => {
    const { standardError } = clusteredProportion(a);
    const drawn = resampled(a.length, (at) => shareOf(pick(a, at)));
    expect(Math.abs(standardError / drawn - 1)).toBeLessThan(0.05);
    const ofPeople = proportion(
      a.reduce((sum, { numerator }) => sum + numerator, 0),
      a.reduce((sum, { denominator }) => sum + denominator, 0),
    );
    expect(standardError).toBeGreaterThan(5 * ((ofPeople.upper - ofPeople.lower) / 3.92));
  });

  test('of a difference between groups that live in the same areas', () => {
    const { standardError } = clusteredDifference(a, b);
    const drawn = resampled(a.length, (at) => shareOf(pick(a, at)) - shareOf(pick(b, at)));
    expect(Math.abs(standardError / drawn - 1)).toBeLessThan(0.05);
    const apart = Math.hypot(clusteredProportion(a).standardError, clusteredProportion(b).standardError);
    expect(standardError).toBeLessThan(0.7 * apart);
  });
});

test('of equal areas that all or none share it, the variance is p (1 - p) / (G - 1)', () => {
  for (const [areas, having] of [
    [20, 5],
    [173, 1],
    [40, 39],
  ] as const) {
    const clusters = Array.from({ length: areas }, (_, at) => ({
      numerator: at < having ? 9 : 0,
      denominator: 9,
    }));
    const p = having / areas;
    expect(clusteredProportion(clusters).standardError ** 2).toBeCloseTo((p * (1 - p)) / (areas - 1), 12);
  }
});

test('of 1,000 samples of 40 areas, 92 to 98% hold the truth of the areas they were drawn from', () => {
  const { a, b } = madeAreas(4000, 5);
  const random = seededRandom(11);
  const [share, gap] = [shareOf(a), shareOf(a) - shareOf(b)];
  let [shares, gaps] = [0, 0];
  for (let trial = 0; trial < 1000; trial++) {
    const drawn = Array.from({ length: 40 }, () => Math.floor(a.length * random()));
    const [own, other] = [a, b].map((counts) => drawn.flatMap((at) => counts[at] ?? []));
    if (own === undefined || other === undefined) throw new Error('two groups are drawn');
    const held = ({ lower = 1, upper = -1 }, truth: number) => Number(lower <= truth && truth <= upper);
    shares += held(clusteredProportion(own), share);
    gaps += held(clusteredDifference(own, other), gap);
  }
  for (const held of [shares, gaps]) {
    expect(held).toBeGreaterThanOrEqual(920);
    expect(held).toBeLessThanOrEqual(980);
  }
});

describe('limits', () => {
  const clusters = (areas: number, having: number) =>
    Array.from({ length: areas }, (_, at) => ({ numerator: at < having ? 9 : 0, denominator: 9 }));

  test('are left out for fewer than twenty areas, and where none or all have it', () => {
    expect(clusteredProportion(clusters(20, 5)).lower).toBeDefined();
    for (const few of [clusters(19, 5), clusters(60, 0), clusters(60, 60)]) {
      const found = clusteredProportion(few);
      expect([found.lower, found.upper]).toEqual([undefined, undefined]);
    }
    const few = clusteredDifference(clusters(19, 5), clusters(19, 6));
    expect([few.lower, few.upper, few.p]).toEqual([undefined, undefined, undefined]);
  });

  test('an area where nobody of the group lives is no part of its sample', () => {
    const empty = { numerator: 0, denominator: 0 };
    expect(clusteredProportion([...clusters(19, 5), empty]).clusters).toBe(19);
    expect(clusteredProportion([...clusters(30, 5), empty])).toEqual(clusteredProportion(clusters(30, 5)));
  });

  test('hold the figure, stay within 0 and 1, and widen with confidence', () => {
    const at95 = clusteredProportion(clusters(173, 1));
    const at998 = clusteredProportion(clusters(173, 1), 0.998);
    const ends = [at998.lower, at95.lower, at95.value, at95.upper, at998.upper].map(
      (end) => end ?? Number.NaN,
    );
    expect(ends).toEqual(ends.toSorted((x, y) => x - y));
    expect(ends[0]).toBeGreaterThan(0);
    expect(ends[4]).toBeLessThan(1);
  });

  test('a difference is proven at 5% just where its 95% interval leaves out none', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { a, b } = madeAreas(30, seed);
      const { lower = 0, upper = 0, p = 1 } = clusteredDifference(a, b);
      expect(p < 0.05).toBe(lower > 0 || upper < 0);
    }
  });

  test('swapping the groups turns the difference round', () => {
    const { a, b } = madeAreas(30, 2);
    const [one, other] = [clusteredDifference(a, b), clusteredDifference(b, a)];
    expect([-other.value, -(other.upper ?? 0), -(other.lower ?? 0)]).toEqual([
      one.value,
      one.lower,
      one.upper,
    ]);
  });
});

test('what is impossible is refused', () => {
  const fine = [{ numerator: 1, denominator: 2 }];
  expect(() => clusteredProportion([])).toThrow(RangeError);
  expect(() => clusteredProportion([{ numerator: 0, denominator: 0 }])).toThrow(/somebody/);
  expect(() => clusteredProportion([{ numerator: 3, denominator: 2 }])).toThrow(/no larger/);
  expect(() => clusteredProportion([{ numerator: -1, denominator: 2 }])).toThrow(RangeError);
  expect(() => clusteredProportion(fine, 0.5)).toThrow(/confidence/);
  expect(() => clusteredDifference(fine, [...fine, ...fine])).toThrow(/same clusters/);
});
