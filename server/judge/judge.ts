import type { Answer } from '../contract/answer.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { simes } from '../stats/simes.ts';
import { answerOf } from './answer.ts';
import type { Candidate } from './candidate.ts';
import { isTested, type Tested } from './figures/two-figures.ts';
import {
  type Judgement,
  type ListFacts,
  type ListSort,
  listSorts,
  type Making,
  makingOf,
  makings,
  RULE,
} from './judgement.ts';
import { listOfComparison } from './lists.ts';

/** Share of false alarms allowed among the lists selected, and within a selected list times the share selected. */
export const FALSE_DISCOVERY_RATE = 0.05;

export type TestedCandidate = Candidate & { readonly outcome: Tested };

export interface Judged extends Judgement {
  readonly thresholds: Readonly<Record<Making, number>>;
  readonly lists: readonly ListFacts[];
}

/**
 * Judges every comparison of a release together. Each stands in the list of its indicator, of its area and, where it is
 * about a group or a named reference, of that; lists of a sort are selected by their Simes p with Benjamini-Hochberg at
 * 5%, and within a selected list Benjamini-Hochberg runs at 5% times the share of lists selected. A comparison is proven
 * only where every list it stands in rejects.
 *
 * @param candidates every comparison judged, each once; those without a test get an answer too.
 * @returns the answer of each by its id, the facts of every list, and the thresholds looking up needs.
 * @throws Error where a comparison is given twice; RangeError for p-values outside 0 to 1.
 * @see Benjamini Y, Bogomolov M (2014) Selective inference on multiple families of hypotheses. J R Stat Soc B 76:297-318.
 * @example judgeTogether([{
 *   id: 'mmr-1-at-2-years:2024-25:all:E05000001:rest', kind: 'service', isSynthetic: false, shape: '',
 *   reading: { words: 'good-or-bad', better: 'higher' },
 *   comparison: { indicator: 'mmr-1-at-2-years', area: 'E05000001', reference: 'rest' },
 *   outcome: { p: 0.001, difference: { value: -9, lower: -14, upper: -4 }, test: '' },
 * }]).lists; // [{ sort: 'indicator', p: 0.001, selected: true }, { sort: 'area', p: 0.001, selected: true }]
 */
export function judgeTogether(candidates: readonly Candidate[]): Judged {
  const tested = candidates.filter(hasTest);
  const judged = makings.map((making) => {
    const own = tested.filter((one) => makingOf(one) === making);
    return { making, sorts: listSorts.map((sort) => judgeSort(sort, making, own)) };
  });
  const sorts = judged.flatMap((one) => one.sorts);
  const proven = (one: TestedCandidate) =>
    judged
      .find(({ making }) => making === makingOf(one))
      ?.sorts.every(
        ({ sort, rejected }) => rejected.has(one.id) || listOfComparison(sort, one) === undefined,
      ) === true;
  const compared = new Map(sorts.flatMap((one) => (one.sort === 'indicator' ? [...one.sizes] : [])));
  const answers = new Map(
    candidates.map((one): [string, Answer] => {
      const size = compared.get(`${makingOf(one)} ${one.comparison.indicator}`) ?? 0;
      return [one.id, answerOf(one, hasTest(one) && proven(one), { compared: size, judged: 'judged' })];
    }),
  );
  if (answers.size < candidates.length) throw new Error('every comparison is judged once');
  const shareOf = (making: Making) =>
    sorts.find((one) => one.sort === 'indicator' && one.making === making)?.share ?? 0;
  return {
    rule: RULE,
    answers,
    lists: sorts.flatMap(({ facts }) => facts),
    thresholds: { real: shareOf('real'), synthetic: shareOf('synthetic') },
  };
}

export const hasTest = (one: Candidate): one is TestedCandidate => isTested(one.outcome);

interface JudgedSort {
  readonly sort: ListSort;
  readonly making: Making;
  readonly facts: readonly ListFacts[];
  /** Share of the lists selected. */
  readonly share: number;
  /** Ids of what the lists selected reject. */
  readonly rejected: ReadonlySet<string>;
  /** How many were compared in each list. */
  readonly sizes: ReadonlyMap<string, number>;
}

function judgeSort(sort: ListSort, making: Making, own: readonly TestedCandidate[]): JudgedSort {
  const lists = [...Map.groupBy(own, (one) => listOfComparison(sort, one))].flatMap(([name, members]) =>
    name === undefined ? [] : [{ name, members, p: simes(members.map(({ outcome }) => outcome.p)) }],
  );
  const selected = benjaminiHochberg(
    lists.map(({ p }) => p),
    FALSE_DISCOVERY_RATE,
  );
  const share = lists.length === 0 ? 0 : selected.filter(Boolean).length / lists.length;
  return {
    sort,
    making,
    share,
    facts: lists.map(({ name, members, p }, at) => ({
      sort,
      name,
      making,
      compared: members.length,
      p,
      selected: selected[at] === true,
    })),
    rejected: new Set(lists.flatMap(({ members }, at) => (selected[at] ? rejectedOf(members, share) : []))),
    sizes: new Map(lists.map(({ name, members }) => [`${making} ${name}`, members.length])),
  };
}

/**
 * Ids of the members of a list that Benjamini-Hochberg rejects at 5% times the share of lists selected.
 *
 * @param members of one list, each with its test.
 * @param share of the lists of its sort that were selected, 0 to 1.
 * @returns none where no list was selected.
 * @throws RangeError for p-values outside 0 to 1.
 * @see Benjamini Y, Bogomolov M (2014) Selective inference on multiple families of hypotheses. J R Stat Soc B 76:297-318.
 * @example rejectedOf([{ id: 'a', outcome: { p: 0.001 } }, { id: 'b', outcome: { p: 0.04 } }], 0.5); // ['a']
 */
export function rejectedOf(members: readonly TestedCandidate[], share: number): string[] {
  if (share === 0) return [];
  const rejected = benjaminiHochberg(
    members.map(({ outcome }) => outcome.p),
    FALSE_DISCOVERY_RATE * share,
  );
  return members.flatMap(({ id }, at) => (rejected[at] ? [id] : []));
}
