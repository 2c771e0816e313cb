import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../contract/estimate.ts';
import { milestoneOf } from './milestone.ts';

const shown = (value: number, lower95?: number, upper95?: number): Estimate => ({
  status: 'shown',
  value,
  interval: lower95 === undefined ? 'none' : 'ours',
  ...(lower95 !== undefined && { lower95 }),
  ...(upper95 !== undefined && { upper95 }),
  basis: 'synthetic',
});
const withheld: Estimate = { status: 'withheld', reason: 'small-counts', explanation: 'Small.' };
const missing: Estimate = { status: 'missing', reason: 'not-available', explanation: 'None.' };
/** One figure a week. */
const weekly = (...estimates: Estimate[]) =>
  estimates.map((estimate, week) => ({
    moment: { period: `2021-01-0${week + 1}`, label: `week ${week}`, weeks: week },
    estimate,
  }));
const half = (...estimates: Estimate[]) => {
  const { status, reached, earliest, latest, reason } = milestoneOf(weekly(...estimates), 50);
  return { status, weeks: [earliest, reached, latest].map((moment) => moment?.weeks ?? null), reason };
};

describe('a milestone', () => {
  test('is the first period with at least the share, its limits the first periods theirs reach it', () => {
    expect(
      half(shown(40, 35, 45), shown(48, 43, 53), shown(50, 45, 55), shown(56, 51, 61), shown(70, 66, 74)),
    ).toEqual({ status: 'reached', weeks: [1, 2, 3], reason: undefined });
  });

  test('not reached yet may be nearly so', () => {
    expect(half(shown(40, 35, 45), shown(48, 43, 53))).toEqual({
      status: 'not-reached',
      weeks: [1, null, null],
      reason: 'Not reached by the newest figure (week 1).',
    });
  });

  test('at the first figure may have been reached before', () => {
    expect(half(shown(60, 55, 65)).reason).toBe(
      'It was reached by the first period held, and may have been before.',
    );
  });

  test('after a withheld or missing figure may have been reached by then', () => {
    expect(half(shown(40, 35, 45), withheld, shown(60, 55, 65))).toMatchObject({
      status: 'reached',
      weeks: [2, 2, 2],
      reason: 'The figure before is withheld to protect people: it may have been reached by then.',
    });
    expect(half(missing, shown(60, 55, 65)).reason).toMatch(/^The figure before is missing/);
  });

  test('cannot be told where the newest figure is withheld or missing', () => {
    expect(half(shown(40, 35, 45), withheld)).toMatchObject({
      status: 'cannot-tell',
      reason: 'Not reached by the newest figure shown (week 0); those since are withheld to protect people.',
    });
    expect(half(withheld, withheld).reason).toBe('Its figures are withheld to protect people.');
    expect(half(missing).reason).toBe('Its figures are missing.');
    expect(half()).toMatchObject({ status: 'cannot-tell', reason: 'There are no figures.' });
  });

  test('above 100% is reached, and says nothing of the earliest and latest', () => {
    expect(half(shown(40, 35, 45), shown(104))).toEqual({
      status: 'reached',
      weeks: [null, 1, null],
      reason: 'The figure has no interval, so nothing is said of the earliest and latest.',
    });
  });

  test('is reached by a share that only the arithmetic of the computer puts below it', () => {
    expect(milestoneOf(weekly(shown(100 * 0.57, 50, 60)), 57).status).toBe('reached');
    expect(100 * 0.57).toBeLessThan(57);
  });
});
