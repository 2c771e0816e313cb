/** Each area against the rest of the place: the verdict, and what the reader must know about the test. Pure. */
import type { Polarity, Verdict } from '../contract/dimensions.ts';
import type { Estimate } from '../contract/estimate.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { scoreTest } from '../stats/score-test.ts';

export interface Judged {
  readonly verdict: Verdict;
  readonly couldBeChance: boolean;
  /** The figure minus that of the rest, in the unit of the indicator. */
  readonly gap?: number;
}

/** Share of tests that may be false alarms, over everything one reply shows; and the level of one uncorrected test. */
export const FALSE_DISCOVERY_RATE = 0.05;

const NOT_COMPARED: Judged = { verdict: 'not-compared', couldBeChance: false };

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
  const tests = all.map(({ area, benchmark, polarity }) => {
    const [part, whole] = [countsOf(area), countsOf(benchmark)];
    const rest = whole && part && restOf(whole, part);
    if (polarity === 'neutral' || part === undefined || rest === undefined) return undefined;
    const gap = 100 * (part.numerator / part.denominator - rest.numerator / rest.denominator);
    return { ...scoreTest(part, rest), gap };
  });
  const rejected = benjaminiHochberg(
    tests.map((test) => test?.p),
    FALSE_DISCOVERY_RATE,
  );
  return tests.map((test, index) => {
    if (test === undefined) return NOT_COMPARED;
    if (rejected[index] !== true) {
      return { verdict: 'similar', couldBeChance: test.p < FALSE_DISCOVERY_RATE, gap: test.gap };
    }
    const better = test.z > 0 === (all[index]?.polarity === 'higher-is-better');
    return { verdict: better ? 'better' : 'worse', couldBeChance: false, gap: test.gap };
  });
}

function countsOf(estimate: Estimate | null): Counts | undefined {
  if (estimate?.status !== 'shown' || estimate.interval !== 'ours') return undefined;
  const { numerator, denominator } = estimate;
  return numerator === undefined || denominator === undefined ? undefined : { numerator, denominator };
}

/** A part and its whole are not independent, so the part is taken out. Undefined where nothing is left. */
function restOf(whole: Counts, part: Counts): Counts | undefined {
  const denominator = whole.denominator - part.denominator;
  // Sums of apportioned counts miss the whole by a rounding error.
  const numerator = Math.min(Math.max(whole.numerator - part.numerator, 0), denominator);
  return denominator > 1e-6 ? { numerator, denominator } : undefined;
}
