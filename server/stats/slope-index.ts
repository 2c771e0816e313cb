import { item } from '../lists.ts';
import { type Random, seededRandom } from '../random.ts';
import { normalDeviate } from './confidence.ts';
import type { Interval } from './interval.ts';
import { normalCdf } from './normal.ts';
import { normalRatioQuantile } from './normal-ratio.ts';
import { orderStatistic } from './order-statistic.ts';
import type { OrderedGroup } from './ordered-group.ts';
import { finite, requirement } from './requirement.ts';
import { simulatedSlopes } from './slope-index-simulation.ts';
import { type ValueScale, valueScales } from './value-scale.ts';
import { covariance, type LineCoefficients, weightedLine, weightedSum } from './weighted-line.ts';

type SlopeIndexOptions = {
  /** What the figures are; `number` when left out. */
  readonly scale?: ValueScale;
  /** Fit on the log (rates) or logit (proportions) scale instead of the figures themselves. */
  readonly transform?: boolean;
  /** Multiplies the slope; a negative one turns the sign of the slope and inverts the ratio. */
  readonly multiplier?: number;
  /** 0.9 to below 1; 0.95 when left out. */
  readonly confidence?: number;
  /** Draws, where limits have no closed form; 100,000 when left out. */
  readonly draws?: number;
  /** Source of those draws; a fixed seed when left out, so that a figure never changes by itself. */
  readonly random?: Random;
};

/** A figure with its limits, where it has any. */
type Limited = Partial<Interval> & { readonly value: number };

type SlopeIndex = {
  /** Slope index: the difference from the first end of the ranking to the last. */
  readonly slope: Limited;
  /** Relative index: the last end over the first; left out where the fitted figure to divide by is zero. */
  readonly ratio?: Limited;
  /** Fitted figure at the first end of the ranking. */
  readonly intercept: number;
  /** Where the limits come from: `exact` for a closed form, else the number of draws. */
  readonly limits: { readonly slope: 'exact' | number; readonly ratio: 'exact' | number };
};

const fewestGroups = 5;
const mostGroups = 100;
const fewestDraws = 1_000;
/** How much of one tail may lie where the end a ratio is divided by is not above zero. */
const nearlyNever = 0.1;

/**
 * Slope and relative index of inequality over ordered groups: how far apart the two ends of a ranking are,
 * counting every group in between.
 *
 * Weighted least squares of the figures on the middle of each group's place in the cumulative population.
 * The slope of figures (and of logs and logits when fitted on that scale) is a sum of normal variables, so its
 * limits are exact; so is the ratio of figures, by the distribution of a ratio of two normal variables. Rates
 * and proportions fitted on their own scale have none: their limits are drawn from a seeded generator.
 *
 * @param groups in order, from the first end of the ranking to the last; 5 to 100 of them.
 * @returns signs are kept: a slope below zero falls along the order given. The ratio has limits only where the end it
 * is divided by is above zero in nearly all draws (but for a tenth of a tail); drawn limits that do not hold the figure
 * itself are left out, because errors so large say nothing of where it lies.
 * @throws RangeError for fewer than 5 or more than 100 groups, a population not above zero (an order with an empty
 * place in it is another order), a negative or
 * non-finite standard error, figures outside their scale, a multiplier of zero, `transform` of plain numbers,
 * fewer than 1,000 draws, or a confidence outside 0.9 to below 1.
 * @see Low A, Low A (2004) Measuring the gap: quantifying and comparing local health inequalities. J Public
 * Health 26:388-395; Hinkley DV (1969) On the ratio of two correlated normal variables. Biometrika 56:635-639.
 * @example slopeIndex([10, 12, 15, 14, 18].map((value) => ({ population: 200, value, standardError: 1 }))).slope;
 * // { value: 9, lower: 5.901, upper: 12.099 }
 */
export function slopeIndex(groups: readonly OrderedGroup[], options: SlopeIndexOptions = {}): SlopeIndex {
  const { scale = 'number', transform = false, multiplier = 1, confidence = 0.95 } = options;
  checkGroups(groups, scale, transform);
  requirement(Number.isFinite(multiplier) && multiplier !== 0, 'slopeIndex', 'a multiplier other than zero');
  const { draws = 100_000, random = seededRandom(1) } = options;
  requirement(
    Number.isInteger(draws) && draws >= fewestDraws,
    'slopeIndex',
    `at least ${fewestDraws} draws, a whole number`,
  );
  const z = normalDeviate(confidence, 'slopeIndex');
  const fit = weightedLine(groups.map(({ population }) => population));
  if (transform) return transformedIndex(groups, fit, { scale, multiplier, z });
  if (scale !== 'number')
    return simulatedIndex(groups, fit, { multiplier, confidence, scale, draws, random });
  const values = groups.map(({ value }) => value);
  const errors = groups.map(({ standardError }) => standardError);
  const line = fittedLine(fit, values);
  const reach = z * Math.sqrt(covariance(fit.slope, fit.slope, errors));
  const ratio = relative(line, multiplier);
  return {
    intercept: line.intercept,
    slope: scaled({ value: line.slope, lower: line.slope - reach, upper: line.slope + reach }, multiplier),
    ...(ratio === undefined
      ? {}
      : { ratio: holding(ratio, exactRatioLimits(line, fit, errors, { multiplier, confidence })) }),
    limits: { slope: 'exact', ratio: 'exact' },
  };
}

type FittedLine = { readonly intercept: number; readonly slope: number };

const fittedLine = (fit: LineCoefficients, values: readonly number[]): FittedLine => ({
  intercept: weightedSum(fit.intercept, values),
  slope: weightedSum(fit.slope, values),
});

