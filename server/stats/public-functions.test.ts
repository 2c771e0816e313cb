import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, item } from '../lists.ts';
import { exampleFiles } from '../testing-examples.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { chiSquareQuantile, chiSquareUpperTail } from './chi-square.ts';
import { checkedConfidence, checkedLevels, normalDeviate } from './confidence.ts';
import { checkEvents, checkPart } from './counts.ts';
import { europeanStandardPopulation } from './european-standard-population.ts';
import { expectedForFunnel, funnelAverage } from './funnel-limits.ts';
import { countFunnelSignificance, proportionFunnelSignificance } from './funnel-significance.ts';
import { standardisedSums } from './indirectly-standardised-ratio.ts';
import { countsRoundingTo, leastFavourableP, rangeOfRest } from './least-favourable.ts';
import { limitsTest } from './limits-test.ts';
import { median } from './median.ts';
import { normalCdf, normalQuantile, twoSidedP } from './normal.ts';
import { normalRatioQuantile } from './normal-ratio.ts';
import { oneSampleScoreTest } from './one-sample-score-test.ts';
import { orderStatistic } from './order-statistic.ts';
import { proportion } from './proportion.ts';
import { quantileGroups } from './quantile-groups.ts';
import { rateTest } from './rate-test.ts';
import { recentTrendOfCounts, recentTrendOfFigures } from './recent-trend.ts';
import { finite, requirement } from './requirement.ts';
import { scoreTest } from './score-test.ts';
import { simes } from './simes.ts';
import { specialCauses } from './special-causes.ts';
import { studentTQuantile } from './student-t.ts';
import { weightedTrend } from './weighted-trend.ts';
import { xmrChart } from './xmr-chart.ts';

const folder = import.meta.dirname;

const people = fc.integer({ min: 1, max: 9_000 });
const counts = fc
  .tuple(people, fc.integer({ min: 0, max: 100 }))
  .map(([denominator, percent]) => ({ numerator: Math.round((denominator * percent) / 100), denominator }));
/** Above 0 and below 1, evenly. */
const probability = fc.integer({ min: 1, max: 999 }).map((thousandths) => thousandths / 1_000);
const pValues = fc.array(probability, { minLength: 1, maxLength: 30 });
const series = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 5, maxLength: 20 });

