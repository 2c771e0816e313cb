/** Areas against the rest of the place, from published counts. Pure. */
import type { Polarity, Verdict } from '../contract/dimensions.ts';
import type { Estimate } from '../contract/estimate.ts';
import { type Counted, countedOf, restOf } from '../judge/figures/counted.ts';
import { scoreP } from '../judge/figures/score-p.ts';
import { differenceOf } from '../stats/difference.ts';
import { proportion } from '../stats/proportion.ts';
import { type Comparison, verdicts } from '../stats/verdict.ts';

export interface Judged {
  readonly verdict: Verdict;
  readonly couldBeChance: boolean;
  /** The figure minus that of the rest, in the unit of the indicator. */
  readonly gap?: number;
}

/** Share of false alarms among the verdicts of one reply; and the level of one uncorrected test. */
export const FALSE_DISCOVERY_RATE = 0.05;

/** A part, the whole it belongs to, and which direction is better. */
export interface Compared {
  readonly area: Estimate | null;
  readonly benchmark: Estimate | null;
  readonly polarity: Polarity;
  /** What the counts are rounded to the nearest of; null or left out where they are not. */
  readonly roundedTo?: number | null;
}

/** The areas of one map, all against the rest of the same benchmark. */
export function verdictsOf(
  areas: readonly Estimate[],
  benchmark: Estimate | null,
  polarity: Polarity,
  roundedTo: number | null = null,
): Judged[] {
  return verdictsTogether(areas.map((area) => ({ area, benchmark, polarity, roundedTo })));
}

/** Two-sided score test of each area against the rest of its benchmark, Benjamini-Hochberg over all of them. */
export function verdictsTogether(all: readonly Compared[]): Judged[] {
  const comparisons = all.map(({ area, benchmark, polarity, roundedTo = null }) =>
    polarity === 'neutral' || area === null || benchmark === null
      ? undefined
      : againstRest(countedOf(area, roundedTo), countedOf(benchmark, roundedTo), polarity),
  );
  // Each difference is turned so that above zero is better: one reply may hold both polarities.
  const judged = verdicts(comparisons, { better: 'higher', rate: FALSE_DISCOVERY_RATE });
  return judged.verdicts.map(({ verdict, couldBeChance }, index) => {
    const gap = comparisons[index]?.gap;
    return {
      verdict: verdict === 'not compared' ? 'not-compared' : verdict,
      couldBeChance,
      ...(gap !== undefined && { gap }),
    };
  });
}

/** A part and its whole are not independent, so the part is taken out. Undefined where nothing is left. */
function againstRest(
  part: Counted | undefined,
  whole: Counted | undefined,
  polarity: Polarity,
): (Comparison & { readonly gap: number }) | undefined {
  const rest = part && whole && restOf(whole, part);
  if (part === undefined || rest === undefined) return undefined;
  const [own, others] = [part, rest].map((counts) => proportion(counts.numerator, counts.denominator));
  if (own === undefined || others === undefined) throw new Error('two counts give two proportions');
  const difference = polarity === 'lower-is-better' ? differenceOf(others, own) : differenceOf(own, others);
  return { difference, p: scoreP(part, rest), gap: 100 * (own.value - others.value) };
}
