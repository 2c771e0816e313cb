import { betweenGroupStandardDeviation, betweenGroupVariance } from '../between-group-variance.ts';
import { coefficientOfVariation } from '../coefficient-of-variation.ts';
import {
  absoluteConcentrationIndex,
  relativeConcentrationIndex,
  withinBounds,
} from '../concentration-index.ts';
import { indexOfDisparity } from '../index-of-disparity.ts';
import {
  meanDifferenceFromBest,
  meanDifferenceFromMean,
  meanDifferenceFromReference,
} from '../mean-difference.ts';
import { meanLogDeviation } from '../mean-log-deviation.ts';
import { theilIndex } from '../theil-index.ts';
import { ratioBesideZero } from './beside-zero.ts';
import type { Case, CaseRow } from './case.ts';
import type { Near } from './compare.ts';
import * as charts from './control-charts.ts';
import * as funnels from './funnels.ts';
import * as inequality from './inequality.ts';
import { flatFunnel, nearFunnelLimit, nearSlopeIndex } from './nearness.ts';
import * as rates from './rates.ts';
import * as standardised from './standardised.ts';
import * as tables from './tables.ts';
import * as time from './time.ts';

/** How one of the reference's methods is worked out with our functions. */
export type Mapping = {
  /** Our table, or tables by name where the reference gives several. */
  readonly tables: (one: Case) => Readonly<Record<string, readonly CaseRow[]>>;
  /** Columns that name a row, beside the case's groups. */
  readonly keys?: readonly string[];
  /** Where the case's own tolerance does not say it all. */
  readonly near?: (one: Case) => Near;
  /** Where the published formula shows the reference to be wrong: what is right, else undefined. */
  readonly corrected?: (one: Case) => Readonly<Record<string, unknown>> | undefined;
};

const one = (work: (one: Case) => readonly CaseRow[], more: Omit<Mapping, 'tables'> = {}): Mapping => ({
  tables: (given) => ({ result: work(given) }),
  ...more,
});

/** Each method of the reference software, and the function of ours that answers it. */
export const mapping: Readonly<Record<string, Mapping>> = {
  // OHID, PHEindicatormethods
  phe_proportion: one(rates.proportionCases),
  phe_rate: one(rates.rates),
  phe_mean: one(rates.means),
  phe_quantile: one(rates.quantiles),
  calculate_dsr: one(standardised.directRates),
  calculate_ISRatio: one(standardised.indirectRatios),
  calculate_ISRate: one(standardised.indirectRates),
  wilson_lower: one(rates.wilson('lower')),
  wilson_upper: one(rates.wilson('upper')),
  byars_lower: one(rates.byar('lower')),
  byars_upper: one(rates.byar('upper')),
  phe_life_expectancy: one(tables.lifeExpectancies, { keys: ['startage'] }),
  phe_sii: one(tables.slopeIndices, { near: nearSlopeIndex, corrected: ratioBesideZero }),
  calculate_funnel_limits: one(funnels.funnelLimits, { near: nearFunnelLimit, corrected: flatFunnel }),
  assign_funnel_significance: one(funnels.funnelSignificances),
  // WHO, healthequal
  d: one(inequality.difference),
  r: one(inequality.ratio),
  bgv: one(inequality.measure((groups, { confidence }) => betweenGroupVariance(groups, confidence))),
  bgsd: one(inequality.measure((groups) => betweenGroupStandardDeviation(groups).value)),
  covar: one(inequality.measure((groups) => coefficientOfVariation(groups))),
  mdmw: one(inequality.measure((groups) => meanDifferenceFromMean(groups))),
  mdmu: one(inequality.measure((groups) => meanDifferenceFromMean(inequality.alike(groups), 'groups'))),
  mdbw: one(inequality.measure((groups) => meanDifferenceFromBest(groups, best(groups)))),
  mdbu: one(inequality.measure((groups) => meanDifferenceFromBest(groups, best(groups), 'groups'))),
  mdrw: one(
    inequality.measure((groups) => meanDifferenceFromReference(groups, inequality.referenceOf(groups))),
  ),
  mdru: one(
    inequality.measure((groups) =>
      meanDifferenceFromReference(groups, inequality.referenceOf(groups), 'groups'),
    ),
  ),
  idisw: one(inequality.measure((groups) => indexOfDisparity(groups))),
  idisu: one(inequality.measure((groups) => indexOfDisparity(inequality.alike(groups), 'groups'))),
  ti: one(inequality.measure((groups, { confidence }) => theilIndex(groups, confidence))),
  mld: one(inequality.measure((groups, { confidence }) => meanLogDeviation(groups, confidence))),
  aci: one(
    inequality.measure(
      (groups, { confidence, one: { inputs } }) => {
        const bounded = bounds(inputs.args);
        return absoluteConcentrationIndex(bounded ? withinBounds(groups, bounded) : groups, { confidence });
      },
      { missing: 0 },
    ),
  ),
  rci: one(
    inequality.measure(
      (groups, { confidence, one: { inputs } }) => {
        const bounded = bounds(inputs.args);
        return relativeConcentrationIndex(groups, bounded ? { confidence, bounded } : { confidence });
      },
      { missing: 0 },
    ),
  ),
  parisk: one(inequality.attributable('risk')),
  paf: one(inequality.attributable('fraction')),
  sii: one(inequality.regression('slope')),
  rii: one(inequality.regression('ratio')),
  // NHS England, Making Data Count; OHID, Fingertips
  xmr_spc: {
    tables: (given) => ({
      points: charts.xmrPoints(given),
      assurance: charts.xmrAssurance(given),
      summary: charts.xmrSummary(given),
    }),
    keys: ['f', 'x', 'rebase_group'],
  },
  recent_trend: one(time.recentTrends),
};

function best(groups: readonly { readonly better: 'higher' | 'lower' }[]): 'highest' | 'lowest' {
  return groups[0]?.better === 'lower' ? 'lowest' : 'highest';
}

function bounds(args: Case['inputs']['args'] = {}) {
  const { lmin, lmax, method } = args;
  if (typeof lmin !== 'number' || typeof lmax !== 'number') return undefined;
  const between = { lowest: lmin, highest: lmax };
  const correction = (['wagstaff', 'erreygers'] as const).find(
    (name) => args[name] === true || method === name,
  );
  return correction === undefined ? between : { ...between, correction };
}
