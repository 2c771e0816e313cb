import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributableRisk } from './attributable-risk.ts';
import { betweenGroupStandardDeviation, betweenGroupVariance } from './between-group-variance.ts';
import { absoluteConcentrationIndex, relativeConcentrationIndex } from './concentration-index.ts';
import type { Counts } from './counts.ts';
import { directlyStandardisedRate } from './directly-standardised-rate.ts';
import { indexOfDisparity } from './index-of-disparity.ts';
import { linearSlopeIndex } from './linear-slope-index.ts';
import { logisticSlopeIndex } from './logistic-slope-index.ts';
import { mean } from './mean.ts';
import { meanLogDeviation } from './mean-log-deviation.ts';
import { oneSampleScoreTest } from './one-sample-score-test.ts';
import { proportion } from './proportion.ts';
import { rate } from './rate.ts';
import { rateTest } from './rate-test.ts';
import { ratioOfProportions, ratioOfRates } from './ratio.ts';
import { recentTrendOfCounts } from './recent-trend.ts';
import { scoreTest } from './score-test.ts';
import { slopeIndex } from './slope-index.ts';
import { theilIndex } from './theil-index.ts';
import { unknownBounds } from './unknown-bounds.ts';

/** Every kind of number a file may hold: ordinary, negative, tiny, large, none at all. */
const anything = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: 0, max: 2_000 }) },
  { weight: 10, arbitrary: fc.double({ min: 0, max: 1_000, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, Number.NaN, Infinity, -Infinity, 1e-9, 1e9) },
  // What no count is: sums and squares of these outgrow, or vanish from, what a number can hold.
  { weight: 1, arbitrary: fc.constantFrom(5e-324, 1e-300, 1e300) },
);

type Drawn = readonly { readonly a: number; readonly b: number; readonly c: number }[];

const counts = (drawn: Drawn): Counts[] => drawn.map(({ a, b }) => ({ numerator: a, denominator: b }));

/** Counts that are a part of their whole, so that proportions are not all refused. */
const parts = (drawn: Drawn): Counts[] => drawn.map(({ a, b }) => ({ numerator: a, denominator: a + b }));

const groups = (drawn: Drawn) => drawn.map(({ a, b, c }) => ({ population: b, value: a, standardError: c }));

/** Of logs: a hundredth is an ordinary error, ten an enormous one. */
const logGroups = (drawn: Drawn) =>
  groups(drawn).map((group) => ({ ...group, standardError: group.standardError / 1_000 }));

const pair = (given: readonly Counts[], work: (a: Counts, b: Counts) => unknown): unknown => {
  const [a, b] = given;
  return a && b && work(a, b);
};

const functions: Readonly<Record<string, (drawn: Drawn) => unknown>> = {
  proportion: (drawn) => parts(drawn).map(({ numerator, denominator }) => proportion(numerator, denominator)),
  rate: (drawn) => counts(drawn).map(({ numerator, denominator }) => rate(numerator, denominator)),
  mean: (drawn) => mean(drawn.map(({ a }) => a)),
  directlyStandardisedRate: (drawn) =>
    directlyStandardisedRate(
      drawn.map(({ a, b, c }) => ({ count: a, population: b, standardPopulation: c })),
    ),
  slopeIndex: (drawn) => slopeIndex(groups(drawn)),
  'slopeIndex of rates': (drawn) => slopeIndex(logGroups(drawn), { scale: 'rate', draws: 1_000 }),
  'slopeIndex of logs': (drawn) => slopeIndex(logGroups(drawn), { scale: 'rate', transform: true }),
  linearSlopeIndex: (drawn) => linearSlopeIndex(groups(drawn)),
  logisticSlopeIndex: (drawn) => logisticSlopeIndex(parts(drawn)),
  absoluteConcentrationIndex: (drawn) => absoluteConcentrationIndex(groups(drawn)),
  relativeConcentrationIndex: (drawn) => relativeConcentrationIndex(groups(drawn)),
  betweenGroupVariance: (drawn) => betweenGroupVariance(groups(drawn)),
  betweenGroupStandardDeviation: (drawn) => betweenGroupStandardDeviation(groups(drawn)),
  indexOfDisparity: (drawn) => indexOfDisparity(groups(drawn)),
  theilIndex: (drawn) => theilIndex(groups(drawn)),
  meanLogDeviation: (drawn) => meanLogDeviation(groups(drawn)),
  attributableRisk: (drawn) => attributableRisk(groups(drawn), { better: 'higher', per: 2_000 }),
  scoreTest: (drawn) => pair(parts(drawn), scoreTest),
  oneSampleScoreTest: (drawn) => parts(drawn).map((part) => oneSampleScoreTest(part, 0.95)),
  rateTest: (drawn) => pair(counts(drawn), rateTest),
  ratioOfProportions: (drawn) => pair(parts(drawn), ratioOfProportions),
  ratioOfRates: (drawn) => pair(counts(drawn), ratioOfRates),
  unknownBounds: (drawn) => pair(parts(drawn), unknownBounds),
  recentTrendOfCounts: (drawn) =>
    recentTrendOfCounts(parts(drawn).map((point, time) => ({ time, ...point }))),
};

/** Every number within a result. */
function numbersIn(result: unknown): number[] {
  if (typeof result === 'number') return [result];
  return result !== null && typeof result === 'object' ? Object.values(result).flatMap(numbersIn) : [];
}

describe('whatever the input, a result is finite numbers or a RangeError', () => {
  const drawn = fc.array(fc.record({ a: anything, b: anything, c: anything }), {
    minLength: 5,
    maxLength: 8,
  });

  test.each(Object.entries(functions))('%s', (_name, work) => {
    let answered = 0;
    fc.assert(
      fc.property(drawn, (rows) => {
        try {
          const numbers = numbersIn(work(rows));
          answered++;
          for (const number of numbers) expect(number).toSatisfy(Number.isFinite);
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
        }
      }),
      { numRuns: 300 },
    );
    // Refusing everything would prove nothing.
    expect(answered).toBeGreaterThan(20);
  });
});
