/** Tables of people counted from records: what the policy `protect` looks after. As data. */
import type { AreaType, EthnicScheme } from '../contract/dimensions.ts';

/**
 * People of an area, ethnic group and age band, and those of them with something. Whoever loads it gives the inner
 * cells: every finest area, group and age band there is, with 0 where there is nobody. All totals are added up.
 */
export interface CountTable {
  readonly id: string;
  readonly dataset: string;
  /** Measures that hold the inner cells: everybody, and those with it. */
  readonly people: string;
  readonly with: string;
  /** Measure worked out as those without it. */
  readonly without: string;
  /** The area type of the inner cells, and its edition; totals are for all areas these lie in. */
  readonly areas: { readonly type: AreaType; readonly edition: string };
  /** Schemes of ethnic groups, the finest first: each group of one lies in one of the next. */
  readonly schemes: readonly [EthnicScheme, ...EthnicScheme[]];
  /** Age bands of the inner cells: together everybody counted, none twice. */
  readonly ageBands: readonly [string, ...string[]];
  /**
   * Everybody of an area and age, whatever the ethnic group, is public exactly elsewhere (the Census): the proof takes
   * those counts as known.
   */
  readonly peopleKnown?: true;
  /** Its people are made up for demonstration: whatever is made of them is synthetic. */
  readonly synthetic?: true;
}

/** What an indicator shows of a table: the share in percent, or the people with it, without it, or all of them. */
const countParts = ['share', 'with', 'without', 'people'] as const;
export type CountPart = (typeof countParts)[number];

/** One dataset of all of them: a version of it is proved as one. */
export const PEOPLE_DATASET = 'people-from-records';
const wards = { type: 'ward', edition: '2025' } as const;
const measuresOf = (id: string) => ({
  id,
  people: `${id}-people`,
  with: `${id}-with`,
  without: `${id}-without`,
});

export const countTables: readonly CountTable[] = [
  {
    ...measuresOf('blood-pressure'),
    dataset: PEOPLE_DATASET,
    synthetic: true,
    peopleKnown: true,
    areas: wards,
    schemes: ['census-2021-19', 'census-2021-5'],
    ageBands: ['16-34', '35-49', '50-64', '65-plus'],
  },
  {
    ...measuresOf('nhs-health-check'),
    dataset: PEOPLE_DATASET,
    synthetic: true,
    areas: wards,
    schemes: ['census-2021-5'],
    ageBands: ['40-49', '50-64', '65-74'],
  },
  {
    ...measuresOf('no-dentist'),
    dataset: PEOPLE_DATASET,
    synthetic: true,
    peopleKnown: true,
    areas: wards,
    schemes: ['census-2021-5'],
    ageBands: ['0-4', '5-10', '11-15'],
  },
];

export function countTableOf(id: string): CountTable {
  const table = countTables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`there is no table of counts "${id}"`);
  return table;
}
