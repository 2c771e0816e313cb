/** Each area against the rest of the place, from published counts. Pure. */
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

/** Two-sided score test of each area against the rest of the benchmark, Benjamini-Hochberg over all of them. */
export function verdictsOf(
  areas: readonly Estimate[],
  benchmark: Estimate | null,
  polarity: Polarity,
): Judged[] {
  const whole = countsOf(benchmark);
  const comparisons = areas.map((area) =>
    polarity === 'neutral' ? undefined : againstRest(countsOf(area), whole),
  );
  const better = polarity === 'lower-is-better' ? 'lower' : 'higher';
  const judged = verdicts(comparisons, { better, rate: FALSE_DISCOVERY_RATE });
  return judged.verdicts.map(({ verdict, couldBeChance }, index) => {
    const gap = comparisons[index]?.difference.value;
    return {
      verdict: verdict === 'not compared' ? 'not-compared' : verdict,
      couldBeChance,
      ...(gap !== undefined && { gap: 100 * gap }),
    };
  });
}

/** A part and its whole are not independent, so the part is taken out. Undefined where nothing is left. */
function againstRest(part: Counts | undefined, whole: Counts | undefined): Comparison | undefined {
  if (part === undefined || whole === undefined) return undefined;
  const denominator = whole.denominator - part.denominator;
  // Sums of apportioned counts miss the whole by a rounding error.
  if (denominator < 1e-6) return undefined;
  const numerator = Math.min(Math.max(whole.numerator - part.numerator, 0), denominator);
  const difference = differenceOf(
    proportion(part.numerator, part.denominator),
    proportion(numerator, denominator),
  );
  return { difference, p: scoreTest(part, { numerator, denominator }).p };
}

function countsOf(estimate: Estimate | null): Counts | undefined {
  if (estimate?.status !== 'shown' || estimate.interval !== 'ours') return undefined;
  const { numerator, denominator } = estimate;
  return numerator === undefined || denominator === undefined ? undefined : { numerator, denominator };
}
