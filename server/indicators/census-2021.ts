/** Shares of residents and households in Census 2021, added up from small areas. */
import { TABLES_DIFFER } from './census-words.ts';
import type { Indicator } from './indicator.ts';
import type { Measure } from './measure.ts';

export const bestFit =
  'Added up from the Census small areas (LSOAs) that fit the ward best by population; a few lie partly in another ward.';

const ofWards = 'Its wards added up, each made of the Census small areas (LSOAs) that fit it best.';

/** What every share of the Census by small area has in common. */
export const common = {
  valueType: 'proportion',
  dataset: 'census-2021',
  aim: 'outcomes',
  unit: 'percent',
  decimals: 1,
  polarity: 'lower-is-better',
  periodKind: 'separate',
  finestArea: 'lsoa',
  areaTypes: ['lsoa', 'ward', 'neighbourhood', 'borough'],
  strata: [{ deprivation: ['all', '1', '2', '3', '4', '5'] }],
  method:
    'Counts of the Census small areas, added up, as a percentage, with Wilson score intervals. Fifths of deprivation are those of the small areas in England (Indices of Deprivation 2025). A Census counts everyone: the interval shows how far a share of so many people could differ by chance alone.',
  source: {
    title: 'Census 2021',
    publisher: 'Office for National Statistics',
    url: 'https://www.ons.gov.uk/census',
    published: '2023-01-19',
    licence: 'Open Government Licence v3.0',
  },
  notes: [
    { areaType: 'ward', text: bestFit },
    { areaType: 'neighbourhood', text: ofWards },
  ],
  disclosureRule: 'As published: the Census protected its own counts.',
} as const;

export const lockdown = 'Census day, 21 March 2021, fell in a lockdown: some people were counted elsewhere.';

export const censusShares: readonly Indicator[] = [
  {
    ...common,
    id: 'overcrowding',
    kind: 'determinant',
    counted: 'households',
    ageAdjusted: null,
    title: 'Overcrowded households',
    shortTitle: 'Overcrowding',
    populationGroups: [{ id: 'all', membership: 'Every household, whoever lives in it.', ageBands: ['all'] }],
    measure: 'households-overcrowded',
    numerator: 'Households with at least one bedroom fewer than the bedroom standard asks for.',
    denominator: 'All households.',
    denominators: [{ id: '', title: 'Households', measure: 'households-asked-occupancy' }],
    caveats: [TABLES_DIFFER, lockdown, bestFit],
  },
  {
    ...common,
    id: 'household-deprivation',
    kind: 'determinant',
    counted: 'households',
    ageAdjusted: null,
    title: 'Households deprived in two or more ways',
    shortTitle: 'Household deprivation',
    populationGroups: [{ id: 'all', membership: 'Every household, whoever lives in it.', ageBands: ['all'] }],
    measure: 'households-deprived',
    numerator: 'Households deprived in at least two of education, employment, health and housing.',
    denominator: 'All households.',
    denominators: [{ id: '', title: 'Households', measure: 'households-asked-deprivation' }],
    caveats: [TABLES_DIFFER, lockdown, bestFit],
  },
  {
    ...common,
    id: 'disability',
    kind: 'outcome',
    counted: 'people',
    ageAdjusted: false,
    title: 'Residents disabled under the Equality Act',
    shortTitle: 'Disability',
    polarity: 'neutral',
    populationGroups: [
      { id: 'all', membership: 'Every usual resident on Census day, 21 March 2021.', ageBands: ['all'] },
    ],
    notes: [{ text: TABLES_DIFFER }, ...common.notes],
    measure: 'residents-disabled',
    numerator: 'Residents whose day-to-day activities a long-lasting condition limits, a little or a lot.',
    denominator: 'All usual residents.',
    denominators: [{ id: '', title: 'Residents', measure: 'residents-asked-disability' }],
    caveats: [
      TABLES_DIFFER,
      lockdown,
      bestFit,
      'Not adjusted for age: areas with more older residents have more disabled residents.',
    ],
  },
  {
    ...common,
    id: 'little-english',
    kind: 'context',
    counted: 'people',
    ageAdjusted: null,
    title: 'Residents who speak English not well or not at all',
    shortTitle: 'Little English',
    polarity: 'neutral',
    finestArea: 'msoa',
    areaTypes: ['msoa', 'borough'],
    strata: [{}],
    notes: [],
    populationGroups: [
      { id: 'all', membership: 'Usual residents aged 3 and over on Census day.', ageBands: ['all'] },
    ],
    measure: 'residents-little-english',
    numerator:
      'Residents aged 3 and over whose main language is not English and who speak it not well or not at all.',
    denominator: 'All usual residents aged 3 and over.',
    denominators: [{ id: '', title: 'Residents aged 3 and over', measure: 'residents-asked-english' }],
    caveats: [
      TABLES_DIFFER,
      lockdown,
      'Published for MSOAs, which do not nest in wards: wards have no figure.',
    ],
  },
  {
    ...common,
    id: 'residents-by-age',
    kind: 'context',
    counted: 'people',
    ageAdjusted: null,
    title: 'People who live here, by age',
    shortTitle: 'Residents by age',
    valueType: 'plain',
    unit: 'people',
    decimals: 0,
    polarity: 'neutral',
    finestArea: 'borough',
    areaTypes: ['borough'],
    notes: [{ text: TABLES_DIFFER }],
    populationGroups: [
      {
        id: 'all',
        membership: 'Every usual resident on Census day, 21 March 2021.',
        ageBands: ['all', '0-4', '5-10', '11-17', '18-24', '25-39', '40-64', '65-74', '75-84', '85-plus'],
      },
      {
        id: 'children',
        membership: 'Residents aged 17 and under.',
        ageBands: ['0-17', '0-4', '5-10', '11-17'],
      },
      {
        id: 'working-age',
        membership: 'Residents aged 18 to 64.',
        ageBands: ['18-64', '18-24', '25-39', '40-64'],
      },
      {
        id: 'frailty',
        membership:
          'Residents aged 75 and over; stands in for frailty because no small-area frailty count is published.',
        ageBands: ['75-plus', '75-84', '85-plus'],
      },
    ],
    strata: [
      {
        ageBands: [
          'all',
          '0-4',
          '5-10',
          '11-17',
          '18-24',
          '25-39',
          '40-64',
          '65-74',
          '75-84',
          '85-plus',
          '0-17',
          '18-64',
          '75-plus',
        ],
      },
    ],
    measure: 'residents-single-year',
    numerator: 'Usual residents on Census day, 21 March 2021, by single year of age, added up.',
    denominator: 'None: a count.',
    method: 'Counts by single year of age, added up. A Census counts everyone, so there is no interval.',
    caveats: [
      TABLES_DIFFER,
      lockdown,
      'Single years of age are published for districts; for wards see the residents in six age bands.',
    ],
  },
];

