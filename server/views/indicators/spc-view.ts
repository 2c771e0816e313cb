/** A control chart of one indicator in one area. Pure. */

import type { SelectedArea } from '../../../db/queries/releases.ts';
import { agedLabel } from '../../contract/ages.ts';
import type { SpcAssurance, SpcRule } from '../../contract/dimensions.ts';
import { atAges } from '../../contract/good-or-bad.ts';
import type { TrendReply } from '../../contract/replies.ts';
import type { SpcPhase, SpcPoint, SpcReply } from '../../contract/spc-reply.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { ResolvedStratum } from '../../judge/release/resolve-stratum.ts';

import type { Snapshot } from '../../judge/release/snapshot.ts';
import type { SpecialCause } from '../../stats/special-causes.ts';
import { type XmrChart, type XmrGroup, type XmrPoint, xmrChart } from '../../stats/xmr-chart.ts';
import { spokenPolarityOf } from '../comparing/meaning.ts';
import { datedBy, titleOf } from '../writing/words.ts';
import { type Headline, whyChartDiffers } from './other-ways.ts';
import { type ChartEvent, type Phase, phasesOf } from './spc-phases.ts';
import { endOf, FEWEST_POINTS, refuseUnfit, spcValues } from './spc-values.ts';
import { spcSentences } from './spc-words.ts';
import type { TargetWithSource } from './target-of.ts';

const METHOD =
  'Chart of individual values (XmR). The mean is that of all figures of a phase, or of its baseline; a phase begins with the first figures, and afresh where a recorded event says so. The limits lie 2.66 mean moving ranges from it, a moving range being the step from one figure to the next. Steps above 3.27 times the mean step are left out of it; a missing figure ends every run. Limits cannot know that a percentage ends at 0 and 100.';

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

interface Beside {
  readonly target: TargetWithSource | undefined;
  /** What begins a phase of the chart or fixes its limits, oldest first. */
  readonly events: readonly ChartEvent[];
  /** What the board says of the change; undefined where it does not show the figure. */
  readonly headline?: Headline | undefined;
  readonly snapshot: Pick<Snapshot, 'release' | 'asOf'>;
}

/** @throws Refused where the figures cannot make a control chart. */
export function spcView(
  definition: Indicator,
  area: Pick<SelectedArea, 'code' | 'name'>,
  { stratum }: Pick<ResolvedStratum, 'stratum'>,
  held: TrendReply['points'],
  { target: found, events, headline, snapshot: { release, asOf } }: Beside,
): SpcReply {
  const indicator = atAges(definition, stratum.ageBand);
  refuseUnfit(indicator, held);
  const target = found === undefined ? null : targetView(found);
  const charts = phasesOf(held, events).map((phase) => chartOf(phase, indicator, target?.value));
  const byDate = new Map(charts.flatMap(({ group }) => group.points.map((point) => [point.date, point])));
  const isSyntheticRow = held.some(
    ({ estimate }) => estimate.status === 'shown' && estimate.basis === 'synthetic',
  );
  const points = held.map((point) => ({
    ...point,
    ...(isSyntheticRow ? NO_FINDING : tellingOf(byDate.get(endOf(point.period)))),
  }));
  const newest = points.findLast(({ estimate }) => estimate.status === 'shown');
  const chart = charts.at(-1);
  if (chart === undefined || newest?.estimate.status !== 'shown')
    throw new Error('thirteen figures make a chart');
  const { period, meaning, rule, side, label } = newest;
  const phases = charts.map(phaseView);
  const told = {
    variation: { period, meaning, rule, side },
    limits: chart.group.limits ?? null,
    target,
    assurance: isSyntheticRow ? NO_FINDING.meaning : assuranceOf(chart),
  };
  return {
    release,
    ...datedBy(indicator, { asOf }),
    query: { indicator: indicator.id, area: area.code, ...stratum },
    title: `${titleOf(indicator, stratum)}, ${area.name}`,
    points,
    mean: chart.group.mean,
    ...told,
    phases,
    sentences: spcSentences(indicator, {
      ...told,
      newest: agedLabel(label, period, datedBy(indicator, { asOf })),
      before: points.findLast((point) => point.rule !== 'none'),
      phases,
    }),
    ...differing(headline, told),
    method: METHOD,
  };
}

/** Of figures made for demonstration no point is told to be anything. */
const NO_FINDING = { meaning: 'no-finding', rule: 'none', side: 'none' } as const;

const assuranceOf = ({ assurance }: PhaseChart): SpcAssurance =>
  assurance === undefined ? 'none' : assurances[assurance];

function differing(headline: Headline | undefined, chart: Pick<SpcReply, 'variation'>) {
  const differs = whyChartDiffers(headline, chart);
  return differs === undefined ? {} : { differs };
}

interface PhaseChart {
  readonly phase: Phase;
  readonly group: XmrGroup;
  readonly assurance: XmrChart['assurance'];
}

function chartOf(phase: Phase, indicator: Indicator, target: number | undefined): PhaseChart {
  const values = spcValues(phase.points);
  const { baselineUntil: until } = phase;
  const baselinePoints = until === undefined ? undefined : values.filter(({ date }) => date <= until).length;
  const { groups, assurance } = xmrChart(values, {
    improvement: directions[spokenPolarityOf(indicator)],
    ...(target !== undefined && { target }),
    ...(baselinePoints !== undefined && { baselinePoints }),
  });
  const [group] = groups;
  if (group === undefined) throw new Error('a phase has a figure');
  return { phase, group, assurance };
}

function phaseView({ phase: { points, event }, group: { mean, limits } }: PhaseChart): SpcPhase {
  const shown = points.filter(({ estimate }) => estimate.status === 'shown');
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a phase has points');
  return {
    from: first.period,
    fromLabel: first.label,
    to: last.period,
    toLabel: last.label,
    figures: shown.length,
    isProvisional: shown.length < FEWEST_POINTS,
    mean,
    limits: limits ?? null,
    begunBy:
      event === undefined
        ? null
        : {
            id: event.id,
            date: event.date,
            title: event.title,
            synthetic: event.synthetic,
            ...event.controlChart,
          },
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
