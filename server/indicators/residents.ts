/** Indicators about who lives where: the ground the others stand on. */
import { ethnicSchemes } from '../contract/dimensions.ts';
import { TABLES_DIFFER } from './census-words.ts';
import type { Indicator } from './indicator.ts';

const census = {
  title: 'Census 2021, usual residents by small area (LSOA)',
  publisher: 'Office for National Statistics',
  url: 'https://www.ons.gov.uk/census',
  published: '2022-11-29',
  licence: 'Open Government Licence v3.0',
} as const;

const bestFit =
  'Added up from the Census small areas (LSOAs) that fit the ward best by population; a few lie partly in another ward.';

export const residents: Indicator = {
  id: 'residents',
  kind: 'context',
  counted: 'people',
  ageAdjusted: null,
  title: 'People who live here',
  shortTitle: 'Residents',
  valueType: 'plain',
  dataset: 'residents',
  aim: 'outcomes',
  populationGroups: [
    {
      id: 'all',
      membership: 'Every usual resident on Census day, 21 March 2021.',
      ageBands: ['all', '0-15', '16-24', '25-34', '35-49', '50-64', '65-plus'],
    },
    { id: 'children', membership: 'Residents aged 15 and under.', ageBands: ['0-15'] },
    {
      id: 'working-age',
      membership: 'Residents aged 16 to 64.',
      ageBands: ['16-64', '16-24', '25-34', '35-49', '50-64'],
    },
    {
      id: 'frailty',
      membership:
        'Residents aged 65 and over; stands in for frailty because no small-area frailty count is published.',
      ageBands: ['65-plus'],
    },
  ],
  unit: 'people',
  decimals: 0,
  polarity: 'neutral',
  periodKind: 'separate',
  finestArea: 'lsoa',
  areaTypes: ['lsoa', 'ward', 'neighbourhood', 'borough'],
  strata: [
    { ageBands: ['all', '0-15', '16-24', '25-34', '35-49', '50-64', '65-plus', '16-64'] },
    {
      ethnicGroups: ['asian', 'black', 'mixed', 'white', 'other'].map((group) => ({
        scheme: 'census-2021-5' as const,
        group,
      })),
    },
    {
      // Nineteen groups are published for boroughs.
      ethnicGroups: ethnicSchemes[1].groups
        .filter(({ id }) => id !== 'unknown')
        .map(({ id }) => ({ scheme: ethnicSchemes[1].id, group: id })),
    },
  ],
  measure: 'residents',
  numerator: 'Usual residents on Census day, 21 March 2021.',
  denominator: 'None: a count.',
  method: 'Counts of the Census small areas, added up. A Census counts everyone, so there is no interval.',
  source: census,
  caveats: [
    TABLES_DIFFER,
    bestFit,
    'Census day fell in a lockdown: some students and young workers were counted elsewhere.',
  ],
  notes: [
    { text: TABLES_DIFFER },
    { areaType: 'ward', text: bestFit },
    {
      areaType: 'neighbourhood',
      text: 'Its wards added up, each made of the Census small areas (LSOAs) that fit it best.',
    },
  ],
  disclosureRule: 'As published: the Census protected its own counts.',
};

export const residentsNims: Indicator = {
  id: 'residents-nims',
  kind: 'context',
  counted: 'people',
  ageAdjusted: null,
  title: 'People on the NHS immunisation register (NIMS)',
  shortTitle: 'People on the NHS register',
  valueType: 'plain',
  dataset: 'covid-19-vaccination',
  aim: 'outcomes',
  populationGroups: [
    {
      id: 'all',
      membership: 'Everyone registered with the NHS in England with an address here.',
      ageBands: ['all', '16-plus', '16-24', '25-34', '35-49', '50-64', '65-plus', '80-plus'],
    },
    {
      id: 'working-age',
      membership: 'People aged 16 to 64.',
      ageBands: ['16-64', '16-24', '25-34', '35-49', '50-64'],
    },
    {
      id: 'frailty',
      membership:
        'People aged 65 and over; stands in for frailty because no small-area frailty count is published.',
      ageBands: ['65-plus', '80-plus'],
    },
  ],
  unit: 'people',
  decimals: 0,
  polarity: 'neutral',
  periodKind: 'separate',
  finestArea: 'msoa',
  areaTypes: ['msoa', 'ward', 'neighbourhood', 'borough'],
  strata: [
    { ageBands: ['all', '16-plus', '16-64', '16-24', '25-34', '35-49', '50-64', '65-plus', '80-plus'] },
  ],
  measure: 'residents-nims',
  numerator:
    'People on the National Immunisation Management System, as NHS England counted them with the doses of that date.',
  denominator: 'None: a count.',
  method:
    'Counts of 2011 MSOAs; shared out to wards by residents of the same ages, and wards added up for neighbourhoods.',
  source: {
    title: 'COVID-19 vaccinations: NIMS population by MSOA',
    publisher: 'NHS England',
    url: 'https://www.england.nhs.uk/statistics/statistical-work-areas/covid-19-vaccinations/',
    published: '2021-07-15',
    licence: 'Open Government Licence v3.0',
  },
  caveats: [
    'The register holds more people than the Census counted: people who moved away stay on it for a while.',
  ],
  disclosureRule: 'As published: NHS England protected its own counts.',
};
