import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { attributableRisk } from './attributable-risk.ts';
import { betweenGroupStandardDeviation, betweenGroupVariance } from './between-group-variance.ts';
import { coefficientOfVariation } from './coefficient-of-variation.ts';
import { absoluteConcentrationIndex, relativeConcentrationIndex } from './concentration-index.ts';
import { gapBetweenEnds } from './gap-between-ends.ts';
import { indexOfDisparity } from './index-of-disparity.ts';
import { linearSlopeIndex } from './linear-slope-index.ts';
import { logisticSlopeIndex } from './logistic-slope-index.ts';
import {
  meanDifferenceFromBest,
  meanDifferenceFromMean,
  meanDifferenceFromReference,
} from './mean-difference.ts';
import { meanLogDeviation } from './mean-log-deviation.ts';
import { inRankOrder, ridits } from './rank-order.ts';
import { simulatedInterval } from './simulated-interval.ts';
import type { Subgroup } from './subgroups.ts';
import { theilIndex } from './theil-index.ts';

/** Under-five deaths per 1,000 births by fifth of wealth, India 1993 (O'Donnell et al 2008, World Bank, table 8.1). */
const india: readonly Subgroup[] = [29_939, 28_776, 26_528, 24_689, 19_739].map((population, i) => ({
  population,
  value: [154.7, 152.9, 119.5, 86.9, 54.3][i] ?? 0,
}));

const simple: readonly Subgroup[] = [
  { population: 1, value: 20, standardError: 1 },
  { population: 1, value: 30, standardError: 1 },
  { population: 2, value: 40, standardError: 1 },
];

const equalGroups = fc
  .tuple(
    fc.double({ min: 0.1, max: 1_000, noNaN: true }),
    fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 3 }),
  )
  .map(([value, populations]) => populations.map((population) => ({ population, value })));

describe('measures over unordered groups', () => {
  test('by hand: figures 20, 30, 40 for shares of a quarter, a quarter, a half have mean 32.5', () => {
    expect(betweenGroupVariance(simple).value).toBeCloseTo((156.25 + 6.25 + 2 * 56.25) / 4, 12);
    expect(betweenGroupStandardDeviation(simple).value).toBeCloseTo(Math.sqrt(68.75), 12);
    expect(coefficientOfVariation(simple)).toBeCloseTo((100 * Math.sqrt(68.75)) / 32.5, 12);
    expect(meanDifferenceFromMean(simple)).toBeCloseTo((12.5 + 2.5 + 2 * 7.5) / 4, 12);
    expect(meanDifferenceFromMean(simple, 'groups')).toBeCloseTo((12.5 + 2.5 + 7.5) / 3, 12);
    expect(meanDifferenceFromBest(simple, 'highest')).toBeCloseTo((20 + 10) / 4, 12);
    expect(meanDifferenceFromBest(simple, 'lowest')).toBeCloseTo((10 + 2 * 20) / 4, 12);
    expect(meanDifferenceFromReference(simple, 1)).toBeCloseTo((10 + 2 * 10) / 4, 12);
    expect(indexOfDisparity(simple)).toBeCloseTo((100 * 7.5) / 32.5, 12);
  });

  test('are all zero when all groups are equal', () => {
    fc.assert(
      fc.property(equalGroups, (groups) => {
        expect(indexOfDisparity(groups)).toBeCloseTo(0, 8);
        expect(indexOfDisparity(groups, 'groups')).toBeCloseTo(0, 8);
        expect(betweenGroupVariance(groups).value).toBeCloseTo(0, 8);
        expect(theilIndex(groups).value).toBeCloseTo(0, 8);
        expect(meanLogDeviation(groups).value).toBeCloseTo(0, 8);
        expect(attributableRisk(groups, { better: 'higher', per: 1_000 }).risk.value).toBeCloseTo(0, 8);
      }),
    );
  });

  test('Theil and mean log deviation do not depend on the unit', () => {
    const inOther = simple.map((group) => ({ ...group, value: group.value / 100, standardError: 0.01 }));
    expect(theilIndex(inOther).value).toBeCloseTo(theilIndex(simple).value, 10);
    expect(theilIndex(inOther).upper).toBeCloseTo(theilIndex(simple).upper ?? 0, 10);
    expect(meanLogDeviation(inOther).lower).toBeCloseTo(meanLogDeviation(simple).lower ?? 0, 10);
  });

  test("population attributable fraction is Levin's p (RR - 1) / (1 + p (RR - 1)) for two kinds of people", () => {
    // A quarter unexposed at 10%, three quarters exposed at 30%: RR 3, p 0.75.
    const groups = [
      { population: 25, value: 10 },
      { population: 50, value: 30 },
      { population: 25, value: 30 },
    ];
    const { fraction, risk } = attributableRisk(groups, { better: 'lower' });
    expect(fraction.value).toBeCloseTo((-100 * 0.75 * 2) / (1 + 0.75 * 2), 12);
    expect(risk.value).toBeCloseTo(-15, 12);
  });

  test('attributable risk is never the wrong way', () => {
    expect(attributableRisk(simple, { better: 'higher', reference: 0 }).risk.value).toBe(0);
    expect(attributableRisk(simple, { better: 'lower', reference: 2 }).risk.value).toBe(0);
  });

  test('an interval by simulation is the same every time, and close to the delta method far from zero', () => {
    const measure = (groups: readonly Subgroup[]): number => betweenGroupStandardDeviation(groups).value;
    const drawn = simulatedInterval(simple, measure, { random: seededRandom(3), draws: 20_000 });
    const { lower = 0, upper = 0 } = betweenGroupStandardDeviation(simple);
    expect(drawn?.lower).toBeCloseTo(lower, 1);
    expect(drawn?.upper).toBeCloseTo(upper, 1);
    expect(simulatedInterval(simple, measure, { random: seededRandom(3), draws: 20_000 })).toEqual(drawn);
  });
});

