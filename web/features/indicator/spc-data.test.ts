import { expect, test } from 'vitest';
import type { SpcReply } from '../../../server/contract/spc-reply.ts';
import { endTime } from '../../shared/charts/trend-data.ts';
import { dotPath, phaseSpans, spcDots, spcTicks } from './spc-data.ts';

const shown = (value: number) => ({ status: 'shown', value, interval: 'none', basis: 'published' }) as const;
const point = (period: string, estimate: SpcReply['points'][number]['estimate']) => ({
  period,
  label: period,
  estimate,
  meaning: 'common-cause' as const,
  rule: 'none' as const,
  side: 'none' as const,
});
const phase = (from: string, to: string, mean: number, limits: SpcReply['limits']) =>
  ({ from, to, mean, limits }) as SpcReply['phases'][number];
const reply = {
  points: [
    point('2019', shown(10)),
    point('2020', { status: 'missing', reason: 'not-available', explanation: 'None.' }),
    point('2021', shown(12)),
  ],
  phases: [phase('2019', '2021', 11, { lower: 5, upper: 17 })],
  target: null,
} as unknown as SpcReply;

test('a period without a figure breaks the line', () => {
  expect(spcDots(reply).map(({ value }) => value)).toEqual([10, null, 12]);
});

test('limits and target lie within the picture, and its ticks are round', () => {
  expect(spcTicks(reply)).toEqual([0, 5, 10, 15, 20]);
  const target = { value: 95 } as SpcReply['target'];
  expect(spcTicks({ ...reply, target })).toEqual([0, 20, 40, 60, 80, 100]);
  const level = { ...reply, phases: [phase('2019', '2021', 11, null)], points: [point('2019', shown(11))] };
  expect(spcTicks(level)).toEqual([10.8, 11, 11.2]);
  expect(
    spcTicks({ ...reply, phases: [phase('2019', '2021', 0.2, { lower: 0.11, upper: 0.38 })], points: [] }),
  ).toEqual([0.1, 0.2, 0.3, 0.4]);
});

test('limits of an earlier phase lie within the picture too, and phases meet half way between their figures', () => {
  const phases = [
    phase('2018', '2019', 40, { lower: 38, upper: 42 }),
    phase('2021', '2022', 11, { lower: 5, upper: 17 }),
  ];
  expect(spcTicks({ ...reply, phases }).at(-1)).toBe(50);
  const [first, second] = phaseSpans({ phases });
  expect(first?.to).toBe(second?.from);
  expect(new Date(first?.to ?? 0).toISOString()).toBe('2020-12-30T12:00:00.000Z');
  expect(first?.from).toBe(endTime('2018'));
  expect(second?.to).toBe(endTime('2022'));
});

test('a dot points to its side', () => {
  expect(dotPath('high', 5)).toMatch(/^M 0 -6 /);
  expect(dotPath('low', 5)).toMatch(/^M 0 6 /);
  expect(dotPath('none', 5)).toContain(' a ');
});