const small = { valueType: 'count', combine: 'sum', editions: { lsoa: '2021' } } as const;
const borough = { valueType: 'count', combine: 'none', editions: {} } as const;
const middle = { valueType: 'count', combine: 'sum', editions: { msoa: '2021' } } as const;

export const censusShareMeasures: readonly Measure[] = [
  { ...small, id: 'households-overcrowded', title: 'Overcrowded households, Census 2021' },
  { ...small, id: 'households-asked-occupancy', title: 'Households in the table of occupancy, Census 2021' },
  { ...small, id: 'households-deprived', title: 'Households deprived in two or more ways, Census 2021' },
  {
    ...small,
    id: 'households-asked-deprivation',
    title: 'Households in the table of deprivation, Census 2021',
  },
  { ...small, id: 'residents-disabled', title: 'Residents disabled under the Equality Act, Census 2021' },
  { ...small, id: 'residents-asked-disability', title: 'Residents in the table of disability, Census 2021' },
  // Of tenure and dwellings; all serve to measure the error of apportioning households, whether an indicator uses them or not.
  { ...small, id: 'households-asked-tenure', title: 'Households in the table of tenure, Census 2021' },
  { ...small, id: 'households-owning-outright', title: 'Households that own outright, Census 2021' },
  { ...small, id: 'households-with-mortgage', title: 'Households that own with a mortgage, Census 2021' },
  { ...small, id: 'households-in-shared-ownership', title: 'Households in shared ownership, Census 2021' },
  { ...small, id: 'households-renting-socially', title: 'Households in social renting, Census 2021' },
  { ...small, id: 'households-renting-privately', title: 'Households in private renting, Census 2021' },
  { ...small, id: 'households-asked-dwelling', title: 'Households in the table of dwellings, Census 2021' },
  { ...small, id: 'households-in-detached-houses', title: 'Households in detached houses, Census 2021' },
  {
    ...small,
    id: 'households-in-semi-detached-houses',
    title: 'Households in semi-detached houses, Census 2021',
  },
  { ...small, id: 'households-in-terraced-houses', title: 'Households in terraced houses, Census 2021' },
  {
    ...small,
    id: 'households-in-purpose-built-flats',
    title: 'Households in purpose-built flats, Census 2021',
  },
  {
    ...small,
    id: 'households-in-converted-houses',
    title: 'Households in converted or shared houses, Census 2021',
  },
  {
    ...small,
    id: 'households-in-other-converted-buildings',
    title: 'Households in other converted buildings, Census 2021',
  },
  {
    ...small,
    id: 'households-in-commercial-buildings',
    title: 'Households in commercial buildings, Census 2021',
  },
  { ...middle, id: 'residents-little-english', title: 'Residents who speak little English, Census 2021' },
  { ...middle, id: 'residents-giving-unpaid-care', title: 'Residents who give unpaid care, Census 2021' },
  {
    ...middle,
    id: 'residents-asked-unpaid-care',
    title: 'Residents in the table of unpaid care, Census 2021',
  },
  {
    ...borough,
    id: 'residents-not-in-good-health',
    title: 'Residents not in good health, Census 2021',
    atMost: 'residents-asked-health',
  },
  { ...borough, id: 'residents-asked-health', title: 'Residents in the table of health, Census 2021' },
  { ...middle, id: 'residents-asked-english', title: 'Residents in the table of English, Census 2021' },
];