describe('measures over ordered groups', () => {
  test('child deaths in India have a concentration index of -0.1694 (World Bank 2008, table 8.1)', () => {
    expect(relativeConcentrationIndex(india).value).toBeCloseTo(-0.1694, 4);
  });

  test('the relative index is the absolute one over the mean', () => {
    const mean = 32.5;
    expect(relativeConcentrationIndex(simple).value).toBeCloseTo(
      absoluteConcentrationIndex(simple).value / mean,
      12,
    );
  });

  test('corrections for bounded figures follow Wagstaff and Erreygers', () => {
    const bounded = { lowest: 0, highest: 100 };
    const plain = relativeConcentrationIndex(simple, { bounded }).value;
    expect(
      relativeConcentrationIndex(simple, { bounded: { ...bounded, correction: 'wagstaff' } }).value,
    ).toBeCloseTo(plain / (1 - 0.325), 12);
    expect(
      relativeConcentrationIndex(simple, { bounded: { ...bounded, correction: 'erreygers' } }).value,
    ).toBeCloseTo(4 * 0.325 * plain, 12);
  });

  test('concentration and slope indices change sign when the order is reversed', () => {
    const counts = [20, 30, 45, 50, 70].map((numerator, i) => ({ numerator, denominator: 100 + i }));
    expect(logisticSlopeIndex(counts.toReversed()).slope.value).toBeCloseTo(
      -logisticSlopeIndex(counts).slope.value,
      6,
    );
    expect(absoluteConcentrationIndex(simple.toReversed()).value).toBeCloseTo(
      -absoluteConcentrationIndex(simple).value,
      12,
    );
    expect(linearSlopeIndex(simple.toReversed()).slope.value).toBeCloseTo(
      -linearSlopeIndex(simple).slope.value,
      10,
    );
  });

  test('a curve through groups that lie on it predicts their ends', () => {
    const ranks = [0.125, 0.375, 0.625, 0.875];
    const counts = ranks.map((rank) => ({ numerator: 1e9 / (1 + Math.exp(1 - 2 * rank)), denominator: 1e9 }));
    const [first, last] = [1 / (1 + Math.exp(1)), 1 / (1 + Math.exp(-1))];
    expect(logisticSlopeIndex(counts).slope.value).toBeCloseTo(last - first, 6);
    expect(logisticSlopeIndex(counts).ratio.value).toBeCloseTo(last / first, 6);
  });

  test('ranks are middles of shares, and must run without gap', () => {
    expect(ridits([100, 300])).toEqual([0.125, 0.625]);
    expect(inRankOrder([2, 3, 1], (rank) => rank)).toEqual([1, 2, 3]);
    expect(() => inRankOrder([1, 2, 4], (rank) => rank)).toThrow('inRankOrder requires');
  });
});

describe('gap between the groups that matter', () => {
  test('is the ends of an order, signed by what is good', () => {
    const fifths = [60, 50, 40].map((value) => ({ value }));
    expect(gapBetweenEnds(fifths, { ordered: true }).difference.value).toBe(-20);
    expect(gapBetweenEnds(fifths, { ordered: true, better: 'lower' }).difference.value).toBe(20);
  });

  test('is highest less lowest without an order, or against the reference', () => {
    const groups = [30, 20, 50].map((value) => ({ value }));
    expect(gapBetweenEnds(groups).difference.value).toBe(30);
    expect(gapBetweenEnds(groups, { reference: 0 }).difference.value).toBe(10);
    expect(gapBetweenEnds(groups, { reference: 0, better: 'lower' }).difference.value).toBe(20);
  });

  test('has no ratio where a figure is zero', () => {
    expect(gapBetweenEnds([{ value: 0 }, { value: 5 }])).toEqual({ difference: { value: 5 } });
  });
});
