import { type MeasuredIndex, withNormalInterval } from './normal-interval.ts';
import { requirement } from './requirement.ts';
import { composition, type Subgroup, sumOf, withPeople } from './subgroups.ts';

type AttributableOptions = {
  /** Whether a high figure is good (uptake) or bad (mortality). */
  readonly better: 'higher' | 'lower';
  /** Place of the reference group in the list; the best group (of equals, the largest) when left out. */
  readonly reference?: number;
  /** What the figures are per: 1 for fractions, 100 for percentages (default), 100,000 for rates. */
  readonly per?: number;
  /** 0.9 to below 1; 0.95 when left out. */
  readonly confidence?: number;
};

type AttributableRisk = {
  /** Population attributable risk: reference less population figure, in the unit of the figures. */
  readonly risk: MeasuredIndex;
  /** Population attributable fraction: the risk as a percentage of the population's figure. */
  readonly fraction: MeasuredIndex;
};

/**
 * Population attributable risk and fraction: how much the population's figure would improve if every group did
 * as well as the reference group.
 *
 * Never the wrong way: zero where the reference is no better than the population.
 *
 * @param groups at least three, in any order; figures from 0 to `per`.
 * @returns above zero where high is good, below zero where low is good; limits by Walter's variance.
 * @throws RangeError as `composition`, for figures outside 0 to `per`, a population figure of zero, or a
 * reference outside the list or without people.
 * @see Walter SD (1978) Calculation of attributable risks from epidemiological data. Int J Epidemiol 7:175-182.
 * @example attributableRisk([
 *   { population: 100, value: 30 }, { population: 100, value: 40 }, { population: 100, value: 50 },
 * ], { better: 'higher' }).risk.value; // 10
 */
export function attributableRisk(
  groups: readonly Subgroup[],
  options: AttributableOptions,
): AttributableRisk {
  const { better, reference = bestGroup(groups, better), per = 100, confidence = 0.95 } = options;
  const taking = withPeople(groups, 'attributableRisk');
  const { parts, mean } = composition(groups, 'attributableRisk');
  requirement(per > 0 && per < Infinity, 'attributableRisk', 'figures per a number above zero');
  requirement(
    parts.every(({ value }) => value >= 0 && value <= per),
    'attributableRisk',
    `figures from 0 to ${per}`,
  );
  requirement(mean > 0, 'attributableRisk', 'a population figure above zero');
  const chosen = groups[reference];
  requirement(
    chosen !== undefined && chosen.population > 0,
    'attributableRisk',
    'a reference among the groups, with people',
  );
  const gap = chosen.value - mean;
  const value = better === 'higher' ? Math.max(0, gap) : Math.min(0, gap);
  const error = fractionError(taking, chosen, per);
  return {
    risk: withNormalInterval(value, error && mean * error, confidence),
    fraction: withNormalInterval((100 * value) / mean, error && 100 * error, confidence),
  };
}

function bestGroup(groups: readonly Subgroup[], better: 'higher' | 'lower'): number {
  const sign = better === 'higher' ? 1 : -1;
  let best = -1;
  groups.forEach((group, i) => {
    if (group.population <= 0) return;
    const leader = groups[best];
    const lead = leader === undefined ? 1 : sign * (group.value - leader.value);
    if (lead > 0 || (lead === 0 && group.population > (leader?.population ?? 0))) best = i;
  });
  return best;
}

/** Walter's standard error of the fraction, from the two-by-two table of the reference against everybody else. */
function fractionError(groups: readonly Subgroup[], reference: Subgroup, per: number): number | undefined {
  const everybody = sumOf(groups, ({ population }) => population);
  const cases = sumOf(groups, ({ population, value }) => (population * value) / per);
  const c = (reference.population * reference.value) / per;
  const d = reference.population - c;
  const a = cases - c;
  const b = everybody - reference.population - a;
  const variance =
    (c * everybody * (a * d * (everybody - c) + b * c * c)) / (cases ** 3 * reference.population ** 3);
  return Number.isFinite(variance) && variance >= 0 ? Math.sqrt(variance) : undefined;
}
