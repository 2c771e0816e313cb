/** What staff of the trusts say of their work: of whole trusts, which serve other places too. */
import type { Polarity } from '../contract/dimensions.ts';
import type { Indicator } from './indicator.ts';
import type { Measure } from './measure.ts';

interface Question {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly polarity: Polarity;
  readonly numerator: string;
  /** How the columns of the file begin. */
  readonly column: string;
}

export const staffQuestions: readonly Question[] = [
  {
    id: 'enough-staff',
    column: 'Enough_staff',
    title: 'Staff who say there are enough of them to do their job properly',
    shortTitle: 'Enough staff',
    polarity: 'higher-is-better',
    numerator: 'Staff who agree, or strongly agree, that there are enough staff to do the job properly.',
  },
  {
    id: 'stress-at-work',
    column: 'Stress',
    title: 'Staff who felt unwell from work-related stress in the last 12 months',
    shortTitle: 'Unwell from stress at work',
    polarity: 'lower-is-better',
    numerator: 'Staff who say they felt unwell as a result of work-related stress in the last 12 months.',
  },
  {
    id: 'burnt-out',
    column: 'Burned_out',
    title: 'Staff who often or always feel burnt out because of their work',
    shortTitle: 'Burnt out',
    polarity: 'lower-is-better',
    numerator: 'Staff who say they often or always feel burnt out because of their work.',
  },
  {
    id: 'discrimination-by-colleagues',
    column: 'Discrimination_internal',
    title: 'Staff discriminated against by managers or colleagues in the last 12 months',
    shortTitle: 'Discrimination by colleagues',
    polarity: 'lower-is-better',
    numerator:
      'Staff who say they were discriminated against by a manager, team leader or colleague at work.',
  },
];

export const staffSurveyMeasures: readonly Measure[] = staffQuestions.map(
  ({ id, title }): Measure => ({
    id,
    title: `${title}, %`,
    valueType: 'value',
    combine: 'none',
    editions: { trust: '' },
  }),
);

export const staffSurvey: readonly Indicator[] = staffQuestions.map(
  ({ id, title, shortTitle, polarity, numerator }): Indicator => ({
    id,
    title,
    shortTitle,
    kind: 'service',
    counted: 'staff',
    ageAdjusted: null,
    valueType: 'plain',
    dataset: 'nhs-staff-survey',
    aim: 'staff',
    populationGroups: [
      {
        id: 'all',
        membership: 'Staff of the trust who answered, wherever they live and whoever they look after.',
        ageBands: ['all'],
      },
    ],
    unit: 'percent',
    decimals: 1,
    polarity,
    periodKind: 'separate',
    finestArea: 'trust',
    areaTypes: ['trust'],
    strata: [{}],
    measure: id,
    numerator,
    denominator: 'Staff of the trust who answered the question.',
    method:
      'Percentages as published, weighted by the publisher to the mix of occupations of trusts of the same kind. The source gives no limits, so there is no interval and no test.',
    source: {
      title: 'NHS Staff Survey 2021 to 2024, as recoded from its sheets by researchers',
      publisher: 'NHS England (Survey Coordination Centre)',
      shortPublisher: 'NHS England',
      url: 'https://www.nhsstaffsurveys.com/results/',
      published: 'March 2025',
      licence: 'Open Government Licence v3.0',
    },
    caveats: [
      'Of whole trusts, which serve other places too: not of the people who care for residents alone.',
      'Of those who answered, about half of all staff.',
      'The file at hand is a researchers’ recode of the official sheets.',
    ],
    disclosureRule: 'As published: shares of thousands of answers.',
  }),
);
