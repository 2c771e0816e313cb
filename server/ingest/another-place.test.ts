/** Files of another borough's small areas, for every source: they do not become areas or figures of the place, and are refused by name. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { areaLists } from './known-areas.ts';
import { FileReading } from './reading.ts';
import { openSourceFile } from './source-file.ts';
import { sources } from './sources.ts';
import { lsoas, msoas, savedFiles, testPlace, wards } from './testing.ts';
import { workbookOf } from './testing-workbook.ts';

const FILES = resolve(import.meta.dirname, '..', '..', 'fixtures', 'second-place', 'files');
const lambeth = (path: string) => readFileSync(join(FILES, path), 'utf8');
/** As some publishers save it: without the borough of each area. */
const withoutBorough = (path: string) => lambeth(path).replaceAll(/"(LADCD_ACTIVE|LAD25CD)":"\w+",/g, '');

const csv = (...rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.join()).join('\n');
const ages = Array.from({ length: 91 }, (_, age) => (age === 90 ? '90+' : String(age)));
const OTHER = 'Main language is not English (English or Welsh in Wales)';

const box = [
  [0, 51],
  [0, 51.1],
  [0.1, 51.1],
  [0, 51],
];
const outline: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 'E05014095',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [box] },
    },
  ],
};

const msoaSheets = () => {
  const titles = (title: string) => [
    [],
    [null, 'Title:', title],
    [null, 'Period:', '8th December 2020 to 14th March 2021'],
  ];
  const dose = 'Number of people vaccinated with at least 1 dose';
  return {
    MSOA: [
      ...titles('COVID-19 Vaccinations By Middle Layer Super Output Area (MSOA) of Residence'),
      [null, 'LTLA Code', 'LTLA Name', 'MSOA Code', 'MSOA Name', dose],
      [null, null, null, null, null, 'Under 55', '55-59', '60+'],
      [null, 'E09000022', 'Lambeth', 'E02000638', 'Lambeth 021', 9, 5, 4],
    ],
  };
};

const childrenSheets = (measure: string) => ({
  [`1_${measure}_Local_Authority`]: [
    ['Area Code', 'Number of children FYE 2015'],
    ['E09000022', 90],
  ],
  [`2_${measure}_Ward`]: [
    ['Area Code', 'Number of children FYE 2015'],
    ['E05014095', 90],
  ],
});

interface Case {
  readonly source: string;
  readonly what: string;
  readonly name?: string;
  readonly content: string | (() => Promise<Uint8Array>);
  /** The area or borough the refusal names. */
  readonly names: string;
}

