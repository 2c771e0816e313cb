import { describe, expect, test } from 'vitest';
import { attributableRisk } from './attributable-risk.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { betweenGroupVariance } from './between-group-variance.ts';
import { byarLimits } from './byar.ts';
import { chiSquareQuantile } from './chi-square.ts';
import { absoluteConcentrationIndex } from './concentration-index.ts';
import { checkedLevels } from './confidence.ts';
import { coverage } from './coverage.ts';
import { differenceOf } from './difference.ts';
import { directlyStandardisedRate } from './directly-standardised-rate.ts';
import { expectedForFunnel, funnelAverage, proportionFunnelLimits } from './funnel-limits.ts';
import { countFunnelSignificance } from './funnel-significance.ts';
import { gapBetweenEnds } from './gap-between-ends.ts';
import { gapFromAverage } from './gap-from-average.ts';
import { indexOfDisparity } from './index-of-disparity.ts';
import { indirectlyStandardisedRatio } from './indirectly-standardised-ratio.ts';
import { countsRoundingTo } from './least-favourable.ts';
import { lifeExpectancy, lifeTableAges } from './life-expectancy.ts';
import { logisticSlopeIndex } from './logistic-slope-index.ts';
import { mean } from './mean.ts';
import { normalQuantile } from './normal.ts';
import { oneSampleScoreTest } from './one-sample-score-test.ts';
import { peopleBehindGap } from './people-behind-gap.ts';
import { proportion } from './proportion.ts';
import { quantileGroups } from './quantile-groups.ts';
import { rate } from './rate.ts';
import { rateTest } from './rate-test.ts';
import { ratioOfProportions } from './ratio.ts';
import { recentTrendOfCounts } from './recent-trend.ts';
import { scoreTest } from './score-test.ts';
import { slopeIndex } from './slope-index.ts';
import { theilIndex } from './theil-index.ts';
import { unknownBounds } from './unknown-bounds.ts';
import { standardErrorFromLimits } from './value-scale.ts';
import { xmrChart } from './xmr-chart.ts';

const counts = { numerator: 5, denominator: 10 };
const stratum = { count: 10, population: 100, standardPopulation: 1 };
const groups = [10, 20, 30].map((value) => ({ population: 5, value }));
const ordered = [10, 20, 30, 40, 50].map((value) => ({ population: 5, value, standardError: 1 }));
const bands = lifeTableAges.map((start) => ({ start, population: 1_000, deaths: 10 }));
const reference = { count: 1, population: 1, referenceCount: 1, referencePopulation: 1 };
const nobody = groups.map((group) => ({ ...group, population: 0 }));

