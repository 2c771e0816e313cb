import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { dayOfInstant, daysBetween, timeOfDay, wholeYearsBetween, yearsOfDay } from './days.ts';

const PROJECT = join(import.meta.dirname, '../..');
const zoneBefore = process.env.TZ;
afterEach(() => {
  process.env.TZ = zoneBefore;
});

describe.each(['America/Los_Angeles', 'Pacific/Auckland', 'Europe/London'])('in %s', (zone) => {
  test('a day is the same day, and distances are whole, whatever summer time does', () => {
    process.env.TZ = zone;
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    expect(new Date(timeOfDay('2021-07-15')).toISOString()).toBe('2021-07-15T00:00:00.000Z');
    // Clocks change in both hemispheres between these two.
    expect(daysBetween('2021-03-01', '2021-11-30')).toBe(274);
    expect(daysBetween('2021-11-30', '2021-03-01')).toBe(-274);
    expect(dayOfInstant(new Date('2026-11-27T23:59:59Z'))).toBe('2026-11-27');
    expect(yearsOfDay('2024-03-31') - yearsOfDay('2023-03-31')).toBeCloseTo(1, 2);
  });
});

test('years are counted whole, as birthdays are', () => {
  expect(wholeYearsBetween('2021-07-15', '2026-07-14')).toBe(4);
  expect(wholeYearsBetween('2021-07-15', '2026-07-15')).toBe(5);
  expect(wholeYearsBetween('2024-02-29', '2027-02-28')).toBe(2);
  expect(wholeYearsBetween('2026-11-27', '2026-01-05')).toBe(-1);
});

test('what is no day has no time', () => {
  expect(timeOfDay('2021')).toBeNaN();
  expect(timeOfDay('')).toBeNaN();
  expect(timeOfDay('2021-13-40')).toBeNaN();
});

test('nothing else in server and web makes an instant of a day', () => {
  const files = globSync('{server,web}/**/*.{ts,tsx}', { cwd: PROJECT }).filter(
    (file) => !/testing|\.test\.|contract\/days\.ts$/.test(file),
  );
  expect(files.length).toBeGreaterThan(400);
  const found = files.filter((file) =>
    /Date\.parse|toLocaleDateString|DateTimeFormat/.test(readFileSync(join(PROJECT, file), 'utf8')),
  );
  // Marks of an axis are made of times, and say so: they name the zone.
  expect(found).toEqual(['web/shared/charts/time-ticks.ts']);
  expect(readFileSync(join(PROJECT, 'web/shared/charts/time-ticks.ts'), 'utf8')).toContain("timeZone: 'UTC'");
});