/** The ratio of the ends, the way the multiplier's sign says; undefined where it would divide by zero. */
function relative({ intercept, slope }: FittedLine, multiplier: number): number | undefined {
  const [from, to] = multiplier < 0 ? [intercept + slope, intercept] : [intercept, intercept + slope];
  return from === 0 ? undefined : to / from;
}

function transformedIndex(
  groups: readonly OrderedGroup[],
  fit: LineCoefficients,
  { scale, multiplier, z }: { readonly scale: ValueScale; readonly multiplier: number; readonly z: number },
): SlopeIndex {
  const { link, unlink } = valueScales[scale];
  const linked = groups.map(({ value }) => link(value));
  const errors = groups.map(({ standardError }) => standardError);
  const intercept = weightedSum(fit.intercept, linked);
  const slope = weightedSum(fit.slope, linked);
  const reach = z * Math.sqrt(covariance(fit.slope, fit.slope, errors));
  // The fitted line pivots about its middle as its slope varies.
  const ends = (by: number): [number, number] => {
    const middle = intercept + slope / 2;
    return [unlink(middle - by / 2), unlink(middle + by / 2)];
  };
  const difference = (by: number): number => ends(by)[1] - ends(by)[0];
  const ratio = (by: number): number =>
    multiplier < 0 ? ends(by)[0] / ends(by)[1] : ends(by)[1] / ends(by)[0];
  return {
    slope: scaled(
      { value: difference(slope), lower: difference(slope - reach), upper: difference(slope + reach) },
      multiplier,
    ),
    ratio: ordered(ratio(slope), ratio(slope - reach), ratio(slope + reach)),
    intercept: unlink(intercept),
    limits: { slope: 'exact', ratio: 'exact' },
  };
}

function exactRatioLimits(
  line: FittedLine,
  fit: LineCoefficients,
  errors: readonly number[],
  { multiplier, confidence }: { readonly multiplier: number; readonly confidence: number },
): Interval | undefined {
  const lastEnd = fit.intercept.map((c, i) => c + item(fit.slope, i));
  const first = { mean: line.intercept, variance: covariance(fit.intercept, fit.intercept, errors) };
  const last = { mean: line.intercept + line.slope, variance: covariance(lastEnd, lastEnd, errors) };
  const shared = covariance(fit.intercept, lastEnd, errors);
  const [denominator, numerator] = multiplier < 0 ? [last, first] : [first, last];
  const tail = (1 - confidence) / 2;
  const deviation = Math.sqrt(denominator.variance);
  const notAbove = deviation === 0 ? Number(denominator.mean <= 0) : normalCdf(-denominator.mean / deviation);
  if (notAbove > nearlyNever * tail) return undefined;
  const quantile = (p: number): number =>
    normalRatioQuantile(p, { numerator, denominator, covariance: shared });
  return { lower: quantile(tail), upper: quantile(1 - tail) };
}

function simulatedIndex(
  groups: readonly OrderedGroup[],
  fit: LineCoefficients,
  options: Required<Omit<SlopeIndexOptions, 'transform'>>,
): SlopeIndex {
  const { draws, multiplier, confidence } = options;
  const line = fittedLine(
    fit,
    groups.map(({ value }) => value),
  );
  const drawn = simulatedSlopes(groups, fit, options);
  const tail = (1 - confidence) / 2;
  const at = (values: Float64Array, p: number): number =>
    orderStatistic(values, Math.max(0, Math.round(draws * p) - 1));
  const limits = (values: Float64Array): Interval => ({
    lower: at(values, tail),
    upper: at(values, 1 - tail),
  });
  const ratio = relative(line, multiplier);
  return {
    intercept: line.intercept,
    slope: finite(holding(multiplier * line.slope, limits(drawn.slopes)), 'slopeIndex'),
    ...(ratio === undefined
      ? {}
      : {
          ratio: finite(
            holding(ratio, drawn.notAbove > nearlyNever * tail * draws ? undefined : limits(drawn.ratios)),
            'slopeIndex',
          ),
        }),
    limits: { slope: draws, ratio: draws },
  };
}

/** A figure with the limits found, where they hold it but for rounding. */
function holding(value: number, limits: Interval | undefined): Limited {
  if (limits === undefined) return { value };
  const { lower, upper } = limits;
  const rounding = 1e-12 * Math.abs(value);
  if (value < lower - rounding || value > upper + rounding) return { value };
  return { value, lower: Math.min(lower, value), upper: Math.max(upper, value) };
}

const ordered = (value: number, a: number, b: number): Limited =>
  finite({ value, lower: Math.min(a, b, value), upper: Math.max(a, b, value) }, 'slopeIndex');

const scaled = ({ value, lower, upper }: Interval & { readonly value: number }, by: number): Limited =>
  ordered(by * value, by * lower, by * upper);

function checkGroups(groups: readonly OrderedGroup[], scale: ValueScale, transform: boolean): void {
  requirement(
    groups.length >= fewestGroups && groups.length <= mostGroups,
    'slopeIndex',
    `${fewestGroups} to ${mostGroups} ordered groups`,
  );
  requirement(!transform || scale !== 'number', 'slopeIndex', 'rates or proportions to transform');
  const { holds, name } = valueScales[scale];
  for (const { population, value, standardError } of groups) {
    requirement(population > 0 && population < Infinity, 'slopeIndex', 'populations above zero');
    requirement(
      standardError >= 0 && standardError < Infinity,
      'slopeIndex',
      'standard errors of zero or more',
    );
    requirement(Number.isFinite(value) && holds(value), 'slopeIndex', name);
    requirement(
      !transform || Number.isFinite(valueScales[scale].link(value)),
      'slopeIndex',
      'figures other than 0 and 1 to transform',
    );
  }
}
