/** The town that examples in comments speak of: one borough of two wards, one indicator by ethnic group over two years. */
import { catalogueToday } from '../indicators/released-catalogue.ts';
import { PartFigures } from './figures/part.ts';
import { groupFigures } from './groups/group-figures.ts';
import { groupQuestion } from './groups/question.ts';
import { type CountsByGroup, indicatorOf, place, rowOf, seriesOf } from './groups/testing-question.ts';
import { snapshotOf } from './release/snapshot.ts';

const areas = [
  { ...place, parents: [...place.parents] },
  { code: 'E05000001', name: 'Ash', type: 'ward' as const, parents: [place] },
  { code: 'E05000002', name: 'Birch', type: 'ward' as const, parents: [place] },
].map((area) => ({ ...area, version_id: 1, edition: '2025', illustrative: false }));

/** By period and area: people with the outcome, and people. */
const counts: Readonly<Record<string, Readonly<Record<string, CountsByGroup>>>> = {
  '2023-24': {
    E09000099: { all: [220, 400], asian: [40, 100], white: [180, 300] },
    E05000001: { all: [100, 200], asian: [15, 50], white: [85, 150] },
    E05000002: { all: [120, 200], asian: [25, 50], white: [95, 150] },
  },
  '2024-25': {
    E09000099: { all: [245, 400], asian: [50, 100], white: [195, 300] },
    E05000001: { all: [100, 200], asian: [20, 50], white: [80, 150] },
    E05000002: { all: [145, 200], asian: [30, 50], white: [115, 150] },
  },
};

const indicator = {
  ...indicatorOf({}),
  // Any measure whose areas are of no edition of their own.
  measure: 'residents-single-year',
  finestArea: 'ward' as const,
  areaTypes: ['ward', 'borough'] as const,
};
const groups = ['all', 'asian', 'white'];
const series = seriesOf(indicator.id, groups);
const rows = Object.entries(counts).flatMap(([period, byArea]) =>
  areas.flatMap((area) =>
    groups.flatMap((group, at) => {
      const pair = byArea[area.code]?.[group];
      return pair === undefined ? [] : [rowOf(at + 1, period, pair, 'published', area)];
    }),
  ),
);
const coverage = series.map(
  ({ id }) =>
    [
      id,
      Object.keys(counts).flatMap((period) =>
        (['ward', 'borough'] as const).map((area_type) => {
          const held = areas.filter(({ type }) => type === area_type).length;
          return { area_type, period, basis: 'published' as const, areas: held, shown: held };
        }),
      ),
    ] as const,
);
const version = {
  id: 1,
  dataset: 'made-up',
  policy: 'as-published' as const,
  policy_numbers: null,
  told_elsewhere: [],
  title: 'Made up',
  recorded: 'when-published' as const,
  published_at: '2025-10-30',
  content_sha256: '',
  estimates: rows.length,
  withheld: 0,
};
const snapshot = snapshotOf({
  release: 1,
  versions: [version],
  catalogue: catalogueToday(),
  areas,
  series,
  coverage: new Map(coverage),
  judgement: { rule: null, answers: new Map(), thresholds: { real: 1, synthetic: 1 } },
});
const context = { snapshot, place, wardFifths: new Map<string, number>() };
const [borough, ash] = areas;
const [everyone] = snapshot.seriesOf(indicator.id);
if (borough === undefined || ash === undefined || everyone === undefined)
  throw new Error('the town has a borough, wards and a series');
const question = groupQuestion(indicator, borough, { by: 'ethnicGroup' }, context);
const figures = new PartFigures(rows, null);

/** By the names examples use. */
export const town = {
  place,
  borough,
  ash,
  indicator,
  snapshot,
  context,
  rows,
  figures,
  question,
  found: groupFigures(question, figures, '2024-25'),
  wards: { indicator, series: everyone, areaType: 'ward' as const, period: '2024-25' },
};
