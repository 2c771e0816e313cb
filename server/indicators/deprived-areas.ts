/** Residents of each ethnic group who live in the most deprived fifth of England's small areas. */
import { ethnicSchemes } from '../contract/dimensions.ts';
import type { Indicator } from './indicator.ts';
import type { Measure } from './measure.ts';

interface Domain {
  /** What stands behind `deprivation-decile-2025` in the measure of its tenths. */
  readonly suffix: string;
  readonly id: string;
  readonly words: string;
  readonly shortTitle: string;
  readonly measuring: string;
}

const domains: readonly Domain[] = [
  {
    suffix: '',
    id: 'living-in-deprived-areas',
    words: 'the most deprived fifth of small areas in England',
    shortTitle: 'In deprived areas',
    measuring: 'the Index of Multiple Deprivation, all seven domains together',
  },
  {
    suffix: '-income',
    id: 'living-in-income-deprived-areas',
    words: 'the most deprived fifth of small areas in England for income',
    shortTitle: 'In deprived areas (income)',
    measuring: 'the share of people on low incomes',
  },
  {
    suffix: '-employment',
    id: 'living-in-employment-deprived-areas',
    words: 'the most deprived fifth of small areas in England for employment',
    shortTitle: 'In deprived areas (employment)',
    measuring: 'the share of people of working age shut out of work',
  },
  {
    suffix: '-education',
    id: 'living-in-education-deprived-areas',
    words: 'the most deprived fifth of small areas in England for education, skills and training',
    shortTitle: 'In deprived areas (education, skills and training)',
    measuring: 'the attainment and skills of the people who live there',
  },
  {
    suffix: '-health',
    id: 'living-in-health-deprived-areas',
    words: 'the most deprived fifth of small areas in England for health deprivation and disability',
    shortTitle: 'In deprived areas (health and disability)',
    measuring: 'early death, illness and disability',
  },
  {
    suffix: '-crime',
    id: 'living-in-crime-deprived-areas',
    words: 'the most deprived fifth of small areas in England for crime',
    shortTitle: 'In deprived areas (crime)',
    measuring: 'the risk of violence, burglary, theft and criminal damage',
  },
  {
    suffix: '-housing',
    id: 'living-in-housing-deprived-areas',
    words: 'the most deprived fifth of small areas in England for barriers to housing and services',
    shortTitle: 'In deprived areas (barriers to housing and services)',
    measuring: 'how hard housing and local services are to reach or afford',
  },
  {
    suffix: '-environment',
    id: 'living-in-environment-deprived-areas',
    words: 'the most deprived fifth of small areas in England for the living environment',
    shortTitle: 'In deprived areas (living environment)',
    measuring: 'housing in poor condition, air quality and road accidents',
  },
];

const [fiveGroups] = ethnicSchemes;

export const residentsOfDeprivedAreas: readonly Indicator[] = domains.map(
  ({ id, words, shortTitle, measuring }): Indicator => ({
    id,
    title: `Residents who live in ${words}`,
    shortTitle,
    kind: 'determinant',
    counted: 'people',
    ageAdjusted: null,
    valueType: 'proportion',
    dataset: 'deprived-areas',
    aim: 'outcomes',
    unit: 'percent',
    decimals: 1,
    polarity: 'neutral',
    isOfDeprivation: true,
    isOfAreas: true,
    periodKind: 'separate',
    dates: { '2021': 'Indices of Deprivation 2025, residents of March 2021' },
    finestArea: 'ward',
    areaTypes: ['ward', 'neighbourhood', 'borough'],
    populationGroups: [
      { id: 'all', membership: 'Every usual resident on Census day, 21 March 2021.', ageBands: ['all'] },
    ],
    strata: [
      {},
      {
        ethnicGroups: fiveGroups.groups
          .filter((group) => group.id !== 'unknown')
          .map((group) => ({ scheme: fiveGroups.id, group: group.id })),
      },
    ],
    measure: `residents-in-${id}`,
    numerator: `Residents of small areas (LSOAs) that lie in the most deprived fifth in England by ${measuring}.`,
    denominator: 'All usual residents.',
    denominators: [{ id: '', title: 'Residents', measure: 'residents' }],
    method:
      'Census 2021 residents of each small area, added up over the areas in the most deprived fifth of England (tenths 1 and 2 of the Indices of Deprivation 2025), as a percentage of all residents. Everybody in a small area shares its tenth, so the sample is areas: limits at 95% and 99.8% come from the small areas, as for a ratio of totals over clusters, where there are at least 20; else there are none.',
    source: {
      title: 'Census 2021 and English Indices of Deprivation 2025',
      publisher: 'Office for National Statistics; Ministry of Housing, Communities and Local Government',
      url: 'https://www.gov.uk/government/statistics/english-indices-of-deprivation-2025',
      published: '2025-10-30',
      licence: 'Open Government Licence v3.0',
    },
    caveats: [
      'It says where people live, not how they live: most deprived people do not live in the most deprived areas.',
      'Residents are of March 2021, the index of 2025: a figure of two dates has no one age, so both stand beside it.',
      'It is a property of small areas, given to each person who lives in them: nothing is called better or worse by it.',
      'Each table of the Census is moved by small amounts by itself, so ethnic groups do not add up to everyone exactly.',
    ],
    notes: [
      {
        areaType: 'ward',
        text: 'Added up from the Census small areas (LSOAs) that fit the ward best by population.',
      },
      {
        areaType: 'neighbourhood',
        text: 'Its wards added up, each made of the Census small areas (LSOAs) that fit it best.',
      },
    ],
    disclosureRule: 'As published: the Census protected its own counts.',
  }),
);

const ofAreas = { combine: 'none', editions: { lsoa: '2021' } } as const;

export const deprivedAreaMeasures: readonly Measure[] = domains.flatMap(({ suffix, id, words }) => {
  const decile = `deprivation-decile-2025${suffix}`;
  const living: Measure = {
    id: `residents-in-${id}`,
    title: `Residents of ${words}, Census 2021`,
    valueType: 'count',
    combine: 'sum',
    editions: { lsoa: '2021' },
    livingIn: { people: 'residents', fifthsBy: { decile, period: '2025' } },
  };
  if (suffix === '') return [living];
  const title = `Indices of Deprivation 2025, national tenth:${suffix.replace('-', ' ')}`;
  return [{ ...ofAreas, id: decile, title, valueType: 'value' } satisfies Measure, living];
});
