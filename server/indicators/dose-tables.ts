/** Vaccinations counted from records, dose by dose and date by date: tables that the policy `protect` looks after. As data. */
import type { AreaType, EthnicScheme } from '../contract/dimensions.ts';

/** People with a dose, given among those who had the dose before. */
export interface DoseOfTable {
  readonly id: string;
  /** What it is called in a sentence: "a first dose". */
  readonly title: string;
  /** Measure that holds the inner cells: people with it so far. */
  readonly with: string;
  /** Measures worked out: people without it, and those of them who had the dose before (for the first dose the same). */
  readonly without: string;
  readonly awaiting: string;
  /** The first and the last date there are figures for; what is loaded of others is not published. */
  readonly dates: readonly [from: string, to: string];
}

/**
 * A fixed number of people, and those of them with each dose by each date. All doses and dates are protected and proved
 * as one table: counts so far never fall, and nobody has a dose without the one before.
 *
 * Loaded in two parts that agree where they meet. `crossed` dates (quarter ends, the latest) hold the pieces where a
 * small official area and a ward meet, by ethnic group and age. Weekly dates hold wards by the finest ethnic groups, at
 * all ages together.
 */
export interface DoseTable {
  readonly id: string;
  readonly dataset: string;
  readonly synthetic?: true;
  /** Measure that holds everybody. */
  readonly people: string;
  readonly doses: readonly [DoseOfTable, ...DoseOfTable[]];
  readonly areas: { readonly type: AreaType; readonly edition: string };
  /** Areas by which official totals are published; a piece is what lies in one of them and in one of `areas`. */
  readonly parts: { readonly type: AreaType; readonly edition: string };
  /** Ethnic groups, the finest first: those of weekly dates, then those of crossed ones. */
  readonly schemes: readonly [EthnicScheme, EthnicScheme];
  /** Age bands of the inner cells: together everybody counted, none twice. */
  readonly ageBands: readonly [string, ...string[]];
  /** Wider bands that are published too, each made of some of `ageBands`. */
  readonly widerBands: readonly string[];
  /** All ages of the table. */
  readonly allAges: string;
  /** Official measures that give counts of `parts` exactly, all ethnic groups together: the proof takes them as known. */
  readonly known: {
    readonly people: { readonly measure: string; readonly period: string };
    readonly doses: Readonly<Record<string, string>>;
  };
}

/**
 * What an indicator shows of a dose: in percent those with it among all people, or among people who had the dose
 * before; or the people with it, without it, or waiting for it after the dose before.
 */
const doseParts = ['share', 'of-before', 'with', 'without', 'awaiting'] as const;
export type DosePart = (typeof doseParts)[number];

/** One dataset: a version of it is proved as one. */
export const VACCINATION_DATASET = 'covid-19-vaccination-from-records';

const dose = (id: string, title: string, dates: DoseOfTable['dates']): DoseOfTable => ({
  id,
  title,
  with: `${VACCINATION_DATASET}-${id}`,
  without: `${VACCINATION_DATASET}-without-${id}`,
  awaiting: `${VACCINATION_DATASET}-awaiting-${id}`,
  dates,
});

export const doseTables: readonly DoseTable[] = [
  {
    id: 'covid-19-vaccination',
    dataset: VACCINATION_DATASET,
    synthetic: true,
    people: `${VACCINATION_DATASET}-people`,
    doses: [
      // First and second doses end with the last official totals.
      dose('dose-1', 'a first dose', ['2020-12-10', '2021-07-15']),
      dose('dose-2', 'a second dose', ['2020-12-31', '2021-07-15']),
      dose('booster', 'a booster', ['2021-09-30', '2022-12-31']),
      dose('seasonal', 'a seasonal dose', ['2022-12-31', '2022-12-31']),
    ],
    areas: { type: 'ward', edition: '2025' },
    parts: { type: 'msoa', edition: '2011' },
    schemes: ['census-2021-19', 'census-2021-5'],
    ageBands: ['16-24', '25-34', '35-49', '50-64', '65-79', '80-plus'],
    widerBands: ['16-64', '65-plus'],
    allAges: '16-plus',
    known: {
      people: { measure: 'residents-nims', period: '2021-07-15' },
      doses: { 'dose-1': 'covid-19-dose-1', 'dose-2': 'covid-19-dose-2' },
    },
  },
];

export function doseOf(table: DoseTable, id: string): DoseOfTable {
  const dose = table.doses.find((one) => one.id === id);
  if (dose === undefined) throw new Error(`the table "${table.id}" has no dose "${id}"`);
  return dose;
}

/** The dose that everybody with this one had before; undefined for the first. */
export const doseBefore = ({ doses }: DoseTable, id: string): DoseOfTable | undefined =>
  doses[doses.findIndex((one) => one.id === id) - 1];

export function doseTableOf(id: string): DoseTable {
  const table = doseTables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`there is no table of doses "${id}"`);
  return table;
}
