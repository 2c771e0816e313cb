/** What a release found of all it judged together, and what looking up needs of it. */
import type { Answer } from '../contract/answer.ts';

/** The sorts of lists, each selected on its own. */
export const listSorts = ['indicator', 'area', 'group'] as const;
export type ListSort = (typeof listSorts)[number];

/** Real and synthetic figures are judged apart. */
export const makings = ['real', 'synthetic'] as const;
export type Making = (typeof makings)[number];

export const makingOf = ({ isSynthetic }: { readonly isSynthetic: boolean }): Making =>
  isSynthetic ? 'synthetic' : 'real';

/** One list of comparisons, and whether anything goes on in it. */
export interface ListFacts {
  readonly sort: ListSort;
  readonly name: string;
  readonly making: Making;
  readonly compared: number;
  /** Simes' p of the list. */
  readonly p: number;
  readonly selected: boolean;
}

/** Share of the lists of indicators that were selected. */
type Thresholds = Readonly<Record<Making, number>>;

export interface Judgement {
  /** The rule it was judged by; null before there was one. */
  readonly rule: number | null;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Null for a release published before comparisons were judged: nothing can be looked up in it. */
  readonly thresholds: Thresholds | null;
}

/** The rule verdicts were judged by: a new one gives new verdicts in a new release only. */
export const RULE = 4;

export const NOT_JUDGED: Judgement = { rule: null, answers: new Map(), thresholds: null };
