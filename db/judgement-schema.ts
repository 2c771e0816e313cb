/** Row types of what a release was judged to say. */
import type { Verdict } from '../server/contract/dimensions.ts';

/** By which rule a release was judged, and what share of its lists of indicators that rule selected. */
interface JudgementRow {
  release_id: number;
  rule: number;
  real_share: number;
  synthetic_share: number;
}
/** One list of comparisons that were judged together, and whether anything goes on in it. */
interface JudgedListRow {
  release_id: number;
  sort: 'indicator' | 'area' | 'group';
  name: string;
  making: 'real' | 'synthetic';
  compared: number;
  /** Simes' p of the list. */
  p: number;
  selected: boolean;
}
/** One comparison as its release judged it. */
interface ComparisonRow {
  release_id: number;
  /** Its id, as server/judge/comparison.ts builds it. */
  comparison: string;
  indicator: string;
  area_code: string;
  /** Before correction; null where nothing was tested. */
  p: number | null;
  verdict: Verdict;
  could_be_chance: boolean;
  compared: number;
}

export interface JudgementTables {
  'release.judgement': JudgementRow;
  'release.judged_list': JudgedListRow;
  'release.comparison': ComparisonRow;
}
