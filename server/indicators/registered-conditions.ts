/** Conditions on the registers of general practices, added up for primary care networks: patients, not residents. */
import type { PopulationGroup } from '../contract/dimensions.ts';
import type { Indicator } from './indicator.ts';
import type { Measure } from './measure.ts';

interface Register {
  /** As the source calls it. */
  readonly code: string;
  readonly id: string;
  readonly name: string;
  readonly list: keyof typeof lists;
  readonly group?: PopulationGroup;
}

/** Patients that a register is a share of, as the source calls them. */
const lists = {
  TOTAL: { id: 'all', words: 'patients of all ages' },
  '06OV': { id: '6-plus', words: 'patients aged 6 and over' },
  '16OV': { id: '16-plus', words: 'patients aged 16 and over' },
  '17OV': { id: '17-plus', words: 'patients aged 17 and over' },
  '18OV': { id: '18-plus', words: 'patients aged 18 and over' },
  '50OV': { id: '50-plus', words: 'patients aged 50 and over' },
} as const;

/** The registers of the Quality and Outcomes Framework; another year's has the same or is refused. */
export const registers: readonly Register[] = [
  { code: 'AF', id: 'atrial-fibrillation', name: 'Atrial fibrillation', list: 'TOTAL' },
  { code: 'AST', id: 'asthma', name: 'Asthma', list: '06OV' },
  { code: 'CAN', id: 'cancer', name: 'Cancer', list: 'TOTAL' },
  { code: 'CHD', id: 'coronary-heart-disease', name: 'Coronary heart disease', list: 'TOTAL' },
  {
    code: 'CKD',
    id: 'chronic-kidney-disease',
    name: 'Chronic kidney disease',
    list: '18OV',
    group: 'working-age',
  },
  { code: 'COPD', id: 'copd', name: 'Chronic obstructive pulmonary disease', list: 'TOTAL' },
  { code: 'DEM', id: 'dementia', name: 'Dementia', list: 'TOTAL', group: 'frailty' },
  { code: 'DEP', id: 'depression', name: 'Depression', list: '18OV', group: 'working-age' },
  { code: 'DM', id: 'diabetes', name: 'Diabetes', list: '17OV', group: 'working-age' },
  { code: 'EP', id: 'epilepsy', name: 'Epilepsy', list: '18OV', group: 'working-age' },
  { code: 'HF', id: 'heart-failure', name: 'Heart failure', list: 'TOTAL' },
  { code: 'HYP', id: 'hypertension', name: 'High blood pressure', list: 'TOTAL' },
  { code: 'LD', id: 'learning-disability', name: 'Learning disability', list: 'TOTAL' },
  { code: 'MH', id: 'severe-mental-illness', name: 'Severe mental illness', list: 'TOTAL' },
  {
    code: 'NDH',
    id: 'non-diabetic-hyperglycaemia',
    name: 'High blood sugar short of diabetes',
    list: '18OV',
    group: 'working-age',
  },
  { code: 'OB', id: 'obesity', name: 'Obesity', list: '18OV', group: 'working-age' },
  {
    code: 'OST',
    id: 'osteoporosis',
    name: 'Osteoporosis with a fragility fracture',
    list: '50OV',
    group: 'frailty',
  },
  { code: 'PAD', id: 'peripheral-arterial-disease', name: 'Peripheral arterial disease', list: 'TOTAL' },
  { code: 'PC', id: 'palliative-care', name: 'Palliative care', list: 'TOTAL', group: 'frailty' },
  {
    code: 'RA',
    id: 'rheumatoid-arthritis',
    name: 'Rheumatoid arthritis',
    list: '16OV',
    group: 'working-age',
  },
  { code: 'STIA', id: 'stroke', name: 'Stroke or transient ischaemic attack', list: 'TOTAL' },
];

export const registerMeasure = ({ id }: Pick<Register, 'id'>): string => `${id}-register`;
export const listMeasure = ({ list }: Pick<Register, 'list'>): string =>
  `registered-patients-${lists[list].id}`;

export const registerMeasures: readonly Measure[] = [
  ...Object.values(lists).map(
    ({ id, words }): Measure => ({
      id: `registered-patients-${id}`,
      title: `Registered ${words}`,
      valueType: 'count',
      combine: 'none',
      editions: { pcn: '' },
    }),
  ),
  ...registers.map(
    (one): Measure => ({
      id: registerMeasure(one),
      title: `Patients on the register: ${one.name}`,
      valueType: 'count',
      combine: 'none',
      editions: { pcn: '' },
      atMost: listMeasure(one),
    }),
  ),
];

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

export const registeredConditions: readonly Indicator[] = registers.map((one): Indicator => {
  const { words } = lists[one.list];
  return {
    id: registerMeasure(one),
    title: `${one.name}: ${words} on the register of their practice`,
    shortTitle: `${one.name}, on registers`,
    kind: 'outcome',
    counted: 'people',
    ageAdjusted: false,
    valueType: 'proportion',
    dataset: 'registered-conditions',
    aim: 'outcomes',
    populationGroups: [
      {
        id: one.group ?? 'all',
        membership: `${capital(words)} of the practices of each network, wherever they live.`,
        ageBands: ['all'],
      },
    ],
    unit: 'percent',
    decimals: 2,
    polarity: 'neutral',
    periodKind: 'separate',
    finestArea: 'pcn',
    areaTypes: ['pcn'],
    strata: [{}],
    measure: registerMeasure(one),
    denominators: [{ id: '', title: capital(words), measure: listMeasure(one) }],
    numerator: `${capital(words)} on the register for the condition.`,
    denominator: `${capital(words)} registered with the practices of the network.`,
    method: 'Registers and lists of the practices of a network, added up. 95% limits: Wilson.',
    source: {
      title: 'Quality and Outcomes Framework 2020/21: prevalence by practice',
      publisher: 'NHS England (then NHS Digital)',
      shortPublisher: 'NHS England',
      url: 'https://digital.nhs.uk/data-and-information/publications/statistical/quality-and-outcomes-framework-achievement-prevalence-and-exceptions-data/2020-21',
      published: '30 September 2021',
      licence: 'Open Government Licence v3.0',
    },
    caveats: [
      'Patients of practices, not residents: some live elsewhere, and some residents are registered elsewhere.',
      'Not adjusted for age, and only what practices know: a low figure can mean little illness or much that is not recognised.',
      'No figure of wards is made of it: how far it would be off cannot be measured.',
    ],
    disclosureRule: 'As published: registers of whole networks.',
  };
});
