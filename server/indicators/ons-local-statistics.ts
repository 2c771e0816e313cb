/** ONS local statistics of boroughs, with the limits the ONS publishes: health, early diagnosis, wellbeing. */
import type { Indicator } from './indicator.ts';

const common = {
  valueType: 'plain',
  dataset: 'ons-local-statistics',
  aim: 'outcomes',
  unit: 'percent',
  decimals: 1,
  periodKind: 'separate',
  finestArea: 'borough',
  areaTypes: ['borough', 'region', 'country'],
  strata: [{}],
  method: 'Values and 95% limits as published.',
  source: {
    title: 'Explore local statistics',
    publisher: 'Office for National Statistics',
    shortPublisher: 'ONS',
    url: 'https://www.ons.gov.uk/explore-local-statistics/',
    published: 'each indicator in its turn; the newest figures are of 2025',
    licence: 'Open Government Licence v3.0',
  },
  disclosureRule: 'As published: shares, rates and means of large populations.',
} as const;

const boroughOnly = 'Published for boroughs and larger areas only: wards have no figure.';
const survey = 'From a survey of a few hundred people in the borough: single years move by chance.';
const overlapping = 'Three years together: figures of neighbouring periods share two of their years.';

const adults = [
  { id: 'working-age', membership: 'People aged 16 and over, older people among them.', ageBands: ['all'] },
] as const;

const wellbeing = {
  ...common,
  kind: 'outcome',
  counted: 'responses',
  ageAdjusted: null,
  unit: 'score',
  decimals: 2,
  populationGroups: adults,
  polarity: 'higher-is-better',
  denominator: 'People aged 16 and over asked (Annual Population Survey).',
  caveats: [survey, boroughOnly],
} as const;

export const localStatistics: readonly Indicator[] = [
  {
    ...common,
    id: 'healthy-life-expectancy-at-birth',
    kind: 'outcome',
    counted: null,
    ageAdjusted: true,
    title: 'Healthy life expectancy at birth',
    shortTitle: 'Healthy life expectancy',
    populationGroups: [{ id: 'all', membership: 'Everyone who lives in the area.', ageBands: ['all'] }],
    unit: 'years',
    polarity: 'higher-is-better',
    periodKind: 'rolling',
    strata: [{ sexes: ['female', 'male'] }],
    measure: 'healthy-life-expectancy-at-birth',
    numerator: 'Years a newborn would live on average in good health, as people judge their own health.',
    denominator: 'None: an average.',
    caveats: [overlapping, survey, boroughOnly],
  },
  {
    ...common,
    id: 'preventable-cardiovascular-mortality',
    kind: 'outcome',
    counted: 'deaths',
    ageAdjusted: true,
    title: 'Deaths under 75 from heart disease and stroke considered preventable',
    shortTitle: 'Preventable cardiovascular deaths',
    populationGroups: [
      { id: 'all', membership: 'Everyone under 75 who lives in the area.', ageBands: ['all'] },
    ],
    unit: 'per-100000',
    polarity: 'lower-is-better',
    periodKind: 'rolling',
    measure: 'preventable-cardiovascular-mortality',
    numerator:
      'Deaths under 75 from diseases of the heart and vessels that public health could mainly prevent.',
    denominator: 'Residents under 75, standardised by age to the European population of 2013.',
    caveats: [overlapping, boroughOnly],
  },
  {
    ...common,
    id: 'obesity-adults',
    kind: 'outcome',
    counted: 'responses',
    ageAdjusted: false,
    title: 'Adults living with obesity',
    shortTitle: 'Obesity in adults',
    populationGroups: [
      {
        id: 'working-age',
        membership: 'People aged 18 and over, older people among them.',
        ageBands: ['all'],
      },
    ],
    polarity: 'lower-is-better',
    measure: 'obesity-adults',
    numerator:
      'People aged 18 and over whose body mass index is 30 or more, from the height and weight they give.',
    denominator: 'People aged 18 and over asked (Active Lives survey).',
    caveats: [survey, 'Not adjusted for age: obesity comes with age.', boroughOnly],
  },
  {
    ...common,
    id: 'cancer-diagnosed-early',
    kind: 'service',
    counted: 'cancers',
    ageAdjusted: false,
    title: 'Cancers diagnosed at stage 1 or 2',
    shortTitle: 'Early cancer diagnosis',
    populationGroups: [
      { id: 'all', membership: 'Residents of all ages diagnosed with cancer.', ageBands: ['all'] },
    ],
    polarity: 'higher-is-better',
    measure: 'cancer-diagnosed-early',
    numerator: 'New cancers diagnosed at stage 1 or 2.',
    denominator: 'New cancers with a known stage.',
    caveats: [boroughOnly],
  },
  {
    ...wellbeing,
    id: 'life-satisfaction',
    scale: { note: '0 = not at all satisfied, 10 = completely satisfied' },
    title: 'Satisfaction with life',
    shortTitle: 'Life satisfaction',
    measure: 'life-satisfaction',
    numerator:
      'Mean answer from 0 (not at all) to 10 (completely) to how satisfied people are with their lives.',
  },
  {
    ...wellbeing,
    id: 'worthwhile',
    scale: { note: '0 = not at all worthwhile, 10 = completely worthwhile' },
    title: 'Feeling that what one does is worthwhile',
    shortTitle: 'Feeling worthwhile',
    measure: 'worthwhile',
    numerator:
      'Mean answer from 0 (not at all) to 10 (completely) to how far people feel that what they do is worthwhile.',
  },
  {
    ...wellbeing,
    id: 'happiness',
    scale: { note: '0 = not at all happy, 10 = completely happy' },
    title: 'Happiness',
    shortTitle: 'Happiness',
    measure: 'happiness',
    numerator: 'Mean answer from 0 (not at all) to 10 (completely) to how happy people felt yesterday.',
  },
  {
    ...wellbeing,
    id: 'anxiety',
    scale: { note: '0 = not at all anxious, 10 = completely anxious' },
    title: 'Feelings of anxiety',
    shortTitle: 'Anxiety',
    polarity: 'lower-is-better',
    measure: 'anxiety',
    numerator: 'Mean answer from 0 (not at all) to 10 (completely) to how anxious people felt yesterday.',
  },
];
