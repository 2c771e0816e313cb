import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { attributableRisk } from './attributable-risk.ts';
import { betweenGroupStandardDeviation, betweenGroupVariance } from './between-group-variance.ts';
import { byarLimits, byarLower, byarUpper } from './byar.ts';
import { clusteredDifference } from './clustered-difference.ts';
import { clusteredError, clusteredProportion, linearised } from './clustered-proportion.ts';
import { absoluteConcentrationIndex, relativeConcentrationIndex } from './concentration-index.ts';
import { differenceOf } from './difference.ts';
import { directlyStandardisedProportion } from './directly-standardised-proportion.ts';
import { directlyStandardisedRate } from './directly-standardised-rate.ts';
import { proportionFunnelLimits } from './funnel-limits.ts';
import { gapBetweenEnds } from './gap-between-ends.ts';
import { gapFromAverage } from './gap-from-average.ts';
import { indexOfDisparity } from './index-of-disparity.ts';
import { indirectlyStandardisedRate } from './indirectly-standardised-rate.ts';
import { indirectlyStandardisedRatio, ratioOfCounts } from './indirectly-standardised-ratio.ts';
import { lifeExpectancy, lifeTableAges } from './life-expectancy.ts';
import { linearSlopeIndex } from './linear-slope-index.ts';
import { logisticSlopeIndex } from './logistic-slope-index.ts';
import { mean } from './mean.ts';
import { meanLogDeviation } from './mean-log-deviation.ts';
import { withLogInterval, withNormalInterval } from './normal-interval.ts';
import { peopleBehindGap } from './people-behind-gap.ts';
import { exactPoissonLimits, poissonLimits } from './poisson-limits.ts';
import { projectedLine } from './projected-line.ts';
import { proportion, proportions } from './proportion.ts';
import { rate } from './rate.ts';
import { ratioOfProportions, ratioOfRates } from './ratio.ts';
import { rateOfRepeatedEvents } from './repeated-events-rate.ts';
import { simulatedInterval } from './simulated-interval.ts';
import { slopeIndex } from './slope-index.ts';
import { theilIndex } from './theil-index.ts';
import { unknownBounds } from './unknown-bounds.ts';
import { wilsonEnd } from './wilson.ts';
import { xmrChart } from './xmr-chart.ts';

type Limited = { readonly value?: number; readonly lower?: number; readonly upper?: number };

/** How many inputs every method is tried on. */
const inputs = { numRuns: 1_000 };

const level = fc.constantFrom(0.9, 0.95, 0.998);
/** From 0 to 1, evenly: doubles as such are mostly next to zero. */
const share = fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000);
const amount = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 5_000 }));
const people = fc.integer({ min: 1, max: 20_000 });
const counts = fc
  .tuple(people, share)
  .map(([denominator, part]) => ({ numerator: Math.round(part * denominator), denominator }));
const group = fc.record({
  population: fc.oneof({ weight: 8, arbitrary: people }, { weight: 1, arbitrary: fc.constant(0) }),
  value: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.double({ min: 0, max: 100, noNaN: true })),
  standardError: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 30, noNaN: true })),
});
const groups = fc.array(group, { minLength: 3, maxLength: 9 });
const ordered = fc.array(
  fc.record({
    population: people,
    value: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 100, noNaN: true })),
    standardError: fc.double({ min: 0, max: 1.5, noNaN: true }),
  }),
  { minLength: 5, maxLength: 10 },
);
const gap = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), share, share)
  .map(([value, below, above]) => ({ value, lower: value - below, upper: value + above }));
const strata = fc.array(
  fc.record({
    count: amount,
    population: people,
    standardPopulation: people,
    referenceCount: fc.integer({ min: 1, max: 900 }),
    referencePopulation: people,
  }),
  { minLength: 1, maxLength: 19 },
);
const clusters = fc.array(counts, { minLength: 20, maxLength: 40 });

