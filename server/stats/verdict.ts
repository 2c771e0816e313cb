import { benjaminiHochberg } from './benjamini-hochberg.ts';
import type { Estimate } from './difference.ts';
import { requirement } from './requirement.ts';

/** One group or area against its reference. */
export type Comparison = {
  /** Figure less reference, with its plain 95% interval. */
  readonly difference: Estimate;
  /** p-value of the test on the counts; undefined where it could not be tested. */
  readonly p: number | undefined;
};

export type Verdict = {
  readonly verdict: 'better' | 'worse' | 'similar' | 'not compared';
  /** The plain interval excludes no gap, but so many were compared that chance may explain it. */
  readonly couldBeChance: boolean;
};

export type Verdicts = {
  readonly verdicts: readonly Verdict[];
  /** How many were compared, and how many of them uncorrected tests would flag by chance alone. */
  readonly compared: number;
  readonly flaggedByChance: number;
};

/**
 * Better, worse or similar, for everything one page shows: no verdict rests on having looked at many.
 *
 * @param comparisons all of the page, in any order; undefined where nothing can be compared.
 * @param options whether a high or a low figure is good; the false discovery rate, 0.05 when left out.
 * @returns in the same order, with how many were compared.
 * @throws RangeError for p-values outside 0 to 1, non-finite differences, or a rate outside (0, 1).
 * @see Benjamini Y, Hochberg Y (1995) J R Stat Soc B 57:289-300.
 * @example verdicts([{ p: 0.001, difference: { value: -0.1, lower: -0.15, upper: -0.05 } }], { better: 'higher' })
 *   .verdicts; // [{ verdict: 'worse', couldBeChance: false }]
 */
export function verdicts(
  comparisons: readonly (Comparison | undefined)[],
  { better, rate = 0.05 }: { readonly better: 'higher' | 'lower'; readonly rate?: number },
): Verdicts {
  const rejected = benjaminiHochberg(
    comparisons.map((comparison) => comparison?.p),
    rate,
  );
  const compared = comparisons.filter((comparison) => comparison?.p !== undefined).length;
  return {
    verdicts: comparisons.map((comparison, i) =>
      judge(comparison, { better, rejected: rejected[i] === true }),
    ),
    compared,
    flaggedByChance: rate * compared,
  };
}

function judge(
  comparison: Comparison | undefined,
  { better, rejected }: { readonly better: 'higher' | 'lower'; readonly rejected: boolean },
): Verdict {
  if (comparison?.p === undefined) return { verdict: 'not compared', couldBeChance: false };
  const { value, lower, upper } = comparison.difference;
  requirement(Number.isFinite(value), 'verdicts', 'finite differences');
  if (!rejected || value === 0) return { verdict: 'similar', couldBeChance: lower > 0 || upper < 0 };
  return { verdict: value > 0 === (better === 'higher') ? 'better' : 'worse', couldBeChance: false };
}
