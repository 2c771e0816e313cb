/** Characteristics that the Census knows exactly for small areas, shared out as figures are: what modelling is measured on. */
import type { AreaType } from '../contract/dimensions.ts';
import {
  CENSUS,
  type KnownCharacteristic,
  knownCharacteristics,
} from '../indicators/known-characteristics.ts';
import type { Counts } from '../stats/counts.ts';
import { type KnownAndModelled, modellingErrors } from '../stats/modelling-error.ts';
import type { Apportionment } from './apportionment.ts';
import type { AreaList } from './figures.ts';
import { type Shares, sharedOutIn } from './geography.ts';
import type { ObservationTable } from './observation-table.ts';

/** Fewer than so many with or without it in any area, and a characteristic says more of chance than of sharing out. */
const FEWEST = 10;

/** From which areas to which figures are shared out. */
export interface SharingOut {
  readonly from: AreaList;
  readonly to: AreaType;
}
/** A characteristic in every area, in their order. */
export interface Tried {
  readonly characteristic: KnownCharacteristic;
  readonly pairs: readonly KnownAndModelled[];
}

export interface TriedAreas {
  readonly areas: readonly string[];
  readonly characteristics: readonly Tried[];
  readonly people: ReadonlyMap<string, number>;
  /** Areas made of whole areas of the source: nothing there is shared out. */
  readonly whole: ReadonlySet<string>;
}

/** Every characteristic that is known exactly, shared out; undefined where areas cannot be told from small ones. */
export function triedCharacteristics(
  { from, to }: SharingOut,
  apportionment: Apportionment,
  observed: ObservationTable,
): TriedAreas | undefined {
  const smallToSource = apportionment.ofSmallAreas(from);
  if (smallToSource === undefined) return undefined;
  const lsoas = { type: 'lsoa', edition: CENSUS.edition } as const;
  const smallToTarget = apportionment.sharesTo(lsoas, to, 'all', smallToSource.keys());
  const sources = new Set([...smallToSource.values()].flatMap((given) => [...given.keys()]));
  // Every characteristic is among people, or households, of all ages, so residents of all ages are the weights.
  const sourceToTarget = apportionment.sharesTo(from, to, 'all', sources);
  if (smallToTarget === undefined || sourceToTarget === undefined) return undefined;
  const areas = [...new Set([...smallToTarget.values()].flatMap((given) => [...given.keys()]))].sort();
  const characteristics = knownCharacteristics.flatMap((characteristic): Tried[] => {
    const [having, among] = [characteristic.having, characteristic.among].map((of) => countsOf(of, observed));
    if (having === undefined || among === undefined) return [];
    const known = [having, among].map((counts) => shared(counts, smallToTarget));
    const modelled = [having, among].map((counts) => shared(shared(counts, smallToSource), sourceToTarget));
    const pairs = areas.map((code) => ({
      known: countsIn(known, code),
      modelled: countsIn(modelled, code),
    }));
    return pairs.every(isCommonEnough) ? [{ characteristic, pairs }] : [];
  });
  const people = shared(apportionment.everyone(), smallToTarget);
  return { areas, characteristics, people, whole: wholeIn(areas, sourceToTarget) };
}

/** Undefined where any small area has no count. */
function countsOf(
  { measure, ageBand = 'all', ethnicGroup = 'all' }: KnownCharacteristic['having'],
  observed: ObservationTable,
) {
  const stratum = { ageBand, ethnicGroup, sex: 'all', deprivation: 'all' };
  const figures = observed.at(measure, CENSUS.period, stratum, 'lsoa');
  if (figures === undefined) return undefined;
  const counts = [...figures].flatMap(([code, figure]) =>
    figure.status === 'value' ? [[code, figure.value] as const] : [],
  );
  return counts.length < figures.size ? undefined : new Map(counts);
}

/** Characteristics of one table add up to everybody: how many tables there are says how much is known of one area. */
export const errorsOfTried = (tried: readonly Tried[]) =>
  modellingErrors(
    tried.map(({ pairs }) => pairs),
    { tables: new Set(tried.map(({ characteristic }) => characteristic.table)).size },
  );

function shared(counts: ReadonlyMap<string, number>, shares: Shares): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [from, given] of shares)
    for (const [to, share] of given) sums.set(to, (sums.get(to) ?? 0) + share * (counts.get(from) ?? 0));
  return sums;
}

const countsIn = ([having, among]: readonly ReadonlyMap<string, number>[], code: string): Counts => ({
  numerator: having?.get(code) ?? 0,
  denominator: among?.get(code) ?? 0,
});

const isCommonEnough = ({ known, modelled }: KnownAndModelled): boolean =>
  [known, modelled].every(
    ({ numerator, denominator }) => numerator >= FEWEST && denominator - numerator >= FEWEST,
  );

function wholeIn(areas: readonly string[], shares: Shares): Set<string> {
  const sharedOut = sharedOutIn(shares);
  return new Set(areas.filter((code) => !sharedOut.has(code)));
}