/** Lower <= value <= upper, where there are limits; both of them or neither. */
function expectHeld(found: Limited | undefined): boolean {
  if (found?.value === undefined) return false;
  const { value, lower, upper } = found;
  expect(lower === undefined).toBe(upper === undefined);
  if (lower === undefined || upper === undefined) return false;
  expect(lower).toBeLessThanOrEqual(value);
  expect(value).toBeLessThanOrEqual(upper);
  return true;
}

/** Tries every method on its inputs: what it refuses by name is no figure, and most must be figures with limits. */
function holds<Input>(
  arbitrary: fc.Arbitrary<Input>,
  work: (input: Input) => readonly (Limited | undefined)[],
) {
  return () => {
    let held = 0;
    fc.assert(
      fc.property(arbitrary, (input) => {
        const found = answered(() => work(input));
        if (found.map(expectHeld).some(Boolean)) held++;
      }),
      inputs,
    );
    expect(held).toBeGreaterThan(inputs.numRuns / 4);
  };
}

function answered<Found>(work: () => readonly Found[]): readonly Found[] {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError) || !/^\w+ requires /.test(error.message)) throw error;
    return [];
  }
}

const bounded = (from: { readonly upper: number; readonly lower?: number }, value: number): Limited => ({
  lower: 0,
  ...from,
  value,
});

