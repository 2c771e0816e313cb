/** What Fingertips exports hold with 95% limits: smoking recorded by practices, social contact of those in care and their carers. */
import type { Indicator } from './indicator.ts';

const boroughOnly = 'Published for boroughs and larger areas only: wards have no figure.';

const common = {
  valueType: 'plain',
  dataset: 'fingertips-exports',
  unit: 'percent',
  decimals: 1,
  finestArea: 'borough',
  areaTypes: ['borough', 'region', 'country'],
  periodKind: 'separate',
  method: 'Values and 95% limits as published.',
  disclosureRule: 'As published: shares of large populations.',
} as const;

const source = (title: string, published: string) => ({
  title,
  publisher: 'Office for Health Improvement and Disparities',
  shortPublisher: 'OHID',
  url: 'https://fingertips.phe.org.uk/',
  published,
  licence: 'Open Government Licence v3.0',
});

const socialContact = {
  ...common,
  kind: 'outcome',
  counted: 'responses',
  ageAdjusted: null,
  aim: 'experience',
  polarity: 'higher-is-better',
  strata: [
    { ageBands: ['18-plus', '18-64', '65-plus'] },
    { ageBands: ['18-plus'], sexes: ['female', 'male'] },
  ],
  source: source('Fingertips: Social isolation (indicators 90280 and 90638)', 'figures to 2018/19'),
  denominator: 'People asked who answered, weighted by the source to stand for everybody in care.',
  caveats: [
    'No newer figure is at hand: it says how things stood then, not how they stand now.',
    'From a survey, weighted by the source: its limits are taken as published.',
    boroughOnly,
  ],
} as const;

const users = 'People who draw on adult social care';
const carers = 'Unpaid carers known to the council';

export const fingertipsExports: readonly Indicator[] = [
  {
    ...common,
    id: 'smoking-recorded',
    kind: 'outcome',
    counted: 'people',
    ageAdjusted: false,
    aim: 'outcomes',
    title: 'People aged 15 and over recorded by their practice as smoking',
    shortTitle: 'Smoking, by practice records',
    populationGroups: [
      {
        id: 'working-age',
        membership: 'People aged 15 and over on the lists of practices, older people among them.',
        ageBands: ['15-plus'],
      },
    ],
    areaTypes: ['borough', 'country'],
    polarity: 'lower-is-better',
    strata: [{ ageBands: ['15-plus'] }],
    measure: 'smoking-recorded',
    numerator: 'People aged 15 and over whose practice recorded in the last two years that they smoke.',
    denominator: 'People aged 15 and over on the lists of practices.',
    source: source('Fingertips: Smoking prevalence by QOF (indicator 91547)', 'figures to 2022/23'),
    caveats: [
      'Not adjusted for age.',
      'Practices sum up to the borough they stand in: some of their patients live elsewhere.',
      boroughOnly,
    ],
  },
  {
    ...socialContact,
    id: 'social-contact-users',
    title: 'People drawing on social care who have as much social contact as they would like',
    shortTitle: 'Social contact in care',
    populationGroups: [
      { id: 'all', membership: `${users}, aged 18 and over.`, ageBands: ['18-plus', '18-64'] },
      { id: 'frailty', membership: `${users}, aged 65 and over.`, ageBands: ['65-plus'] },
    ],
    measure: 'social-contact-users',
    numerator: `${users} who say they have as much social contact as they would like.`,
  },
  {
    ...socialContact,
    id: 'social-contact-carers',
    title: 'Carers who have as much social contact as they would like',
    shortTitle: 'Social contact of carers',
    populationGroups: [
      { id: 'working-age', membership: `${carers}, aged 18 and over.`, ageBands: ['18-plus', '18-64'] },
      { id: 'frailty', membership: `${carers}, aged 65 and over.`, ageBands: ['65-plus'] },
    ],
    measure: 'social-contact-carers',
    numerator: `${carers} who say they have as much social contact as they would like.`,
  },
];
