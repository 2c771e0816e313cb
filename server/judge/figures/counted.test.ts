import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../contract/estimate.ts';
import { scoreTest } from '../../stats/score-test.ts';
import { addableOf, type Counted, restOf } from './counted.ts';
import { scoreP } from './score-p.ts';

interface Pair {
  readonly numerator: number;
  readonly denominator: number;
}

const published = ({ numerator, denominator }: Pair): Counted => {
  const value = (100 * numerator) / denominator;
  const estimate: Estimate = {
    status: 'shown',
    value,
    interval: 'none',
    numerator,
    denominator,
    basis: 'synthetic',
  };
  const counted = addableOf(estimate, 5);
  if (counted === undefined) throw new Error('a shown figure with counts has counts');
  return counted;
};

const around = (count: number) => (count === 0 ? [0] : [-2, -1, 0, 1, 2].map((step) => count + step));
const truths = ({ numerator, denominator }: Pair): Pair[] =>
  around(denominator).flatMap((people) =>
    around(numerator).flatMap((count) =>
      count <= people ? [{ numerator: count, denominator: people }] : [],
    ),
  );

describe('rounded counts among people known exactly, such as residents of a Census', () => {
  const rangesOf = (numerator: number, denominator: number) => published({ numerator, denominator }).ranges;

  test('only the rounded count lies in a range', () => {
    expect(rangesOf(40, 103)).toEqual({
      numerator: { lowest: 38, highest: 42 },
      denominator: { lowest: 103, highest: 103 },
    });
    expect(rangesOf(40, 103.5)?.denominator).toEqual({ lowest: 103.5, highest: 103.5 });
  });

  test('no more have the outcome than there are people', () => {
    expect(rangesOf(100, 101)?.numerator).toEqual({ lowest: 98, highest: 101 });
    const others = restOf(
      published({ numerator: 500, denominator: 1001 }),
      published({ numerator: 100, denominator: 101 }),
    );
    if (others === undefined) throw new Error('there is somebody else');
    expect(scoreP(published({ numerator: 100, denominator: 101 }), others)).toBeLessThan(1e-6);
  });

  test('where more are counted than there are, the range holds the count all the same', () => {
    expect(rangesOf(110, 101)?.numerator).toEqual({ lowest: 108, highest: 112 });
  });
});

describe('everyone else, from rounded counts', () => {
  test.each([
    { whole: [100, 245], part: [50, 200], says: 'where all of them have the outcome' },
    { whole: [60, 245], part: [60, 200], says: 'where none of them has' },
    { whole: [300, 1000], part: [90, 200], says: 'where they are most' },
    { whole: [300, 1000], part: [250, 900], says: 'where they are few' },
    { whole: [0, 1000], part: [0, 900], says: 'where nobody has it' },
  ])('$says, the p-value is none that true counts could exceed', ({ whole, part }) => {
    const [all, own] = [whole, part].map(([numerator = 0, denominator = 0]) => ({ numerator, denominator }));
    if (all === undefined || own === undefined) throw new Error('two pairs of counts');
    const group = published(own);
    const others = restOf(published(all), group);
    if (others === undefined) throw new Error('there is somebody else');
    const p = scoreP(group, others);
    const possible = truths(all).flatMap((everyone) =>
      truths(own).flatMap((a) => {
        const numerator = everyone.numerator - a.numerator;
        const denominator = everyone.denominator - a.denominator;
        return numerator < 0 || numerator > denominator || denominator < 1
          ? []
          : [scoreTest(a, { numerator, denominator }).p];
      }),
    );
    expect(possible.length).toBeGreaterThan(20);
    expect(Math.max(...possible)).toBeLessThanOrEqual(p + 1e-12);
  });
});
