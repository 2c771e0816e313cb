/** Health and income by small area: indicators beneath the domains of the English Indices of Deprivation 2025. */

import type { Indicator } from './indicator.ts';
import type { Measure } from './measure.ts';

const bestFit =
  'Added up from the small areas (LSOAs) that fit the ward best by population; a few lie partly in another ward.';
const averaged = 'Average of its small areas (LSOAs), weighted by residents (Census 2021).';
const noLimits =
  'The publisher gives no limits, and draws each small area towards the average of those around it: no area is tested.';
const notOverTime = 'Those of 2019 were made in another way: the two say nothing of change over time.';

const common = {
  dataset: 'small-area-health',
  aim: 'outcomes',
  periodKind: 'separate',
  finestArea: 'lsoa',
  areaTypes: ['lsoa', 'ward', 'neighbourhood', 'borough'],
  strata: [{}],
  polarity: 'lower-is-better',
  source: {
    title: 'English Indices of Deprivation 2025: indicators beneath the domains',
    publisher: 'Ministry of Housing, Communities and Local Government',
    url: 'https://www.gov.uk/government/statistics/english-indices-of-deprivation-2025',
    published: '2025-10-30',
    licence: 'Open Government Licence v3.0',
  },
} as const;

const everyone = (membership: string) => [{ id: 'all', membership, ageBands: ['all'] }] as const;

const ofAreas = {
  ...common,
  kind: 'outcome',
  counted: null,
  ageAdjusted: true,
  valueType: 'plain',
  unit: 'score',
  decimals: 1,
  denominator: 'None: a figure of small areas, which allows for the age and sex of those who live there.',
  method: 'Figures of small areas as published; those of larger areas are their averages by residents.',
  notes: (['ward', 'neighbourhood', 'borough'] as const).map((areaType) => ({ areaType, text: averaged })),
  dates: { '2025': 'Indices of Deprivation 2025, made of some years before' },
  caveats: [noLimits, notOverTime],
  disclosureRule: 'As published: a figure of areas, not a count of people.',
} as const;

const hundred = '100 = as in England for people of the same age and sex; higher = more illness';

export const smallAreaHealth: readonly Indicator[] = [
  {
    ...ofAreas,
    id: 'illness-and-disability',
    scale: { note: hundred },
    title: 'Illness and disability among residents (comparative ratio)',
    shortTitle: 'Illness and disability',
    populationGroups: everyone('Everyone who lives in the area.'),
    measure: 'illness-and-disability-ratio',
    numerator:
      'People who receive benefits for ill health or disability, against what their age and sex would suggest.',
    caveats: [
      'Counts people who receive benefits: those who are ill and claim nothing are not in it.',
      ...ofAreas.caveats,
    ],
  },
  {
    ...ofAreas,
    id: 'acute-morbidity',
    scale: { note: hundred },
    title: 'Emergency admissions among residents (acute morbidity ratio)',
    shortTitle: 'Acute morbidity',
    populationGroups: everyone('Everyone who lives in the area.'),
    measure: 'acute-morbidity-ratio',
    numerator: 'Emergency stays in hospital, against what the age and sex of residents would suggest.',
  },
  {
    ...ofAreas,
    id: 'mental-health-score',
    scale: { note: '0 = about as in England; higher = more depression and anxiety' },
    title: 'Mental health of residents (score)',
    shortTitle: 'Mental health score',
    decimals: 2,
    populationGroups: everyone('Adults who live in the area.'),
    measure: 'mental-health-score',
    numerator:
      'A score made of prescriptions, hospital stays, benefits and suicides for depression and anxiety.',
  },
  {
    ...ofAreas,
    id: 'years-of-life-lost',
    scale: { note: 'Higher = more years of life lost by deaths under 75' },
    title: 'Years of life lost by deaths under 75',
    shortTitle: 'Years of life lost',
    populationGroups: everyone('Everyone under 75 who lives in the area.'),
    measure: 'years-of-life-lost',
    numerator: 'Years between each death and the age of 75, standardised by age and sex.',
  },
  {
    ...common,
    id: 'income-deprivation',
    kind: 'determinant',
    counted: 'people',
    ageAdjusted: null,
    title: 'People in income deprivation',
    shortTitle: 'Income deprivation',
    valueType: 'proportion',
    unit: 'percent',
    decimals: 1,
    populationGroups: everyone('Everyone who lives in the area.'),
    isOfDeprivation: true,
    dates: { '2025': 'Indices of Deprivation 2025, people of 2022' },
    measure: 'residents-income-deprived',
    numerator: 'People in families that receive certain benefits or tax credits and have a low income.',
    denominator: 'Usual residents, Census 2021.',
    denominators: [{ id: '', title: 'Residents', measure: 'residents', period: '2021' }],
    method:
      'Counts of small areas, added up by the official best fit to wards, as a percentage of the residents of the Census. A count of everyone: the interval shows how far a share of so many people could differ by chance alone.',
    notes: [{ areaType: 'ward', text: bestFit }],
    caveats: [
      bestFit,
      'Counts are rounded to the nearest five by the publisher; they are of 2022, the residents of 2021.',
      notOverTime,
    ],
    disclosureRule: 'As published: counts rounded by the publisher.',
  },
];

const mean = { valueType: 'value', combine: 'residents-mean', editions: { lsoa: '2021' } } as const;

export const smallAreaHealthMeasures: readonly Measure[] = [
  { ...mean, id: 'illness-and-disability-ratio', title: 'Comparative illness and disability ratio, 2025' },
  { ...mean, id: 'acute-morbidity-ratio', title: 'Acute morbidity ratio, 2025' },
  { ...mean, id: 'mental-health-score', title: 'Mental health score, 2025' },
  { ...mean, id: 'years-of-life-lost', title: 'Years of potential life lost, 2025' },
  {
    id: 'residents-income-deprived',
    title: 'People in income deprivation, 2025',
    valueType: 'count',
    combine: 'sum',
    editions: { lsoa: '2021' },
  },
];