const methods: Readonly<Record<string, () => void>> = {
  proportion: holds(fc.tuple(counts, level), ([{ numerator, denominator }, confidence]) => [
    proportion(numerator, denominator, confidence),
  ]),
  proportions: holds(counts, ({ numerator, denominator }) => {
    const { value, limits } = proportions(
      Float64Array.of(numerator),
      Float64Array.of(denominator),
      [0.95, 0.998],
    );
    return limits.map(({ lower, upper }) => ({
      value: value[0] as number,
      lower: lower[0] as number,
      upper: upper[0] as number,
    }));
  }),
  wilsonEnd: holds(counts, ({ numerator, denominator }) => [
    {
      value: numerator / denominator,
      lower: Math.min(numerator / denominator, wilsonEnd(-1, numerator, denominator, 1.96)),
      upper: Math.max(numerator / denominator, wilsonEnd(1, numerator, denominator, 1.96)),
    },
  ]),
  'poissonLimits and exactPoissonLimits': holds(fc.tuple(amount, level), ([count, confidence]) => [
    bounded(poissonLimits(count, confidence), count),
    bounded(exactPoissonLimits(count, confidence), count),
  ]),
  'byarLimits, byarLower and byarUpper': holds(
    fc.tuple(fc.integer({ min: 1, max: 9_000 }), level),
    ([count, confidence]) => [
      bounded(byarLimits(count, confidence), count),
      { lower: byarLower(count, 1.96), value: count, upper: byarUpper(count, 1.96) },
    ],
  ),
  rate: holds(fc.tuple(amount, people, level), ([count, denominator, confidence]) => [
    rate(count, denominator, { confidence }),
  ]),
  rateOfRepeatedEvents: holds(
    fc.tuple(
      fc.array(fc.record({ people: amount, eventsPerPerson: fc.integer({ min: 1, max: 9 }) }), {
        minLength: 1,
      }),
      people,
    ),
    ([repeated, denominator]) => [rateOfRepeatedEvents(repeated, denominator)],
  ),
  mean: holds(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 }), (values) => [
    mean(values),
  ]),
  directlyStandardisedRate: holds(fc.tuple(strata, level), ([given, confidence]) => [
    directlyStandardisedRate(given, { confidence }),
  ]),
  directlyStandardisedProportion: holds(
    fc.array(fc.tuple(counts, people), { minLength: 1, maxLength: 9 }),
    (given) => [
      directlyStandardisedProportion(
        given.map(([part, standardPopulation]) => ({ ...part, standardPopulation })),
      ),
    ],
  ),
  'indirectlyStandardisedRatio, indirectlyStandardisedRate and ratioOfCounts': holds(strata, (given) => [
    indirectlyStandardisedRatio(given),
    indirectlyStandardisedRate(given),
    ratioOfCounts(given[0]?.count ?? 0, given[0]?.population ?? 1, { confidence: 0.95, scale: 100 }),
  ]),
  lifeExpectancy: holds(
    fc.tuple(
      fc.array(fc.tuple(fc.integer({ min: 400, max: 9_000 }), share), {
        minLength: 20,
        maxLength: 20,
      }),
      fc.constantFrom(18, 19, 20),
    ),
    ([drawn, length]) =>
      lifeExpectancy(
        lifeTableAges.slice(0, length).map((start, i) => {
          const [population, dying] = drawn[i] as readonly [number, number];
          return { start, population, deaths: 0.4 * population * dying };
        }),
      ),
  ),
  proportionFunnelLimits: holds(fc.tuple(share, people), ([value, population]) => {
    const { inner, outer } = proportionFunnelLimits(value, population);
    expect(outer.lower).toBeLessThanOrEqual(inner.lower);
    expect(outer.upper).toBeGreaterThanOrEqual(inner.upper);
    return [inner, outer].map((limits) => ({ value, ...limits }));
  }),
  xmrChart: holds(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 24 }), (values) =>
    xmrChart(values.map((value, i) => ({ date: String(1_000 + i), value }))).groups.map(
      ({ mean: value, limits }) => {
        if (limits !== undefined) expect(limits.upper).toBeGreaterThan(limits.lower);
        return { value, ...limits };
      },
    ),
  ),
  differenceOf: holds(fc.tuple(counts, counts), ([a, b]) => [
    differenceOf(proportion(a.numerator, a.denominator), proportion(b.numerator, b.denominator)),
  ]),
  'ratioOfProportions and ratioOfRates': holds(fc.tuple(counts, counts), ([a, b]) => [
    ratioOfProportions(a, b),
    ratioOfRates(a, b),
  ]),
  gapFromAverage: holds(fc.tuple(gap, share), ([given, part]) => [gapFromAverage(given, part)]),
  peopleBehindGap: holds(fc.tuple(gap, people, fc.constantFrom('higher', 'lower')), ([given, n, better]) => [
    peopleBehindGap(given, { people: n, better }),
  ]),
  gapBetweenEnds: holds(fc.tuple(groups, fc.boolean()), ([given, isOrdered]) => {
    const { difference, ratio } = gapBetweenEnds(given, { ordered: isOrdered });
    return [difference, ratio];
  }),
  unknownBounds: holds(fc.tuple(counts, counts), ([own, unknown]) => [
    { value: own.numerator / own.denominator, ...unknownBounds(own, unknown) },
  ]),
  projectedLine: holds(fc.array(fc.tuple(share, share), { minLength: 5, maxLength: 12 }), (drawn) => [
    projectedLine(
      drawn.map(([value, wide], time) => ({ time, value, lower: value - wide, upper: value + wide })),
      drawn.length + 3,
    ),
  ]),
  'clusteredProportion, linearised and clusteredError': holds(clusters, (given) => {
    const found = clusteredProportion(given);
    const { value, influences } = linearised(given, 'clusteredProportion');
    expect(found.value).toBe(value);
    expect(found.standardError).toBeCloseTo(clusteredError(influences, given.length), 12);
    expect(Math.abs(influences.reduce((sum, pull) => sum + pull, 0))).toBeLessThan(1e-9);
    return [found];
  }),
  clusteredDifference: holds(clusters, (given) => [
    clusteredDifference(
      given,
      given.map(({ numerator, denominator }, i) => ({ numerator: i % 2 === 0 ? numerator : 0, denominator })),
    ),
  ]),
  'withNormalInterval and withLogInterval': holds(
    fc.tuple(people, share, level),
    ([value, error, confidence]) => [
      withNormalInterval(value, error, confidence),
      withLogInterval(value, error, confidence),
    ],
  ),
  'slopeIndex of figures': holds(
    fc.tuple(ordered, level, fc.constantFrom(1, -1, 100)),
    ([given, confidence, multiplier]) => {
      const { slope, ratio } = slopeIndex(given, { confidence, multiplier });
      return [slope, ratio];
    },
  ),
  'slopeIndex of rates': holds(
    fc.tuple(ordered, level, fc.constantFrom(1, -1)),
    ([given, confidence, multiplier]) => {
      const { slope, ratio } = slopeIndex(given, { scale: 'rate', confidence, multiplier, draws: 1_000 });
      return [slope, ratio];
    },
  ),
  'slopeIndex of proportions': holds(ordered, (given) => {
    const asShares = given.map((one) => ({ ...one, value: one.value / 100 }));
    const { slope, ratio } = slopeIndex(asShares, { scale: 'proportion', draws: 1_000 });
    return [slope, ratio];
  }),
  'slopeIndex of logs and logits': holds(ordered, (given) => {
    const asShares = given.map((one) => ({ ...one, value: (one.value + 1) / 102 }));
    return (['rate', 'proportion'] as const).flatMap((scale) => {
      const { slope, ratio } = slopeIndex(asShares, { scale, transform: true });
      return [slope, ratio];
    });
  }),
  linearSlopeIndex: holds(groups, (given) => {
    const { slope, ratio } = linearSlopeIndex(given);
    return [slope, ratio];
  }),
  logisticSlopeIndex: holds(fc.array(counts, { minLength: 3, maxLength: 9 }), (given) => {
    const { slope, ratio } = logisticSlopeIndex(given);
    return [slope, ratio];
  }),
  'absoluteConcentrationIndex and relativeConcentrationIndex': holds(groups, (given) => [
    absoluteConcentrationIndex(given),
    relativeConcentrationIndex(given),
  ]),
  'betweenGroupVariance and betweenGroupStandardDeviation': holds(groups, (given) => [
    betweenGroupVariance(given),
    betweenGroupStandardDeviation(given),
  ]),
  'theilIndex and meanLogDeviation': holds(groups, (given) => [theilIndex(given), meanLogDeviation(given)]),
  attributableRisk: holds(groups, (given) => {
    const { risk, fraction } = attributableRisk(given, { better: 'higher' });
    return [risk, fraction];
  }),
  simulatedInterval: holds(groups, (given) => [
    {
      value: indexOfDisparity(given),
      ...simulatedInterval(given, (drawn) => indexOfDisparity(drawn), {
        random: seededRandom(5),
        draws: 100,
        bounds: { lower: 0, upper: 100 },
      }),
    },
  ]),
};

