import { type MeasuredIndex, withNormalInterval } from './normal-interval.ts';
import { withRidits } from './rank-order.ts';
import { requirement } from './requirement.ts';
import { scatterFactor } from './scatter-factor.ts';
import { composition, type Subgroup, type SubgroupShare, sumOf } from './subgroups.ts';

type ConcentrationOptions = {
  /**
   * Where limits come from: the scatter of groups about the line alone (when left out: the convenient regression, which
   * knows nothing of how sure each figure is), or the standard errors of the groups, widened where groups scatter more.
   */
  readonly errorsFrom?: 'scatter' | 'groups';
  /** 0.9 to below 1; 0.95 when left out. */
  readonly confidence?: number;
};

/**
 * Absolute concentration index: how far a figure is concentrated at one end of a ranking, in its own unit.
 *
 * @param groups in order, from the first end of the ranking to the last; at least three.
 * @returns below zero when concentrated at the first end, above zero at the last. Standard error from the
 * scatter of groups about the line, hence none for a population all in one group.
 * @throws RangeError as `composition`, or for a confidence outside 0.9 to below 1.
 * @see Kakwani N, Wagstaff A, van Doorslaer E (1997) Socioeconomic inequalities in health. J Econometrics
 * 77:87-103 (convenient regression for the standard error).
 * @example absoluteConcentrationIndex([
 *   { population: 78, value: 20 }, { population: 91, value: 30 }, { population: 162, value: 40 },
 * ]); // { value: 4.3001, standardError: 0.4519, lower: 3.4144, upper: 5.1858 }
 */
export function absoluteConcentrationIndex(
  groups: readonly Subgroup[],
  { confidence = 0.95, errorsFrom = 'scatter' }: ConcentrationOptions = {},
): MeasuredIndex {
  const found = concentration(groups, 'absoluteConcentrationIndex');
  const { value, standardError } = found;
  if (errorsFrom === 'scatter') return withNormalInterval(value, standardError, confidence);
  return withNormalInterval(value, groupsError(found, 0, confidence), confidence);
}

/** How the relative index allows for figures that cannot leave a range. */
type Bounded = {
  readonly lowest: number;
  readonly highest: number;
  /** None, Wagstaff's normalisation, or Erreygers' correction. */
  readonly correction?: 'wagstaff' | 'erreygers';
};

/**
 * Relative concentration index: the absolute index as a share of the population's figure, from -1 to 1.
 *
 * @param groups in order, from the first end of the ranking to the last; at least three.
 * @param options `bounded` for figures that cannot leave a range (percentages), with a correction for that.
 * @throws RangeError as `composition`, for figures outside their bounds, or for a population figure of zero
 * (or, with Wagstaff's normalisation, at the upper bound).
 * @see Kakwani N, Wagstaff A, van Doorslaer E (1997) J Econometrics 77:87-103; Wagstaff A (2005) Health Econ
 * 14:429-432; Erreygers G (2009) J Health Econ 28:504-515.
 * @example relativeConcentrationIndex([
 *   { population: 78, value: 20 }, { population: 91, value: 30 }, { population: 162, value: 40 },
 * ]).value; // 0.1322
 */
export function relativeConcentrationIndex(
  groups: readonly Subgroup[],
  {
    confidence = 0.95,
    errorsFrom = 'scatter',
    bounded,
  }: ConcentrationOptions & { readonly bounded?: Bounded } = {},
): MeasuredIndex {
  const placed = bounded === undefined ? groups : withinBounds(groups, bounded);
  const found = concentration(placed, 'relativeConcentrationIndex');
  const { value, standardError, mean } = found;
  requirement(mean !== 0, 'relativeConcentrationIndex', 'a population figure other than zero');
  const factor = correctionFactor(mean, bounded?.correction) / mean;
  if (errorsFrom === 'groups') {
    requirement(
      bounded === undefined,
      'relativeConcentrationIndex',
      'no bounds where errors come from groups',
    );
    return withNormalInterval(
      factor * value,
      Math.abs(factor) * groupsError(found, value / mean, confidence),
      confidence,
    );
  }
  const error = standardError === undefined ? undefined : Math.abs(factor) * standardError;
  return withNormalInterval(factor * value, error, confidence);
}

/**
 * Figures as their place within a range they cannot leave, from 0 to 1.
 *
 * @throws RangeError for bounds out of order or figures outside them.
 * @see Erreygers G (2009) J Health Econ 28:504-515.
 * @example withinBounds([{ population: 1, value: 25 }], { lowest: 0, highest: 100 }); // [{ population: 1, value: 0.25 }]
 */
export function withinBounds(groups: readonly Subgroup[], { lowest, highest }: Bounded): Subgroup[] {
  requirement(lowest < highest, 'withinBounds', 'a lower bound below the upper one');
  return groups.map((group) => {
    requirement(
      group.value >= lowest && group.value <= highest,
      'withinBounds',
      'figures within their bounds',
    );
    return { ...group, value: (group.value - lowest) / (highest - lowest) };
  });
}

function correctionFactor(mean: number, correction: Bounded['correction']): number {
  if (correction === 'erreygers') return 4 * mean;
  if (correction === undefined) return 1;
  requirement(mean < 1, 'relativeConcentrationIndex', 'a population figure below the upper bound');
  return 1 / (1 - mean);
}

/** Index, its standard error by the convenient regression (weighted, n - 2 degrees of freedom), and the mean. */
function concentration(groups: readonly Subgroup[], caller: string) {
  const { parts, measured, mean } = composition(groups, caller);
  const ranked = withRidits(parts);
  const covariance = sumOf(ranked, ({ share, value, ridit }) => share * value * (ridit - 0.5));
  const spread = sumOf(ranked, ({ share, ridit }) => share * (ridit - 0.5) ** 2);
  const value = 2 * covariance;
  const slope = spread === 0 ? 0 : covariance / spread;
  const residual = ({ value, ridit }: Pick<SubgroupShare, 'value'> & { readonly ridit: number }) =>
    value - mean - slope * (ridit - 0.5);
  const about = { value, mean, residual, measured: measured && withRidits(measured), caller };
  if (spread === 0) return { ...about, standardError: undefined };
  const scatter = sumOf(ranked, (part) => part.share * residual(part) ** 2);
  return { ...about, standardError: 2 * Math.sqrt((scatter * spread) / (parts.length - 2)) };
}

/** From the errors of the groups by the delta method; a relative index varies with the mean it is divided by, too. */
function groupsError(
  { measured = [], residual, caller }: ReturnType<typeof concentration>,
  relative: number,
  confidence: number,
): number {
  requirement(
    measured.length > 0 && measured.every(({ standardError }) => standardError > 0),
    caller,
    'a standard error above zero for every group',
  );
  const factor = scatterFactor(
    measured.map((part) => residual(part) / part.standardError),
    2,
    confidence,
  );
  const variance = sumOf(measured, ({ share, ridit, standardError }) => {
    const weight = 2 * share * (ridit - 0.5) - relative * share;
    return (weight * standardError) ** 2;
  });
  return factor * Math.sqrt(variance);
}
