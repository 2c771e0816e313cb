import { requirement } from './requirement.ts';

/** One of the groups a population is divided into (ethnic groups, deprivation fifths). */
export type Subgroup = {
  /** People in the group; zero or more. */
  readonly population: number;
  /** The group's figure, in any unit, the same for all groups. */
  readonly value: number;
  /** Of the figure, in its unit; undefined where unknown. */
  readonly standardError?: number;
};

/** Groups seen as shares of one population. */
export type Composition = {
  readonly shares: readonly number[];
  readonly values: readonly number[];
  /** The population's own figure: the mean of the groups by their shares. */
  readonly mean: number;
  /** Standard errors, where every group has one. */
  readonly errors: readonly number[] | undefined;
};

/** Measures over groups say little about two: a plain gap says it all. */
export const fewestSubgroups = 3;

/**
 * Checks the groups and works out what every measure over groups starts from.
 *
 * @throws RangeError "<caller> requires ..." for fewer than three groups, a population that is negative or not
 * finite, nobody at all, a figure that is not finite, or a negative standard error.
 * @see Harper S, Lynch J (2005) Methods for Measuring Cancer Disparities, NCI.
 * @example composition([
 *   { population: 1, value: 20 }, { population: 1, value: 30 }, { population: 2, value: 40 },
 * ], 'theilIndex').mean; // 32.5
 */
export function composition(groups: readonly Subgroup[], caller: string): Composition {
  requirement(groups.length >= fewestSubgroups, caller, `at least ${fewestSubgroups} groups`);
  let total = 0;
  for (const { population, value, standardError = 0 } of groups) {
    requirement(population >= 0 && population < Infinity, caller, 'populations of zero or more');
    requirement(Number.isFinite(value), caller, 'finite figures');
    requirement(standardError >= 0 && standardError < Infinity, caller, 'standard errors of zero or more');
    total += population;
  }
  requirement(total > 0, caller, 'at least one person');
  const shares = groups.map(({ population }) => population / total);
  const values = groups.map(({ value }) => value);
  const errors = groups.map(({ standardError }) => standardError).filter((error) => error !== undefined);
  return {
    shares,
    values,
    mean: sumOf(shares, (share, i) => share * (values[i] as number)),
    errors: errors.length === groups.length ? errors : undefined,
  };
}

/**
 * Sum of a term over numbers and their places.
 *
 * @see Graham RL, Knuth DE, Patashnik O (1994) Concrete Mathematics, ch. 2.
 * @example sumOf([1, 2, 3], (x) => x * x); // 14
 */
export function sumOf(numbers: readonly number[], term: (x: number, i: number) => number): number {
  return numbers.reduce((sum, x, i) => sum + term(x, i), 0);
}
