import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { attributableRisk } from './attributable-risk.ts';
import { betweenGroupStandardDeviation, betweenGroupVariance } from './between-group-variance.ts';
import { coefficientOfVariation } from './coefficient-of-variation.ts';
import {
  absoluteConcentrationIndex,
  relativeConcentrationIndex,
  withinBounds,
} from './concentration-index.ts';
import { coverage } from './coverage.ts';
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
import { inRankOrder, ridits, withRidits } from './rank-order.ts';
import { deltaError, robustCovariance, solveLine } from './rank-regression.ts';
import { simulatedInterval } from './simulated-interval.ts';
import { slopeIndex } from './slope-index.ts';
import { simulatedSlopes } from './slope-index-simulation.ts';
import { composition, type Subgroup, sumOf, withPeople } from './subgroups.ts';
import { theilIndex } from './theil-index.ts';
import { standardErrorFromLimits } from './value-scale.ts';
import { covariance, weightedLine, weightedSum } from './weighted-line.ts';

type Group = Subgroup & { readonly standardError: number };
type Measure = (groups: readonly Group[]) => unknown;

const group: fc.Arbitrary<Group> = fc.record({
  population: fc.integer({ min: 1, max: 9_000 }),
  value: fc.integer({ min: 1, max: 990 }).map((tenths) => tenths / 10),
  standardError: fc.integer({ min: 1, max: 90 }).map((tenths) => tenths / 10),
});
const groups = fc.array(group, { minLength: 3, maxLength: 9 });

const countsOf = (given: readonly Group[]) =>
  given.map(({ population, value }) => ({ numerator: (population * value) / 100, denominator: population }));

const random = () => seededRandom(11);
const drawn = (measure: (given: readonly Subgroup[]) => number) => (given: readonly Group[]) =>
  simulatedInterval(given, measure, { random: random(), draws: 100, bounds: { lower: 0, upper: 100 } });

/** No curve fits every set of groups; where none fits these, none fits them with nobody beside them. */
function fitted(given: readonly Group[]): unknown {
  try {
    return logisticSlopeIndex(countsOf(given));
  } catch (error) {
    if (error instanceof RangeError && error.message.startsWith('logisticSlopeIndex requires'))
      return error.message;
    throw error;
  }
}

/** Measures that do not look at the order of groups. */
const unordered: Readonly<Record<string, Measure>> = {
  betweenGroupVariance: (given) => betweenGroupVariance(given),
  betweenGroupStandardDeviation: (given) => betweenGroupStandardDeviation(given),
  coefficientOfVariation: (given) => coefficientOfVariation(given),
  meanDifferenceFromMean: (given) => meanDifferenceFromMean(given),
  'meanDifferenceFromMean of groups alike': (given) => meanDifferenceFromMean(given, 'groups'),
  meanDifferenceFromBest: (given) => meanDifferenceFromBest(given, 'highest'),
  'meanDifferenceFromBest of groups alike': (given) => meanDifferenceFromBest(given, 'lowest', 'groups'),
  indexOfDisparity: (given) => indexOfDisparity(given),
  'indexOfDisparity of groups alike': (given) => indexOfDisparity(given, 'groups'),
  theilIndex: (given) => theilIndex(given),
  meanLogDeviation: (given) => meanLogDeviation(given),
  'attributableRisk, high is good': (given) => attributableRisk(given, { better: 'higher' }),
  'attributableRisk, low is good': (given) => attributableRisk(given, { better: 'lower' }),
  'composition, its mean': (given) => composition(given, 'composition').mean,
  'gapBetweenEnds, difference': (given) => gapBetweenEnds(given).difference.value,
};

/** Measures over groups in order, and over a reference named by its place; an empty group comes after all others. */
const ordered: Readonly<Record<string, Measure>> = {
  absoluteConcentrationIndex: (given) => absoluteConcentrationIndex(given),
  relativeConcentrationIndex: (given) => relativeConcentrationIndex(given),
  linearSlopeIndex: (given) => linearSlopeIndex(given),
  logisticSlopeIndex: (given) => fitted(given),
  'gapBetweenEnds in order': (given) => gapBetweenEnds(given, { ordered: true }),
  'gapBetweenEnds against a reference': (given) => gapBetweenEnds(given, { reference: 1 }),
  meanDifferenceFromReference: (given) => meanDifferenceFromReference(given, 1),
  'meanDifferenceFromReference of groups alike': (given) => meanDifferenceFromReference(given, 1, 'groups'),
  'attributableRisk against a reference': (given) =>
    attributableRisk(given, { better: 'higher', reference: 0 }),
  'simulatedInterval of a mean difference': drawn((given) => meanDifferenceFromMean(given)),
  'simulatedInterval of an index': drawn((given) => indexOfDisparity(given, 'groups')),
};

