/** A control chart of one indicator in one area. Pure. */
import type { StoredEstimate } from '../../db/queries/estimates.ts';
import type { StoredArea } from '../../db/queries/releases.ts';
import type { SpcAssurance, SpcRule } from '../contract/dimensions.ts';
import type { SpcPoint, SpcReply } from '../contract/spc-reply.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { ResolvedStratum } from '../judge/release/resolve.ts';
import type { SpecialCause } from '../stats/special-causes.ts';
import { type XmrChart, type XmrPoint, xmrChart } from '../stats/xmr-chart.ts';
import { spokenPolarity } from './meaning.ts';
import { endOf, refuseUnfit, spcValues } from './spc-values.ts';
import { spcSentences } from './spc-words.ts';
import type { TargetWithSource } from './target-of.ts';
import { pointsOf } from './trend-view.ts';
import { titleOf } from './words.ts';

const METHOD =
  'Chart of individual values (XmR). The mean is that of all figures shown; the limits lie 2.66 mean moving ranges from it, a moving range being the step from one figure to the next. Steps above 3.27 times the mean step are left out of it; a missing figure ends every run. Limits cannot know that a percentage ends at 0 and 100.';

const rules: Record<SpecialCause['rule'], SpcRule> = {
  'common cause': 'none',
  'outside the limits': 'outside-limits',
  'seven in a row one way': 'seven-one-way',
  'two of three near a limit': 'two-of-three',
  'seven on one side': 'seven-one-side',
};
const assurances: Record<NonNullable<XmrChart['assurance']>, SpcAssurance> = {
  'consistent pass': 'pass',
  'consistent fail': 'fail',
  inconsistent: 'hit-and-miss',
};
const directions = {
  'higher-is-better': 'increase',
  'lower-is-better': 'decrease',
  neutral: 'neutral',
} as const;

/** @throws Refused where the figures cannot make a control chart. */
export function spcView(
  indicator: Indicator,
  area: Pick<StoredArea, 'code' | 'name'>,
  { stratum }: Pick<ResolvedStratum, 'stratum'>,
  rows: readonly StoredEstimate[],
  found: TargetWithSource | undefined,
  release: number,
): SpcReply {
  const held = pointsOf(indicator, rows);
  refuseUnfit(indicator, held);
  const target = found === undefined ? null : targetView(found);
  const { groups, assurance } = xmrChart(spcValues(held), {
    improvement: directions[spokenPolarity(indicator)],
    ...(target !== null && { target: target.value }),
  });
  const [chart] = groups;
  const byDate = new Map(chart?.points.map((point) => [point.date, point]));
  const points = held.map((point) => ({ ...point, ...tellingOf(byDate.get(endOf(point.period))) }));
  const newest = points.findLast(({ estimate }) => estimate.status === 'shown');
  if (chart === undefined || newest?.estimate.status !== 'shown')
    throw new Error('thirteen figures make a chart');
  const { period, meaning, rule, side, label, estimate } = newest;
  const told = {
    variation: { period, meaning, rule, side },
    limits: chart.limits ?? null,
    target,
    assurance: assurance === undefined ? ('none' as const) : assurances[assurance],
  };
  return {
    release,
    query: { indicator: indicator.id, area: area.code, ...stratum },
    title: `${titleOf(indicator, stratum)}, ${area.name}`,
    points,
    mean: chart.mean,
    ...told,
    sentences: spcSentences(indicator, {
      ...told,
      newest: label,
      before: points.findLast((point) => point.rule !== 'none'),
      basis: estimate.basis,
    }),
    method: METHOD,
  };
}

function tellingOf(point: XmrPoint | undefined): Pick<SpcPoint, 'meaning' | 'rule' | 'side'> {
  if (point === undefined) return { meaning: 'common-cause', rule: 'none', side: 'none' };
  const { meaning, cause } = point;
  return {
    meaning: meaning === 'common cause' ? 'common-cause' : meaning,
    rule: rules[cause.rule],
    side: cause.side,
  };
}

function targetView({ id, title, value, due, setBy, synthetic }: TargetWithSource): SpcReply['target'] {
  return { id, title, value, ...(due !== undefined && { due }), source: setBy, synthetic };
}
