/** A table in our shape that a server publishes in full: every ward, ethnic group and age band, with, without and all. */
import { parse } from 'csv-parse/sync';
import { topology } from 'topojson-server';
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import { shapeCells } from '../../fixtures/generate/shape.ts';
import { ethnicSchemes, nestedEthnicSchemes } from '../contract/dimensions.ts';
import { readInnerCells } from '../disclosure/inner-file.ts';
import type { Table } from '../disclosure/table/table.ts';
import { define, indicators } from '../indicators/catalogue.ts';
import { type CountPart, type CountTable, countTables, PEOPLE_DATASET } from '../indicators/count-tables.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Measure } from '../indicators/measure.ts';
import { load, testPlace } from '../ingest/testing.ts';
import { runPublish } from '../publish/run.ts';

export interface InnerCell {
  readonly ward: string;
  readonly neighbourhood: string;
  readonly ethnicGroup: string;
  readonly ageBand: string;
  readonly people: number;
  readonly having: number;
}

const AGE_BANDS = ['0-15', '16-64', '65-79', '80-plus'] as const;

export const shapeTable: CountTable = {
  id: 'shape',
  dataset: PEOPLE_DATASET,
  people: 'shape-people',
  with: 'shape-with',
  without: 'shape-without',
  synthetic: true,
  areas: { type: 'ward', edition: '2025' },
  schemes: ['census-2021-19', 'census-2021-5'],
  ageBands: AGE_BANDS,
};

const nineteenInFive = nestedEthnicSchemes.find(({ finer }) => finer === 'census-2021-19') ?? {
  groupOf: {} as Record<string, string>,
};
const groupsOf = (scheme: string) => ethnicSchemes.find(({ id }) => id === scheme)?.groups ?? [];

/** Adds the table to the catalogue of this process: what it publishes is data, as everything there. */
export function catalogueShape(): void {
  (countTables as CountTable[]).push(shapeTable);
  for (const part of ['people', 'with', 'without'] as const) addPart(part);
}

function addPart(part: Exclude<CountPart, 'share'>): void {
  const measure = shapeTable[part];
  const added: Measure = {
    id: measure,
    title: `Example: ${part}`,
    valueType: 'count',
    combine: 'sum',
    editions: { ward: '2025' },
    synthetic: true,
  };
  const ageBands = ['all', ...AGE_BANDS];
  const ethnicGroups = shapeTable.schemes.flatMap((scheme) =>
    groupsOf(scheme).map(({ id: group }) => ({ scheme, group })),
  );
  const { allAges: _, ...like } = indicators.find(
    ({ countTable }) => countTable !== undefined && countTable.part !== 'share',
  ) as Indicator;
  const shown = {
    ...like,
    id: measure,
    measure,
    title: added.title,
    shortTitle: added.title,
    populationGroups: [{ id: 'all', membership: 'Everyone.', ageBands: ageBands as [string, ...string[]] }],
    strata: [{ ageBands }, { ageBands, ethnicGroups }],
    countTable: { id: shapeTable.id, part },
  } as Indicator;
  define({ measures: [added], indicators: [shown] });
}

/** Loads and publishes the table, and nothing else, in the made-up place. */
export async function publishShape(
  database: Database<AllTables>,
  cells: readonly InnerCell[],
  options: { readonly rulesOnly?: boolean } = {},
): Promise<void> {
  await loadWards(database, new Map(cells.map(({ ward, neighbourhood }) => [ward, neighbourhood])));
  await load(database, 'people-counts', [{ name: 'shape.csv', content: extract(cells) }]);
  await runPublish(['geography', PEOPLE_DATASET], {
    database,
    place: testPlace,
    now: () => new Date('2026-01-05T09:00:00Z'),
    ...options,
  });
}

/**
 * Loads wards with their neighbourhoods, and outlines of them.
 *
 * @param wards the neighbourhood of each.
 * @param more areas of other types, as lines of type, edition, code, name and borough.
 */
export async function loadWards(
  database: Database<AllTables>,
  wards: ReadonlyMap<string, string>,
  more: readonly string[] = [],
): Promise<void> {
  const area = (type: string, edition: string, code: string) =>
    `${type},${edition},${code},${code},${testPlace.code}`;
  const neighbourhoods = [...new Set(wards.values())].map((code) =>
    area('neighbourhood', 'illustrative', code),
  );
  const areas = [...[...wards.keys()].map((code) => area('ward', '2025', code)), ...neighbourhoods, ...more];
  const links = [...wards].map(
    ([ward, neighbourhood]) => `ward,2025,${ward},neighbourhood,illustrative,${neighbourhood},1`,
  );
  await load(database, 'plain', [
    { name: 'areas.csv', content: `type,edition,code,name,borough_code\n${areas.join('\n')}\n` },
    {
      name: 'links.csv',
      content: `from_type,from_edition,from_code,to_type,to_edition,to_code,weight\n${links.join('\n')}\n`,
    },
  ]);
  await load(database, 'outlines', [{ name: 'outlines.json', content: outlines([...wards.keys()]) }]);
}

