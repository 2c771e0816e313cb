/** COVID-19 vaccine uptake by age, on the two populations it can be counted among. */
import { ethnicSchemes } from '../contract/dimensions.ts';
import type { Indicator } from './indicator.ts';

const fiveYears = ['25-29', '30-34', '35-39', '40-44', '45-49', '50-54', '55-59', '60-64'] as const;
const older = ['65-69', '70-74', '75-79', '80-plus'] as const;
const censusBands = ['25-34', '35-49', '50-64', '65-plus'] as const;

/**
 * Doses were offered to the oldest first, in steps of five years, down to people of 16 in summer 2021: so within these
 * bands uptake goes by age (16 to 24 and 60 to 64 differ by up to 61 points on 15 July 2021), within narrower ones and
 * among people aged 65 and over, all of them offered both doses by then, by seven points at most.
 */
export const OFFERED_OLDEST_FIRST = ['all', '16-64', '35-49'] as const;

const common = {
  kind: 'service',
  counted: 'people',
  ageAdjusted: null,
  unadjustedAges: OFFERED_OLDEST_FIRST,
  valueType: 'proportion',
  dataset: 'covid-19-vaccination',
  aim: 'outcomes',
  populationGroups: [
    {
      id: 'all',
      membership: 'People aged 16 and over: vaccination was open to nobody younger.',
      ageBands: ['all', '16-24', ...censusBands, ...fiveYears, ...older],
    },
    {
      id: 'working-age',
      membership: 'People aged 16 to 64.',
      ageBands: ['16-64', '16-24', '25-34', '35-49', '50-64', ...fiveYears],
    },
    {
      id: 'frailty',
      membership:
        'People aged 65 and over; stands in for frailty because no small-area frailty count is published.',
      ageBands: ['65-plus', ...older],
    },
  ],
  unit: 'percent',
  decimals: 1,
  polarity: 'higher-is-better',
  periodKind: 'cumulative',
  finestArea: 'msoa',
  areaTypes: ['msoa', 'ward', 'neighbourhood', 'borough'],
  strata: [{ ageBands: ['all', '16-64', '16-24', ...censusBands, ...fiveYears, ...older] }],
  allAges: '16-plus',
  denominator:
    'People of the same ages who live in the area: on the NHS register (NIMS), or counted by Census 2021.',
  denominators: [
    {
      id: 'nims',
      title: 'People on the NHS patient register (NIMS)',
      measure: 'residents-nims',
      isDatedByFigure: true,
    },
    {
      id: 'census',
      title: 'Residents in Census 2021',
      measure: 'residents',
      period: '2021',
      ageBands: ['all', ...censusBands],
    },
  ],
  method:
    'People vaccinated as a percentage of the population, with Wilson score intervals; those of wards and neighbourhoods include the measured error of sharing out. Doses and register are published for MSOAs; wards get a share of each MSOA by the residents of the same ages (Census 2021 age bands where they fit, else mid-2020 estimates by single year of age).',
  source: {
    title: 'COVID-19 vaccinations in England by MSOA and age, to 15 July 2021',
    publisher: 'NHS England',
    url: 'https://www.england.nhs.uk/statistics/statistical-work-areas/covid-19-vaccinations/',
    published: '2021-07-15',
    licence: 'Open Government Licence v3.0',
  },
  caveats: [
    'The register holds more people than the Census counted, so uptake on it is lower; neither is known to be right.',
    'Figures of wards that are not made of whole MSOAs are modelled: each MSOA’s doses are shared out as if uptake were even within it. Their intervals and tests include the error of doing so, as measured on the Census (see the page on methods).',
    'The youngest age group is published as "under 25"; vaccination was open from 16, so it is read as 16 to 24.',
    'Bands are shared out to wards one by one, each by its own residents, so the parts of an age range need not add up to it exactly.',
  ],
  notes: [
    { ageBand: 'all', text: 'Among people aged 16 and over.' },
    { areaType: 'ward', basis: 'modelled', text: 'Shared out from MSOAs by residents of the same ages.' },
    {
      areaType: 'neighbourhood',
      basis: 'modelled',
      text: 'Its wards added up, to which MSOAs were shared out by residents of the same ages.',
    },
  ],
  disclosureRule: 'As published: NHS England protected its own counts.',
} as const;

export const covid19Dose1: Indicator = {
  ...common,
  id: 'covid-19-dose-1',
  title: 'First dose of a COVID-19 vaccine',
  shortTitle: 'First COVID-19 dose',
  measure: 'covid-19-dose-1',
  numerator: 'People who live in the area and had a first dose by the date shown.',
};

export const covid19Dose2: Indicator = {
  ...common,
  id: 'covid-19-dose-2',
  title: 'Second dose of a COVID-19 vaccine',
  shortTitle: 'Second COVID-19 dose',
  measure: 'covid-19-dose-2',
  numerator: 'People who live in the area and had a second dose by the date shown.',
};

const nhsCategories = ethnicSchemes[2];

const WHO_WAS_FIRST =
  'It tells who was reached first (health and care staff, people aged 80 and over), not who stayed away.';

/** The only official count of doses by ethnic group at hand, so it stands for regions and the country. */
export const covid19SecondOfFirst: Indicator = {
  ...common,
  id: 'covid-19-dose-2-of-dose-1',
  unadjustedAges: ['all'],
  title: 'Second dose of a COVID-19 vaccine among people who had a first',
  shortTitle: 'Second dose of those with a first',
  polarity: 'neutral',
  finestArea: 'region',
  areaTypes: ['region', 'country'],
  populationGroups: [
    {
      id: 'all',
      membership: 'People aged 16 and over who had a first dose by the date shown.',
      ageBands: ['all'],
    },
  ],
  strata: [
    {},
    { ethnicGroups: nhsCategories.groups.map(({ id }) => ({ scheme: nhsCategories.id, group: id })) },
  ],
  measure: 'covid-19-dose-2',
  numerator: 'People who had a second dose by the date shown.',
  denominator: 'People who had a first dose by the date shown.',
  denominators: [{ id: '', title: 'People with a first dose', measure: 'covid-19-dose-1' }],
  method: 'People with a second dose as a percentage of people with a first, with Wilson score intervals.',
  source: {
    ...common.source,
    title: 'COVID-19 weekly announced vaccinations, 18 March 2021',
    published: '2021-03-18',
  },
  caution: WHO_WAS_FIRST,
  caveats: [
    'In spring 2021 second doses were given about twelve weeks after the first, so the figure tells who was reached first (health and care staff, people aged 80 and over), not who stayed away.',
    'By ethnic group it is published for regions and systems only: boroughs have no figure.',
  ],
  notes: [],
};
