/**
 * The statistics of a gap once more, from their formulas, for tests that recompute what the API gives. Imports
 * nothing of the project: an error shared with it would prove nothing.
 */

export interface Counts {
  readonly numerator: number;
  readonly denominator: number;
  /** Of modelled counts: the standard error of modelling on the log-odds scale. */
  readonly error?: number;
  /** Of the rest of a whole: its error is that of the part, the other way round. */
  readonly opposes?: boolean;
}
export interface Figure {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

const Z = 1.959963984540054;
export const share = ({ numerator, denominator }: Counts) => numerator / denominator;

/** Wilson (1927). */
export function wilson(counts: Counts): Figure {
  const { denominator: n } = counts;
  const p = share(counts);
  const middle = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  return { value: p, lower: p === 0 ? 0 : middle - half, upper: p === 1 ? 1 : middle + half };
}

/** Wilson's limits; of modelled counts those of log odds, chance and modelling together. */
export function limits(counts: Counts): Figure {
  const { numerator: x, denominator: n, error = 0 } = counts;
  if (error === 0) return wilson(counts);
  const middle = Math.log(x / (n - x));
  const half = Z * Math.sqrt(1 / x + 1 / (n - x) + error * error);
  const [lower, upper] = [middle - half, middle + half].map((odds) => 1 / (1 + Math.exp(-odds)));
  return { value: share(counts), lower: lower ?? Number.NaN, upper: upper ?? Number.NaN };
}

/** Of two independent errors, or of one on both sides. */
const together = (a: number, b: number, isOne: boolean) => (isOne ? a + b : Math.sqrt(a * a + b * b));
const isOne = (a: Counts, b: Counts) => a.opposes === true || b.opposes === true;

/** The difference of two shares; of a part and the rest the whole error stands in the part. */
export function gapOf(a: Counts, b: Counts): Figure {
  if (b.opposes !== true) return difference(limits(a), limits(b));
  return difference(limits({ ...a, error: (a.error ?? 0) + (b.error ?? 0) }), wilson(b));
}

/** Newcombe (1998), method 10; as square and add also for standardised figures. */
export function difference(a: Figure, b: Figure): Figure {
  const value = a.value - b.value;
  return {
    value,
    lower: value - Math.sqrt((a.value - a.lower) ** 2 + (b.upper - b.value) ** 2),
    upper: value + Math.sqrt((a.upper - a.value) ** 2 + (b.value - b.lower) ** 2),
  };
}

/** Katz (1978); nothing where either has nobody with the outcome. */
export function ratio(a: Counts, b: Counts): Figure | undefined {
  if (a.numerator === 0 || b.numerator === 0) return undefined;
  const [ofA, ofB] = [a, b].map((one) => (1 - share(one)) * (one.error ?? 0));
  const error = Math.sqrt(
    1 / a.numerator -
      1 / a.denominator +
      1 / b.numerator -
      1 / b.denominator +
      together(ofA ?? 0, ofB ?? 0, isOne(a, b)) ** 2,
  );
  const value = share(a) / share(b);
  return { value, lower: value * Math.exp(-Z * error), upper: value * Math.exp(Z * error) };
}

/** Score test with pooled variance; of modelled counts the difference of log odds by both errors. Two-sided. */
export function scoreP(a: Counts, b: Counts): number {
  const modelling = together(a.error ?? 0, b.error ?? 0, isOne(a, b));
  if (modelling > 0) {
    const variance = [a, b].map(({ numerator: x, denominator: n }) => 1 / x + 1 / (n - x));
    const odds = [a, b].map(({ numerator: x, denominator: n }) => Math.log(x / (n - x)));
    const error = Math.sqrt((variance[0] ?? 0) + (variance[1] ?? 0) + modelling ** 2);
    return normalP(((odds[0] ?? 0) - (odds[1] ?? 0)) / error);
  }
  const pooled = (a.numerator + b.numerator) / (a.denominator + b.denominator);
  const variance = pooled * (1 - pooled) * (1 / a.denominator + 1 / b.denominator);
  return variance <= 0 ? 1 : normalP((share(a) - share(b)) / Math.sqrt(variance));
}

/** Both tails of the normal distribution: a series near the middle, a continued fraction far out. */
export function normalP(z: number): number {
  const x = Math.abs(z);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x < 3) {
    let term = x;
    let sum = x;
    for (let k = 1; k < 200; k++) {
      term *= (x * x) / (2 * k + 1);
      sum += term;
    }
    return Math.max(0, 1 - 2 * density * sum);
  }
  let fraction = x;
  for (let k = 300; k >= 1; k--) fraction = x + k / fraction;
  return (2 * density) / fraction;
}

/** People of each single year of age of the European Standard Population 2013, up to 89; and 90 and over. */
const STANDARD: readonly (readonly [from: number, to: number, people: number])[] = [
  [0, 4, 5000],
  [5, 9, 5500],
  [10, 14, 5500],
  [15, 19, 5500],
  [20, 24, 6000],
  [25, 29, 6000],
  [30, 34, 6500],
  [35, 39, 7000],
  [40, 44, 7000],
  [45, 49, 7000],
  [50, 54, 7000],
  [55, 59, 6500],
  [60, 64, 6000],
  [65, 69, 5500],
  [70, 74, 5000],
  [75, 79, 4000],
  [80, 84, 2500],
  [85, 89, 1500],
];