/** A square for each ward, in a row. */
function outlines(wards: readonly string[]): string {
  const square = (west: number) => [
    [
      [west, 51],
      [west, 51.1],
      [west + 0.1, 51.1],
      [west + 0.1, 51],
      [west, 51],
    ],
  ];
  const features = wards.map((id, place) => ({
    type: 'Feature',
    id,
    properties: {},
    geometry: { type: 'Polygon', coordinates: square(place / 10) },
  }));
  return JSON.stringify(topology({ 'ward 2025': { type: 'FeatureCollection', features } } as never, 1e4));
}

/** Nobody of unknown ethnicity: the table in our shape has none, and every group is asked for. */
function extract(cells: readonly InnerCell[]): string {
  const lines = cells.map(({ ward, ethnicGroup, ageBand, people, having }) => [
    ward,
    ethnicGroup,
    ageBand,
    people,
    having,
  ]);
  const unknown = [...new Set(cells.map(({ ward }) => ward))].flatMap((ward) =>
    AGE_BANDS.map((ageBand) => [ward, 'unknown', ageBand, 0, 0]),
  );
  return [
    'table,period,area_code,ethnic_group,age_band,people,with',
    ...[...lines, ...unknown].map((line) => `shape,2024-25,${line.join()}`),
  ].join('\n');
}

interface OutcomeCell {
  readonly ward: string;
  readonly neighbourhood: string;
  readonly ethnicGroup: string;
  /** One of four groups of people: they stand in for age bands. */
  readonly group: string;
  readonly isWith: boolean;
  readonly people: number;
}

/** Inner cells of with and without, put beside each other. */
function innerCells(cells: readonly OutcomeCell[]): InnerCell[] {
  const groups = [...new Set(cells.map(({ group }) => group))];
  const key = ({ ward, ethnicGroup, group }: OutcomeCell) => `${ward} ${ethnicGroup} ${group}`;
  return [...Map.groupBy(cells, key).values()].flatMap((both) => {
    const [first] = both;
    if (first === undefined) return [];
    const { ward, neighbourhood, ethnicGroup, group } = first;
    const having = both.find(({ isWith }) => isWith)?.people ?? 0;
    const people = both.reduce((sum, one) => sum + one.people, 0);
    return [
      { ward, neighbourhood, ethnicGroup, ageBand: AGE_BANDS[groups.indexOf(group)] ?? '', people, having },
    ];
  });
}

/** A random table in our shape, or those wards of it. */
export const seededShape = (seed: number, wards?: readonly string[]): InnerCell[] =>
  innerCells(
    shapeCells(seed)
      .filter(({ ward }) => wards?.includes(ward) ?? true)
      .map(({ populationGroup, outcome, ...cell }) => ({
        ...cell,
        group: populationGroup,
        isWith: outcome === 'with',
      })),
  );

/** Inner cells from a file with the columns ward, eth, grp, out, nb, eth5 and n; its ethnic codes stand for ours. */
export function shapeFrom(csv: string): InnerCell[] {
  const rows = parse(csv, { columns: true }) as Record<
    'ward' | 'eth' | 'grp' | 'out' | 'nb' | 'eth5' | 'n',
    string
  >[];
  const finer = Object.entries(nineteenInFive.groupOf);
  const groupOf = new Map<string, string>();
  for (const [five, own] of Map.groupBy(rows, ({ eth5 }) => eth5)) {
    const groups = finer.filter(([, above]) => above === five.toLowerCase()).map(([group]) => group);
    for (const [place, code] of [...new Set(own.map(({ eth }) => eth))].sort().entries())
      groupOf.set(code, groups[place] ?? '');
  }
  return innerCells(
    rows.map(({ ward, nb, eth, grp, out, n }) => ({
      ward,
      neighbourhood: nb.replaceAll(' ', '-'),
      ethnicGroup: groupOf.get(eth) ?? '',
      group: grp,
      isWith: out === 'vaccinated',
      people: Number(n),
    })),
  );
}

/** The same table as `npm run protect` would take it, its cells named as the attack names them. */
export function shapeAsTable(cells: readonly InnerCell[]): Table {
  const lines = cells.flatMap(({ ward, neighbourhood, ethnicGroup, ageBand, people, having }) => {
    const five = `census-2021-5/${nineteenInFive.groupOf[ethnicGroup]}`;
    const about = [ward, neighbourhood, `census-2021-19/${ethnicGroup}`, five, ageBand];
    return [[...about, 'with', having].join(), [...about, 'without', people - having].join()];
  });
  return readInnerCells(['area,neighbourhood,ethnicGroup,five,ageBand,outcome,n', ...lines].join('\n'), {
    area: [['area', 'neighbourhood']],
    ethnicGroup: [['ethnicGroup', 'five']],
    ageBand: [['ageBand']],
    outcome: [['outcome']],
  });
}
