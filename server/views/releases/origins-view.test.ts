import { expect, test } from 'vitest';
import type { StoredOrigin } from '../../../db/queries/origins.ts';
import { childhoodVaccinations } from '../../indicators/childhood-vaccination.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { csvOf } from '../tables/csv.ts';
import { originsTable } from './origins-table.ts';
import { originsView } from './origins-view.ts';

const origin = (made: Partial<StoredOrigin>): StoredOrigin => ({
  part: 'counted',
  measure: 'made-up',
  period: '2024',
  area_type: 'borough',
  areas: null,
  load_id: 3,
  source: 'plain',
  title: 'Our own layout',
  loaded_at: '2026-01-05T09:00:00Z',
  name: 'figures.csv',
  sha256: 'ab',
  edition: '2025-07-24',
  ...made,
});
const [indicator] = childhoodVaccinations as [Indicator, ...Indicator[]];
const loadsOf = (rows: readonly StoredOrigin[], area?: { code: string; type: 'borough' | 'ward' }) =>
  originsView({ release: 1, indicator, ...(area && { area }) }, rows).origins.map(({ load }) => load);

test('an area has its figure from the file that brought its own, the newest period first', () => {
  const rows = [
    origin({ period: '2023', load_id: 1 }),
    origin({ areas: ['E09000099'], load_id: 2 }),
    origin({ areas: ['E09000001'] }),
  ];
  expect(loadsOf(rows)).toEqual([2, 3, 1]);
  expect(loadsOf(rows, { code: 'E09000099', type: 'borough' })).toEqual([2, 1]);
});

test('an area whose own were never observed has it from those it was made of', () => {
  const rows = [origin({ area_type: 'msoa', load_id: 4 }), origin({ area_type: 'lsoa', load_id: 5 })];
  expect(loadsOf(rows, { code: 'E05000001', type: 'ward' })).toEqual([4, 5]);
});

test('a file that does not say of which day it is has nothing under its edition in the CSV file', () => {
  const reply = originsView({ release: 1, indicator }, [origin({ edition: null })]);
  expect(reply.origins[0]).not.toHaveProperty('edition');
  expect(csvOf(originsTable(indicator, reply))).toContain('figures.csv,,2026-01-05T09:00:00Z,3');
});