export function standardPeople(band: string): number {
  const [, from = '', to] = /^(\d+)-(\d+|plus)$/.exec(band) ?? [];
  let sum = to === 'plus' ? 1000 : 0;
  for (let age = Number(from); age <= (to === 'plus' ? 89 : Number(to)); age++) {
    const five = STANDARD.find(([first, last]) => age >= first && age <= last);
    sum += (five?.[2] ?? 0) / 5;
  }
  return sum;
}

export interface StandardisedFigure extends Figure {
  readonly error: number;
  /** Standard error of modelling: the same at every age, so it adds up. */
  readonly modelling: number;
  readonly opposes: boolean;
}

/** Weighted Wilson intervals, squared and added; and the binomial error. */
export function standardised(
  byBand: readonly { readonly band: string; readonly counts: Counts }[],
): StandardisedFigure {
  const total = byBand.reduce((sum, { band }) => sum + standardPeople(band), 0);
  let [value, below, above, variance, modelling] = [0, 0, 0, 0, 0];
  for (const { band, counts } of byBand) {
    const weight = standardPeople(band) / total;
    const own = wilson(counts);
    value += weight * own.value;
    below += (weight * (own.value - own.lower)) ** 2;
    above += (weight * (own.upper - own.value)) ** 2;
    variance += (weight ** 2 * own.value * (1 - own.value)) / counts.denominator;
    modelling += weight * own.value * (1 - own.value) * (counts.error ?? 0);
  }
  return {
    value,
    lower: Math.max(0, value - Math.sqrt(below + (Z * modelling) ** 2)),
    upper: Math.min(1, value + Math.sqrt(above + (Z * modelling) ** 2)),
    error: Math.sqrt(variance),
    modelling,
    opposes: byBand.some(({ counts }) => counts.opposes === true),
  };
}

/** The difference of two, and its standard error; one error on both sides adds up before it is squared. */
export function standardisedGap(a: StandardisedFigure, b: StandardisedFigure): Figure & { error: number } {
  const oneError = a.opposes || b.opposes;
  const { value, lower, upper } = difference(a, b);
  const more = oneError ? Z ** 2 * 2 * a.modelling * b.modelling : 0;
  return {
    value,
    lower: value - Math.sqrt((value - lower) ** 2 + more),
    upper: value + Math.sqrt((upper - value) ** 2 + more),
    error: Math.hypot(a.error, b.error, together(a.modelling, b.modelling, oneError)),
  };
}

/** Every summary measure, by name; percentages and percentage points. */
export function summaries(
  groups: readonly Counts[],
  better: 'higher' | 'lower',
  reference: number | undefined,
): Record<string, number> {
  const people = groups.reduce((sum, { denominator }) => sum + denominator, 0);
  const weights = groups.map(({ denominator }) => denominator / people);
  const values = groups.map((counts) => 100 * share(counts));
  const total = (of: (value: number, weight: number, index: number) => number) =>
    values.reduce((sum, value, index) => sum + of(value, weights[index] ?? 0, index), 0);
  const mean = total((value, weight) => value * weight);
  const best = better === 'higher' ? Math.max(...values) : Math.min(...values);
  const apart = (from: number) => total((value, weight) => weight * Math.abs(value - from));
  const apartAlike = (from: number) => total((value) => Math.abs(value - from) / values.length);
  const variance = total((value, weight) => weight * (value - mean) ** 2);
  const against = reference === undefined ? best : (values[reference] ?? Number.NaN);
  const gain = better === 'higher' ? Math.max(0, against - mean) : Math.min(0, against - mean);
  return {
    'between-group-variance': variance,
    'between-group-standard-deviation': Math.sqrt(variance),
    'coefficient-of-variation': (100 * Math.sqrt(variance)) / mean,
    'mean-difference-from-mean': apart(mean),
    'mean-difference-from-mean-unweighted': apartAlike(mean),
    'mean-difference-from-best': apart(best),
    'mean-difference-from-best-unweighted': apartAlike(best),
    'mean-difference-from-reference': apart(against),
    'mean-difference-from-reference-unweighted': apartAlike(against),
    'index-of-disparity': (100 * apart(mean)) / mean,
    'index-of-disparity-unweighted': (100 * apartAlike(mean)) / mean,
    'theil-index':
      1000 * total((value, weight) => (value === 0 ? 0 : weight * (value / mean) * Math.log(value / mean))),
    'mean-log-deviation': 1000 * total((value, weight) => -weight * Math.log(Math.max(value, 1e-6) / mean)),
    'attributable-risk': gain,
    'attributable-fraction': (100 * gain) / mean,
    ...slopes(groups, weights, values, mean),
  };
}

