import { expect, test } from 'vitest';
import type { IndicatorReply } from '../contract/replies.ts';
import type { DoseSystem } from './dose-system.ts';
import type { Figure } from './figure.ts';
import { officialTotals } from './official-totals.ts';

const AGES = ['16-49', '50-64', '65-plus'];
const PERIOD = '2021-06-30';
const official = (ageBand: string, numerator: number, denominator: number): Figure => ({
  release: 1,
  indicator: 'official',
  period: PERIOD,
  area: 'E09000099',
  stratum: { ethnicGroup: 'all', ageBand, sex: 'all', deprivation: 'all' },
  estimate: {
    status: 'shown',
    value: (100 * numerator) / denominator,
    interval: 'ours',
    basis: 'published',
    numerator,
    denominator,
  },
});
const definitions = [{ doseTable: { dose: 'first' } }] as IndicatorReply[];
const stages = [`first ${PERIOD}`, 'people'];
const system = {
  cellOf: ({ stratum }, stage) =>
    stages.includes(stage) ? 3 * stages.indexOf(stage) + AGES.indexOf(stratum.ageBand) : undefined,
} as DoseSystem;
const around = (...counts: readonly number[]) =>
  new Map(counts.map((count, cell) => [cell, { lowest: count - 2, highest: count + 2 }]));

test('counts that agree with every rounded one are taken for exact, each on its own', () => {
  const officials = [official('16-49', 401, 900), official('50-64', 302, 498), official('65-plus', 99, 101)];
  const all = officialTotals(officials, definitions, system, around(400, 300, 100, 900, 500, 100));
  expect([...all.values()]).toEqual([900, 498, 101, 401, 302, 99]);
  const others = officialTotals(officials, definitions, system, around(400, 300, 100, 1200, 700, 300));
  expect([...others.values()]).toEqual([401, 302, 99]);
});

test('one that does not agree, or too few ages, and nothing is taken', () => {
  const officials = [official('16-49', 401, 900), official('50-64', 302, 498)];
  expect(officialTotals(officials, definitions, system, around(400, 300)).size).toBe(0);
  const third = [...officials, official('65-plus', 90, 101)];
  expect(officialTotals(third, definitions, system, around(400, 300, 100)).size).toBe(0);
});
