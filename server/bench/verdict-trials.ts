/**
 * What verdicts promise, on made-up comparisons whose true gaps are known: in the demonstration's shape, judged as a
 * release judges them and counted as its pages show them. Pure, and seeded, so that a run is the same everywhere.
 */

import type { Candidate } from '../judge/candidate.ts';
import { judgeTogether } from '../judge/judge.ts';
import { normalDraws, seededRandom } from '../random.ts';
import { itemAt } from './item-at.ts';
import {
  drawnIndicator,
  everyOf,
  type TrialShape,
  type Truth,
  testedAt,
  trialComparisons,
} from './trial-candidates.ts';

/** As many comparisons of each sort as the demonstration has, about. */
export const DEMONSTRATION: TrialShape = { indicators: 60, wards: 23, groups: 5, byGroup: 24, wider: 30 };

/** A release of a trial as pages would show it. */
interface TrialPages {
  readonly candidates: readonly Candidate[];
  isProven(one: Candidate): boolean;
}

export type Count = (pages: TrialPages) => number;

export interface Trials {
  readonly shape: TrialShape;
  /** Drawn anew for each trial. */
  readonly truth: (normal: () => number) => Truth;
  readonly seed: number;
  readonly trials: number;
}

/** @returns for each count its mean over the trials: for a seed always the same. */
export function meansOverTrials({ shape, truth, seed, trials }: Trials, counts: readonly Count[]): number[] {
  const normal = normalDraws(seededRandom(seed));
  const comparisons = trialComparisons(shape);
  const totals = counts.map((count) => ({ count, sum: 0 }));
  for (let trial = 0; trial < trials; trial++) {
    const own = truth(normal);
    const drawn = everyOf(shape).flatMap((indicator) => drawnIndicator(shape, own, indicator, normal));
    const pages = pagesOf(
      comparisons.map((one, at) => ({ ...one, outcome: testedAt(itemAt(drawn, at)[1]) })),
    );
    for (const total of totals) total.sum += total.count(pages);
  }
  return totals.map(({ sum }) => sum / trials);
}

function pagesOf(candidates: readonly Candidate[]): TrialPages {
  const { answers } = judgeTogether(candidates);
  const isProven = ({ id }: Candidate) => {
    const verdict = answers.get(id)?.verdict;
    return verdict === 'better' || verdict === 'worse';
  };
  return { candidates, isProven };
}

/** 1 where what is picked shows a proven one. */
export const anyProven =
  (picked: (one: Candidate) => boolean): Count =>
  ({ candidates, isProven }) =>
    candidates.some((one) => picked(one) && isProven(one)) ? 1 : 0;

/** Share of what is picked that is proven. */
export const shareProven =
  (picked: (one: Candidate) => boolean): Count =>
  ({ candidates, isProven }) => {
    const own = candidates.filter(picked);
    return own.filter(isProven).length / own.length;
  };