/** Ordered groups: weighted regression of log odds on rank, and concentration by rank. */
function slopes(
  groups: readonly Counts[],
  weights: readonly number[],
  values: readonly number[],
  mean: number,
): Record<string, number> {
  let below = 0;
  const ranks = weights.map((weight) => {
    const middle = below + weight / 2;
    below += weight;
    return middle;
  });
  const odds = groups.map((counts) => Math.log(share(counts) / (1 - share(counts))));
  const total = (of: (index: number) => number) => weights.reduce((sum, _, index) => sum + of(index), 0);
  const at = (list: readonly number[], index: number) => list[index] ?? Number.NaN;
  const middle = total((i) => at(weights, i) * at(ranks, i));
  const level = total((i) => at(weights, i) * at(odds, i));
  const spread = total((i) => at(weights, i) * (at(ranks, i) - middle) ** 2);
  const slope = total((i) => at(weights, i) * (at(ranks, i) - middle) * at(odds, i)) / spread;
  const fitted = (rank: number) => 100 / (1 + Math.exp(-(level + slope * (rank - middle))));
  const concentration = 2 * total((i) => at(weights, i) * at(values, i) * (at(ranks, i) - 0.5));
  return {
    'slope-index': fitted(1) - fitted(0),
    'relative-index': fitted(1) / fitted(0),
    'absolute-concentration-index': concentration,
    'relative-concentration-index': concentration / mean,
  };
}

/** Two-sided 5% of Student's t with three degrees of freedom: five fifths less a level and a slope. */
const STUDENT = 3.182446305284263;

/** Fifths that scatter about their line more than their errors explain widen its limits (Birge's ratio, Student's t). */
function widening(distances: readonly number[]): number {
  const ratio = distances.reduce((sum, distance) => sum + distance * distance, 0) / (distances.length - 2);
  return ratio <= 1 ? 1 : (Math.sqrt(ratio) * STUDENT) / Z;
}

/**
 * 95% limits of the measures over five fifths. Slope and relative index: the ends of a line of log odds that turns about
 * its middle. Concentration: from the errors of the fifths; the relative one varies with its mean, too.
 */
export function limitsOfSlopes(
  groups: readonly Counts[],
): Record<string, readonly [lower: number, upper: number]> {
  if (groups.length !== 5) throw new Error('limits are written out for five fifths');
  const people = groups.reduce((sum, { denominator }) => sum + denominator, 0);
  let below = 0;
  const fifths = groups.map((counts) => {
    const { denominator: n, error = 0 } = counts;
    const p = share(counts);
    const weight = n / people;
    const rank = below + weight / 2 - 0.5;
    below += weight;
    const { lower, upper } = wilson(counts);
    const chance = p > 0 && p < 1 ? Math.sqrt((p * (1 - p)) / n) : (upper - lower) / (2 * Z);
    return {
      weight,
      rank,
      odds: Math.log(p / (1 - p)),
      ofOdds: Math.sqrt(1 / (n * p * (1 - p)) + error * error),
      percent: 100 * p,
      ofPercent: 100 * Math.sqrt(chance * chance + (error * p * (1 - p)) ** 2),
    };
  });
  type Fifth = (typeof fifths)[number];
  const total = (of: (fifth: Fifth) => number) => fifths.reduce((sum, fifth) => sum + of(fifth), 0);
  const spread = total(({ weight, rank }) => weight * rank * rank);
  const lineOf = (figure: (fifth: Fifth) => number, error: (fifth: Fifth) => number) => {
    const level = total((fifth) => fifth.weight * figure(fifth));
    const slope = total((fifth) => fifth.weight * fifth.rank * figure(fifth)) / spread;
    const wider = widening(
      fifths.map((fifth) => (figure(fifth) - level - slope * fifth.rank) / error(fifth)),
    );
    return { level, slope, wider };
  };
  const odds = lineOf(
    (fifth) => fifth.odds,
    (fifth) => fifth.ofOdds,
  );
  const reach =
    Z * odds.wider * Math.sqrt(total(({ weight, rank, ofOdds }) => ((weight * rank * ofOdds) / spread) ** 2));
  const turned = [odds.slope - reach, odds.slope + reach].map((slope) => {
    const [first = 0, last = 0] = [-0.5, 0.5].map((end) => 100 / (1 + Math.exp(-odds.level - slope * end)));
    return { apart: last - first, times: last / first };
  });
  const percents = lineOf(
    (fifth) => fifth.percent,
    (fifth) => fifth.ofPercent,
  );
  const absolute = 2 * percents.slope * spread;
  const relative = absolute / percents.level;
  const errorOf = (times: number, by: number) =>
    (Z *
      percents.wider *
      Math.sqrt(total(({ weight, rank, ofPercent }) => (weight * (2 * rank - times) * ofPercent) ** 2))) /
    by;
  const about = (value: number, half: number) => [value - half, value + half] as const;
  const between = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
  return {
    'slope-index': between(turned.map(({ apart }) => apart)),
    'relative-index': between(turned.map(({ times }) => times)),
    'absolute-concentration-index': about(absolute, errorOf(0, 1)),
    'relative-concentration-index': about(relative, errorOf(relative, percents.level)),
  };
}
