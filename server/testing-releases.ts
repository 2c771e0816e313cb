/** Three releases made by hand in a made-up place, for tests that write every sentence out. */
import { topology } from 'topojson-server';
import type { Database } from '../db/connect.ts';
import type { AllTables } from '../db/desk-schema.ts';
import { load, loadPlace, testPlace } from './ingest/testing.ts';
import { runPublish } from './publish/run.ts';

type Row = readonly [measure: string, period: string, area: string, value: number | 'withheld'];

const BOROUGH = testPlace.code;
const ENGLAND = 'E92000001';

const file = (rows: readonly Row[], fifths: readonly string[] = []) => ({
  name: 'figures.csv',
  content: [
    'measure,period,area_type,area_code,value,status,deprivation,lower95,upper95',
    ...rows.map(([measure, period, area, value]) => {
      const type = area === BOROUGH ? 'borough' : 'country';
      const cells = value === 'withheld' ? ['', 'withheld'] : [value, ''];
      return [measure, period, type, area, ...cells, '', '', ''].join(',');
    }),
    ...fifths,
  ].join('\n'),
});

/** Readmissions of 2,000 discharges in each fifth: synthetic, so no sentence may speak of them. */
const readmissions = (period: string, byFifth: readonly number[]) => {
  const line = (measure: string, value: number, fifth: number | '') =>
    `${measure},${period},borough,${BOROUGH},${value},,${fifth},,`;
  const id = 'readmissions-within-30-days';
  const total = byFifth.reduce((sum, n) => sum + n, 0);
  return [
    line(id, total, ''),
    line(`${id}-among`, 2000 * byFifth.length, ''),
    ...byFifth.flatMap((n, at) => [line(id, n, at + 1), line(`${id}-among`, 2000, at + 1)]),
  ];
};

const mmr = (period: string, vaccinated: number | 'withheld', area = BOROUGH, children = 1000): Row[] => [
  ['mmr-1-at-2-years', period, area, vaccinated],
  ['children-reaching-2-years', period, area, children],
];
const hexavalent = (period: string, vaccinated: number): Row[] => [
  ['6-in-1-at-1-year', period, BOROUGH, vaccinated],
  ['children-reaching-1-year', period, BOROUGH, 1000],
];

const targets = {
  kind: 'targets',
  synthetic: false,
  date: '2026-01-05',
  sources: [
    { id: 'board', publisher: 'Exampleton board', title: 'Minutes of a meeting', date: '2026-01-05' },
  ],
  targets: [
    { id: 'a', title: '95%', indicator: 'mmr-1-at-2-years', value: 95, source: 'board', synthetic: false },
    {
      id: 'b',
      title: '90% by 2030',
      indicator: '6-in-1-at-1-year',
      value: 90,
      due: '2030-03-31',
      source: 'board',
      synthetic: false,
    },
  ],
};

const square = (west: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, 51],
      [west, 51.1],
      [west + 0.1, 51.1],
      [west + 0.1, 51],
      [west, 51],
    ],
  ],
});
/** Outlines of the two wards of the made-up place. */
export const outlines = () =>
  topology(
    {
      'ward 2025': {
        type: 'FeatureCollection',
        features: [0, 0.1].map((west, at) => ({
          type: 'Feature',
          id: `E0500000${at + 1}`,
          properties: {},
          geometry: square(west),
        })),
      },
    } as never,
    1e4,
  );

const releases: readonly ((database: Database<AllTables>) => Promise<readonly string[]>)[] = [
  async (database) => {
    await loadPlace(database);
    await load(database, 'outlines', [{ name: 'outlines.json', content: JSON.stringify(outlines()) }]);
    await load(database, 'documents', [{ name: 'targets.json', content: JSON.stringify(targets) }]);
    await load(database, 'plain', [
      file(
        [
          ...mmr('2022-23-Q4', 900),
          ...mmr('2023-24-Q4', 850),
          ...mmr('2023-24-Q4', 89_000, ENGLAND, 100_000),
          ...hexavalent('2022-23-Q4', 920),
          ...hexavalent('2023-24-Q4', 915),
          ['social-care-quality-of-life', '2021-22', BOROUGH, 0.385],
        ],
        [
          ...readmissions('2022-23', [330, 300, 280, 260, 225]),
          ...readmissions('2023-24', [340, 300, 280, 260, 220]),
        ],
      ),
    ]);
    return ['geography', 'childhood-vaccination', 'adult-social-care', 'hospital-care-and-flu', 'documents'];
  },
  async (database) => {
    await load(database, 'plain', [
      file([
        ...mmr('2023-24-Q4', 860),
        ...mmr('2024-25-Q4', 905),
        ...mmr('2024-25-Q4', 89_000, ENGLAND, 100_000),
        ...hexavalent('2024-25-Q4', 960),
      ]),
    ]);
    return ['childhood-vaccination'];
  },
  async (database) => {
    // A publisher protects a figure it had published before: whoever loads that says so.
    await load(
      database,
      'plain',
      [
        file(
          [...mmr('2024-25-Q4', 'withheld'), ...hexavalent('2024-25-Q4', 918)],
          [
            `campylobacter-incidence,2016,borough,${BOROUGH},100,,,90,110`,
            `campylobacter-incidence,2017,borough,${BOROUGH},60,,,52,69`,
            ...readmissions('2024-25', [250, 240, 230, 220, 210]),
          ],
        ),
      ],
      { acceptRemovals: true },
    );
    return ['childhood-vaccination', 'health-protection', 'hospital-care-and-flu'];
  },
];

/** Loads and publishes one of the three, in their order. */
export async function publishRelease(database: Database<AllTables>, number: 1 | 2 | 3): Promise<void> {
  const prepare = releases[number - 1];
  if (prepare === undefined) throw new Error(`there is no release ${number}`);
  const datasets = await prepare(database);
  const now = () => new Date(`2026-0${number}-05T09:00:00Z`);
  await runPublish(datasets, { database, place: testPlace, now });
}
