/** Areas against the rest of the place, from published counts. Pure. */
import type { Polarity, Verdict } from '../contract/dimensions.ts';
import type { Estimate } from '../contract/estimate.ts';
import { differenceOf } from '../stats/difference.ts';
import { proportion } from '../stats/proportion.ts';
import { scoreTest } from '../stats/score-test.ts';
import { type Comparison, verdicts } from '../stats/verdict.ts';

export interface Judged {
  readonly verdict: Verdict;
  readonly couldBeChance: boolean;
  /** The figure minus that of the rest, in the unit of the indicator. */
  readonly gap?: number;
}

/** Share of false alarms among the verdicts of one reply; and the level of one uncorrected test. */
export const FALSE_DISCOVERY_RATE = 0.05;

interface Counts {
  readonly numerator: number;
  readonly denominator: number;
}

/** A part, the whole it belongs to, and which direction is better. */
export interface Compared {
  readonly area: Estimate | null;
  readonly benchmark: Estimate | null;
  readonly polarity: Polarity;
}

/** The areas of one map, all against the rest of the same benchmark. */
export function verdictsOf(
  areas: readonly Estimate[],
  benchmark: Estimate | null,
  polarity: Polarity,
): Judged[] {
  return verdictsTogether(areas.map((area) => ({ area, benchmark, polarity })));
}

/** Two-sided score test of each area against the rest of its benchmark, Benjamini-Hochberg over all of them. */
export function verdictsTogether(all: readonly Compared[]): Judged[] {
  const comparisons = all.map(({ area, benchmark, polarity }) =>
    polarity === 'neutral' ? undefined : againstRest(countsOf(area), countsOf(benchmark), polarity),
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
  part: Counts | undefined,
  whole: Counts | undefined,
  polarity: Polarity,
): (Comparison & { readonly gap: number }) | undefined {
  if (part === undefined || whole === undefined) return undefined;
  const denominator = whole.denominator - part.denominator;
  // Sums of apportioned counts miss the whole by a rounding error.
  if (denominator < 1e-6) return undefined;
  const rest = {
    numerator: Math.min(Math.max(whole.numerator - part.numerator, 0), denominator),
    denominator,
  };
  const [own, others] = [part, rest].map((counts) => proportion(counts.numerator, counts.denominator));
  if (own === undefined || others === undefined) throw new Error('two counts give two proportions');
  const difference = polarity === 'lower-is-better' ? differenceOf(others, own) : differenceOf(own, others);
  return { difference, p: scoreTest(part, rest).p, gap: 100 * (own.value - others.value) };
}

function countsOf(estimate: Estimate | null): Counts | undefined {
  if (estimate?.status !== 'shown' || estimate.interval !== 'ours') return undefined;
  const { numerator, denominator } = estimate;
  return numerator === undefined || denominator === undefined ? undefined : { numerator, denominator };
}
