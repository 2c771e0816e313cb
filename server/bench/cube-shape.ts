/** Cubes of doses by ward, ethnic group, age and week, of any size: what they are called, and files with their figures. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { ethnicSchemes } from '../contract/dimensions.ts';
import { define } from '../indicators/catalogue.ts';
import type { Indicator } from '../indicators/indicator.ts';

export interface CubeShape {
  readonly doses: number;
  readonly groups: number;
  readonly bands: number;
  readonly weeks: number;
}

/** With 23 wards 1.8 million cells. */
export const WHOLE_CUBE: CubeShape = { doses: 4, groups: 20, bands: 8, weeks: 120 };
/** At most a hundredth of its cells: as many weeks of few strata. */
export const HUNDREDTH: CubeShape = { doses: 1, groups: 6, bands: 1, weeks: 120 };

export const CUBE_DATASET = 'bench-cube';
const PEOPLE = `${CUBE_DATASET}-people`;
const PEOPLE_PERIOD = '2021';
export const scheme = 'census-2021-19' as const;
const GROUPS = ethnicSchemes.find(({ id }) => id === scheme)?.groups.map(({ id }) => id) ?? [];
const BANDS = ['0-15', '16-24', '25-34', '35-49', '50-64', '65-74', '75-84', '85-plus'] as const;
const DAY = 86_400_000;

export const doseIds = (shape: CubeShape) =>
  Array.from({ length: shape.doses }, (_, dose) => `${CUBE_DATASET}-dose-${dose + 1}`);
export const groupsOfCube = (shape: CubeShape) => GROUPS.slice(0, shape.groups);
export const bandsOfCube = (shape: CubeShape) => BANDS.slice(0, shape.bands);
export const weeksOf = (shape: CubeShape) =>
  Array.from({ length: shape.weeks }, (_, week) =>
    new Date(Date.UTC(2020, 11, 10) + week * 7 * DAY).toISOString().slice(0, 10),
  );

/** Adds the largest cube to the catalogue of this process: a smaller one leaves some of it empty. */
export function defineCube(): void {
  const counted = {
    valueType: 'count',
    combine: 'sum',
    editions: { ward: '2025' },
    synthetic: true,
  } as const;
  define({
    datasets: [{ id: CUBE_DATASET, title: 'Cube of doses', policy: 'as-published' }],
    measures: [PEOPLE, ...doseIds(WHOLE_CUBE)].map((id) => ({ ...counted, id, title: id })),
    indicators: doseIds(WHOLE_CUBE).map(indicatorOf),
  });
}

const indicatorOf = (id: string): Indicator => ({
  id,
  title: id,
  shortTitle: id,
  dataset: CUBE_DATASET,
  aim: 'outcomes',
  kind: 'service',
  counted: 'people',
  ageAdjusted: null,
  valueType: 'proportion',
  unit: 'percent',
  decimals: 1,
  polarity: 'higher-is-better',
  periodKind: 'cumulative',
  populationGroups: [{ id: 'all', membership: 'Everyone.', ageBands: BANDS }],
  finestArea: 'ward',
  areaTypes: ['ward', 'borough'],
  strata: [{ ageBands: BANDS, ethnicGroups: GROUPS.map((group) => ({ scheme, group })) }],
  measure: id,
  denominators: [{ id: '', title: 'People', measure: PEOPLE, period: PEOPLE_PERIOD }],
  numerator: 'People with the dose.',
  denominator: 'People.',
  method: 'Counts made by a formula.',
  source: { title: '', publisher: '', url: 'https://example.org', published: '', licence: '' },
  caveats: [],
  disclosureRule: 'Made by a formula: nobody stands behind it.',
});

/** Writes the figures in the plain layout; people first, then each dose so far, week by week. @returns how many cells of doses. */
export async function writeCube(path: string, wards: readonly string[], shape: CubeShape): Promise<number> {
  const file = createWriteStream(path);
  file.write('measure,period,area_type,area_code,ethnic_scheme,ethnic_group,age_band,value\n');
  const weeks = weeksOf(shape);
  let cells = 0;
  for (const [at, ward] of wards.entries()) {
    for (const [group, groupId] of groupsOfCube(shape).entries()) {
      for (const [band, bandId] of bandsOfCube(shape).entries()) {
        const people = 20 + ((at * 31 + group * 17 + band * 7) % 200);
        const about = `ward,${ward},${scheme},${groupId},${bandId}`;
        let lines = `${PEOPLE},${PEOPLE_PERIOD},${about},${people}\n`;
        for (const [dose, id] of doseIds(shape).entries()) {
          for (const [week, period] of weeks.entries()) {
            const reached = Math.min(1, Math.max(0, week - 8 * dose) / 100);
            lines += `${id},${period},${about},${Math.floor(people * reached)}\n`;
            cells++;
          }
        }
        if (!file.write(lines)) await once(file, 'drain');
      }
    }
  }
  file.end();
  await once(file, 'finish');
  return cells;
}
