/** Conditions that general practices recorded in 2019/20, modelled from practices to boroughs. */
import type { PopulationGroup } from '../contract/dimensions.ts';
import type { Indicator } from './indicator.ts';

interface Condition {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly group: PopulationGroup;
  readonly membership: string;
  readonly people: string;
  readonly decimals: number;
}

const conditions: readonly Condition[] = [
  {
    id: 'diabetes-recorded',
    title: 'People with diabetes recorded by their practice',
    shortTitle: 'Diabetes',
    group: 'working-age',
    membership: 'People aged 17 and over on the lists of practices, older people among them.',
    people: 'People aged 17 and over',
    decimals: 1,
  },
  {
    id: 'hypertension-recorded',
    title: 'People with high blood pressure recorded by their practice',
    shortTitle: 'High blood pressure',
    group: 'working-age',
    membership:
      'People of all ages on the lists of practices; most with high blood pressure are of working age or older.',
    people: 'People of all ages',
    decimals: 1,
  },
  {
    id: 'dementia-recorded',
    title: 'People with dementia recorded by their practice',
    shortTitle: 'Dementia',
    group: 'frailty',
    membership:
      'People of all ages on the lists of practices; stands in for frailty because nearly all people with dementia are 65 or older.',
    people: 'People of all ages',
    decimals: 2,
  },
  {
    id: 'coronary-heart-disease-recorded',
    title: 'People with coronary heart disease recorded by their practice',
    shortTitle: 'Coronary heart disease',
    group: 'all',
    membership: 'People of all ages on the lists of practices.',
    people: 'People of all ages',
    decimals: 1,
  },
  {
    id: 'copd-recorded',
    title: 'People with chronic obstructive pulmonary disease (COPD) recorded by their practice',
    shortTitle: 'COPD',
    group: 'all',
    membership: 'People of all ages on the lists of practices.',
    people: 'People of all ages',
    decimals: 1,
  },
  {
    id: 'severe-mental-illness-recorded',
    title: 'People with severe mental illness recorded by their practice',
    shortTitle: 'Severe mental illness',
    group: 'working-age',
    membership: 'People of all ages on the lists of practices; most with such an illness are of working age.',
    people: 'People of all ages',
    decimals: 1,
  },
];

export const recordedConditions: readonly Indicator[] = conditions.map(
  ({ id, title, shortTitle, group, membership, people, decimals }): Indicator => ({
    id,
    title,
    shortTitle,
    kind: 'outcome',
    counted: 'people',
    ageAdjusted: false,
    valueType: 'plain',
    dataset: 'recorded-conditions',
    aim: 'outcomes',
    populationGroups: [{ id: group, membership, ageBands: ['all'] }],
    unit: 'percent',
    decimals,
    polarity: 'neutral',
    periodKind: 'separate',
    finestArea: 'borough',
    areaTypes: ['borough'],
    strata: [{}],
    measure: id,
    numerator: `${people} with the condition on their practice’s register.`,
    denominator: `${people} on the lists of practices.`,
    method:
      'As the source published it: registers and lists of practices, shared out to districts by where patients live. Both are therefore fractions of people, and there is no interval.',
    source: {
      title: 'Health conditions in constituencies and districts: Quality and Outcomes Framework 2019/20',
      publisher: 'House of Commons Library',
      url: 'https://commonslibrary.parliament.uk/constituency-data-how-healthy-is-your-area/',
      published: '2021',
      licence: 'Open Parliament Licence v3.0',
    },
    caveats: [
      'Modelled by the source from practices to districts, not counted there.',
      'Not adjusted for age, and only what practices know: a low figure can mean little illness or much that is not recognised.',
      'One year, for districts only: wards have no figure.',
    ],
    disclosureRule: 'As published: shares of large populations.',
  }),
);
