/** One group against another, or against everyone else: the numbers, before any verdict. Pure. */
import type { Polarity } from '../../contract/dimensions.ts';
import type { Gap, Measured } from '../../contract/gap.ts';
import { RELIABLE_ROUNDED_COUNT } from '../../contract/policies.ts';
import type { IntervalEstimate as Figure } from '../../stats/difference.ts';
import { gapFromAverage } from '../../stats/gap-from-average.ts';
import { modelledRatio } from '../../stats/modelled-ratio.ts';
import { peopleBehindGap } from '../../stats/people-behind-gap.ts';
import { ratioOfProportions } from '../../stats/ratio.ts';
import { type Counted, lessReal } from './counted.ts';
import { differenceOfShares } from './counted-share.ts';
import { modellingOfRatio } from './modelling.ts';
import { differenceOfAreas } from './over-areas.ts';
import { scoreP } from './score-p.ts';

export const ROUNDED_NOTE = 'The interval is wider in truth: counts are rounded.';

/** What a gap says, but for its verdict. */
export type GapFigures = Required<Pick<Gap, 'difference' | 'p' | 'basis'>> &
  Pick<Gap, 'ratio' | 'people' | 'notes'>;

/**
 * What a gap says, but for its verdict: difference, ratio, people behind it, p-value before correction.
 *
 * @param group counts of the group.
 * @param reference counts of what it is compared with.
 * @param polarity of the indicator; neutral has no people behind the gap.
 * @returns difference in percentage points, people in the group's unit, p two-sided.
 * @throws RangeError for counts that are no part of a whole.
 * @see Newcombe RG (1998) Stat Med 17:873-890, method 10. Katz D et al (1978) Biometrics 34:469-474 (ratio).
 * @example gapBetween({ numerator: 50, denominator: 100, basis: 'published' }, { numerator: 30, denominator: 100,
 *   basis: 'published' }, 'lower-is-better');
 *   // { p: 0.0039, difference: { value: 20, lower95: 6.4223, upper95: 32.5768 }, people: { value: 20 } }
 */
export function gapBetween(group: Counted, reference: Counted, polarity: Polarity): GapFigures {
  const difference = differenceOfCounted(group, reference);
  // Of a property of areas people say nothing about chance, so no ratio is given: its interval would come from them.
  const ratio = areasOf(group, reference) === undefined ? ratioOf(group, reference) : undefined;
  return {
    difference: measuredOf(difference, 100),
    ...(ratio !== undefined && { ratio: measuredOf(ratio) }),
    ...(polarity !== 'neutral' && {
      people: measuredOf(
        peopleBehindGap(difference, { people: group.denominator, better: betterOf(polarity) }),
      ),
    }),
    p: pOf(group, reference),
    basis: lessReal(group.basis, reference.basis),
    ...(isRough(group, reference) && { notes: [ROUNDED_NOTE] }),
  };
}

/** The difference from the average that a difference from everyone else amounts to, in percentage points. */
export const fromAverage = (group: Counted, rest: Counted): Measured =>
  measuredOf(averageGap(group, rest), 100);

/**
 * The difference from the average that a difference from everyone else amounts to: the difference times the share of the
 * rest.
 *
 * @param group counts of the group.
 * @param rest counts of everyone else.
 * @returns as fractions, its limits alike.
 * @throws RangeError for counts that are no part of a whole.
 * @see Newcombe RG (1998) Stat Med 17:873-890, method 10.
 * @example averageGap({ numerator: 50, denominator: 100, basis: 'published' }, { numerator: 30, denominator: 300,
 *   basis: 'published' });
 *   // { value: 0.3, lower: 0.2221, upper: 0.3753 }
 */
export function averageGap(group: Counted, rest: Counted): Figure {
  const share = group.denominator / (group.denominator + rest.denominator);
  return gapFromAverage(differenceOfCounted(group, rest), share);
}

/**
 * A figure with its limits as the contract names them, in another unit.
 *
 * @param figure value and limits.
 * @param times what it is multiplied by: 100 makes percentage points of fractions.
 * @returns the same, named for 95%.
 * @example measuredOf({ value: 0.2, lower: 0.1, upper: 0.3 }, 100); // { value: 20, lower95: 10, upper95: 30 }
 */
export function measuredOf({ value, lower, upper }: Figure, times = 1): Measured {
  return { value: times * value, lower95: times * lower, upper95: times * upper };
}

export const betterOf = (polarity: Exclude<Polarity, 'neutral'>) =>
  polarity === 'higher-is-better' ? 'higher' : 'lower';

function differenceOfCounted(a: Counted, b: Counted): Figure {
  const areas = areasOf(a, b);
  if (areas === undefined) return differenceOfShares(a, b);
  const { value, lower, upper } = differenceOfAreas(...areas);
  return { value, lower, upper };
}

function ratioOf(a: Counted, b: Counted): Figure | undefined {
  const error = modellingOfRatio(a, b);
  return error === undefined ? ratioOfProportions(a, b) : modelledRatio(a, b, error);
}

function pOf(a: Counted, b: Counted): number {
  const areas = areasOf(a, b);
  return areas === undefined ? scoreP(a, b) : differenceOfAreas(...areas).p;
}

/** The small areas behind both; undefined of figures whose sample is people. */
function areasOf({ smallAreas: a }: Counted, { smallAreas: b }: Counted) {
  return a === undefined || b === undefined || a.length !== b.length ? undefined : ([a, b] as const);
}

/**
 * Whether rounding of any of the counts is more than the interval knows of.
 *
 * @param counts rounded or not.
 * @returns false where none is rounded.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 5 (conventional rounding).
 * @example isRough({ numerator: 10, denominator: 100, basis: 'published', ranges: { numerator: { lowest: 8, highest: 12
 *   }, denominator: { lowest: 98, highest: 102 } } });
 *   // true
 */
export function isRough(...counts: readonly Counted[]): boolean {
  return counts.some(
    ({ numerator, denominator, ranges }) =>
      ranges !== undefined && Math.min(numerator, denominator - numerator) < RELIABLE_ROUNDED_COUNT,
  );
}
