/** A control chart as its picture needs it. Pure. */

import type { SpcMeaning } from '../../../server/contract/dimensions.ts';
import type { SpcReply } from '../../../server/contract/spc-reply.ts';
import { roundStep } from '../../shared/charts/round-ticks.ts';
import { endTime } from '../../shared/charts/trend-data.ts';
import { colours } from '../../shared/ui/colours.ts';

export interface SpcDot {
  readonly time: number;
  readonly label: string;
  readonly period: string;
  /** Null where there is no figure: the line then breaks. */
  readonly value: number | null;
  readonly meaning: SpcMeaning;
  readonly side: 'none' | 'high' | 'low';
}

/** Each meaning has a shape beside its colour: round where ordinary, else pointing to its side. */
export const spcFills: Readonly<Record<SpcMeaning, string>> = {
  'common-cause': colours.paper,
  improvement: colours.turquoise,
  concern: colours.orange,
  high: colours.purple,
  low: colours.purple,
  'no-finding': colours.paper,
};

export function spcDots({ points }: Pick<SpcReply, 'points'>): SpcDot[] {
  return points.map(({ period, label, estimate, meaning, side }) => ({
    time: endTime(period),
    label,
    period,
    value: estimate.status === 'shown' ? estimate.value : null,
    meaning,
    side,
  }));
}

/** A phase as it is drawn: its mean and limits reach half way to the figures of its neighbours. */
export interface PhaseSpan {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  readonly limits: SpcReply['limits'];
}

export function phaseSpans({ phases }: Pick<SpcReply, 'phases'>): PhaseSpan[] {
  const between = (before: string | undefined, after: string | undefined) =>
    before === undefined || after === undefined ? undefined : (endTime(before) + endTime(after)) / 2;
  return phases.map(({ from, to, mean, limits }, at) => ({
    from: between(phases[at - 1]?.to, from) ?? endTime(from),
    to: between(to, phases[at + 1]?.from) ?? endTime(to),
    mean,
    limits,
  }));
}

const STEPS = 5;

/** Round numbers from below the lowest of figures, limits and target to above the highest: nothing is cut off. */
export function spcTicks({
  points,
  phases,
  target,
}: Pick<SpcReply, 'points' | 'phases' | 'target'>): number[] {
  const values = points.flatMap(({ estimate }) => (estimate.status === 'shown' ? [estimate.value] : []));
  const all = [
    ...values,
    ...phases.flatMap(({ mean, limits }) => (limits ? [mean, limits.lower, limits.upper] : [mean])),
    ...(target ? [target.value] : []),
  ];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const step = roundStep(low, high > low ? high : low + 1, STEPS) ?? 1;
  // A line on the very edge would lie in the axis; but nothing that cannot be negative goes below zero.
  const below = Math.ceil(low / step) - 1;
  const first = low >= 0 ? Math.max(0, below) : below;
  const last = Math.floor(high / step) + 1;
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Corners of a dot's shape about the origin, as the `d` of a path. */
export function dotPath(side: SpcDot['side'], radius: number): string {
  if (side === 'none')
    return `M ${-radius} 0 a ${radius} ${radius} 0 1 0 ${2 * radius} 0 a ${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
  const tip = side === 'high' ? -radius : radius;
  return `M 0 ${tip * 1.2} L ${radius} ${-tip * 0.8} L ${-radius} ${-tip * 0.8} Z`;
}