describe('lower limit <= figure <= upper limit on a thousand random inputs', () => {
  test.each(Object.entries(methods))('%s', (_name, method) => method());
});

describe('an interval narrows as more is known', () => {
  const times = fc.integer({ min: 2, max: 50 });
  const width = ({ lower = 0, upper = 0 }: Limited): number => upper - lower;

  test('of rates, standardised rates and ratios, with the number of events', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 900 }), people, times, (count, population, more) => {
        const stratum = { standardPopulation: 5, referenceCount: 3, referencePopulation: 7 };
        const one = { ...stratum, count, population };
        const many = { ...stratum, count: count * more, population: population * more };
        expect(width(rate(many.count, many.population))).toBeLessThan(width(rate(count, population)));
        const repeated = (persons: number) => [{ people: persons, eventsPerPerson: 2 }];
        expect(width(rateOfRepeatedEvents(repeated(many.count), many.population))).toBeLessThan(
          width(rateOfRepeatedEvents(repeated(count), population)),
        );
        expect(width(directlyStandardisedRate([many]))).toBeLessThan(width(directlyStandardisedRate([one])));
        expect(width(indirectlyStandardisedRatio([many]))).toBeLessThan(
          width(indirectlyStandardisedRatio([one])),
        );
        expect(width(indirectlyStandardisedRate([many]))).toBeLessThan(
          width(indirectlyStandardisedRate([one])),
        );
      }),
    );
  });

  test('of gaps, ratios and bounds, with the number of people', () => {
    const within = fc
      .tuple(people, fc.double({ min: 0.05, max: 0.95, noNaN: true }))
      .map(([n, part]) => ({ numerator: 20 + Math.round(part * n), denominator: n + 40 }));
    fc.assert(
      fc.property(within, within, times, (a, b, more) => {
        const grown = ({ numerator, denominator }: typeof a) => ({
          numerator: numerator * more,
          denominator: denominator * more,
        });
        const difference = (x: typeof a, y: typeof a) =>
          differenceOf(proportion(x.numerator, x.denominator), proportion(y.numerator, y.denominator));
        expect(width(difference(grown(a), grown(b)))).toBeLessThan(width(difference(a, b)));
        for (const ratioOf of [ratioOfProportions, ratioOfRates])
          expect(width(ratioOf(grown(a), grown(b)) ?? {})).toBeLessThan(width(ratioOf(a, b) ?? {}));
        expect(width(unknownBounds(grown(a), b))).toBeLessThan(width(unknownBounds(a, b)));
      }),
    );
  });

  test('of a slope, with smaller standard errors', () => {
    fc.assert(
      fc.property(ordered, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (given, by) => {
        const clear = given.map((one) => ({ ...one, standardError: (one.standardError + 0.1) * by }));
        const vague = given.map((one) => ({ ...one, standardError: one.standardError + 0.1 }));
        expect(width(slopeIndex(clear).slope)).toBeLessThan(width(slopeIndex(vague).slope));
      }),
    );
  });
});

