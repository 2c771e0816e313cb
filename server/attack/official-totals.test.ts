import { expect, test } from 'vitest';
import type { IndicatorReply } from '../contract/replies.ts';
import type { DoseSystem } from './dose-system.ts';
import type { GatheredFigure } from './figure.ts';
import { officialTotals } from './official-totals.ts';

const AGES = ['16-49', '50-64', '65-plus'];
const PERIOD = '2021-06-30';
const official = (
  ageBand: string,
  numerator: number,
  denominator: number,
  area = 'E09000099',
): GatheredFigure => ({
  release: 1,
  indicator: 'official',
  period: PERIOD,
  area,
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
const system: Pick<DoseSystem, 'cellOf' | 'ageBands'> = {
  // Cells of the place come first; those of a small area behind them.
  cellOf: ({ area, stratum }, stage) =>
    stages.includes(stage) && AGES.includes(stratum.ageBand)
      ? (area === 'E09000099' ? 0 : 100) + 3 * stages.indexOf(stage) + AGES.indexOf(stratum.ageBand)
      : undefined,
  ageBands: AGES,
};
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

test('those of small areas come with the place they agree in, and narrower ages make up a wider one', () => {
  const place = [official('16-49', 401, 900), official('50-64', 302, 498), official('65-plus', 99, 101)];
  const small = [
    official('16-49', 41, 90, 'M1'),
    official('65-79', 6, 9, 'M1'),
    official('80-plus', 3, 4, 'M1'),
  ];
  const known = around(400, 300, 100, 900, 500, 100);
  const all = officialTotals([...place, ...small], definitions, system, known);
  expect([all.get(100), all.get(103), all.get(101)]).toEqual([41, 90, undefined]);
  expect([all.get(102), all.get(105)]).toEqual([9, 13]);
  expect(officialTotals(small, definitions, system, known).size).toBe(0);
});
