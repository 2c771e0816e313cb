import { expect, test } from 'vitest';
import type { ComparedAreaEstimate } from '../../../server/contract/estimate.ts';
import { answer } from '../../testing-answer.ts';
import { rankedOf } from './ranked.ts';

const area = (value: number): ComparedAreaEstimate => ({
  code: `A${value}`,
  name: `Area ${value}`,
  verdict: 'similar',
  ...answer,
  status: 'shown',
  value,
  interval: 'none',
  basis: 'published',
});
const withheld = (n: number): ComparedAreaEstimate => ({
  code: `W${n}`,
  name: `Withheld ${n}`,
  verdict: 'not-compared',
  ...answer,
  status: 'withheld',
  reason: 'small-counts',
  explanation: 'Small.',
});
const areas = (n: number) => Array.from({ length: n }, (_, index) => area(index));

test('few areas are all shown', () => {
  expect(rankedOf(areas(23))).toEqual({ first: areas(23), between: 0, last: [] });
});

test('of many areas both ends are shown, and every area is counted once', () => {
  const { first, between, last } = rankedOf([...areas(170), withheld(1), withheld(2)]);
  expect(first.map(({ code }) => code)).toEqual(areas(10).map(({ code }) => code));
  expect(last.at(-1)?.code).toBe('A169');
  expect(first.length + between + last.length).toBe(172);
});

test('few figures among many areas are shown once', () => {
  const { first, between, last } = rankedOf([
    ...areas(12),
    ...Array.from({ length: 40 }, (_, n) => withheld(n)),
  ]);
  expect([...first, ...last].map(({ code }) => code)).toEqual(areas(12).map(({ code }) => code));
  expect(between).toBe(40);
});
