/**
 * COVID-19 doses counted from records, by ward, ethnic group and age, week by week: what nobody publishes, so the figures
 * are synthetic, made inside the real totals of MSOAs and under the policy that real records would need.
 */
import { type EthnicScheme, ethnicSchemes } from '../contract/dimensions.ts';
import { PROTECT } from '../contract/policies.ts';
import { disclosureRuleOf } from '../contract/protection-words.ts';
import { OFFERED_OLDEST_FIRST } from './covid-19-vaccination.ts';
import { type DosePart, type DoseTable, doseBefore, doseOf, doseTableOf } from './dose-tables.ts';
import type { Indicator, StrataList } from './indicator.ts';

const TABLE = doseTableOf('covid-19-vaccination');

interface DoseWords {
  readonly id: string;
  /** The dose as a title begins, and short. */
  readonly title: string;
  readonly short: string;
  /** What somebody had by the date. */
  readonly had: string;
  readonly caveats: readonly string[];
}

const doses: readonly DoseWords[] = [
  {
    id: 'dose-1',
    title: 'First dose of a COVID-19 vaccine',
    short: 'First COVID-19 dose',
    had: 'a first dose',
    caveats: [],
  },
  {
    id: 'dose-2',
    title: 'Second dose of a COVID-19 vaccine',
    short: 'Second COVID-19 dose',
    had: 'a second dose',
    caveats: [],
  },
  {
    id: 'booster',
    title: 'Booster dose of a COVID-19 vaccine',
    short: 'COVID-19 booster',
    had: 'a booster, the first dose after a second',
    caveats: ['Boosters began in September 2021, after the last official total: all of them are synthetic.'],
  },
  {
    id: 'seasonal',
    title: 'Autumn 2022 dose of a COVID-19 vaccine',
    short: 'Autumn 2022 COVID-19 dose',
    had: 'a dose of autumn 2022 after a booster',
    caveats: ['Doses of autumn 2022 came after the last official total: all of them are synthetic.'],
  },
];

const wordsOf = (id: string): DoseWords => {
  const words = doses.find((dose) => dose.id === id);
  if (words === undefined) throw new Error(`there are no words for the dose "${id}"`);
  return words;
};

const groupsOf = (scheme: EthnicScheme) =>
  ethnicSchemes.find(({ id }) => id === scheme)?.groups.map(({ id: group }) => ({ scheme, group })) ?? [];

/**
 * The wide groups in every area and age band, wider bands of them for the whole place only: two bands and their sum would
 * leave so little open in a ward that more had to be withheld. The finest groups for the whole place, at all ages.
 */
function strataOf({ schemes: [finest, wide], ageBands, widerBands }: DoseTable): StrataList[] {
  return [
    { ageBands: ['all', ...ageBands, ...widerBands] },
    { ageBands: ['all', ...ageBands], ethnicGroups: groupsOf(wide) },
    { ageBands: widerBands, ethnicGroups: groupsOf(wide), areaTypes: ['borough'] },
    { ethnicGroups: groupsOf(finest), areaTypes: ['borough'] },
  ];
}

const common = {
  kind: 'service',
  counted: 'people',
  ageAdjusted: null,
  dataset: TABLE.dataset,
  aim: 'outcomes',
  populationGroups: [
    {
      id: 'all',
      membership: 'People aged 16 and over: vaccination was open to nobody younger at first.',
      ageBands: ['all', '16-24', '25-34', '35-49', '50-64', '65-79', '80-plus'],
    },
    {
      id: 'working-age',
      membership: 'People aged 16 to 64.',
      ageBands: ['16-64', '16-24', '25-34', '35-49', '50-64'],
    },
    {
      id: 'frailty',
      membership:
        'People aged 65 and over; stands in for frailty because no small-area frailty count is published.',
      ageBands: ['65-plus', '65-79', '80-plus'],
    },
  ],
  allAges: TABLE.allAges,
  periodKind: 'cumulative',
  finestArea: 'ward',
  areaTypes: ['ward', 'neighbourhood', 'borough'],
  strata: strataOf(TABLE),
  source: {
    title:
      'Synthetic figures, defined as in “COVID-19 vaccinations in England by MSOA and age” (NHS England)',
    publisher: 'Made for this demonstration',
    url: 'https://www.england.nhs.uk/statistics/statistical-work-areas/covid-19-vaccinations/',
    published: 'not published: synthetic',
    licence: 'Synthetic figures, free to use',
  },
  notes: [
    { ageBand: 'all', text: 'Among people aged 16 and over.' },
    { basis: 'published', text: 'Everyone: the official count of NHS England, not rounded and not made up.' },
  ],
  disclosureRule: disclosureRuleOf('doses'),
} as const;

