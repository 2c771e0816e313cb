/** Where a comparison stands in each of its lists, from what a release keeps of it: enough to do its verdict again. Pure. */
import type { Kind } from '../contract/dimensions.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { comparisonParts } from './comparison.ts';
import { FALSE_DISCOVERY_RATE } from './judge.ts';
import type { ListFacts, Making } from './judgement.ts';
import { type ListSort, listSorts } from './judgement.ts';
import { listOfComparison } from './lists.ts';

/** A comparison with its p, as a release keeps it. */
export interface KeptComparison {
  readonly id: string;
  readonly kind: Kind;
  /** Two-sided, before correction; null where nothing was tested. */
  readonly p: number | null;
}

/** All lists of a sort, of real or of synthetic figures, and at what level those selected are judged. */
export interface SortOfLists {
  readonly sort: ListSort;
  readonly making: Making;
  readonly lists: number;
  readonly selected: number;
  /** 5% times the share of the lists selected: the level of Benjamini-Hochberg within each of those. */
  readonly level: number;
}

/** A list that a comparison stands in. */
export interface Standing extends ListFacts {
  readonly level: number;
  /** The largest p that the list rejects; null where it rejects none. */
  readonly largestRejected: number | null;
  readonly rejects: boolean;
}

/**
 * How many lists of each sort were selected, and the level that leaves within them.
 *
 * @param lists every list of a release.
 * @returns one for each sort and making there are lists of.
 * @see Benjamini Y, Bogomolov M (2014) Selective inference on multiple families of hypotheses. J R Stat Soc B 76:297-318.
 * @example sortsOfLists([
 *   { sort: 'indicator', name: 'a', making: 'real', compared: 9, p: 0.001, selected: true },
 *   { sort: 'indicator', name: 'b', making: 'real', compared: 5, p: 0.6, selected: false },
 * ]); // [{ sort: 'indicator', making: 'real', lists: 2, selected: 1, level: 0.025 }]
 */
export function sortsOfLists(lists: readonly ListFacts[]): SortOfLists[] {
  return [...Map.groupBy(lists, ({ sort, making }) => `${making} ${sort}`).values()].flatMap((own) => {
    const selected = own.filter((one) => one.selected).length;
    const level = (FALSE_DISCOVERY_RATE * selected) / own.length;
    return own.slice(0, 1).map(({ sort, making }) => ({ sort, making, lists: own.length, selected, level }));
  });
}

/**
 * Every list that each tested comparison of a release stands in, and what that list makes of it. A difference is proven
 * where all of them reject.
 *
 * @param comparisons all of a release that were judged together: the rank of one depends on the others.
 * @param lists the lists of the release.
 * @returns by id; without those that were not tested.
 * @throws RangeError for p-values outside 0 to 1.
 * @see Benjamini Y, Bogomolov M (2014) Selective inference on multiple families of hypotheses. J R Stat Soc B 76:297-318.
 * @example standingsIn(
 *   [{ id: 'mmr:2025:all:E05000001:rest', kind: 'service', p: 0.02 }],
 *   [
 *     { sort: 'indicator', name: 'mmr', making: 'real', compared: 1, p: 0.02, selected: true },
 *     { sort: 'area', name: 'E05000001 service', making: 'real', compared: 1, p: 0.02, selected: true },
 *   ],
 * ).get('mmr:2025:all:E05000001:rest');
 *   // [{ sort: 'indicator', level: 0.05, largestRejected: 0.02, rejects: true }, { sort: 'area', rejects: true }]
 */
export function standingsIn(
  comparisons: readonly KeptComparison[],
  lists: readonly ListFacts[],
): ReadonlyMap<string, readonly Standing[]> {
  const makings = new Map(
    lists.flatMap(({ sort, name, making }) => (sort === 'indicator' ? [[name, making] as const] : [])),
  );
  const levels = new Map(sortsOfLists(lists).map((one) => [`${one.making} ${one.sort}`, one.level]));
  const members = new Map<string, { readonly id: string; readonly p: number }[]>();
  for (const { id, kind, p } of comparisons) {
    const comparison = comparisonParts(id);
    if (comparison === undefined || p === null) continue;
    for (const sort of listSorts) {
      const name = listOfComparison(sort, { kind, comparison });
      if (name === undefined) continue;
      const key = `${makings.get(comparison.indicator)} ${sort} ${name}`;
      const own = members.get(key) ?? [];
      own.push({ id, p });
      members.set(key, own);
    }
  }
  const found = new Map<string, Standing[]>();
  for (const list of lists) {
    const own = members.get(`${list.making} ${list.sort} ${list.name}`) ?? [];
    const level = levels.get(`${list.making} ${list.sort}`) ?? 0;
    for (const { id, ...standing } of standingsOf(list, own, level))
      found.set(id, [...(found.get(id) ?? []), standing]);
  }
  return found;
}

function standingsOf(
  list: ListFacts,
  members: readonly { readonly id: string; readonly p: number }[],
  level: number,
): (Standing & { readonly id: string })[] {
  const ps = members.map(({ p }) => p);
  const rejected = list.selected ? benjaminiHochberg(ps, level) : [];
  const largest = Math.max(...ps.filter((_, at) => rejected[at]));
  const largestRejected = largest < 0 ? null : largest;
  return members.map(({ id }, at) => ({
    ...list,
    id,
    level,
    largestRejected,
    rejects: rejected[at] === true,
  }));
}
