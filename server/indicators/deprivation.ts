/** The English Indices of Deprivation 2025. */
import type { Indicator } from './indicator.ts';

const source = {
  title: 'English Indices of Deprivation 2025',
  publisher: 'Ministry of Housing, Communities and Local Government',
  url: 'https://www.gov.uk/government/statistics/english-indices-of-deprivation-2025',
  published: '2025-10-30',
  licence: 'Open Government Licence v3.0',
} as const;

const everyone = {
  id: 'all',
  membership: 'Everyone who lives in the area.',
  ageBands: ['all'],
} as const;

const common = {
  kind: 'context',
  counted: null,
  ageAdjusted: null,
  dataset: 'deprivation-2025',
  isOfDeprivation: true,
  aim: 'outcomes',
  populationGroups: [everyone],
  periodKind: 'separate',
  finestArea: 'lsoa',
  strata: [{}],
  denominator: 'None: an index.',
  source,
  disclosureRule: 'As published: an index of areas, not a count of people.',
} as const;

export const deprivationScore2025: Indicator = {
  ...common,
  id: 'deprivation-score-2025',
  scale: { note: 'Higher = more deprived', first: 'most deprived' },
  title: 'Index of Multiple Deprivation 2025, score',
  shortTitle: 'Deprivation score 2025',
  valueType: 'plain',
  unit: 'score',
  decimals: 1,
  polarity: 'lower-is-better',
  areaTypes: ['lsoa', 'ward', 'neighbourhood', 'borough'],
  measure: 'deprivation-score-2025',
  numerator:
    'The weighted sum of seven domains: income, employment, education, health, crime, housing, environment.',
  method:
    'LSOA and borough scores as published. A ward has the average of its small areas, weighted by residents (Census 2021), and a neighbourhood that of its wards.',
  caveats: [
    'A score describes an area, not the people in it: most deprived people do not live in the most deprived areas.',
    'Scores have no interval, so wards are not judged better or worse.',
  ],
  notes: [
    { areaType: 'ward', text: 'Average of the ward’s small areas (LSOAs), weighted by residents.' },
    { areaType: 'neighbourhood', text: 'Average of its wards, weighted by residents.' },
  ],
};

export const deprivationDecile2025: Indicator = {
  ...common,
  id: 'deprivation-decile-2025',
  scale: {
    note: '1 = among the most deprived tenth of England, 10 = among the least deprived',
    reversed: true,
    first: 'most deprived',
  },
  title: 'Index of Multiple Deprivation 2025, national tenth',
  shortTitle: 'Deprivation tenth 2025',
  valueType: 'plain',
  unit: 'decile',
  decimals: 0,
  polarity: 'neutral',
  areaTypes: ['lsoa'],
  measure: 'deprivation-decile-2025',
  numerator:
    'The tenth of England’s 33,755 small areas (LSOAs) that the area falls in; 1 is the most deprived.',
  method: 'As published.',
  caveats: ['Tenths are national: nothing says that a borough has as many small areas in each.'],
};

export const deprivationDecile2019: Indicator = {
  ...common,
  id: 'deprivation-decile-2019',
  scale: {
    note: '1 = among the most deprived tenth of England, 10 = among the least deprived',
    reversed: true,
    first: 'most deprived',
  },
  title: 'Index of Multiple Deprivation 2019, national tenth',
  shortTitle: 'Deprivation tenth 2019',
  valueType: 'plain',
  unit: 'decile',
  decimals: 0,
  polarity: 'neutral',
  dataset: 'deprivation-2019',
  areaTypes: ['lsoa'],
  measure: 'deprivation-decile-2019',
  numerator:
    'The tenth of England’s 32,844 small areas (LSOAs of 2011) that the area falls in; 1 is the most deprived.',
  method: 'As published.',
  source: {
    title: 'English Indices of Deprivation 2019',
    publisher: 'Ministry of Housing, Communities and Local Government',
    url: 'https://www.gov.uk/government/statistics/english-indices-of-deprivation-2019',
    published: '2019-09-26',
    licence: 'Open Government Licence v3.0',
  },
  caveats: [
    'The Indices of 2025 are newer. Tenths rank areas against each other, so the two say nothing of change over time.',
    'Drawn on the small areas of 2011, some of which were split or merged in 2021.',
  ],
};
