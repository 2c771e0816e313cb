/**
 * The code lists of the Fingertips API. Where its own lists have a number for what we mean, that number stands here; what they
 * have none for has one of ours, above 10000.
 *
 * @see fingertips-open, PholioVisualisationWS/PholioObjects/Constants.cs (MIT, 2020)
 */
import { ageRange } from '../age-bands.ts';
import { type AreaType, ethnicSchemes, type Sex, type Unit, type Verdict } from '../dimensions.ts';

export const ENGLAND = 15;

/** Areas of residence first, finest first; then areas of service, which are on no map. */
export const areaTypeNumbers = [
  { type: 'ward', id: 8, name: 'Wards', short: 'Ward' },
  { type: 'lsoa', id: 4, name: 'Lower layer super output areas', short: 'LSOA' },
  { type: 'msoa', id: 3, name: 'Middle layer super output areas', short: 'MSOA' },
  { type: 'neighbourhood', id: 10001, name: 'Neighbourhoods of the place', short: 'Neighbourhood' },
  { type: 'borough', id: 502, name: 'Upper tier local authorities', short: 'Counties & UAs' },
  { type: 'region', id: 6, name: 'Regions', short: 'Region' },
  { type: 'country', id: ENGLAND, name: 'England', short: 'England' },
  { type: 'pcn', id: 204, name: 'Primary care networks', short: 'PCN' },
  { type: 'trust', id: 10002, name: 'NHS trusts', short: 'Trust' },
  { type: 'system', id: 221, name: 'Integrated care boards', short: 'ICB' },
] as const satisfies readonly { type: AreaType; id: number; name: string; short: string }[];
export type FingertipsAreaType = (typeof areaTypeNumbers)[number];

export const sexNumbers: Readonly<Record<Sex, { readonly id: number; readonly name: string }>> = {
  all: { id: 4, name: 'Persons' },
  male: { id: 1, name: 'Male' },
  female: { id: 2, name: 'Female' },
};

const knownAges: Readonly<Record<string, number>> = {
  all: 1,
  '5-9': 4,
  '10-14': 5,
  '15-19': 6,
  '20-24': 7,
  '25-29': 8,
  '30-34': 9,
  '35-39': 10,
  '40-44': 11,
  '45-49': 12,
  '50-54': 13,
  '55-59': 14,
  '60-64': 15,
  '65-69': 16,
  '70-74': 17,
  '75-79': 18,
  '80-84': 19,
  '85-plus': 20,
  '65-plus': 27,
  '0-4': 28,
  '0-74': 163,
  '18-plus': 168,
  '0-15': 169,
  '17-plus': 187,
  '15-plus': 188,
  '60-plus': 214,
};
const OUR_AGES = 1_000_000;
const NO_UPPER_AGE = 999;

/** Number of an age band: theirs, or 1,000,000 and its two ends in three digits each: 16 to 64 is 1016064. */
export function ageNumber(band: string): number {
  const range = ageRange(band);
  const known = knownAges[band];
  if (known !== undefined || range === undefined) return known ?? knownAges.all ?? 1;
  const { from, to } = range;
  return OUR_AGES + from * 1000 + (to === Infinity ? NO_UPPER_AGE : to);
}

/** "65+ yrs", "16-64 yrs", "All ages". */
export function ageName(band: string): string {
  const range = ageRange(band);
  if (range === undefined || band === 'all') return 'All ages';
  if (range.to === Infinity) return `${range.from}+ yrs`;
  return range.from === range.to ? `${range.from} yrs` : `${range.from}-${range.to} yrs`;
}

export const valueNotes = {
  withheld: { id: 101, text: 'Value suppressed for disclosure control due to small count' },
  'not-collected': { id: 10001, text: 'Not collected' },
  'not-available': { id: 10002, text: 'Not available: the source gives no figure' },
  'nobody-to-count': { id: 10003, text: 'Nobody to count' },
  withdrawn: { id: 10004, text: 'Withdrawn since it was published' },
  synthetic: { id: 10005, text: 'Synthetic: made for demonstration, not a real figure' },
  modelled: { id: 10006, text: 'Modelled by us from published figures of other areas' },
} as const;
export type ValueNote = (typeof valueNotes)[keyof typeof valueNotes];

export interface CategoryType {
  readonly id: number;
  readonly name: string;
  readonly short: string;
  readonly description: string;
  readonly categories: readonly { readonly id: number; readonly name: string; readonly key: string }[];
}

/** Theirs are numbered in the order white, mixed, Asian, Black, other; the sixth is ours. */
const FIVE_GROUPS = ['white', 'mixed', 'asian', 'black', 'other', 'unknown'];
const FIFTHS = [
  'Most deprived fifth',
  'Second most deprived fifth',
  'Middle fifth',
  'Second least deprived fifth',
];

