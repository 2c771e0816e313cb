/**
 * People counted from records, by ward and ethnic group: what nobody publishes, so the figures are synthetic, made under
 * the policy that real ones would need. Each says whose definition it follows.
 */
import { ethnicSchemes } from '../contract/dimensions.ts';
import { PROTECT } from '../contract/policies.ts';
import { disclosureRuleOf } from '../contract/protection-words.ts';
import {
  type CountPart,
  type CountTable,
  countTableOf,
  countTables,
  PEOPLE_DATASET,
} from './count-tables.ts';
import type { Indicator, StrataList } from './indicator.ts';
import type { Measure } from './measure.ts';

/** What is counted in a table, in words: everybody, and the two parts they fall into. */
const words: Readonly<Record<string, Readonly<Record<Exclude<CountPart, 'share'>, string>>>> = {
  'blood-pressure': {
    people: 'Adults aged 16 and over',
    with: 'Adults whose blood pressure was recorded in the year',
    without: 'Adults whose blood pressure was not recorded in the year',
  },
  'nhs-health-check': {
    people: 'People aged 40 to 74 invited to an NHS Health Check in the year',
    with: 'People invited who had an NHS Health Check by the end of the year',
    without: 'People invited who had no NHS Health Check by the end of the year',
  },
  'no-dentist': {
    people: 'Children under 16',
    with: 'Children under 16 who did not see an NHS dentist in the year',
    without: 'Children under 16 who saw an NHS dentist in the year',
  },
};

export const peopleMeasures: readonly Measure[] = countTables.flatMap((table) => {
  const said = words[table.id];
  if (said === undefined) throw new Error(`the table "${table.id}" has no words for what it counts`);
  const { type, edition } = table.areas;
  const counted = {
    valueType: 'count',
    combine: 'sum',
    editions: { [type]: edition },
    ...(table.synthetic && { synthetic: true as const }),
  } as const;
  const title = (text: string) => (table.synthetic ? `Synthetic: ${text}` : text);
  return [
    { ...counted, id: table.people, title: title(said.people) },
    { ...counted, id: table.with, title: title(said.with), atMost: table.people },
    { ...counted, id: table.without, title: title(said.without), atMost: table.people },
  ];
});

/** Five groups in every area and age band; more of them for the whole place only, at all ages. */
function strataOf({ schemes, ageBands }: CountTable): StrataList[] {
  const bands = ['all', ...ageBands];
  const groupsOf = (scheme: CountTable['schemes'][number]) =>
    ethnicSchemes.find(({ id }) => id === scheme)?.groups.map(({ id: group }) => ({ scheme, group })) ?? [];
  const five = schemes.at(-1) ?? schemes[0];
  const finer = schemes
    .slice(0, -1)
    .map((scheme): StrataList => ({ ethnicGroups: groupsOf(scheme), areaTypes: ['borough'] }));
  return [{ ageBands: bands }, { ageBands: bands, ethnicGroups: groupsOf(five) }, ...finer];
}

const MADE_UP = 'The figures are synthetic: made for demonstration, not observed anywhere.';
const caveats = [
  MADE_UP,
  'They are drawn inside the real Census totals of each ward, the same residents every year; gaps between ethnic groups were put in on purpose and say nothing about real people.',
  'Ethnic group is not stated or not known for some people; they are shown as a group of their own.',
  `Counts are rounded to the nearest ${PROTECT.roundedTo}, so parts need not add up to their total.`,
] as const;

const fromTable = (id: string, part: CountPart) => {
  const table = countTableOf(id);
  return {
    dataset: PEOPLE_DATASET,
    periodKind: 'separate',
    finestArea: 'ward',
    areaTypes: ['ward', 'neighbourhood', 'borough'],
    strata: strataOf(table),
    measure: part === 'share' ? table.with : table[part],
    countTable: { id, part },
    disclosureRule: disclosureRuleOf('all'),
  } as const;
};

const shareOf = (id: string) =>
  ({
    ...fromTable(id, 'share'),
    // Care of each of them is given or taken up far more often at some ages than at others.
    unadjustedAges: ['all'],
    valueType: 'proportion',
    unit: 'percent',
    decimals: 1,
    method: 'Synthetic counts, rounded, as a percentage with Wilson score intervals, as for real ones.',
    denominators: [{ id: '', title: words[id]?.people ?? '', measure: countTableOf(id).people }],
  }) as const;

const countOf = (id: string, part: Exclude<CountPart, 'share'>) =>
  ({
    ...fromTable(id, part),
    valueType: 'plain',
    unit: 'people',
    decimals: 0,
    polarity: 'neutral',
    denominator: 'None: a count.',
    method: `Synthetic counts, rounded to the nearest ${PROTECT.roundedTo}; everyone is counted, so there is no interval.`,
  }) as const;

