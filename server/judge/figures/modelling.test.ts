/** What the error of modelling does to sums, gaps and tests: worked out from the formulas. */
import { describe, expect, test } from 'vitest';
import type { ShownEstimate } from '../../contract/estimate.ts';
import { type Counted, countedOf, restOf, sumOfCounted } from './counted.ts';
import { countedEstimate } from './counted-estimate.ts';
import { gapBetween } from './gap-between.ts';
import { scoreP, scorePAgainst } from './score-p.ts';
import { standardised, standardisedGap } from './standardised.ts';
import { isTested, testOf, testOfChange } from './two-figures.ts';

const modelled = (numerator: number, denominator: number, error?: number): ShownEstimate => ({
  status: 'shown',
  value: (100 * numerator) / denominator,
  interval: 'ours',
  numerator,
  denominator,
  basis: 'modelled',
  ...(error !== undefined && { modellingError: error }),
});
function counted(numerator: number, denominator: number, error?: number): Counted {
  const found = countedOf(modelled(numerator, denominator, error), null);
  if (found === undefined) throw new Error('no counts');
  return found;
}
const place: Counted = { numerator: 40_000, denominator: 60_000, basis: 'published' };
const ward = counted(2_000, 4_000, 0.09);
const logit = (x: number, n: number) => Math.log(x / (n - x));
const chance = (x: number, n: number) => 1 / x + 1 / (n - x);

/** Two-sided tail of the standard normal, by Simpson's rule. */
function tail(z: number): number {
  const steps = 20_000;
  const [from, width] = [Math.abs(z), 12 / steps];
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const x = from + i * width;
    sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp((-x * x) / 2);
  }
  return (2 * sum * width) / 3 / Math.sqrt(2 * Math.PI);
}

function restOfPlace(): Counted {
  const rest = restOf(place, ward);
  if (rest === undefined) throw new Error('nobody else');
  return rest;
}

describe('against the rest', () => {
  test('the error is divided by one less the share', () => {
    const p = scoreP(ward, restOfPlace());
    const error = 0.09 / (1 - 4_000 / 60_000);
    const z =
      (logit(2_000, 4_000) - logit(38_000, 56_000)) /
      Math.sqrt(chance(2_000, 4_000) + chance(38_000, 56_000) + error * error);
    expect(p).toBeCloseTo(tail(z), 9);
  });

  test('the difference, the ratio and the people behind it know of it too', () => {
    const bare = (one: Counted): Counted => {
      const { modelling: _, ...alone } = one;
      return alone;
    };
    const wide = gapBetween(ward, restOfPlace(), 'higher-is-better');
    const narrow = gapBetween(bare(ward), bare(restOfPlace()), 'higher-is-better');
    const widthOf = ({ lower95 = 0, upper95 = 0 } = {}) => upper95 - lower95;
    for (const part of ['difference', 'ratio', 'people'] as const) {
      expect(wide[part]?.value).toBeCloseTo(narrow[part]?.value ?? Number.NaN, 9);
      expect(widthOf(wide[part])).toBeGreaterThan(2 * widthOf(narrow[part]));
    }
    expect(wide.p).toBeGreaterThan(narrow.p);
    // In points the error is 25 x 0.09 for the ward; the rest errs by as many people the other way.
    const half = (100 * 1.96 * 0.25 * 0.09) / (1 - 4_000 / 60_000);
    expect(widthOf(wide.difference) / 2).toBeGreaterThan(0.95 * half);
  });

  test('of areas that are both modelled the errors are independent', () => {
    const other = counted(3_000, 5_000, 0.05);
    const z =
      (logit(2_000, 4_000) - logit(3_000, 5_000)) /
      Math.sqrt(chance(2_000, 4_000) + chance(3_000, 5_000) + 0.09 ** 2 + 0.05 ** 2);
    expect(scoreP(ward, other)).toBeCloseTo(tail(z), 9);
  });

  test('of a percentage there is the one error', () => {
    const z = (logit(2_000, 4_000) - logit(45, 100)) / Math.sqrt(chance(2_000, 4_000) + 0.09 ** 2);
    expect(scorePAgainst(ward, 0.45)).toBeCloseTo(tail(z), 9);
  });
});