const cases: readonly Case[] = [
  {
    source: 'ons-boundaries',
    what: 'wards with their borough',
    content: lambeth('areas/wards_2025_E09000022.geojson'),
    names: 'E05014095 (Brixton Acre Lane)',
  },
  {
    source: 'ons-boundaries',
    what: 'wards without their borough',
    content: withoutBorough('areas/wards_2025_E09000022.geojson'),
    names: 'E05014095 (Brixton Acre Lane)',
  },
  {
    source: 'ons-boundaries',
    what: 'small areas without their borough',
    content: withoutBorough('areas/lsoa_2021_E09000022.geojson'),
    names: 'E01003018 (Lambeth 020A)',
  },
  ...['lsoa21_to_ward24', 'lsoa11_to_lsoa21', 'lsoa11_to_msoa11', 'msoa11_to_msoa21'].map((name) => ({
    source: 'ons-lookups',
    what: name,
    content: lambeth(`areas/${name}.csv`),
    names: '(Lambeth 0',
  })),
  {
    source: 'ons-lookups',
    what: 'names of MSOAs',
    content: csv(['msoa11cd', 'msoa11hclnm'], ['E02000638', 'Brixton Hill']),
    names: 'E02000638 (Brixton Hill)',
  },
  ...['age6_by_lsoa21', 'ethnicity21_lsoa21_lambeth'].map((name) => ({
    source: 'ons-census-2021',
    what: name,
    content: lambeth(`figures/${name}.csv`),
    names: 'E01003018',
  })),
  ...['disability21_lsoa21_lambeth', 'household_overcrowding21_lsoa21_lambeth'].map((name) => ({
    source: 'ons-census-2021-shares',
    what: name,
    content: lambeth(`figures/${name}.csv`),
    names: 'E01003018',
  })),
  {
    source: 'ons-census-2021-by-msoa',
    what: 'proficiency by MSOA',
    content: csv(
      [
        'msoa21_code',
        'Main language is English (English or Welsh in Wales)',
        OTHER,
        ...['very well', 'well'].map((how) => `${OTHER}: Can speak English ${how}`),
        `${OTHER}: Cannot speak English well`,
        `${OTHER}: Cannot speak English`,
      ],
      ['E02000638', 90, 10, 4, 3, 2, 1],
    ),
    names: 'E02000638',
  },
  {
    source: 'ons-population-estimates',
    what: 'single years of age',
    content: csv(
      ['lsoa11_name', 'lsoa11_code', 'total_population', ...ages],
      ['Lambeth 020A', 'E01003018', 91, ...ages.map(() => 1)],
    ),
    names: 'E01003018',
  },
  {
    source: 'indices-of-deprivation-2025',
    what: 'small areas',
    content: lambeth('figures/imd2025_england_lsoa21_lambeth.csv'),
    names: 'E01003018',
  },
  {
    source: 'indices-of-deprivation-2025-indicators',
    what: 'small areas',
    content: csv(
      [
        'lsoa21_code',
        'income_domain_numerator',
        'comparative_illness_and_disability_ratio_indicator',
        'acute_morbidity_indicator',
        'mental_health_indicator',
        'years_of_potential_life_lost_indicator',
      ],
      ['E01003018', 300, 110.2, 98.1, -0.2, 51.3],
    ),
    names: 'E01003018',
  },
  {
    source: 'indices-of-deprivation-2019',
    what: 'small areas',
    content: csv(['lsoa11_code', 'IMD_rank', 'IMD_decile'], ['E01003018', 1, 1]),
    names: 'E01003018',
  },
  {
    source: 'nhs-england-covid-19',
    what: 'doses by MSOA',
    name: 'msoa_2021-07-15.csv',
    content: csv(
      [
        'Region Code (Administrative)',
        ...['LTLA Code', 'LTLA Name', 'MSOA Code', 'MSOA Name'],
        ...['1st', '2nd'].flatMap((dose) => [`${dose} dose Under 80`, `${dose} dose 80+`]),
      ],
      ['E12000007', 'E09000022', 'Lambeth', 'E02000638', 'Lambeth 021', 9, 1, 9, 1],
    ),
    names: 'E02000638',
  },
  {
    source: 'nhs-england-covid-19-weekly',
    what: 'a workbook of doses by MSOA',
    name: 'weekly.xlsx',
    content: () => workbookOf(msoaSheets()),
    names: 'E02000638',
  },
  {
    source: 'dwp-area-tables',
    what: 'children by ward',
    name: 'children.xlsx',
    content: () =>
      workbookOf({
        ...childrenSheets('Relative'),
        ...childrenSheets('Absolute'),
      }),
    names: 'E09000022',
  },
  {
    source: 'people-counts',
    what: 'people by ward',
    content: csv(
      ['table', 'period', 'area_code', 'ethnic_group', 'age_band', 'people', 'with'],
      ['nhs-health-check', '2024-25', 'E05014095', 'black', '40-49', 212, 104],
    ),
    names: `of ${testPlace.name}`,
  },
  {
    source: 'dose-counts',
    what: 'doses by ward',
    content: csv(
      ['period', 'area_code', 'ethnic_group', 'people', 'dose_1', 'dose_2', 'booster', 'seasonal'],
      ['2021-03-25', 'E05014095', 'african', 2140, 311, 52, '', ''],
    ),
    names: `of ${testPlace.name}`,
  },
  {
    source: 'plain',
    what: 'areas that say their borough',
    content: csv(
      ['type', 'edition', 'code', 'name', 'borough_code'],
      ['ward', 2025, 'E05014095', 'Brixton Acre Lane', 'E09000022'],
    ),
    names: 'E05014095',
  },
  {
    source: 'plain',
    what: 'areas that do not say their borough',
    content: csv(['type', 'edition', 'code', 'name'], ['lsoa', 2021, 'E01003018', 'Lambeth 020A']),
    names: 'E01003018',
  },
  {
    source: 'plain',
    what: 'links',
    content: csv(
      ['from_type', 'from_edition', 'from_code', 'to_type', 'to_edition', 'to_code', 'weight'],
      ['lsoa', 2021, 'E01003018', 'ward', '', 'E05014095', 1],
    ),
    names: 'E01003018',
  },
  {
    source: 'plain',
    what: 'observations',
    content: csv(
      ['measure', 'period', 'area_type', 'area_code', 'value'],
      ['residents', 2021, 'ward', 'E05014095', 9],
    ),
    names: 'E05014095',
  },
  {
    source: 'outlines',
    what: 'outlines',
    content: JSON.stringify(topology({ 'ward 2025': outline }, 1e4)),
    names: 'E05014095',
  },
  {
    source: 'documents',
    what: 'a document about a ward',
    content: JSON.stringify({
      kind: 'targets',
      synthetic: false,
      date: '2026-11-22',
      sources: [{ id: 'minutes', publisher: 'The board', title: 'Minutes' }],
      targets: [
        {
          id: 'two-doses',
          title: '95% with both doses',
          indicator: 'residents-aged-65-and-over',
          area: { type: 'ward', code: 'E05014095' },
          value: 95,
          source: 'minutes',
          synthetic: false,
        },
      ],
    }),
    names: 'E05014095',
  },
];

