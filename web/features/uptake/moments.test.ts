import { expect, test } from 'vitest';
import { momentsOf, sliderPlace } from './moments.ts';
import { areasReply, PERIODS, share, withheld } from './testing-uptake.ts';

const reply = areasReply(
  { a: [share(10, 100), share(50, 100), share(70, 100)], b: [withheld, share(50, 100), share(50, 100)] },
  [share(30, 200), share(100, 200), share(120, 200)],
);

test('a value has the same colour at every date, and only values of one class share one', () => {
  const [first, second, third] = momentsOf(reply);
  expect(second?.paints.get('a')).toEqual(second?.paints.get('b'));
  expect(third?.paints.get('b')).toEqual(second?.paints.get('b'));
  const fills = [first, second, third].map((moment) => moment?.paints.get('a')?.fill);
  expect(new Set(fills).size).toBe(3);
});

test('a withheld figure has a pattern and no colour of the scale, and is read out as withheld', () => {
  const [first] = momentsOf(reply);
  expect(first?.paints.get('b')).toEqual({ fill: '#ffffff', pattern: 'withheld' });
  expect(first?.spoken.find(({ code }) => code === 'b')?.spoken).toBe('Ward b, Withheld');
});

test('an area without a figure at a date is missing there, not withheld and not zero', () => {
  const late = areasReply({ a: [share(1, 2)], b: [share(1, 2), share(1, 2), share(1, 2)] });
  expect(momentsOf(late)[0]?.paints.get('a')?.pattern).toBe('missing');
  expect(momentsOf(late)[2]?.paints.get('a')?.pattern).toBeUndefined();
});

test('a place without figures has none', () => {
  expect(momentsOf(areasReply({ a: [share(1, 2)] }))[0]?.whole).toBeUndefined();
});

test('stands at the date named, else at the newest before it, else at the first', () => {
  expect(sliderPlace(PERIODS, '2021-06-30')).toBe(1);
  expect(sliderPlace(PERIODS, '2021-07-01')).toBe(1);
  expect(sliderPlace(PERIODS, '2020-12-31')).toBe(0);
  expect(sliderPlace(PERIODS, undefined)).toBe(2);
});
