import { type MeasuredIndex, withLogInterval, withNormalInterval } from './normal-interval.ts';
import { requirement } from './requirement.ts';

/** A group's figure, with its standard error where known. */
export type GroupFigure = { readonly value: number; readonly standardError?: number };

export type EndsOptions = {
  /** Whether a high or a low figure is good; `higher` when left out. */
  readonly better?: 'higher' | 'lower';
  /** The groups are in order, from the least to the most advantaged: compare the ends. */
  readonly ordered?: boolean;
  /** Place of a reference group in the list; only without order. */
  readonly reference?: number;
  /** 0.9 to below 1; 0.95 when left out. */
  readonly confidence?: number;
};

/**
 * Difference and ratio between the two groups that matter: the ends of an order; else the reference and the
 * worst-off group; else the highest and the lowest.
 *
 * @param groups at least two.
 * @returns positive (above 1) where the expected direction holds: for an order, the most advantaged do better.
 * The ratio is left out where it does not exist (a figure not above zero); limits where a standard error is unknown.
 * @throws RangeError for fewer than two groups, non-finite figures, negative standard errors, or a reference
 * outside the list.
 * @see Schlotheuber A, Hosseinpoor AR (2022) Summary measures of health inequality. Int J Environ Res Public
 * Health 19:3697; Ahn J et al (2018) Sci Rep 8:14568 (intervals).
 * @example gapBetweenEnds([{ value: 20, standardError: 5 }, { value: 30, standardError: 7 }]).difference;
 * // { value: 10, standardError: 8.602, lower: -6.86, upper: 26.86 }
 */
export function gapBetweenEnds(
  groups: readonly GroupFigure[],
  options: EndsOptions = {},
): { readonly difference: MeasuredIndex; readonly ratio?: MeasuredIndex } {
  requirement(groups.length >= 2, 'gapBetweenEnds', 'at least two groups');
  for (const { value, standardError = 0 } of groups) {
    requirement(Number.isFinite(value), 'gapBetweenEnds', 'finite figures');
    requirement(
      standardError >= 0 && standardError < Infinity,
      'gapBetweenEnds',
      'standard errors of zero or more',
    );
  }
  const { confidence = 0.95 } = options;
  const [top, bottom] = ends(groups, options);
  const errors = [top.standardError, bottom.standardError];
  const [a, b] = errors;
  const known = a !== undefined && b !== undefined;
  const difference = withNormalInterval(
    top.value - bottom.value,
    known ? Math.hypot(a, b) : undefined,
    confidence,
  );
  if (top.value <= 0 || bottom.value <= 0) return { difference };
  const logError = known ? Math.hypot(a / top.value, b / bottom.value) : undefined;
  return { difference, ratio: withLogInterval(top.value / bottom.value, logError, confidence) };
}

/** The group that counts up and the group that counts down. */
function ends(
  groups: readonly GroupFigure[],
  { better = 'higher', ordered = false, reference }: EndsOptions,
): [GroupFigure, GroupFigure] {
  const [first, last] = ordered ? [groups[0], groups.at(-1)] : [lowest(groups), highest(groups)];
  requirement(first !== undefined && last !== undefined, 'gapBetweenEnds', 'at least two groups');
  if (ordered) return better === 'higher' ? [last, first] : [first, last];
  if (reference === undefined) return [last, first];
  const chosen = groups[reference];
  requirement(chosen !== undefined, 'gapBetweenEnds', 'a reference among the groups');
  return better === 'higher' ? [chosen, first] : [last, chosen];
}

/** Of equals, the first in the list. */
const lowest = (groups: readonly GroupFigure[]): GroupFigure | undefined =>
  groups.find(({ value }) => groups.every((other) => value <= other.value));

const highest = (groups: readonly GroupFigure[]): GroupFigure | undefined =>
  groups.find(({ value }) => groups.every((other) => value >= other.value));