/** What is impossible, and the function that must say so. */
const refusals: readonly (readonly [string, string, () => unknown])[] = [
  ['proportion', 'a negative numerator', () => proportion(-1, 10)],
  ['proportion', 'a numerator above its denominator', () => proportion(11, 10)],
  ['proportion', 'nobody', () => proportion(0, 0)],
  ['proportion', 'an endless denominator', () => proportion(1, Infinity)],
  ['proportion', 'no number', () => proportion(Number.NaN, 10)],
  ['proportion', 'a confidence of 50%', () => proportion(1, 10, 0.5)],
  ['proportion', 'a confidence in percent', () => proportion(1, 10, 95)],
  ['oneSampleScoreTest', 'a target in percent', () => oneSampleScoreTest(counts, 95)],
  ['oneSampleScoreTest', 'nobody', () => oneSampleScoreTest({ numerator: 0, denominator: 0 }, 0.5)],
  ['rate', 'a negative count', () => rate(-1, 10)],
  ['rate', 'nobody', () => rate(1, 0)],
  ['rate', 'no number', () => rate(1, Number.NaN)],
  ['rate', 'a negative multiplier', () => rate(1, 10, { multiplier: -1 })],
  ['byarLimits', 'a negative count', () => byarLimits(-1)],
  ['normalQuantile', 'a probability of 1', () => normalQuantile(1)],
  ['chiSquareQuantile', 'no degrees of freedom', () => chiSquareQuantile(0.5, 0)],
  ['mean', 'no values', () => mean([])],
  ['mean', 'no number', () => mean([1, Number.NaN])],
  ['checkedLevels', 'two levels that nobody publishes', () => checkedLevels([0.9, 0.99], 'checkedLevels')],
  ['directlyStandardisedRate', 'no strata', () => directlyStandardisedRate([])],
  ['directlyStandardisedRate', 'nobody', () => directlyStandardisedRate([{ ...stratum, population: 0 }])],
  [
    'directlyStandardisedRate',
    'no standard',
    () => directlyStandardisedRate([{ ...stratum, standardPopulation: 0 }]),
  ],
  [
    'directlyStandardisedRate',
    'a negative count',
    () => directlyStandardisedRate([{ ...stratum, count: -1 }]),
  ],
  [
    'directlyStandardisedRate',
    'a multiplier of zero',
    () => directlyStandardisedRate([stratum], { multiplier: 0 }),
  ],
  [
    'indirectlyStandardisedRatio',
    'nothing expected',
    () => indirectlyStandardisedRatio([{ ...reference, referenceCount: 0 }]),
  ],
  [
    'indirectlyStandardisedRatio',
    'a negative count',
    () => indirectlyStandardisedRatio([{ ...reference, count: -1 }]),
  ],
  ['lifeExpectancy', 'a missing band', () => lifeExpectancy(bands.slice(1))],
  [
    'lifeExpectancy',
    'more deaths than people',
    () => lifeExpectancy(bands.map((band) => ({ ...band, deaths: 1_001 }))),
  ],
  [
    'lifeExpectancy',
    'no deaths in the last band',
    () => lifeExpectancy(bands.map((band) => ({ ...band, deaths: 0 }))),
  ],
  [
    'lifeExpectancy',
    'too few people',
    () => lifeExpectancy(bands.map((band) => ({ ...band, population: 250 }))),
  ],
  ['proportionFunnelLimits', 'an average above 1', () => proportionFunnelLimits(1.1, 10)],
  ['expectedForFunnel', 'no events', () => expectedForFunnel(0)],
  ['funnelAverage', 'a missing denominator', () => funnelAverage([1, 2], [3])],
  ['countFunnelSignificance', 'nothing expected', () => countFunnelSignificance(1, 0)],
  ['slopeIndex', 'four groups', () => slopeIndex(ordered.slice(1))],
  ['slopeIndex', 'nobody', () => slopeIndex(ordered.map((group) => ({ ...group, population: 0 })))],
  ['slopeIndex', 'a proportion above 1', () => slopeIndex(ordered, { scale: 'proportion' })],
  [
    'slopeIndex',
    'a negative standard error',
    () => slopeIndex(ordered.map((group) => ({ ...group, standardError: -1 }))),
  ],
  ['slopeIndex', 'a dozen draws', () => slopeIndex(ordered, { draws: 12 })],
  ['standardErrorFromLimits', 'limits out of order', () => standardErrorFromLimits({ lower: 2, upper: 1 })],
  ['quantileGroups', 'no groups', () => quantileGroups([1], 0)],
  ['quantileGroups', 'no number', () => quantileGroups([Number.NaN], 1)],
  ['betweenGroupVariance', 'two groups', () => betweenGroupVariance(groups.slice(1))],
  ['betweenGroupVariance', 'nobody', () => betweenGroupVariance(nobody)],
  [
    'indexOfDisparity',
    'no number',
    () => indexOfDisparity(groups.map((group) => ({ ...group, value: Number.NaN }))),
  ],
  [
    'indexOfDisparity',
    'a mean of zero',
    () => indexOfDisparity(groups.map((group) => ({ ...group, value: 0 }))),
  ],
  ['theilIndex', 'a negative figure', () => theilIndex(groups.map((group) => ({ ...group, value: -1 })))],
  ['absoluteConcentrationIndex', 'two groups', () => absoluteConcentrationIndex(groups.slice(1))],
  [
    'attributableRisk',
    'a figure above its scale',
    () => attributableRisk(groups, { better: 'higher', per: 1 }),
  ],
  [
    'logisticSlopeIndex',
    'everybody',
    () => logisticSlopeIndex([1, 2, 3].map((n) => ({ numerator: n, denominator: n }))),
  ],
  ['gapBetweenEnds', 'one group', () => gapBetweenEnds([{ value: 1 }])],
  [
    'scoreTest',
    'a numerator above its denominator',
    () => scoreTest({ numerator: 11, denominator: 10 }, counts),
  ],
  ['rateTest', 'nobody', () => rateTest(counts, { numerator: 1, denominator: 0 })],
  ['benjaminiHochberg', 'a p-value above 1', () => benjaminiHochberg([1.1])],
  ['countsRoundingTo', 'a count that is not rounded', () => countsRoundingTo(7)],
  [
    'differenceOf',
    'a figure outside its limits',
    () => differenceOf({ value: 3, lower: 1, upper: 2 }, proportion(1, 2)),
  ],
  ['ratioOfProportions', 'nobody', () => ratioOfProportions(counts, { numerator: 0, denominator: 0 })],
  ['gapFromAverage', 'a share above 1', () => gapFromAverage({ value: 0, lower: 0, upper: 0 }, 2)],
  [
    'peopleBehindGap',
    'negative people',
    () => peopleBehindGap({ value: 0, lower: 0, upper: 0 }, { people: -1, better: 'higher' }),
  ],
  ['unknownBounds', 'nobody', () => unknownBounds({ numerator: 0, denominator: 0 }, counts)],
  ['coverage', 'more people than there are', () => coverage(2, 1)],
  [
    'recentTrendOfCounts',
    'two points of one time',
    () => recentTrendOfCounts([1, 1].map((time) => ({ time, ...counts }))),
  ],
  [
    'xmrChart',
    'two points of one date',
    () => xmrChart([1, 2].map((value) => ({ date: '2024-01-01', value }))),
  ],
  [
    'xmrChart',
    'a baseline of eleven',
    () => xmrChart([{ date: '2024-01-01', value: 1 }], { baselinePoints: 11 }),
  ],
];

describe('impossible input', () => {
  test.each(refusals)('%s refuses %s', (name, _what, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(new RegExp(`^${name} requires `));
  });
});
