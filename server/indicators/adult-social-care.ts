/** Adult social care: how people who draw on it, carers and staff fare. */
import type { Indicator } from './indicator.ts';

const common = {
  kind: 'plain',
  dataset: 'adult-social-care',
  decimals: 1,
  polarity: 'higher-is-better',
  periodKind: 'separate',
  finestArea: 'borough',
  areaTypes: ['borough'],
  strata: [{}],
  method: 'Values as published, without counts or limits, so there is no interval.',
  source: {
    title: 'Local Authority Data Explorer, adult social care, 2015/16 to 2022/23',
    publisher: 'Office for Local Government',
    url: 'https://oflog.data.gov.uk/adult-social-care',
    published: '2024',
    licence: 'Open Government Licence v3.0',
  },
  disclosureRule: 'As published: surveys and returns of whole councils.',
} as const;

const users = 'Adults who draw on long-term care arranged by the council; most are 65 and over.';
const carers = 'Adults who care for somebody and are known to the council.';
const survey = 'From a survey of some hundred people in the borough: single years move by chance.';
const councils = 'Published for councils only: wards have no figure, and the file has none for England.';

export const adultSocialCare: readonly Indicator[] = [
  {
    ...common,
    id: 'social-care-quality-of-life',
    title: 'What adult social care adds to quality of life',
    shortTitle: 'Social care, quality of life',
    aim: 'experience',
    populationGroups: [{ id: 'frailty', membership: users, ageBands: ['all'] }],
    unit: 'score',
    decimals: 3,
    measure: 'social-care-quality-of-life',
    numerator: 'Mean score from 0 to 1 of what care adds to quality of life, adjusted for need.',
    denominator: 'People who draw on long-term care and answered the survey.',
    caveats: [survey, 'There was no survey in 2020/21.', councils],
  },
  {
    ...common,
    id: 'carer-quality-of-life',
    title: 'Quality of life of carers',
    shortTitle: 'Carers, quality of life',
    aim: 'experience',
    populationGroups: [
      { id: 'working-age', membership: `${carers} Older carers are among them.`, ageBands: ['all'] },
    ],
    unit: 'score',
    measure: 'carer-quality-of-life',
    numerator: 'Mean score from 0 to 12 over six questions about a carer’s life.',
    denominator: 'Carers who answered the survey, held every two years.',
    caveats: [survey, councils],
  },
  {
    ...common,
    id: 'social-care-information-users',
    title: 'People drawing on care who find information easily',
    shortTitle: 'Information about care, users',
    aim: 'experience',
    populationGroups: [{ id: 'frailty', membership: users, ageBands: ['all'] }],
    unit: 'percent',
    measure: 'social-care-information-users',
    numerator: 'People who find it easy to get information about services.',
    denominator: 'People who draw on long-term care, looked for information and answered the survey.',
    caveats: [survey, councils],
  },
  {
    ...common,
    id: 'social-care-information-carers',
    title: 'Carers who find information easily',
    shortTitle: 'Information about support, carers',
    aim: 'experience',
    populationGroups: [
      { id: 'working-age', membership: `${carers} Older carers are among them.`, ageBands: ['all'] },
    ],
    unit: 'percent',
    measure: 'social-care-information-carers',
    numerator: 'Carers who find it easy to get information about support.',
    denominator: 'Carers who looked for information and answered the survey, held every two years.',
    caveats: [survey, councils],
  },
  {
    ...common,
    id: 'short-term-social-care-outcome',
    title: 'Short-term care after which less or no care was needed',
    shortTitle: 'Outcome of short-term care',
    aim: 'sustainability',
    populationGroups: [
      {
        id: 'frailty',
        membership: 'New clients of short-term care; most are 65 and over.',
        ageBands: ['all'],
      },
    ],
    unit: 'percent',
    measure: 'short-term-social-care-outcome',
    numerator:
      'Spells of short-term care to regain independence after which lower-level care or none was asked for.',
    denominator: 'Spells of short-term care of new clients.',
    caveats: ['Depends on whom a council offers such care to.', councils],
  },
  {
    ...common,
    id: 'social-care-requests',
    title: 'Requests for adult social care that led to a service',
    shortTitle: 'Requests for care met',
    aim: 'sustainability',
    populationGroups: [{ id: 'all', membership: 'Adults who live in the area.', ageBands: ['all'] }],
    unit: 'per-100000',
    decimals: 0,
    polarity: 'neutral',
    measure: 'social-care-requests',
    numerator: 'Requests for support from new clients that led to a service in the year.',
    denominator: 'Adults who live in the area.',
    caveats: [
      'Councils count requests differently: the figure of 2015/16 is not of a kind with the later ones.',
      councils,
    ],
  },
  {
    ...common,
    id: 'social-care-staff-turnover',
    title: 'Staff who left adult social care within a year',
    shortTitle: 'Social care staff turnover',
    aim: 'staff',
    populationGroups: [
      {
        id: 'working-age',
        membership: 'Staff of councils and independent providers of adult social care.',
        ageBands: ['all'],
      },
    ],
    unit: 'percent',
    polarity: 'lower-is-better',
    measure: 'social-care-staff-turnover',
    numerator: 'Staff employed directly who left in the last 12 months.',
    denominator: 'Staff employed directly.',
    caveats: [
      'Estimated by Skills for Care from returns of some providers.',
      'Given for 2022/23 only.',
      councils,
    ],
  },
];
