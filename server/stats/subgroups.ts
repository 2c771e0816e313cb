import { requirement } from './requirement.ts';

/** One of the groups a population is divided into (ethnic groups, deprivation fifths). */
export type Subgroup = {
  /** People in the group; zero or more. A group with nobody in it takes no part. */
  readonly population: number;
  /** The group's figure, in any unit, the same for all groups. */
  readonly value: number;
  /** Of the figure, in its unit; undefined where unknown. */
  readonly standardError?: number;
};

/** A group with its share of the population. */
export type SubgroupShare = Subgroup & { readonly share: number };
type MeasuredPart = SubgroupShare & { readonly standardError: number };

/** Groups seen as shares of one population: those with anybody in them, in their order. */
export type Composition = {
  readonly parts: readonly SubgroupShare[];
  /** The same, where every group has a standard error. */
  readonly measured: readonly MeasuredPart[] | undefined;
  /** The population's own figure: the mean of the groups by their shares. */
  readonly mean: number;
};

/** Measures over groups say little about two: a plain gap says it all. */
export const fewestSubgroups = 3;

/**
 * The groups that take part in a measure over groups: those with anybody in them. A group of nobody has no figure to
 * differ by and no scatter to add, so a measure is the same with it and without it.
 *
 * @param groups in any order, which is kept.
 * @throws RangeError "<caller> requires populations of zero or more" for one that is negative or not finite.
 * @see Harper S, Lynch J (2005) Methods for Measuring Cancer Disparities, NCI.
 * @example withPeople([{ population: 0 }, { population: 5 }], 'theilIndex'); // [{ population: 5 }]
 */
export function withPeople<Group extends { readonly population: number }>(
  groups: readonly Group[],
  caller: string,
): readonly Group[] {
  requirement(
    groups.every(({ population }) => population >= 0 && population < Infinity),
    caller,
    'populations of zero or more',
  );
  return groups.filter(({ population }) => population > 0);
}

/**
 * Checks the groups and works out what every measure over groups starts from.
 *
 * @throws RangeError "<caller> requires ..." for fewer than three groups with people in them, a population that is
 * negative or not finite, nobody at all, a figure that is not finite, or a negative standard error.
 * @see Harper S, Lynch J (2005) Methods for Measuring Cancer Disparities, NCI.
 * @example composition([
 *   { population: 1, value: 20 }, { population: 1, value: 30 }, { population: 2, value: 40 },
 * ], 'theilIndex').mean; // 32.5
 */
export function composition(groups: readonly Subgroup[], caller: string): Composition {
  const taking = withPeople(groups, caller);
  requirement(groups.length === 0 || taking.length > 0, caller, 'at least one person');
  requirement(taking.length >= fewestSubgroups, caller, `at least ${fewestSubgroups} groups with people`);
  for (const { value, standardError = 0 } of taking) {
    requirement(Number.isFinite(value), caller, 'finite figures');
    requirement(standardError >= 0 && standardError < Infinity, caller, 'standard errors of zero or more');
  }
  const total = sumOf(taking, ({ population }) => population);
  const parts = taking.map((group) => ({ ...group, share: group.population / total }));
  return {
    parts,
    measured: parts.every(isMeasured) ? parts : undefined,
    mean: sumOf(parts, ({ share, value }) => share * value),
  };
}

const isMeasured = (part: SubgroupShare): part is MeasuredPart => part.standardError !== undefined;

/**
 * Sum of a term over a list and its places.
 *
 * @example sumOf([1, 2, 3], (x) => x * x); // 14
 */
export function sumOf<T>(list: readonly T[], term: (one: T, i: number) => number): number {
  return list.reduce((sum, one, i) => sum + term(one, i), 0);
}
