import { expect, test } from 'vitest';
import type { SelectedArea, SelectedSeries, SelectedVersion } from '../../../db/queries/releases.ts';
import type { CoverageRow } from '../../../db/schema.ts';
import type { BoardReply } from '../../contract/board-reply.ts';
import { catalogueToday } from '../../indicators/released-catalogue.ts';
import { snapshotOf } from '../../judge/release/snapshot.ts';
import { csvOf } from '../tables/csv.ts';
import { changesTable } from './changes-table.ts';
import { changesView, type Side } from './changes-view.ts';

const borough: SelectedArea = {
  version_id: 1,
  type: 'borough',
  edition: '2025',
  code: 'E09000099',
  name: 'Exampleton',
  parents: [],
  illustrative: false,
};
const version = (id: number, dataset: string): SelectedVersion => ({
  id,
  dataset,
  policy: 'as-published',
  policy_numbers: null,
  told_elsewhere: [],
  title: 'Made up',
  recorded: 'when-published' as const,
  published_at: '2026-01-05T09:00:00Z',
  content_sha256: String(id),
  estimates: 1,
  withheld: 0,
});

/** A release that holds the indicators named, each with a figure of one period. */
function side(id: number, held: Readonly<Record<string, string>>): Side {
  const versions = Object.keys(held).map((_, at) => version(10 * id + at, `dataset-${at}`));
  const series = Object.keys(held).map(
    (indicator, at): SelectedSeries => ({
      id: at + 1,
      version_id: 10 * id + at,
      indicator,
      denominator: '',
      ethnic_group: 'all',
      age_band: 'all',
      sex: 'all',
      deprivation: 'all',
    }),
  );
  const coverage = Object.values(held).map(
    (period, at): CoverageRow => ({
      series_id: at + 1,
      area_type: 'borough',
      period,
      basis: 'published',
      areas: 1,
      shown: 1,
    }),
  );
  const board: BoardReply = {
    release: id,
    asOf: '2026-01-05',
    query: { area: borough.code },
    area: borough,
    populationGroups: [],
    opening: [],
    changed: null,
    aims: [],
    tests: {
      real: { compared: 0, expectedByChance: 0 },
      synthetic: { compared: 0, expectedByChance: 0 },
      method: '',
    },
  };
  const release = { id, published_at: `2026-0${id}-05T09:00:00Z`, versions };
  return {
    release,
    snapshot: snapshotOf({
      release: id,
      versions,
      catalogue: catalogueToday(),
      areas: [borough],
      series,
      coverage: Map.groupBy(coverage, (row) => row.series_id),
    }),
    judged: { board, rule: null, catalogue: catalogueToday() },
  };
}

test('an indicator only one release holds is new or discontinued, and its period is no new period', () => {
  const before = side(1, { 'smoking-adults': '2023', anxiety: '2022-23' });
  const after = side(2, { 'smoking-adults': '2024', 'overweight-adults': '2023-24' });
  const changes = changesView(borough, before, after, [], [], []);
  expect(changes.summary).toEqual([
    'New periods: Smoking (2024).',
    'New indicators: Overweight adults.',
    'Discontinued indicators: Anxiety.',
  ]);
  expect(changes.newPeriods.map(({ indicator }) => indicator)).toEqual(['smoking-adults']);
  expect(csvOf(changesTable(changes))).toContain('Discontinued indicator,anxiety,Feelings of anxiety');
});

test('says so where nothing changed', () => {
  const same = { 'smoking-adults': '2023' };
  const changes = changesView(borough, side(1, same), side(2, same), [], [], []);
  expect(changes.summary).toEqual(['No real figure of Exampleton changed.']);
});