const madeUp = (title: string, publisher: string, url: string) => ({
  title: `Synthetic figures, defined as in “${title}” (${publisher})`,
  publisher: 'Made for this demonstration',
  url,
  published: 'not published: synthetic',
  licence: 'Synthetic figures, free to use',
});

const bloodPressure = {
  kind: 'service',
  counted: 'people',
  ageAdjusted: null,
  aim: 'outcomes',
  populationGroups: [
    {
      id: 'all',
      membership: 'People aged 16 and over.',
      ageBands: ['all', '16-34', '35-49', '50-64', '65-plus'],
    },
    {
      id: 'frailty',
      membership:
        'People aged 65 and over; stands in for frailty because no small-area frailty count is published.',
      ageBands: ['65-plus'],
    },
  ],
  allAges: '16-plus',
  source: madeUp(
    'Quality and Outcomes Framework, blood pressure',
    'NHS England',
    'https://digital.nhs.uk/data-and-information/publications/statistical/quality-and-outcomes-framework-achievement-prevalence-and-exceptions-data',
  ),
  caveats: [
    ...caveats,
    'The framework counts from the age of 45 and over five years; here it is everyone from 16 and one year.',
  ],
} as const;

const healthCheck = {
  kind: 'service',
  counted: 'people',
  ageAdjusted: null,
  aim: 'experience',
  populationGroups: [
    {
      id: 'working-age',
      membership: 'People aged 40 to 74, those invited: most are of working age.',
      ageBands: ['all', '40-49', '50-64', '65-74'],
    },
  ],
  allAges: '40-74',
  source: madeUp(
    'NHS Health Check programme',
    'Office for Health Improvement and Disparities',
    'https://fingertips.phe.org.uk/profile/nhs-health-check-detailed',
  ),
  caveats: [...caveats, 'Counts the people invited in a year, not all who are entitled in five years.'],
} as const;

const dentist = {
  kind: 'service',
  counted: 'children',
  ageAdjusted: null,
  aim: 'experience',
  populationGroups: [
    { id: 'children', membership: 'Children under 16.', ageBands: ['all', '0-4', '5-10', '11-15'] },
  ],
  allAges: '0-15',
  source: madeUp(
    'NHS dental statistics, children seen in the last 12 months',
    'NHS Business Services Authority',
    'https://www.nhsbsa.nhs.uk/statistical-collections/dental-england',
  ),
  caveats: [
    ...caveats,
    'The published statistics count the children seen, up to 17; here it is those not seen, under 16. Private dentists are left out, and babies need not have been seen yet.',
  ],
} as const;

export const peopleFromRecords: readonly Indicator[] = [
  {
    ...shareOf('blood-pressure'),
    ...bloodPressure,
    id: 'blood-pressure-recorded',
    title: 'Adults whose blood pressure was recorded in the year',
    shortTitle: 'Blood pressure recorded',
    polarity: 'higher-is-better',
    numerator: 'People aged 16 and over with a blood pressure in their record of the year.',
    denominator: 'People aged 16 and over who live in the area.',
  },
  {
    ...countOf('blood-pressure', 'without'),
    ...bloodPressure,
    id: 'blood-pressure-still-to-record',
    title: 'Adults whose blood pressure was not recorded in the year',
    shortTitle: 'Blood pressure still to record',
    numerator: 'People aged 16 and over without a blood pressure in their record of the year.',
  },
  {
    ...shareOf('nhs-health-check'),
    ...healthCheck,
    id: 'nhs-health-check-uptake',
    title: 'People invited to an NHS Health Check who had one',
    shortTitle: 'NHS Health Check uptake',
    polarity: 'higher-is-better',
    numerator: 'People invited in the year who had the check by its end.',
    denominator: 'People aged 40 to 74 who live in the area and were invited in the year.',
  },
  {
    ...countOf('nhs-health-check', 'without'),
    ...healthCheck,
    id: 'nhs-health-check-still-to-reach',
    title: 'People invited to an NHS Health Check who had none',
    shortTitle: 'NHS Health Check, still to reach',
    numerator: 'People aged 40 to 74 invited in the year who had no check by its end.',
  },
  {
    ...shareOf('no-dentist'),
    ...dentist,
    id: 'children-not-seen-by-dentist',
    title: 'Children who did not see an NHS dentist in the year',
    shortTitle: 'Children not seen by a dentist',
    polarity: 'lower-is-better',
    numerator: 'Children under 16 who had no NHS dental appointment in the year.',
    denominator: 'Children under 16 who live in the area.',
  },
  {
    ...countOf('no-dentist', 'with'),
    ...dentist,
    id: 'children-for-dentist-to-see',
    title: 'Children still to be seen by an NHS dentist',
    shortTitle: 'Children for a dentist to see',
    numerator: 'Children under 16 who had no NHS dental appointment in the year.',
  },
];
