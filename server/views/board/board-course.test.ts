import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../contract/estimate.ts';
import { parsePeriod } from '../../contract/periods.ts';
import { childhoodVaccinations } from '../../indicators/childhood-vaccination.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { courseOf } from './board-course.ts';

const [mmr] = childhoodVaccinations;
if (mmr === undefined) throw new Error('there are vaccinations');
const TODAY = '2026-11-27';
/** At least 80%, of an indicator with one decimal. */
const indicator: Indicator = { ...mmr, periodKind: 'separate', polarity: 'higher-is-better' };
const cumulative: Indicator = { ...indicator, periodKind: 'cumulative' };

const figure = (value: number, half = 1): Estimate => ({
  status: 'shown',
  value,
  interval: half === 0 ? 'none' : 'ours',
  ...(half > 0 && { lower95: value - half, upper95: value + half }),
  basis: 'published',
});
const point = (period: string, estimate: Estimate) => ({
  period,
  label: parsePeriod(period)?.label ?? period,
  estimate,
});

function course(
  held: Readonly<Record<string, Estimate>>,
  target: { readonly value: number; readonly due?: string },
  of: Indicator = indicator,
  asOf = TODAY,
) {
  const points = Object.entries(held).map(([period, estimate]) => point(period, estimate));
  return courseOf(of, target, points, points.at(-1)?.period ?? '', asOf);
}

describe('a standard that holds at all times', () => {
  test('is met, not met, or cannot be told by the interval of the latest figure', () => {
    expect(course({ 2025: figure(90) }, { value: 80 }).course).toBe('met');
    expect(course({ 2025: figure(70) }, { value: 80 }).course).toBe('not-met');
    expect(course({ 2025: figure(80) }, { value: 80 }).course).toBe('cannot-tell');
  });
  test('is held against the figure by itself where there is no interval, and says so', () => {
    expect(course({ 2025: figure(90, 0) }, { value: 80 })).toEqual({
      course: 'met',
      because: 'The figure of 2025, 90.0%, lies at or above 80%; it comes without an interval.',
    });
    expect(course({ 2025: figure(70, 0) }, { value: 80 }).course).toBe('not-met');
  });
  test('is neither met nor missed by a figure of years ago', () => {
    for (const [value, side] of [
      [80, 'below'],
      [60, 'at or above'],
    ] as const)
      expect(course({ 2021: figure(70) }, { value })).toEqual({
        course: 'cannot-tell',
        because: `The last figure is of 2021, 5 years ago, 70.0%, ${side} ${value}%; how it stands today is not known.`,
      });
  });
});

describe('a target with a date', () => {
  const due = '2028-03-31';
  test('that a figure lies beyond already is on course, for the first figure on or after it decides', () => {
    expect(course({ 2025: figure(90) }, { value: 80, due })).toEqual({
      course: 'on-course',
      because:
        'The interval of 2025, 89.0% to 91.0%, already lies at or above 80%; it is decided by the first figure on or after 31 March 2028.',
    });
    expect(course({ 2025: figure(90, 0) }, { value: 80, due }).course).toBe('on-course');
    expect(course({ 2025: figure(90) }, { value: 80, due: '2025-12-31' }).course).toBe('met');
  });
  test('that only a figure of three or more years ago lay beyond cannot be told', () => {
    expect(course({ '2022-23': figure(90, 0) }, { value: 80, due })).toEqual({
      course: 'cannot-tell',
      because:
        'The last figure is of 2022/23, 3 years ago, 90.0%, at or above 80%; it is decided by the first figure on or after 31 March 2028.',
    });
  });
  test('is met before it only by a count that can only rise and is still the one of that day', () => {
    const held = { '2025-12-31': figure(52.1, 0) };
    expect(course(held, { value: 50, due }, cumulative)).toEqual({
      course: 'met',
      because:
        'The figure up to 31 December 2025, 52.1%, lies at or above 50%; it comes without an interval.',
    });
    const ending = (countedUntil: string) =>
      course(held, { value: 50, due }, { ...cumulative, countedUntil });
    expect(ending('2028-03-31').course).toBe('met');
    expect(ending('2028-03-30')).toEqual({
      course: 'on-course',
      because:
        'The figure up to 31 December 2025, 52.1%, already lies at or above 50%; it is decided by the first figure on or after 31 March 2028.',
    });
  });
  test('is told by the line of five figures until it is due', () => {
    const years = (step: number) =>
      Object.fromEntries([0, 1, 2, 3, 4].map((n) => [2021 + n, figure(70 + step * n)]));
    expect(course(years(2), { value: 80, due }).course).toBe('on-course');
    expect(course(years(-2), { value: 80, due }).course).toBe('not-on-course');
    expect(course({ 2025: figure(70) }, { value: 80, due }).because).toContain('A line needs 5 periods');
    expect(course({ 2025: figure(70, 0) }, { value: 80, due }).because).toContain('no line can be drawn');
  });
  test('is decided by the first figure on or after it, whatever came later', () => {
    const held = { '2019-20': figure(70), '2020-21': figure(75), '2023-24': figure(90) };
    expect(course(held, { value: 80, due: '2021-03-31' })).toEqual({
      course: 'not-met',
      because: 'The interval of 2020/21, 5 years ago, 74.0% to 76.0%, lay wholly below 80%.',
    });
    expect(course(held, { value: 80, due: '2021-04-01' }).course).toBe('met');
  });
});