describe('every public function', () => {
  const functions = Promise.all(
    exampleFiles(folder).map(async (name) =>
      Object.entries((await import(join(folder, name))) as Record<string, unknown>).flatMap(
        ([known, value]) => (typeof value === 'function' ? [known] : []),
      ),
    ),
  );
  const withProperties = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text.includes('fc.property('))
    .join('\n');

  test('has a property among these tests', async () => {
    const names = (await functions).flat();
    expect(names.length).toBeGreaterThan(80);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\(`).test(withProperties))).toEqual([]);
  });
});

describe('distributions', () => {
  test('a quantile rises with its probability, and is mirrored about the middle', () => {
    fc.assert(
      fc.property(probability, probability, fc.integer({ min: 1, max: 200 }), (p, q, degrees) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)];
        expect(normalQuantile(low)).toBeLessThanOrEqual(normalQuantile(high));
        expect(studentTQuantile(low, degrees)).toBeLessThanOrEqual(studentTQuantile(high, degrees));
        expect(chiSquareQuantile(low, degrees)).toBeLessThanOrEqual(chiSquareQuantile(high, degrees));
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 9);
        expect(studentTQuantile(1 - p, degrees)).toBeCloseTo(-studentTQuantile(p, degrees), 6);
      }),
    );
  });

  test('a probability gives back the quantile it came from', () => {
    fc.assert(
      fc.property(probability, fc.integer({ min: 1, max: 200 }), (p, degrees) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 10);
        expect(twoSidedP(normalQuantile(p))).toBeCloseTo(2 * Math.min(p, 1 - p), 10);
        expect(chiSquareUpperTail(chiSquareQuantile(p, degrees), degrees)).toBeCloseTo(1 - p, 9);
      }),
    );
  });

  test('the ratio of two normal variables rises with its probability, and its middle is the ratio of the means', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9, max: 9 }),
        fc.integer({ min: 10, max: 20 }),
        probability,
        (n, d, p) => {
          const pair = {
            numerator: { mean: n, variance: 1 },
            denominator: { mean: d, variance: 1 },
            covariance: 0,
          };
          expect(normalRatioQuantile(0.5, pair)).toBeCloseTo(n / d, 6);
          expect(normalRatioQuantile(p / 2, pair)).toBeLessThan(normalRatioQuantile((1 + p) / 2, pair));
        },
      ),
    );
  });

  test('a confidence is a normal deviate that rises with it; levels below 90% and from 100% are refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 900, max: 998 }), (thousandths) => {
        const confidence = thousandths / 1_000;
        expect(checkedConfidence(confidence, 'rate')).toBe(confidence);
        expect(checkedLevels([confidence], 'rate')).toEqual([confidence]);
        expect(normalDeviate(confidence, 'rate')).toBeLessThan(normalDeviate(confidence + 0.001, 'rate'));
        for (const slip of [confidence - 0.9, confidence * 100])
          if (slip < 0.9 || slip >= 1)
            expect(() => normalDeviate(slip, 'rate')).toThrow('rate requires a confidence');
      }),
    );
  });

  test('an item of a list is what stands there; beyond its ends there is none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const numbers = Float64Array.from(values);
        for (const [i, value] of values.entries())
          expect([item(values, i), at(numbers, i)]).toEqual([value, value]);
        for (const beyond of [-1, values.length]) {
          expect(() => item(values, beyond)).toThrow(RangeError);
          expect(() => at(numbers, beyond)).toThrow(RangeError);
        }
      }),
    );
  });

  test('an order statistic is the value at its place when sorted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(), (values, drawn) => {
        const place = drawn % values.length;
        expect(orderStatistic(Float64Array.from(values), place)).toBe(
          values.toSorted((a, b) => a - b)[place],
        );
      }),
    );
  });
});

describe('counts and refusals', () => {
  test('a part is taken exactly where it is no more than its whole', () => {
    const any = fc.oneof(fc.integer({ min: -5, max: 30 }), fc.constantFrom(Number.NaN, Infinity));
    fc.assert(
      fc.property(any, any, (numerator, denominator) => {
        const given = { numerator, denominator };
        const isCount = numerator >= 0 && numerator < Infinity && denominator > 0 && denominator < Infinity;
        const refuses = (check: () => void, holds: boolean) =>
          holds ? expect(check()).toBeUndefined() : expect(check).toThrow(/^rate requires /);
        refuses(() => checkEvents(given, 'rate'), isCount);
        refuses(() => checkPart(given, 'rate'), isCount && numerator <= denominator);
      }),
    );
  });

  test('a requirement is silent or names who requires what', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.double(), (holds, value) => {
        const required = () => requirement(holds, 'rate', 'people');
        holds ? expect(required()).toBeUndefined() : expect(required).toThrow('rate requires people');
        const kept = () => finite({ value }, 'rate');
        Number.isFinite(value)
          ? expect(kept()).toEqual({ value })
          : expect(kept).toThrow('rate requires numbers');
      }),
    );
  });

  test('counts that round to a shown one are all within half the base, and the rest holds the true rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 500 }), fc.integer({ min: 3, max: 500 }), (part, others) => {
        const rounded = (n: number) => countsRoundingTo(5 * Math.round(n / 5));
        const { lowest, highest } = rounded(part);
        expect(lowest <= part && part <= highest).toBe(true);
        const rest = rangeOfRest(rounded(part + others), rounded(part));
        expect(rest.lowest <= others && others <= rest.highest).toBe(true);
      }),
    );
  });

  test('events expected add up over strata', () => {
    const stratum = fc.record({
      count: fc.nat(90),
      population: people,
      referenceCount: fc.integer({ min: 1, max: 90 }),
      referencePopulation: people,
    });
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 9 }), stratum, (strata, another) => {
        const expected = (given: typeof strata) => standardisedSums(given, 'standardisedSums').expected;
        expect(expected([...strata, another])).toBeCloseTo(expected(strata) + expected([another]), 6);
      }),
    );
  });
});

describe('the standard population', () => {
  test('adds up to 100,000 however ages are cut into bands', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 12 }), (cuts) => {
        const starts = [0, ...cuts.toSorted((a, b) => a - b)];
        const bands = starts.map((from, i) =>
          europeanStandardPopulation(from, (starts[i + 1] ?? Infinity) - 1),
        );
        expect(bands.reduce((sum, n) => sum + n, 0)).toBeCloseTo(100_000, 6);
      }),
    );
  });
});

describe('tests of two figures', () => {
  test('give the same p either way round, from 0 to 1', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        for (const testOf of [scoreTest, rateTest]) {
          const { p } = testOf(a, b);
          expect(p >= 0 && p <= 1).toBe(true);
          expect(testOf(b, a).p).toBeCloseTo(p, 9);
        }
        const figure = ({ numerator, denominator }: typeof a) => proportion(numerator, denominator);
        expect(limitsTest(figure(a), figure(b)).p).toBeCloseTo(limitsTest(figure(b), figure(a)).p, 12);
        expect(limitsTest(figure(a), figure(b)).z).toBeCloseTo(-limitsTest(figure(b), figure(a)).z, 9);
      }),
    );
  });

  test('find nothing between a figure and itself', () => {
    fc.assert(
      fc.property(counts, (a) => {
        expect(scoreTest(a, a).p).toBeCloseTo(1, 9);
        expect(oneSampleScoreTest(a, a.numerator / a.denominator).p).toBeCloseTo(1, 6);
        expect(rateTest(a, a).p).toBeGreaterThan(0.9);
      }),
    );
  });

  test('at the least favourable counts are never surer than at the counts shown', () => {
    const shown = counts.map(({ numerator, denominator }) => ({
      numerator: 5 * Math.ceil(numerator / 5),
      denominator: 5 * Math.ceil(denominator / 5) + 5,
    }));
    fc.assert(
      fc.property(shown, shown, (a, b) => {
        const ranges = ({ numerator, denominator }: typeof a) => ({
          numerator: countsRoundingTo(numerator),
          denominator: countsRoundingTo(denominator),
        });
        const least = leastFavourableP(ranges(a), ranges(b), scoreTest);
        expect(least).toBeGreaterThanOrEqual(scoreTest(a, b).p - 1e-12);
      }),
    );
  });

  test('a list is never surer than Bonferroni allows, nor less sure than its smallest p; order does not matter', () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const least = Math.min(...p);
        expect(simes(p)).toBeGreaterThanOrEqual(least);
        expect(simes(p)).toBeLessThanOrEqual(Math.min(1, least * p.length) + 1e-12);
        expect(simes(p.toReversed())).toBeCloseTo(simes(p), 12);
        expect(benjaminiHochberg(p.toReversed())).toEqual(benjaminiHochberg(p).toReversed());
      }),
    );
  });
});

describe('funnels, quantile groups, charts and trends', () => {
  test('the funnel average lies between the lowest and the highest area, and an area like it is not significant', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 20 }), (areas) => {
        const average = funnelAverage(
          areas.map(({ numerator }) => numerator),
          areas.map(({ denominator }) => denominator),
        );
        const shares = areas.map(({ numerator, denominator }) => numerator / denominator);
        expect(average).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
        expect(average).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
        expect(proportionFunnelSignificance(average * 50, 50, average)).toBe('not significant');
      }),
    );
  });

  test('the place of a count in the funnel rises with the count', () => {
    const order = ['low (0.001)', 'low (0.025)', 'not significant', 'high (0.025)', 'high (0.001)'];
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.integer({ min: 1, max: 200 }), (a, b, expected) => {
        const placeOf = (count: number) => order.indexOf(countFunnelSignificance(count, expected));
        expect(placeOf(Math.min(a, b))).toBeLessThanOrEqual(placeOf(Math.max(a, b)));
        const { inner, outer } = expectedForFunnel(expected);
        expect(outer.upper <= inner.upper && inner.upper <= expected).toBe(true);
        expect(expected <= inner.lower && inner.lower <= outer.lower).toBe(true);
      }),
    );
  });

  test('quantile groups follow the order of values, from either end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 5, maxLength: 60 }), (values) => {
        const highest = quantileGroups(values, 5, 'highest');
        values.forEach((a, i) => {
          values.forEach((b, j) => {
            if (a > b) expect(highest[i] as number).toBeLessThanOrEqual(highest[j] as number);
          });
        });
        expect(
          quantileGroups(
            values.map((x) => -x),
            5,
            'lowest',
          ),
        ).toEqual(highest);
      }),
    );
  });

  test('as many values lie above a median as below it, and it turns with their signs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 40 }), (values) => {
        const middle = median(values);
        const half = values.length / 2;
        expect(values.filter((x) => x > middle).length).toBeLessThanOrEqual(half);
        expect(values.filter((x) => x < middle).length).toBeLessThanOrEqual(half);
        expect(median(values.map((x) => -x)) + middle).toBe(0);
      }),
    );
    expect(() => median([])).toThrow(RangeError);
  });

  test('a control chart and its special causes are mirrored with the values', () => {
    const flip = { high: 'low', low: 'high', none: 'none' } as const;
    fc.assert(
      fc.property(series, (values) => {
        const chart = (given: readonly number[]) =>
          xmrChart(given.map((value, i) => ({ date: String(1_000 + i), value }))).groups[0];
        const [own, mirrored] = [chart(values), chart(values.map((x) => 100 - x))];
        expect(mirrored?.mean).toBeCloseTo(100 - (own?.mean ?? 0), 9);
        const flat = { mean: 0, limits: undefined };
        const sides = (given: readonly number[]) => specialCauses(given, flat).map(({ cause }) => cause.side);
        const about = values.map((x) => x - 50);
        expect(sides(about.map((x) => -x))).toEqual(sides(about).map((side) => flip[side]));
      }),
    );
  });

  test('a chart of values that do not vary from one to the next has no limits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.boolean(), (length, screenOutliers) => {
        const values = Array.from({ length }, (_, i) => ({ date: String(1_000 + i), value: 7 }));
        const [group] = xmrChart(values, { screenOutliers }).groups;
        expect(group?.limits).toBeUndefined();
        expect(group?.points.every(({ cause }) => cause.side === 'none')).toBe(true);
      }),
    );
    // One step between two level runs: every range that is kept is zero.
    const step = [...Array(13).fill(5), ...Array(2).fill(9)].map((value, i) => ({
      date: String(1_000 + i),
      value,
    }));
    expect(xmrChart(step).groups[0]?.limits).toBeUndefined();
  });

  test('a trend turns round with time, and does not depend on where its years begin', () => {
    const turned = {
      increasing: 'decreasing',
      decreasing: 'increasing',
      'no significant change': 'no significant change',
      'cannot be calculated': 'cannot be calculated',
    } as const;
    fc.assert(
      fc.property(series, fc.integer({ min: -50, max: 50 }), (values, shift) => {
        const latest = values.slice(-5);
        const counted = (sign: number) =>
          recentTrendOfCounts(
            latest.map((numerator, i) => ({ time: shift + sign * i, numerator, denominator: 100 })),
          );
        const figured = (sign: number) =>
          recentTrendOfFigures(
            latest.map((value, i) => ({ time: shift + sign * i, value, lower: value - 3, upper: value + 3 })),
          );
        expect(counted(-1).trend).toBe(turned[counted(1).trend]);
        expect(figured(-1).trend).toBe(turned[figured(1).trend]);
        const slope = weightedTrend(latest.map((value, time) => ({ time: time + shift, value, error: 2 })));
        const unshifted = weightedTrend(latest.map((value, time) => ({ time, value, error: 2 })));
        expect(slope.slope).toBeCloseTo(unshifted.slope, 9);
        expect(slope.standardError).toBeCloseTo(unshifted.standardError, 9);
      }),
    );
  });
});
