import { type Coverage, coverage } from './coverage.ts';
import { type MeasuredIndex, withLogInterval, withNormalInterval } from './normal-interval.ts';
import { requirement } from './requirement.ts';
import { sumOf } from './subgroups.ts';

/** A group's figure, with its standard error where known. */
export type GroupFigure = {
  /** Left out, or undefined, where the group has no figure: it is then compared with none. */
  readonly value?: number | undefined;
  readonly standardError?: number | undefined;
  /** People in the group, for the coverage; a group with nobody in it takes no part. */
  readonly population?: number | undefined;
};

/** A group whose figure is known. */
type Known = GroupFigure & { readonly value: number };

type EndsOptions = {
  /** Whether a high or a low figure is good; `higher` when left out. */
  readonly better?: 'higher' | 'lower';
  /** The groups are in order, from the least to the most advantaged: compare the ends. */
  readonly ordered?: boolean;
  /** Place of a reference group in the list; only without order. */
  readonly reference?: number;
  /** 0.9 to below 1; 0.95 when left out. */
  readonly confidence?: number;
};

type GapBetweenEnds = {
  readonly difference: MeasuredIndex;
  readonly ratio?: MeasuredIndex;
  /** Of the groups that have a figure, among the people of all; where every group's people are given. */
  readonly coverage?: Coverage;
};

/**
 * Difference and ratio between the two groups that matter, among those that have a figure: the ends of an order; else
 * the reference and the worst-off group; else the highest and the lowest.
 *
 * @param groups at least two with a figure.
 * @returns positive (above 1) where the expected direction holds: for an order, the most advantaged do better.
 * The ratio is left out where it does not exist (a figure not above zero); limits where a standard error is unknown.
 * @throws RangeError for fewer than two groups with a figure, non-finite figures, negative standard errors, negative
 * populations, or a reference outside the list, without a figure or without people.
 * @see Schlotheuber A, Hosseinpoor AR (2022) Summary measures of health inequality. Int J Environ Res Public
 * Health 19:3697; Ahn J et al (2018) Sci Rep 8:14568 (intervals).
 * @example gapBetweenEnds([{ value: 20, standardError: 5 }, { value: 30, standardError: 7 }]).difference;
 * // { value: 10, standardError: 8.602, lower: -6.86, upper: 26.86 }
 */
export function gapBetweenEnds(groups: readonly GroupFigure[], options: EndsOptions = {}): GapBetweenEnds {
  groups.forEach(checkFigure);
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
  const covered = coverageOf(groups);
  const found = { difference, ...(covered !== undefined && { coverage: covered }) };
  if (top.value <= 0 || bottom.value <= 0) return found;
  const logError = known ? Math.hypot(a / top.value, b / bottom.value) : undefined;
  return { ...found, ratio: withLogInterval(top.value / bottom.value, logError, confidence) };
}

function checkFigure({ value = 0, standardError = 0, population = 0 }: GroupFigure): void {
  requirement(Number.isFinite(value), 'gapBetweenEnds', 'finite figures');
  requirement(
    standardError >= 0 && standardError < Infinity,
    'gapBetweenEnds',
    'standard errors of zero or more',
  );
  requirement(population >= 0 && population < Infinity, 'gapBetweenEnds', 'populations of zero or more');
}

const takesPart = (group: GroupFigure | undefined): group is Known =>
  group?.value !== undefined && group.population !== 0;

function coverageOf(groups: readonly GroupFigure[]): Coverage | undefined {
  if (groups.some(({ population }) => population === undefined)) return undefined;
  const people = ({ population = 0 }: GroupFigure) => population;
  return coverage(sumOf(groups.filter(takesPart), people), sumOf(groups, people));
}

/** The group that counts up and the group that counts down. */
function ends(
  all: readonly GroupFigure[],
  { better = 'higher', ordered = false, reference }: EndsOptions,
): [Known, Known] {
  const groups = all.filter(takesPart);
  requirement(groups.length >= 2, 'gapBetweenEnds', 'at least two groups with a figure');
  const [first, last] = ordered ? [groups[0], groups.at(-1)] : [lowest(groups), highest(groups)];
  requirement(
    first !== undefined && last !== undefined,
    'gapBetweenEnds',
    'at least two groups with a figure',
  );
  if (ordered) return better === 'higher' ? [last, first] : [first, last];
  if (reference === undefined) return [last, first];
  const chosen = all[reference];
  requirement(takesPart(chosen), 'gapBetweenEnds', 'a reference among the groups, with a figure');
  return better === 'higher' ? [chosen, first] : [last, chosen];
}

/** Of equals, the first in the list. */
const lowest = (groups: readonly Known[]): Known | undefined =>
  groups.find(({ value }) => groups.every((other) => value <= other.value));

const highest = (groups: readonly Known[]): Known | undefined =>
  groups.find(({ value }) => groups.every((other) => value >= other.value));