test('of what is made for demonstration the course stands in its row, and no sentence tells of it', () => {
  const madeUp: Estimate = { ...figure(90), basis: 'synthetic' } as Estimate;
  for (const target of [{ value: 80 }, { value: 80, due: '2021-03-31' }, { value: 80, due: '2031-03-31' }]) {
    const real = course({ 2019: figure(90) }, target);
    const made = course({ 2019: madeUp }, target);
    expect(made).toEqual({ ...real, because: 'Worked out from figures made for demonstration.' });
    expect(real.because).toMatch(/90\.0%|89\.0%/);
  }
});

test('a line from figures of years ago is not drawn on: nobody knows where they went since', () => {
  const years = Object.fromEntries([0, 1, 2, 3, 4].map((n) => [2018 + n, figure(70 + n)]));
  expect(course(years, { value: 80, due: '2028-03-31' })).toEqual({
    course: 'cannot-tell',
    because:
      'The last figure is of 2022, 4 years ago, 74.0%, below 80%; it is decided by the first figure on or after 31 March 2028.',
  });
});

describe('once the date is past without a figure on or after it', () => {
  const due = '2021-03-31';
  test('it says so, with the last figure and its age', () => {
    expect(course({ '2021-03-14': figure(56.6) }, { value: 80, due }, cumulative)).toEqual({
      course: 'date-passed',
      because:
        'No figure of the due date, 31 March 2021, or after is held. The last one, 56.6% (up to 14 March 2021, 5 years ago), was below 80%.',
    });
  });
  test('on the day itself it is not past', () => {
    const last = { '2021-03-14': figure(56.6) };
    expect(course(last, { value: 80, due }, indicator, '2021-03-31').course).toBe('cannot-tell');
    expect(course(last, { value: 80, due }, indicator, '2021-04-01').course).toBe('date-passed');
  });
  test('what can only rise was met if it had got there; what can fall again may have', () => {
    const last = { '2021-03-14': figure(90) };
    expect(course(last, { value: 80, due }, cumulative).course).toBe('met');
    expect(course(last, { value: 80, due }).course).toBe('date-passed');
    const ended: Indicator = { ...cumulative, countedUntil: '2021-03-30' };
    expect(course(last, { value: 80, due }, ended).course).toBe('date-passed');
  });
  test('a figure that is missing does not count', () => {
    const missing: Estimate = { status: 'missing', reason: 'not-available', explanation: 'Not published.' };
    const points = [point('2020', figure(70)), point('2021', missing)];
    expect(courseOf(indicator, { value: 80, due }, points, '2020', TODAY).course).toBe('date-passed');
  });
});

test('at most, where low is better; never where neither is', () => {
  const low: Indicator = { ...indicator, polarity: 'lower-is-better' };
  expect(course({ 2025: figure(16, 0) }, { value: 20 }, low).course).toBe('met');
  expect(course({ 2025: figure(16, 0) }, { value: 20, due: '2028-03-31' }, low).because).toBe(
    'The figure of 2025, 16.0%, already lies at or below 20%; it is decided by the first figure on or after 31 March 2028.',
  );
  expect(course({ 2025: figure(22) }, { value: 20 }, low).course).toBe('not-met');
  expect(course({ 2025: figure(22) }, { value: 20 }, { ...indicator, polarity: 'neutral' }).course).toBe(
    'cannot-tell',
  );
});