test('an area made of whole source areas is tested and drawn as counts are', () => {
  const whole = counted(2_000, 4_000, 0);
  const plain: Counted = { numerator: 2_000, denominator: 4_000, basis: 'published' };
  expect(scoreP(whole, place)).toBe(scoreP(plain, place));
  expect(countedEstimate(whole)).toMatchObject({
    lower95: countedEstimate(plain).lower95,
    upper998: countedEstimate(plain).upper998,
    modellingError: 0,
  });
});

test('a modelled figure whose error nobody measured is not compared', () => {
  expect(countedOf(modelled(2_000, 4_000), null)).toBeUndefined();
  expect(isTested(testOf(modelled(2_000, 4_000), modelled(3_000, 4_000, 0.1), null))).toBe(false);
});

test('a sum takes the errors of its parts as independent, in people, and says how many points that is', () => {
  const sum = sumOfCounted([ward, counted(3_000, 5_000, 0.05)]);
  const people = Math.hypot(4_000 * 0.25 * 0.09, 5_000 * 0.24 * 0.05);
  const share = 5_000 / 9_000;
  const error = people / (9_000 * share * (1 - share));
  const estimate = sum && countedEstimate(sum);
  expect(estimate?.modellingError).toBeCloseTo(error, 9);
  const half = 1.959964 * Math.sqrt(chance(5_000, 9_000) + error * error);
  const odds = Math.exp(logit(5_000, 9_000) - half);
  expect(estimate?.lower95).toBeCloseTo((100 * odds) / (1 + odds), 4);
  expect(estimate?.notes?.join()).toContain(`about ${(100 * (people / 9_000)).toFixed(1)} points here`);
});

test('a figure of none or all has no limits and says so', () => {
  const estimate = countedEstimate({
    numerator: 50,
    denominator: 50,
    basis: 'modelled',
    modelling: { error: 0.1 },
  });
  expect(estimate.interval).toBe('none');
  expect(estimate.lower95).toBeUndefined();
  expect(estimate.notes?.join()).toMatch(/none or all/);
});

test('a change of one area is compared by counts alone, and says that sharing out errs alike', () => {
  const [now, then] = [modelled(2_100, 4_000, 0.09), modelled(2_000, 4_000, 0.09)];
  const change = testOfChange(now, then, null);
  const published = (one: ShownEstimate): ShownEstimate => {
    const { modellingError: _, ...rest } = one;
    return { ...rest, basis: 'published' };
  };
  const plain = testOf(published(now), published(then), null);
  if (!isTested(change) || !isTested(plain)) throw new Error('both are tested');
  expect(change.p).toBe(plain.p);
  expect(change.difference).toEqual(plain.difference);
  expect(change.test).toMatch(/err alike at every date/);
  expect(plain.test).not.toMatch(/alike/);
});

test('standardised for age, the errors of one area add up, and against the rest they count on both sides', () => {
  const ages = (error: number | undefined, opposes?: true) =>
    ['0-15', '16-24'].map((ageBand) => ({
      ageBand,
      counted: {
        ...place,
        ...(error !== undefined && { modelling: { error, ...(opposes && { opposes }) } }),
      },
    }));
  const found = [ages(0.09), ages(undefined), ages(0.01, true), ages(0.01)].map((one) => standardised(one));
  const [own, plain, opposing, apart] = found;
  if (!own || !plain || !opposing || !apart) throw new Error('every age has counts');
  const share = 2 / 3;
  expect(own.modelling).toBeCloseTo(share * (1 - share) * 0.09, 12);
  expect(own.upper - own.lower).toBeGreaterThan(1.96 * 2 * own.modelling);
  const widthOf = ({ lower95 = 0, upper95 = 0 }) => upper95 - lower95;
  const [against, beside] = [opposing, apart].map((other) => widthOf(standardisedGap(own, other).difference));
  expect(against).toBeGreaterThan(beside ?? Number.NaN);
  expect(against).toBeGreaterThan(100 * 2 * 1.96 * share * (1 - share) * 0.1);
});