describe('several events a person', () => {
  test('with one event each, give the crude rate', () => {
    fc.assert(
      fc.property(amount, people, (persons, denominator) => {
        const found = rateOfRepeatedEvents([{ people: persons, eventsPerPerson: 1 }], denominator);
        const plain = rate(persons, denominator);
        expect(found.method).toBe(plain.method);
        expect(found.value).toBeCloseTo(plain.value, 6);
        expect(found.lower).toBeCloseTo(plain.lower, 6);
        expect(found.upper).toBeCloseTo(plain.upper, 6);
      }),
    );
  });

  test('give what a standardised rate of one age band gives, from ten events on', () => {
    const repeated = [
      { people: 40, eventsPerPerson: 1 },
      { people: 10, eventsPerPerson: 3 },
    ];
    const standardised = directlyStandardisedRate(
      repeated.map(({ people: count, eventsPerPerson }) => ({
        count,
        eventsPerPerson,
        population: 1_000,
        standardPopulation: 77,
      })),
    );
    const crude = rateOfRepeatedEvents(repeated, 1_000);
    expect(crude.lower).toBeCloseTo(standardised.lower ?? 0, 9);
    expect(crude.upper).toBeCloseTo(standardised.upper ?? 0, 9);
  });

  test('widen the interval of the same number of events', () => {
    const once = rateOfRepeatedEvents([{ people: 60, eventsPerPerson: 1 }], 1_000);
    const often = rateOfRepeatedEvents([{ people: 20, eventsPerPerson: 3 }], 1_000);
    expect(often.value).toBe(once.value);
    expect(often.lower).toBeLessThan(once.lower);
    expect(often.upper).toBeGreaterThan(once.upper);
  });
});

describe('a ratio of ends', () => {
  test('has no limits where the end it is divided by is near zero', () => {
    const [rates, sizes] = [
      [0, 3, 2, 5, 6],
      [50, 70, 60, 90, 30],
    ];
    const given = sizes.map((population, i) => ({ population, value: rates[i] ?? 0, standardError: 0.8 }));
    const { slope, ratio } = slopeIndex(given, { scale: 'rate' });
    expect(ratio?.value).toBeCloseTo(86.4, 1);
    expect(ratio).not.toHaveProperty('lower');
    expect(expectHeld(slope)).toBe(true);
  });

  test('has limits where that end is clear of zero', () => {
    const given = [10, 12, 15, 14, 18].map((value) => ({ population: 200, value, standardError: 0.1 }));
    expect(expectHeld(slopeIndex(given, { scale: 'rate', draws: 5_000 }).ratio)).toBe(true);
    expect(expectHeld(slopeIndex(given).ratio)).toBe(true);
  });
});
