import { expect, test } from 'vitest';
import type { Estimate } from '../../../server/contract/estimate.ts';
import { intervalScale } from './interval-scale.ts';

const shown = (value: number, lower95?: number, upper95?: number): Estimate => ({
  status: 'shown',
  value,
  interval: lower95 === undefined ? 'none' : 'ours',
  ...(lower95 !== undefined && { lower95 }),
  ...(upper95 !== undefined && { upper95 }),
  basis: 'published',
});

test('the line holds every value and limit, in order, with room at both ends', () => {
  const scale = intervalScale([shown(50, 40, 60), shown(70), null]);
  const places = [40, 50, 60, 70].map((value) => scale?.at(value) ?? Number.NaN);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  expect(places.at(-1)).toBeLessThan(100);
});

test('one value alone lies in the middle, zero too', () => {
  expect(intervalScale([shown(12)])?.at(12)).toBe(50);
  expect(intervalScale([shown(0)])?.at(0)).toBe(50);
});

test('what is withheld or missing leaves no trace', () => {
  expect(
    intervalScale([
      { status: 'withheld', reason: 'small-counts', explanation: '' },
      { status: 'missing', reason: 'not-available', explanation: '' },
      null,
    ]),
  ).toBe(undefined);
});