const caveats = [
  'The figures are synthetic: made for demonstration, not observed anywhere; only those of everyone that official totals give by themselves are not, and say so.',
  'People and doses add up to the real totals NHS England published for each MSOA and age on 15 July 2021; who they are by ward and ethnic group, and when before then they came, is made up.',
  'Gaps between ethnic groups were put in on purpose and say nothing about real people.',
  'Ethnic group is not stated or not known for some people; they are shown as a group of their own.',
  'The same people at every date: nobody moves, is born or dies.',
  `Counts are rounded to the nearest ${PROTECT.roundedTo}, so parts need not add up to their total.`,
] as const;

const ofDose = (words: DoseWords, part: DosePart) => ({
  ...common,
  doseTable: { id: TABLE.id, dose: words.id, before: doseBefore(TABLE, words.id)?.id ?? null, part },
  caveats: [...caveats, ...words.caveats],
});

const percent = {
  unit: 'percent',
  decimals: 1,
  polarity: 'higher-is-better',
  unadjustedAges: OFFERED_OLDEST_FIRST,
} as const;

const countOf = {
  valueType: 'plain',
  unit: 'people',
  decimals: 0,
  polarity: 'neutral',
  denominator: 'None: a count.',
  method: `Synthetic counts, rounded to the nearest ${PROTECT.roundedTo}; everyone is counted, so there is no interval.`,
} as const;

/** Those with the dose among everybody, on the two populations. */
function shareOf(words: DoseWords): Indicator {
  return {
    ...ofDose(words, 'share'),
    ...percent,
    id: `covid-19-${words.id}-from-records`,
    title: `${words.title}, counted from records`,
    shortTitle: `${words.short}, from records`,
    valueType: 'proportion',
    measure: doseOf(TABLE, words.id).with,
    numerator: `People who live in the area and had ${words.had} by the date shown.`,
    denominator:
      'People of the same ages and ethnic group who live in the area: on the NHS register (NIMS), or as Census 2021 counted them.',
    denominators: [
      { id: 'nims', title: 'People on the NHS register (NIMS), July 2021', measure: TABLE.people },
      {
        id: 'census',
        title: 'Residents, modelled from Census 2021',
        measure: 'residents-modelled',
        everyone: 'residents',
        period: '2021',
      },
    ],
    method:
      'Synthetic counts, rounded, as a percentage with Wilson score intervals, as for real ones. Residents by ethnic group and age together are modelled from the tables of the Census by ethnic group and by age.',
    caveats: [
      ...caveats,
      ...words.caveats,
      'The register holds more people than the Census counted, so uptake on it is lower; neither is known to be right.',
      'The Census knows every ethnic group: on it people whose group is not known count in no group, and uptake of the groups is a little lower.',
    ],
  };
}

function stillToReach(words: DoseWords): Indicator {
  return {
    ...ofDose(words, 'without'),
    ...countOf,
    id: `covid-19-${words.id}-still-to-reach`,
    title: `${words.title}: people still to reach`,
    shortTitle: `${words.short}, still to reach`,
    measure: doseOf(TABLE, words.id).without,
    numerator: `People who live in the area and have not had ${words.had} by the date shown.`,
  };
}

const second = wordsOf('dose-2');
const dueLater =
  'In spring 2021 second doses were given about twelve weeks after the first: early figures tell who was reached first, not who stayed away.';

const completion: readonly Indicator[] = [
  {
    ...ofDose(second, 'of-before'),
    ...percent,
    polarity: 'neutral',
    caution: 'At the newest date many were not yet due: it tells who was reached first, not who stayed away.',
    id: 'covid-19-dose-2-of-dose-1-from-records',
    title: 'Second dose of a COVID-19 vaccine among people with a first, counted from records',
    shortTitle: 'Second dose of those with a first, from records',
    valueType: 'proportion',
    measure: doseOf(TABLE, 'dose-2').with,
    numerator: 'People who had a second dose by the date shown.',
    denominator: 'People of the same area, ages and ethnic group who had a first dose by the date shown.',
    denominators: [{ id: '', title: 'People with a first dose', measure: doseOf(TABLE, 'dose-1').with }],
    method: 'Synthetic counts, rounded, as a percentage with Wilson score intervals, as for real ones.',
    caveats: [...caveats, ...second.caveats, dueLater],
  },
  {
    ...ofDose(second, 'awaiting'),
    ...countOf,
    id: 'covid-19-dose-2-awaited-after-dose-1',
    title: 'People with a first dose of a COVID-19 vaccine and no second',
    shortTitle: 'First dose and no second',
    measure: doseOf(TABLE, 'dose-2').awaiting,
    numerator: 'People who had a first dose by the date shown, and no second.',
    caveats: [...caveats, ...second.caveats, dueLater],
  },
];

export const vaccinationFromRecords: readonly Indicator[] = [
  ...doses.map(shareOf),
  ...doses.map(stillToReach),
  ...completion,
];
