/** Children in families of low income: counted by ward, for seven years. */
import type { Indicator } from './indicator.ts';

const common = {
  kind: 'determinant',
  counted: 'children',
  ageAdjusted: null,
  valueType: 'plain',
  dataset: 'children-low-income',
  aim: 'outcomes',
  populationGroups: [
    { id: 'children', membership: 'Children under 16 who live in the area.', ageBands: ['all'] },
  ],
  unit: 'people',
  decimals: 0,
  polarity: 'neutral',
  periodKind: 'separate',
  finestArea: 'ward',
  areaTypes: ['ward', 'neighbourhood', 'borough'],
  strata: [{}],
  denominator: 'None: a count.',
  method:
    'Counts of wards and of the place as published; wards added up for neighbourhoods. Counts grow with the children who live there, so no area is better or worse for its count.',
  source: {
    title: 'Children in low income families: local area statistics, 2014/15 to 2020/21',
    publisher: 'Department for Work and Pensions',
    shortPublisher: 'DWP',
    url: 'https://www.gov.uk/government/collections/children-in-low-income-families-local-area-statistics',
    published: '2022-03-31',
    licence: 'Open Government Licence v3.0',
  },
  caveats: [
    'Before housing costs: rents are not allowed for.',
    'The publisher moves each count by a little, so that wards do not add up to the place exactly.',
    'A count, not a share: no number of children of the same date is at hand by ward.',
  ],
  notes: [{ areaType: 'neighbourhood', text: 'Its wards added up.' }],
  disclosureRule: 'As published: the publisher moved each count by a little.',
} as const;

export const childrenInLowIncome: readonly Indicator[] = [
  {
    ...common,
    id: 'children-in-relative-low-income',
    title: 'Children in families of relative low income',
    shortTitle: 'Children in relative low income',
    measure: 'children-in-relative-low-income',
    numerator: 'Children under 16 in families whose income is below 60% of the middle income of that year.',
  },
  {
    ...common,
    id: 'children-in-absolute-low-income',
    title: 'Children in families of absolute low income',
    shortTitle: 'Children in absolute low income',
    measure: 'children-in-absolute-low-income',
    numerator:
      'Children under 16 in families whose income is below 60% of the middle income of 2010/11, allowing for prices.',
  },
];
