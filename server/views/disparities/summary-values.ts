/** Each summary measure from the counts of groups, with the interval it has. Pure. */
import type { SummaryMeasure } from '../../contract/dimensions.ts';
import type { Measured } from '../../contract/gap.ts';
import type { Counted } from '../../judge/figures/counted.ts';
import { shareError } from '../../judge/figures/modelling.ts';
import { seededRandom } from '../../random.ts';
import { attributableRisk } from '../../stats/attributable-risk.ts';
import { betweenGroupStandardDeviation, betweenGroupVariance } from '../../stats/between-group-variance.ts';
import { coefficientOfVariation } from '../../stats/coefficient-of-variation.ts';
import { absoluteConcentrationIndex, relativeConcentrationIndex } from '../../stats/concentration-index.ts';
import { indexOfDisparity } from '../../stats/index-of-disparity.ts';
import {
  meanDifferenceFromBest,
  meanDifferenceFromMean,
  meanDifferenceFromReference,
} from '../../stats/mean-difference.ts';
import { meanLogDeviation } from '../../stats/mean-log-deviation.ts';
import { proportion } from '../../stats/proportion.ts';
import { ridits } from '../../stats/rank-order.ts';
import { scatterFactor } from '../../stats/scatter-factor.ts';
import { simulatedInterval } from '../../stats/simulated-interval.ts';
import { slopeIndex } from '../../stats/slope-index.ts';
import type { Subgroup } from '../../stats/subgroups.ts';
import { theilIndex } from '../../stats/theil-index.ts';
import { standardErrorFromLimits } from '../../stats/value-scale.ts';
import { weightedLine, weightedSum } from '../../stats/weighted-line.ts';

export interface SummaryGroup {
  readonly label: string;
  readonly counted: Counted;
  /** Place among all groups of the question. */
  readonly place: number;
}

export interface MeasureInput {
  readonly groups: readonly SummaryGroup[];
  readonly better: 'higher' | 'lower';
  /** Place of the reference among the groups. */
  readonly reference: number | undefined;
}

type Measure = (input: MeasureInput) => Measured;

export const computed: Readonly<Record<SummaryMeasure, Measure>> = {
  'slope-index': (input) => scaled(measured(slopeOf(input).slope), 100),
  'relative-index': (input) => {
    const { ratio } = slopeOf(input);
    if (ratio === undefined) throw new RangeError('slopeIndex requires a figure above zero to divide by');
    return measured(ratio);
  },
  'absolute-concentration-index': (input) =>
    measured(absoluteConcentrationIndex(subgroups(input), { errorsFrom: 'groups' })),
  'relative-concentration-index': (input) =>
    measured(relativeConcentrationIndex(subgroups(input), { errorsFrom: 'groups' })),
  'between-group-variance': (input) => measured(betweenGroupVariance(subgroups(input))),
  'between-group-standard-deviation': (input) => measured(betweenGroupStandardDeviation(subgroups(input))),
  'coefficient-of-variation': simulated(coefficientOfVariation),
  'mean-difference-from-mean': simulated((groups) => meanDifferenceFromMean(groups)),
  'mean-difference-from-mean-unweighted': simulated((groups) => meanDifferenceFromMean(groups, 'groups')),
  'mean-difference-from-best': simulated((groups, input) => meanDifferenceFromBest(groups, bestOf(input))),
  'mean-difference-from-best-unweighted': simulated((groups, input) =>
    meanDifferenceFromBest(groups, bestOf(input), 'groups'),
  ),
  'mean-difference-from-reference': simulated((groups, { reference }) =>
    meanDifferenceFromReference(groups, reference ?? -1),
  ),
  'mean-difference-from-reference-unweighted': simulated((groups, { reference }) =>
    meanDifferenceFromReference(groups, reference ?? -1, 'groups'),
  ),
  'index-of-disparity': simulated((groups) => indexOfDisparity(groups)),
  'index-of-disparity-unweighted': simulated((groups) => indexOfDisparity(groups, 'groups')),
  'theil-index': (input) => measured(theilIndex(subgroups(input))),
  'mean-log-deviation': (input) => measured(meanLogDeviation(subgroups(input))),
  'attributable-risk': (input) => measured(attributable(input).risk),
  'attributable-fraction': (input) => measured(attributable(input).fraction),
};

/**
 * Fitted on the log odds, so that no fitted share leaves 0 to 100%; then the limits have a closed form. Where the fifths do
 * not lie on a line of log odds, the errors are wider by what their scatter shows.
 */
function slopeOf({ groups }: MeasureInput) {
  const fifths = groups.map(({ counted: { numerator, denominator, modelling } }) => {
    const value = numerator / denominator;
    return {
      population: denominator,
      value,
      standardError: Math.hypot(1 / Math.sqrt(denominator * value * (1 - value)), modelling?.error ?? 0),
    };
  });
  if (fifths.some(({ value }) => value === 0 || value === 1))
    throw new RangeError('slopeIndex requires people with and without the outcome in every fifth');
  const line = weightedLine(fifths.map(({ population }) => population));
  const odds = fifths.map(({ value }) => Math.log(value / (1 - value)));
  const [level, slope] = [weightedSum(line.intercept, odds), weightedSum(line.slope, odds)];
  const ranks = ridits(fifths.map(({ population }) => population));
  const factor = scatterFactor(
    fifths.map(({ standardError }, i) => {
      const fitted = level + slope * (ranks[i] ?? Number.NaN);
      return ((odds[i] ?? Number.NaN) - fitted) / standardError;
    }),
  );
  return slopeIndex(
    fifths.map((fifth) => ({ ...fifth, standardError: factor * fifth.standardError })),
    { scale: 'proportion', transform: true },
  );
}

function attributable({ reference, ...input }: MeasureInput) {
  return attributableRisk(subgroups({ ...input, reference }), {
    better: input.better,
    ...(reference !== undefined && { reference }),
  });
}

const bestOf = ({ better }: MeasureInput) => (better === 'higher' ? 'highest' : 'lowest');

/** Groups as percentages of their people, each with its standard error. */
function subgroups({ groups }: MeasureInput): Subgroup[] {
  return groups.map(({ counted }) => {
    const { numerator, denominator } = counted;
    const value = numerator / denominator;
    const binomial = Math.sqrt((value * (1 - value)) / denominator);
    // At none or all the binomial error is zero, which nobody believes; the interval's is not.
    const error = binomial > 0 ? binomial : standardErrorFromLimits(proportion(numerator, denominator));
    const standardError = 100 * Math.hypot(error, shareError(counted));
    return { population: denominator, value: 100 * value, standardError };
  });
}

/** Figures that never change by themselves. */
const SEED = 2013;

/** A measure without a usable standard error: its interval is drawn; groups nearly equal give none that holds the measure. */
function simulated(measure: (groups: readonly Subgroup[], input: MeasureInput) => number): Measure {
  return (input) => {
    const groups = subgroups(input);
    const limits = simulatedInterval(groups, (drawn) => measure(drawn, input), {
      random: seededRandom(SEED),
      bounds: { lower: 0, upper: 100 },
    });
    return measured({ value: measure(groups, input), ...limits });
  };
}

function measured(found: {
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
}): Measured {
  const { value, lower, upper } = found;
  return lower === undefined || upper === undefined ? { value } : { value, lower95: lower, upper95: upper };
}

function scaled({ value, lower95, upper95 }: Measured, times: number): Measured {
  return lower95 === undefined || upper95 === undefined
    ? { value: times * value }
    : { value: times * value, lower95: times * lower95, upper95: times * upper95 };
}
