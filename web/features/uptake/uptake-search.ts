/** The question of the vaccine uptake page, as its URL holds it. Every part may be left out; none is trusted. */
import {
  type Denominator,
  denominators,
  type EthnicScheme,
  ethnicSchemes,
} from '../../../server/contract/dimensions.ts';
import { type ReleaseSearch, releaseReaders } from '../../shared/url/page-search.ts';
import {
  changedSearch,
  oneOfTerms,
  type ParameterReader,
  type ParameterReaders,
  readSearch,
  type SearchChange,
  wordsOf,
} from '../../shared/url/read-search.ts';

/** How people over time are counted: all so far, or those new since the date before. */
export const tallies = [
  { id: 'so-far', label: 'So far' },
  { id: 'new', label: 'New people' },
] as const;
export type UptakeTally = (typeof tallies)[number]['id'];

const displays = [{ id: 'map' }, { id: 'table' }] as const;
const reachRows = [{ id: 'groups' }, { id: 'all-groups' }, { id: 'wards' }] as const;
export type ReachRowsShown = (typeof reachRows)[number]['id'];

export interface UptakeSearch extends ReleaseSearch {
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
  tally?: UptakeTally;
  display?: (typeof displays)[number]['id'];
  /** Rows of the reach list: a group of a ward each, the first of them or all, or a ward each. */
  rows?: ReachRowsShown;
}

const target: ParameterReader<string> = (text) =>
  text === 'place' || /^\d{1,2}(\.\d)?$|^100$/.test(text) ? text : undefined;

const readers: ParameterReaders<UptakeSearch> = {
  ...wordsOf(['indicator', 'area', 'ageBand', 'ethnicGroup', 'period', 'moment']),
  ethnicScheme: oneOfTerms(ethnicSchemes),
  denominator: oneOfTerms(denominators),
  tally: oneOfTerms(tallies),
  display: oneOfTerms(displays),
  rows: oneOfTerms(reachRows),
  target,
  ...releaseReaders,
};

export const validateUptakeSearch = (raw: Record<string, unknown>): UptakeSearch => readSearch(readers, raw);

export type UptakeChange = SearchChange<UptakeSearch>;

/** Another vaccine or dose: dates belong to the one before. */
export const withVaccine = (search: UptakeSearch, indicator: string): UptakeSearch =>
  changedSearch(search, { indicator, period: undefined, moment: undefined });