/** Numbers of a result, in one list. */
function numbersIn(result: unknown): number[] {
  if (typeof result === 'number') return [result];
  return result !== null && typeof result === 'object' ? Object.values(result).flatMap(numbersIn) : [];
}

function expectAlike(found: unknown, wanted: unknown): void {
  if (typeof wanted === 'string') expect(found).toBe(wanted);
  const [own, other] = [numbersIn(found), numbersIn(wanted)];
  expect(own.length).toBe(other.length);
  own.forEach((x, i) => {
    const y = other[i] as number;
    expect(Math.abs(x - y)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(x), Math.abs(y)));
  });
}

describe('a group with nobody in it changes no figure', () => {
  const emptyGroup = fc.record({
    population: fc.constant(0),
    value: fc.integer({ min: 0, max: 100 }),
    standardError: fc.integer({ min: 0, max: 30 }),
  });

  test.each(Object.entries(unordered))('%s, wherever it stands', (_name, measure) => {
    fc.assert(
      fc.property(groups, emptyGroup, fc.nat(), (given, nobody, place) => {
        expectAlike(measure(given.toSpliced(place % (given.length + 1), 0, nobody)), measure(given));
      }),
    );
  });

  test.each(Object.entries(ordered))('%s', (_name, measure) => {
    fc.assert(
      fc.property(groups, emptyGroup, (given, nobody) => {
        expectAlike(measure([...given, nobody]), measure(given));
      }),
    );
  });

  test('wherever it stands in an order', () => {
    fc.assert(
      fc.property(groups, emptyGroup, fc.nat(), (given, nobody, place) => {
        const more = given.toSpliced(place % (given.length + 1), 0, nobody);
        expectAlike(linearSlopeIndex(more), linearSlopeIndex(given));
        expectAlike(fitted(more), fitted(given));
        expectAlike(absoluteConcentrationIndex(more), absoluteConcentrationIndex(given));
        expectAlike(gapBetweenEnds(more, { ordered: true }), gapBetweenEnds(given, { ordered: true }));
        expect(withPeople(more, 'withPeople')).toEqual(given);
      }),
    );
  });

  test('and counts as no group where three are needed', () => {
    const two = [10, 20].map((value) => ({ population: 5, value, standardError: 1 }));
    const three = [...two, { population: 0, value: 30, standardError: 1 }];
    expect(() => betweenGroupVariance(three)).toThrow(
      'betweenGroupVariance requires at least 3 groups with people',
    );
    expect(() => linearSlopeIndex(three)).toThrow('linearSlopeIndex requires at least 3 groups with people');
    expect(() => logisticSlopeIndex(countsOf(three))).toThrow(
      'logisticSlopeIndex requires at least 3 groups',
    );
  });

  test('by hand: 0 of 0 before 38 of 150, 25 of 80, 56 of 120, 52 of 90', () => {
    const counts = [
      { numerator: 0, denominator: 0 },
      { numerator: 38, denominator: 150 },
      { numerator: 25, denominator: 80 },
      { numerator: 56, denominator: 120 },
      { numerator: 52, denominator: 90 },
    ];
    const { value, lower, upper } = logisticSlopeIndex(counts).slope;
    expect([value, lower, upper].map((x) => ((x ?? 0) * 100).toFixed(4))).toEqual([
      '43.6188',
      '39.3075',
      '47.9301',
    ]);
    const figures = [12, 25, 31, 47, 58].map((figure, i) => ({
      value: figure,
      population: counts[i]?.denominator ?? 0,
    }));
    const line = linearSlopeIndex(figures).slope;
    expect([line.value, line.lower, line.upper].map((x) => (x ?? 0).toFixed(4))).toEqual([
      '46.2201',
      '39.6916',
      '52.7485',
    ]);
  });
});

