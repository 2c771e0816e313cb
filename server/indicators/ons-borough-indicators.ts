/** ONS indicators of boroughs: schools, and three behind the Health Index. */
import type { Indicator } from './indicator.ts';

const councils = 'Published for local authorities: wards have no figure, and the file has none for England.';

const common = {
  valueType: 'plain',
  dataset: 'ons-borough-indicators',
  aim: 'outcomes',
  unit: 'percent',
  decimals: 1,
  polarity: 'higher-is-better',
  periodKind: 'separate',
  finestArea: 'borough',
  areaTypes: ['borough'],
  strata: [{}],
  method: 'Values as published, without counts or limits, so there is no interval.',
  source: {
    title: 'Subnational indicators explorer',
    publisher: 'Office for National Statistics',
    url: 'https://www.ons.gov.uk/explore-local-statistics/',
    published: '2024',
    licence: 'Open Government Licence v3.0',
  },
  caveats: ['One year only.', councils],
  disclosureRule: 'As published: shares and means of large populations.',
} as const;

const pupils = (membership: string) => [{ id: 'children', membership, ageBands: ['all'] }] as const;

const index = {
  ...common,
  unit: 'unstated',
  source: {
    title: 'Indicators behind the Health Index for England, 2015 to 2021',
    publisher: 'Office for National Statistics',
    url: 'https://www.ons.gov.uk/peoplepopulationandcommunity/healthandsocialcare/healthandwellbeing/datasets/healthindexscoresengland',
    published: '2023-06-14',
    licence: 'Open Government Licence v3.0',
  },
  caveats: [
    'The file states no unit for this indicator, so none is shown here.',
    'Some years repeat the value of another year where the ONS had none.',
    councils,
  ],
} as const;

export const onsBoroughIndicators: readonly Indicator[] = [
  {
    ...common,
    id: 'early-years-communication',
    kind: 'determinant',
    counted: 'children',
    ageAdjusted: null,
    title: 'Children at the expected level of communication and language',
    shortTitle: 'Early years communication',
    populationGroups: pupils('Children at the end of Reception in state-funded early years education.'),
    measure: 'early-years-communication',
    numerator:
      'Children at the expected level in communication and language at the end of the early years foundation stage.',
    denominator: 'Children assessed.',
  },
  {
    ...common,
    id: 'key-stage-2-standard',
    kind: 'determinant',
    counted: 'pupils',
    ageAdjusted: null,
    title: 'Pupils at the expected standard at the end of primary school',
    shortTitle: 'Key stage 2',
    populationGroups: pupils('Pupils aged 10 to 11 in state-funded schools.'),
    measure: 'key-stage-2-standard',
    numerator: 'Pupils at the expected standard in reading, writing and mathematics together.',
    denominator: 'Pupils at the end of key stage 2.',
  },
  {
    ...common,
    id: 'persistent-absence',
    kind: 'determinant',
    counted: 'pupils',
    ageAdjusted: null,
    title: 'Pupils persistently absent from school',
    shortTitle: 'Persistent absence',
    polarity: 'lower-is-better',
    populationGroups: pupils('Pupils in state-funded schools.'),
    measure: 'persistent-absence',
    numerator: 'Pupils who missed a tenth of their sessions or more.',
    denominator: 'Pupils enrolled.',
  },
  {
    ...index,
    id: 'health-index-frailty',
    kind: 'outcome',
    counted: null,
    ageAdjusted: false,
    scale: { note: 'The source does not say what high means' },
    title: 'Frailty, as the Health Index measures it',
    shortTitle: 'Frailty (Health Index)',
    polarity: 'neutral',
    populationGroups: [
      {
        id: 'frailty',
        membership: 'As the ONS defines frailty in its Health Index; the file does not say whom it covers.',
        ageBands: ['all'],
      },
    ],
    measure: 'health-index-frailty',
    numerator: 'The value behind the Health Index; the file does not say what is counted.',
    denominator: 'Not stated.',
  },
  {
    ...index,
    id: 'health-index-gp-appointments',
    kind: 'service',
    counted: null,
    ageAdjusted: false,
    scale: { note: 'Higher = more patients offered an appointment that suits them' },
    title: 'Patients offered acceptable GP appointments, as the Health Index measures it',
    shortTitle: 'GP appointments (Health Index)',
    aim: 'experience',
    populationGroups: [
      { id: 'all', membership: 'Patients of general practices who answered a survey.', ageBands: ['all'] },
    ],
    measure: 'health-index-gp-appointments',
    numerator: 'The value behind the Health Index for patients offered acceptable appointments.',
    denominator: 'Not stated.',
  },
  {
    ...index,
    id: 'health-index-cancer-screening',
    kind: 'service',
    counted: null,
    ageAdjusted: null,
    scale: { note: 'Higher = more people attend screening' },
    title: 'Cancer screening attendance, as the Health Index measures it',
    shortTitle: 'Cancer screening (Health Index)',
    populationGroups: [
      { id: 'all', membership: 'Residents invited to screening for cancer.', ageBands: ['all'] },
    ],
    measure: 'health-index-cancer-screening',
    numerator: 'The value behind the Health Index for attendance at cancer screening.',
    denominator: 'Not stated.',
  },
];
