import { describe, expect, test } from 'vitest';
import { type CommitmentQuestion, standingOf } from './commitment-status.ts';

/** Uptake of a group was 20 points behind in 2020; by the end of 2024 it should be 5 behind at most. */
const standing = (value: number, half: number, more: Partial<CommitmentQuestion> = {}, period = '2022') =>
  standingOf({
    baseline: { period: '2020', difference: { value: -20, lower95: -21, upper95: -19 } },
    current: { period, difference: { value, lower95: value - half, upper95: value + half } },
    target: -5,
    due: '2024-12-31',
    polarity: 'higher-is-better',
    ageAdjusted: null,
    dated: { asOf: '2024-12-31' },
    ...more,
  });

describe('a commitment is', () => {
  test('met or not met by the gap of the day it is due, as a target of a figure is', () => {
    expect(standing(-3, 1, {}, '2024')).toEqual({
      status: 'met',
      reading:
        'The gap is −3.0 (−4.0 to −2.0) points (2024); all of its interval reaches the target of −5.0.',
    });
    expect(standing(-9, 2, {}, '2024').status).toBe('not-met');
    expect(standing(-5, 1, {}, '2024').status).toBe('cannot-tell');
  });

  test('on course, not met, where the gap is narrow enough before it is due: it may widen again', () => {
    expect(standing(-3, 1)).toEqual({
      status: 'on-course',
      reading:
        'The gap is −3.0 (−4.0 to −2.0) points (2022); all of its interval reaches the target of −5.0; it is decided by the first gap on or after 31 December 2024.',
    });
    const baseline = { period: '2020', difference: { value: -2, lower95: -3, upper95: -1 } };
    expect(standing(-2, 1, { baseline, dated: { asOf: '2023-06-30' } }, '2020').status).toBe('on-course');
  });

  test('past its date where it was due and nothing is held of that day or after', () => {
    expect(standing(-9, 2)).toMatchObject({
      status: 'on-course',
      reading: expect.stringMatching(/^The gap is /),
    });
    expect(standing(-9, 2, { dated: { asOf: '2025-01-01' } })).toEqual({
      status: 'date-passed',
      reading:
        'No gap of the due date, 31 December 2024, or after is held. The last one (2022) was −9.0 (−11.0 to −7.0) points.',
    });
  });

  test('not to be told by a gap of years ago, which is spoken of in the past', () => {
    const late = { due: '2030-12-31', dated: { asOf: '2026-11-27' } };
    for (const value of [-3, -9, -18])
      expect(standing(value, 1, late)).toMatchObject({
        status: 'cannot-tell',
        reading: expect.stringMatching(/^The gap was .* points \(2022, 4 years ago\);/),
      });
  });

  test('dated by both where it is made of sources of two dates', () => {
    const dates = { '2022': 'Indices of 2025, residents of March 2022' };
    const dated = { asOf: '2026-11-27', dates };
    expect(standing(-9, 2, { due: '2030-12-31', dated }).reading).toMatch(
      /^The gap is .* points \(Indices of 2025, residents of March 2022\);/,
    );
  });

  test('on course where all of the interval reaches the line to the target', () => {
    // Half way in time: half way from -20 to -5.
    const { status, expected } = standing(-10, 2);
    expect(status).toBe('on-course');
    expect(expected).toBeCloseTo(-12.5, 1);
  });

  test('not on course where none of it does', () => {
    expect(standing(-18, 2).status).toBe('not-on-course');
  });

  test('not to be told yet where the interval lies on both sides, or nothing is newer', () => {
    expect(standing(-12, 3).status).toBe('cannot-tell');
    expect(standing(-18, 1, { dated: { asOf: '2023-06-30' } }, '2020')).toMatchObject({
      status: 'cannot-tell',
      reading: expect.stringMatching(/no period after/),
    });
  });
});

test('a gap that depends on age and is not adjusted for it says so, wherever it stands', () => {
  for (const [value, half, period] of [
    [-3, 1, '2022'],
    [-10, 2, '2022'],
    [-18, 2, '2022'],
    [-12, 3, '2022'],
    [-18, 1, '2020'],
    [-9, 2, '2024'],
  ] as const) {
    const plain = standing(value, half, {}, period);
    const crude = standing(value, half, { ageAdjusted: false }, period);
    expect(crude.reading).toBe(`${plain.reading.slice(0, -1)}, not adjusted for age.`);
    expect(crude.status).toBe(plain.status);
    expect(standing(value, half, { ageAdjusted: true }, period)).toEqual(plain);
  }
});

test('where low is better the gap closes downwards', () => {
  const more = {
    baseline: { period: '2020', difference: { value: 20, lower95: 19, upper95: 21 } },
    target: 5,
    polarity: 'lower-is-better',
  } as const;
  expect(standing(3, 1, more, '2024').status).toBe('met');
  expect(standing(3, 1, more).status).toBe('on-course');
  expect(standing(10, 2, more).status).toBe('on-course');
  expect(standing(18, 1, more).status).toBe('not-on-course');
});

test('a newest period that overlaps the baseline tells nothing', () => {
  const baseline = { period: '2019--2021', difference: { value: -20, lower95: -21, upper95: -19 } };
  expect(standing(-10, 1, { baseline }, '2020--2022').status).toBe('cannot-tell');
});
