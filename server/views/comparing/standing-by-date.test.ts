import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HeldAgainst, standingByDate } from './standing-by-date.ts';

const held = (more: Partial<HeldAgainst>) =>
  standingByDate({
    side: 'reached',
    end: '2025-12-31',
    due: '2031-03-31',
    asOf: '2026-11-27',
    isOld: false,
    ...more,
  });
const courseOf = (more: Partial<HeldAgainst>) => held(more).course;

describe('what is aimed for by a date', () => {
  test('is decided by what is measured on or after it', () => {
    const end = '2031-03-31';
    expect(courseOf({ end })).toBe('met');
    expect(courseOf({ end, side: 'short' })).toBe('not-met');
    expect(courseOf({ end, side: 'holds' })).toBe('cannot-tell');
  });
  test('is not met before it, for what is reached may come back: it is on course', () => {
    expect(held({})).toEqual({ course: 'on-course', isDecided: false });
    expect(held({ stays: true })).toEqual({ course: 'met', isDecided: true });
  });
  test('is told by the way it goes while it is short', () => {
    expect(held({ side: 'short' })).toEqual({ course: undefined, isDecided: false });
    expect(held({ side: 'holds' })).toEqual({ course: undefined, isDecided: false });
  });
  test('cannot be told by what is years old', () => {
    for (const side of ['reached', 'short', 'holds'] as const)
      expect(courseOf({ side, isOld: true })).toBe('cannot-tell');
  });
  test('is past its date where nothing was measured on or after it', () => {
    expect(courseOf({ asOf: '2031-04-01' })).toBe('date-passed');
    expect(courseOf({ asOf: '2031-03-31' })).toBe('on-course');
  });
});

test('whatever is measured, it is met or not met only when decided, and on course only before its date', () => {
  const day = fc
    .integer({ min: 0, max: 4000 })
    .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
  const side = fc.constantFrom('reached', 'short', 'holds');
  fc.assert(
    fc.property(side, day, day, day, fc.boolean(), fc.boolean(), (where, end, due, asOf, isOld, stays) => {
      const { course, isDecided } = standingByDate({ side: where, end, due, asOf, isOld, stays });
      if (course === 'met' || course === 'not-met') expect(isDecided).toBe(true);
      if (course === 'met') expect(end >= due || stays).toBe(true);
      if (course === 'on-course' || course === undefined) expect(end < due && asOf <= due).toBe(true);
      if (course === 'date-passed') expect(end < due && asOf > due).toBe(true);
    }),
  );
});
