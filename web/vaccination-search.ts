/** The question of the vaccine uptake page, as its URL holds it. Every part may be left out; none is trusted. */
import {
  type Denominator,
  denominators,
  type EthnicScheme,
  ethnicSchemes,
} from '../server/contract/dimensions.ts';
import { type ReleaseSearch, validateReleaseSearch } from './page-search.ts';

/** How people over time are counted: all so far, or those new since the date before. */
export const tallies = [
  { id: 'so-far', label: 'So far' },
  { id: 'new', label: 'New people' },
] as const;
export type Tally = (typeof tallies)[number]['id'];

const displays = [{ id: 'map' }, { id: 'table' }] as const;
const reachOrders = [{ id: 'groups' }, { id: 'wards' }] as const;

export interface VaccinationSearch extends ReleaseSearch {
  indicator?: string;
  area?: string;
  ageBand?: string;
  ethnicScheme?: EthnicScheme;
  ethnicGroup?: string;
  denominator?: Denominator;
  period?: string;
  /** What the reach list measures against: `place`, or a percentage. */
  target?: string;
  /** The date the map stands at, where its slider has been moved. */
  moment?: string;
  tally?: Tally;
  display?: (typeof displays)[number]['id'];
  /** Rows of the reach list: a group of a ward each, or a ward each. */
  rows?: (typeof reachOrders)[number]['id'];
}

const words = ['indicator', 'area', 'ageBand', 'ethnicGroup', 'period', 'moment'] as const;
const lists = {
  ethnicScheme: ethnicSchemes,
  denominator: denominators,
  tally: tallies,
  display: displays,
  rows: reachOrders,
} as const;

const isWord = (value: unknown) => typeof value === 'string' && /^[A-Za-z0-9-]{1,80}$/.test(value);
const isTarget = (value: unknown) =>
  value === 'place' || (typeof value === 'string' && /^\d{1,2}(\.\d)?$|^100$/.test(value));

/** Keeps what could be an answer and drops the rest, so that a mangled link still opens. */
export function validateVaccinationSearch(raw: Record<string, unknown>): VaccinationSearch {
  const known = Object.entries(lists).filter(([part, list]) => list.some(({ id }) => id === raw[part]));
  const kept = [
    ...words.filter((part) => isWord(raw[part])),
    ...known.map(([part]) => part),
    ...(isTarget(raw.target) ? ['target'] : []),
  ];
  return {
    ...validateReleaseSearch(raw),
    ...Object.fromEntries(kept.map((part) => [part, raw[part]])),
  };
}

export type VaccinationChange = {
  readonly [Part in keyof VaccinationSearch]?: VaccinationSearch[Part] | undefined;
};

/** The search with some parts changed; a part set to undefined is left out. */
export const changedSearch = (search: VaccinationSearch, change: VaccinationChange): VaccinationSearch =>
  Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined));

/** Another vaccine or dose: dates belong to the one before. */
export const withVaccine = (search: VaccinationSearch, indicator: string): VaccinationSearch =>
  changedSearch(search, { indicator, period: undefined, moment: undefined });
