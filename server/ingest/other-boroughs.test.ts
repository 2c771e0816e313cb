/** Boroughs that a place is compared with: their figures are kept beside it, as figures of no place of their own. */
import { describe, expect, test } from 'vitest';
import { areaLists } from './known-areas.ts';
import { FileReading } from './reading.ts';
import { openSourceFile } from './source-file.ts';
import { sourceOf } from './sources.ts';
import { readBy, savedFiles, testPlace } from './testing.ts';

/** A file of each layout that holds districts: its header, and the row of one. */
const phof = [
  'public-health-outcomes',
  'area_code,area_name,area_type,period,indicator,measure,unit,value,compared_to_England,inequality',
  'E09000099,Exampleton,UA,2023 - 25,Life expectancy at birth,Life expectancy,Years,83.8,Better,Female',
] as const;
const files: readonly (readonly [source: string, header: string, row: string])[] = [
  phof,
  [
    'ons-local-statistics',
    'areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes',
    'E09000099,Exampleton,LAD,Female healthy life expectancy,2022-01-01/P3Y,62.7,Years,yrs,56.8,68.5,,',
  ],
  [
    'adult-social-care',
    'Financial year,Local authority code,Local authority name,Grouping,Measure,Code,Value,MADs_from_median',
    '2016-17,E09000099,Exampleton,LA_Raw,"Outcome, ASC Carer Quality of Life",ASC1,7.7,0.33',
  ],
  [
    'ons-borough-indicators',
    'unique,group,Geography,Indicator,Period,Measure,unit,real,value',
    'E09000099,Exampleton,District,Life satisfaction,04/2022 - 03/2023,Mean,Score out of 10,7.23,1.5',
  ],
  [
    'qof-prevalence',
    'lad_code,lad_name,group_code,register,list,prevalence',
    'E09000099,Exampleton,DM,60,1000,0.06',
  ],
  ['indices-of-deprivation-2025', 'ltla24_code,ltla24_name,imd_average_score', 'E09000099,Exampleton,23.3'],
  [
    'plain',
    'measure,period,area_type,area_code,value',
    'life-expectancy-at-birth,2023--2025,borough,E09000099,83.8',
  ],
];
const asOther = (row: string) =>
  row
    .replace('E09000099,Exampleton', 'E09000097,Sampleford')
    .replace('borough,E09000099', 'other-borough,E09000097');
const asStranger = (row: string) =>
  row
    .replace('E09000099,Exampleton', 'E09000096,Elsewhere')
    .replace('borough,E09000099', 'other-borough,E09000096');
const textOf = (header: string, ...rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
/** QOF's files say in their name alone what year they are of. */
const FILE = 'qof_prevalence_2019_20.csv';

describe.each(files)('%s', (source, header, row) => {
  test('keeps the place and the boroughs its file names, and counts any other as outside', async () => {
    const text = textOf(header, row, asOther(row), asStranger(row));
    const { items, problems, tally } = await readBy(sourceOf(source), text, { name: FILE });
    expect(problems).toEqual([]);
    expect(items.map((item) => item.kind === 'observation' && [item.areaType, item.areaCode])).toEqual([
      ['borough', 'E09000099'],
      ['other-borough', 'E09000097'],
    ]);
    expect(tally.skipped).toBe(1);
  });

  test('a file of the others alone is not about the place', async () => {
    const paths = savedFiles({ name: FILE, content: textOf(header, asOther(row)) });
    const opened = await Promise.all(paths.map((path) => openSourceFile(path)));
    const reading = new FileReading({ source: sourceOf(source), files: opened }, testPlace, areaLists([]));
    await Array.fromAsync(reading.observations());
    expect(reading.problems.listed.map(({ expected }) => expected).join()).toMatch(
      /nothing in it is about Exampleton|expected a row for Exampleton/,
    );
  });
});

test('a code under the name of another of them is refused, whichever of the two is the place', async () => {
  const [source, header, row] = phof;
  const read = (...rows: string[]) => readBy(sourceOf(source), textOf(header, ...rows));
  const swapped = await read(
    row,
    row.replace('Exampleton', 'Sampleford'),
    asOther(row).replace('Sampleford', 'Ash'),
  );
  expect(swapped.problems.map(({ row: at, expected }) => [at, expected.split(',')[0]])).toEqual([
    [3, 'expected Exampleton'],
    [4, 'expected Sampleford'],
  ]);
});

test("the source's own verdict of another borough is not kept: nothing of it is shown but its figure", async () => {
  const [source, header, row] = phof;
  const { items } = await readBy(sourceOf(source), textOf(header, row, asOther(row)));
  expect(items.map((item) => item.kind === 'observation' && item.note !== undefined)).toEqual([true, false]);
});

test('Census residents of the others by ethnic group are a table each, whole or refused', async () => {
  const { items, problems } = await readBy(
    sourceOf('ons-census-2021-ethnic-groups'),
    textOf('ltla21_code,ltla21_name,ethnic_group,value', 'E09000097,Sampleford,"White: Irish (number)",10'),
  );
  expect(items).toHaveLength(1);
  expect(problems.length).toBeGreaterThan(0);
});