describe('measures over unordered groups', () => {
  test.each(Object.entries(unordered))('%s is the same in any order', (_name, measure) => {
    fc.assert(
      fc.property(groups, fc.nat(), (given, turn) => {
        const at = turn % given.length;
        expectAlike(measure([...given.slice(at), ...given.slice(0, at)]), measure(given));
      }),
    );
  });

  test('are the same where every group has so many times the people', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 2, max: 9 }), (given, times) => {
        const more = given.map((one) => ({ ...one, population: one.population * times }));
        expectAlike(betweenGroupVariance(more), betweenGroupVariance(given));
        expectAlike(theilIndex(more), theilIndex(given));
        expectAlike(meanLogDeviation(more), meanLogDeviation(given));
        expectAlike(indexOfDisparity(more), indexOfDisparity(given));
        expectAlike(meanDifferenceFromMean(more), meanDifferenceFromMean(given));
      }),
    );
  });

  test('follow the unit of figures, or do not depend on it', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 2, max: 9 }), (given, times) => {
        const inOther = given.map(({ population, value, standardError }) => ({
          population,
          value: value * times,
          standardError: standardError * times,
        }));
        expectAlike(betweenGroupVariance(inOther).value, betweenGroupVariance(given).value * times * times);
        expectAlike(
          betweenGroupStandardDeviation(inOther).value,
          betweenGroupStandardDeviation(given).value * times,
        );
        expectAlike(meanDifferenceFromMean(inOther), meanDifferenceFromMean(given) * times);
        expectAlike(coefficientOfVariation(inOther), coefficientOfVariation(given));
        expectAlike(indexOfDisparity(inOther), indexOfDisparity(given));
        expectAlike(theilIndex(inOther), theilIndex(given));
        expectAlike(meanLogDeviation(inOther), meanLogDeviation(given));
      }),
    );
  });

  test('have an index and no limits where a figure is zero', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const withZero = [...given, { population: 50, value: 0, standardError: 2 }];
        for (const index of [theilIndex(withZero), meanLogDeviation(withZero)]) {
          expect(index.value).toBeGreaterThan(0);
          expect(index).not.toHaveProperty('lower');
        }
      }),
    );
  });

  test('no drawn interval leaves out the measure it is of', () => {
    const equal = [1, 2, 3].map((population) => ({ population, value: 30, standardError: 2 }));
    expect(drawn((given) => indexOfDisparity(given))(equal)).toBeUndefined();
  });
});