/** Sources of boroughs, regions and the country alone: their rows are known by the code or the name of the place. */
const WITHOUT_SMALL_AREAS = [
  'ons-census-2021-ethnic-groups',
  'ons-census-2021-by-ethnic-group',
  'nomis-single-years',
  'ukhsa-cover',
  'public-health-outcomes',
  'fingertips',
  'adult-social-care',
  'ons-borough-indicators',
  'ons-local-statistics',
  'qof-prevalence',
  'qof-registers',
  'nhs-staff-survey',
  'nhs-services',
];

const areas = () =>
  areaLists([
    ...['2011', '2021'].flatMap((edition) => [
      ...lsoas.map((code) => ({ type: 'lsoa' as const, edition, code })),
      ...msoas.map((code) => ({ type: 'msoa' as const, edition, code })),
    ]),
    ...wards.map((code) => ({ type: 'ward' as const, edition: '2025', code })),
  ]);

async function readingOf({ source, name = 'figures.csv', content }: Case) {
  const [path = ''] = savedFiles({ name, content: typeof content === 'string' ? content : await content() });
  const found = sources.find(({ id }) => id === source);
  if (found === undefined) throw new Error(`there is no source ${source}`);
  const reading = new FileReading({ source: found, files: [await openSourceFile(path)] }, testPlace, areas());
  for await (const _ of reading.observations());
  return reading;
}

test('every source that reads small areas is tried', () => {
  expect([...new Set([...cases.map(({ source }) => source), ...WITHOUT_SMALL_AREAS])].sort()).toEqual(
    sources.map(({ id }) => id).sort(),
  );
});

describe.each(cases)('$source, $what of another borough', (one) => {
  test('is refused by name', async () => {
    const { problems } = await readingOf(one);
    const words = problems.listed.map(({ value, expected }) => `${value ?? ''}: ${expected}`);
    expect(words.join('\n')).toContain(one.names);
    expect(words.join('\n')).toMatch(/Exampleton|of the place|borough/);
  });
});

test('a national list keeps the areas of the place, by the borough in it, and counts the others', async () => {
  const list = lambeth('areas/lsoa21_to_ward24.csv');
  const own = list.replaceAll('E09000022', testPlace.code).replaceAll('E0100', 'E0177').split('\n').slice(1);
  const reading = await readingOf({
    source: 'ons-lookups',
    what: '',
    content: [list.trim(), ...own].join('\n'),
    names: '',
  });
  expect(reading.problems.listed).toEqual([]);
  const codes = reading.geography.flatMap((item) =>
    item.kind === 'area' && item.type === 'lsoa' ? [item.code] : [],
  );
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.every((code) => code.startsWith('E0177'))).toBe(true);
  expect(reading.tally.skipped).toBe(codes.length);
});

test('the demonstration names the borough of its areas', () => {
  const { place } = readConfig({});
  const [header = '', ...rows] = readFileSync(join(FILES, '..', '..', 'extracts', 'areas.csv'), 'utf8')
    .trim()
    .split('\n');
  expect(header.endsWith(',borough_code')).toBe(true);
  expect(rows.every((row) => row.endsWith(`,${place.code}`))).toBe(true);
});