const groupsOf = (scheme: string) => ethnicSchemes.find(({ id }) => id === scheme)?.groups ?? [];
const numbered = (groups: readonly { readonly id: string; readonly label: string }[], scheme: string) =>
  groups.map(({ id, label }, at) => ({ id: at + 1, name: label, key: `${scheme}/${id}` }));

/** A category's key is the ethnic group with its scheme, or the number of the national fifth of deprivation. */
export const categoryTypes: readonly CategoryType[] = [
  {
    id: 33,
    name: 'Ethnic groups (5)',
    short: 'Ethnicity (5)',
    description: 'Census 2021, five ethnic groups; people whose group is not stated or not known apart',
    categories: numbered(
      FIVE_GROUPS.flatMap((group) => groupsOf('census-2021-5').filter(({ id }) => id === group)),
      'census-2021-5',
    ),
  },
  {
    id: 10001,
    name: 'Ethnic groups (19)',
    short: 'Ethnicity (19)',
    description: 'Census 2021, nineteen ethnic groups',
    categories: numbered(groupsOf('census-2021-19'), 'census-2021-19'),
  },
  {
    id: 10002,
    name: 'Ethnic categories of the NHS (16+1)',
    short: 'Ethnicity (NHS)',
    description: 'The sixteen ethnic categories of the NHS, and not stated or not known',
    categories: numbered(groupsOf('nhs-16'), 'nhs-16'),
  },
  {
    id: 6,
    name: 'LSOA deprivation quintiles in England',
    short: 'Deprivation quintile',
    description: 'National fifths of small areas by the English Indices of Deprivation, 1 the most deprived',
    categories: [...FIFTHS, 'Least deprived fifth'].map((name, at) => ({
      id: at + 1,
      name,
      key: String(at + 1),
    })),
  },
];

export const valueTypes = {
  dsr: { id: 1, name: 'Directly standardised rate' },
  rate: { id: 3, name: 'Crude rate' },
  proportion: { id: 5, name: 'Proportion' },
  count: { id: 7, name: 'Count' },
  score: { id: 10001, name: 'Score' },
  decile: { id: 10002, name: 'Tenth' },
  years: { id: 10003, name: 'Years' },
  ratio: { id: 10004, name: 'Ratio' },
  unstated: { id: 10005, name: 'Value' },
} as const;

/** Unit and what it is divided by to be a share of one. */
export const unitNumbers: Readonly<
  Record<Unit, { readonly id: number; readonly label: string; readonly value: number }>
> = {
  percent: { id: 10001, label: '%', value: 100 },
  people: { id: 10002, label: '', value: 1 },
  score: { id: 10003, label: '', value: 1 },
  decile: { id: 10004, label: '', value: 1 },
  years: { id: 10005, label: 'Years', value: 1 },
  'per-10000': { id: 10006, label: 'per 10,000', value: 10_000 },
  'per-100000': { id: 10007, label: 'per 100,000', value: 100_000 },
  ratio: { id: 10008, label: '', value: 1 },
  unstated: { id: 10009, label: '', value: 1 },
};

export const yearTypes = {
  calendar: { id: 1, name: 'Calendar' },
  financial: { id: 2, name: 'Financial' },
  day: { id: 10001, name: 'Up to a day' },
  month: { id: 10002, name: 'Month' },
  span: { id: 10003, name: 'From one day to another' },
} as const;

export const polarityNumbers = {
  none: { id: -1, name: 'Not applicable' },
  low: { id: 0, name: 'RAG - Low is good' },
  high: { id: 1, name: 'RAG - High is good' },
  direction: { id: 99, name: 'BOB - Blue orange blue' },
} as const;

export const comparatorMethods = [
  { id: -1, name: 'No comparison' },
  { id: 10001, name: 'Tests of two figures, false discoveries held at 5%' },
] as const;

export const intervalMethods = {
  wilson: { id: 10001, name: 'Wilson', description: 'Wilson score interval of a proportion' },
  source: {
    id: 10002,
    name: 'As the source published it',
    description: 'The limits are those of the source; where it gives none there are none',
  },
} as const;

/** Our verdicts in the words of Fingertips: "Similar" says no more than that the difference is not beyond chance. */
export const significanceWords: Readonly<Record<Verdict, string>> = {
  better: 'Better',
  worse: 'Worse',
  higher: 'Higher',
  lower: 'Lower',
  similar: 'Similar',
  'not-compared': 'Not compared',
};

/** The recent trend: which way it goes, and what its marker is called. */
export const trendMarkers = {
  'cannot-be-calculated': 0,
  increasing: 1,
  decreasing: 2,
  'no-change': 3,
} as const;
