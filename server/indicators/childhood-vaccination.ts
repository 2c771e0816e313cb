/** Childhood vaccination by the quarter in which children reach an age (COVER). */
import type { Indicator } from './indicator.ts';
import type { Measure } from './measure.ts';

interface Vaccination {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly vaccine: string;
  readonly by: '1 year' | '2 years' | '5 years';
  readonly caveats?: readonly string[];
}

const hexavalent =
  'Children born before August 2017 had the 5-in-1 vaccine (without hepatitis B) in place of the 6-in-1.';

const shown: readonly Vaccination[] = [
  {
    id: 'mmr-1-at-2-years',
    title: 'First dose of MMR by 2 years',
    shortTitle: 'MMR dose 1 at 2',
    vaccine: 'at least one dose of the measles, mumps and rubella vaccine',
    by: '2 years',
  },
  {
    id: 'mmr-2-at-5-years',
    title: 'Two doses of MMR by 5 years',
    shortTitle: 'MMR dose 2 at 5',
    vaccine: 'two doses of the measles, mumps and rubella vaccine',
    by: '5 years',
  },
  {
    id: '6-in-1-at-1-year',
    title: '6-in-1 vaccine by 1 year',
    shortTitle: '6-in-1 at 1',
    vaccine: 'three doses of the 6-in-1 vaccine',
    by: '1 year',
    caveats: [hexavalent],
  },
  {
    id: 'pcv-booster-at-2-years',
    title: 'Pneumococcal (PCV) booster by 2 years',
    shortTitle: 'PCV booster at 2',
    vaccine: 'a booster dose of the pneumococcal conjugate vaccine',
    by: '2 years',
  },
  {
    id: 'rotavirus-at-1-year',
    title: 'Rotavirus vaccine by 1 year',
    shortTitle: 'Rotavirus at 1',
    vaccine: 'two doses of the rotavirus vaccine',
    by: '1 year',
  },
  {
    id: '4-in-1-booster-at-5-years',
    title: 'Pre-school (4-in-1) booster by 5 years',
    shortTitle: '4-in-1 booster at 5',
    vaccine: 'the pre-school booster (diphtheria, tetanus, whooping cough, polio)',
    by: '5 years',
  },
];

export const childhoodVaccinations: readonly Indicator[] = shown.map(
  ({ id, title, shortTitle, vaccine, by, caveats = [] }): Indicator => ({
    id,
    title,
    shortTitle,
    kind: 'service',
    counted: 'children',
    ageAdjusted: null,
    valueType: 'proportion',
    dataset: 'childhood-vaccination',
    aim: 'outcomes',
    populationGroups: [
      {
        id: 'children',
        membership: `Children the NHS is responsible for in the area who turned ${by} old in the quarter.`,
        ageBands: ['all'],
      },
    ],
    unit: 'percent',
    decimals: 1,
    polarity: 'higher-is-better',
    periodKind: 'separate',
    finestArea: 'borough',
    areaTypes: ['borough', 'region', 'country'],
    strata: [{}],
    measure: id,
    numerator: `Children who turned ${by} old in the quarter and had ${vaccine} by then.`,
    denominator: `Children who turned ${by} old in the quarter.`,
    denominators: [{ id: '', title: `Children turning ${by}`, measure: childrenReaching(by) }],
    method:
      'Children vaccinated as a percentage of children, with Wilson score intervals. Numbers vaccinated are those of the workbooks; where those give percentages only (before 2018/19, from October 2024, and for London and England) the number is the percentage of the children, rounded, and the figure says so.',
    source: {
      title:
        'Cover of vaccination evaluated rapidly (COVER) programme, quarterly workbooks 2016/17 to 2024/25',
      publisher: 'UK Health Security Agency (before October 2021, Public Health England)',
      url: 'https://www.gov.uk/government/collections/vaccine-uptake',
      published: 'every quarter; the newest is January to March 2025',
      licence: 'Open Government Licence v3.0',
    },
    caveats: [
      ...caveats,
      'A child’s record can lag behind: coverage at one age is often a little higher when the same children are counted later.',
      'In London many quarters count registered children only, as the workbooks note.',
      'October to December 2024 was not published for London boroughs: it is missing, not zero.',
      'Published for boroughs and larger areas only: wards have no figure.',
    ],
    disclosureRule: 'As published: UKHSA protected its own counts.',
  }),
);

function childrenReaching(by: Vaccination['by']): string {
  return `children-reaching-${by.replace(' ', '-')}`;
}

const measured: Readonly<Record<Vaccination['by'], readonly string[]>> = {
  '1 year': ['6-in-1', 'pcv-1', 'pcv-2', 'rotavirus', 'menb', 'menc'],
  '2 years': ['6-in-1', 'pcv-booster', 'hib-menc', 'mmr-1', 'menb-booster'],
  '5 years': ['6-in-1', 'mmr-1', 'mmr-2', '4-in-1-booster', 'hib-menc'],
};

/** Every vaccine of the workbooks is loaded, also those without an indicator. */
export const coverMeasures: readonly Measure[] = Object.entries(measured).flatMap(([words, vaccines]) => {
  const by = words as Vaccination['by'];
  const children = childrenReaching(by);
  const counted = { valueType: 'count', combine: 'none', editions: {} } as const;
  return [
    { ...counted, id: children, title: `Children turning ${by} old` },
    ...vaccines.map((vaccine) => ({
      ...counted,
      id: `${vaccine}-at-${by.replace(' ', '-')}`,
      title: `Children vaccinated by ${by}: ${vaccine}`,
      atMost: children,
    })),
  ];
});