describe('measures over ordered groups', () => {
  test('change sign when the order is reversed', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const reversed = given.toReversed();
        expectAlike(absoluteConcentrationIndex(reversed).value, -absoluteConcentrationIndex(given).value);
        expectAlike(relativeConcentrationIndex(reversed).value, -relativeConcentrationIndex(given).value);
        expectAlike(linearSlopeIndex(reversed).slope.value, -linearSlopeIndex(given).slope.value);
      }),
    );
  });

  test('follow a straight line through all groups exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 5, maxLength: 10 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        (populations, first, rise) => {
          const ranks = ridits(populations);
          const onLine = populations.map((population, i) => ({
            population,
            value: first + rise * (ranks[i] as number),
            standardError: 0.5,
          }));
          expect(linearSlopeIndex(onLine).slope.value).toBeCloseTo(rise, 6);
          expect(slopeIndex(onLine).slope.value).toBeCloseTo(rise, 6);
          expect(slopeIndex(onLine).ratio?.value).toBeCloseTo((first + rise) / first, 6);
        },
      ),
    );
  });

  test('within bounds, figures run from 0 to 1', () => {
    fc.assert(
      fc.property(groups, (given) => {
        for (const { value } of withinBounds(given, { lowest: 0, highest: 100 })) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('rank order and ridits rise, and lie within 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 9 }),
        (populations) => {
          const ranks = ridits(populations);
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
          expect(ranks.every((rank) => rank > 0 && rank < 1)).toBe(true);
          const groups = populations.map((population) => ({ population }));
          expect(withRidits(groups).map(({ ridit }) => ridit)).toEqual(ranks);
          const places = populations.map((_n, i) => populations.length - i);
          expect(inRankOrder(places, (place) => place)).toEqual(places.toReversed());
        },
      ),
    );
  });

  test('a line found by its coefficients is the line found by its normal equations', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const populations = given.map(({ population }) => population);
        const values = given.map(({ value }) => value);
        const errors = given.map(({ standardError }) => standardError);
        const ranks = ridits(populations);
        const fit = weightedLine(populations);
        const solved = solveLine(
          given.map(({ population, value }, i) => ({
            rank: ranks[i] as number,
            information: population,
            score: population * value,
          })),
          'solveLine',
        );
        expectAlike(weightedSum(fit.slope, values), solved.slope);
        expectAlike(weightedSum(fit.intercept, values), solved.intercept);
        expect(covariance(fit.slope, fit.slope, errors)).toBeGreaterThan(0);
        expectAlike(
          covariance(fit.slope, fit.intercept, errors),
          covariance(fit.intercept, fit.slope, errors),
        );
        expectAlike(
          sumOf(fit.slope, (c) => c),
          0,
        );
      }),
    );
  });

  test('a covariance of scores is no less than zero whichever way it is read', () => {
    const direction = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(groups, direction, (given, [u, v]) => {
        const ranks = ridits(given.map(({ population }) => population));
        const found = robustCovariance(
          given.map(({ population, value }, i) => ({
            rank: ranks[i] as number,
            information: population,
            score: value - 50,
          })),
          'robustCovariance',
        );
        expect(deltaError(found, [u, v])).toBeGreaterThanOrEqual(0);
        expectAlike(deltaError(found, [2 * u, 2 * v]), 2 * deltaError(found, [u, v]));
      }),
    );
  });

  test('slopes drawn without errors are all the slope itself', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const certain = given.map((one) => ({ ...one, standardError: 0 }));
        const fit = weightedLine(given.map(({ population }) => population));
        const own = weightedSum(
          fit.slope,
          given.map(({ value }) => value),
        );
        const { slopes } = simulatedSlopes(certain, fit, {
          scale: 'rate',
          draws: 3,
          random: random(),
          multiplier: 1,
        });
        for (const slope of slopes) expect(slope).toBeCloseTo(own, 6);
      }),
    );
  });

  test('a standard error read off an interval is the one it was made of', () => {
    fc.assert(
      fc.property(group, ({ value, standardError }) => {
        const reach = 1.959963984540054 * standardError;
        expectAlike(standardErrorFromLimits({ lower: value - reach, upper: value + reach }), standardError);
        const times = Math.exp(reach / 10);
        expectAlike(
          standardErrorFromLimits({ lower: value / times, upper: value * times }, 'rate'),
          standardError / 10,
        );
      }),
    );
  });
});

describe('gap between ends, where groups lack a figure', () => {
  const withMissing = [
    { standardError: 3, population: 10 },
    { value: 25, standardError: 4, population: 20 },
    { value: 35, standardError: 5, population: 30 },
    { value: 45, standardError: 6, population: 40 },
  ];

  test('compares those that have one, and says how many people they are', () => {
    const { difference, ratio, coverage: covered } = gapBetweenEnds(withMissing);
    const shown = (found: typeof difference | undefined) =>
      [found?.value, found?.lower, found?.upper].map((x) => (x ?? 0).toFixed(4));
    expect(shown(difference)).toEqual(['20.0000', '5.8665', '34.1335']);
    expect(ratio?.value).toBe(1.8);
    expect(ratio?.lower).toBeCloseTo(1.1967, 4);
    expect(ratio?.upper).toBeCloseTo(2.7075, 3);
    expect(covered).toEqual({ people: 90, share: 0.9, enough: true });
  });

  test('is that of the groups with a figure alone, however many lack one', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 900 }), (given, lacking) => {
        const found = gapBetweenEnds([...given, { population: lacking, standardError: 1 }]);
        const whole = sumOf([...given.map(({ population }) => population), lacking], (n) => n);
        expect(found.difference).toEqual(gapBetweenEnds(given).difference);
        expect(found.ratio).toEqual(gapBetweenEnds(given).ratio);
        expect(found.coverage).toEqual(coverage(whole - lacking, whole));
      }),
    );
  });

  test('is refused for one group with a figure, and against a reference without one', () => {
    expect(() => gapBetweenEnds([{ value: 5 }, {}])).toThrow(
      'gapBetweenEnds requires at least two groups with a figure',
    );
    expect(() => gapBetweenEnds(withMissing, { reference: 0 })).toThrow(
      'gapBetweenEnds requires a reference among the groups, with a figure',
    );
  });

  test('of a figure of zero has a difference and no ratio', () => {
    const found = gapBetweenEnds([
      { value: 0, standardError: 1 },
      { value: 5, standardError: 1 },
    ]);
    expect(found.difference.value).toBe(5);
    expect(found).not.toHaveProperty('ratio');
  });
});
