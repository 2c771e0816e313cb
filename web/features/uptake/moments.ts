/** Every date of a map at once: what each area is painted and how it is read out, made before the first step. Pure. */

import type { AreaEstimate, Estimate } from '../../../server/contract/estimate.ts';
import type { AreasOverTimeReply, PeriodTerm } from '../../../server/contract/over-time-replies.ts';
import { comparePeriods } from '../../../server/contract/periods.ts';
import { missing } from '../../../server/contract/without-figure.ts';
import { colourOf } from '../../shared/geography/classes.ts';
import type { Paint } from '../../shared/geography/paint.ts';
import { fillPattern } from '../../shared/geography/without-figure.ts';
import { colours } from '../../shared/ui/colours.ts';
import { valueWords } from '../../shared/words/figure-words.ts';
import { formatPeriod, type WrittenMeasure } from '../../shared/words/format.ts';

export interface MapMoment extends PeriodTerm {
  readonly areas: readonly AreaEstimate[];
  readonly whole: AreaEstimate | undefined;
  readonly paints: ReadonlyMap<string, Paint>;
  readonly spoken: readonly { readonly code: string; readonly spoken: string }[];
}

type Series = AreasOverTimeReply['areas'][number];

/** Classes are the same at every date: a colour means the same wherever the slider stands. */
export function momentsOf(reply: AreasOverTimeReply): MapMoment[] {
  const { periods, areas, whole, breaks } = reply;
  const held = new Map([...areas, whole].map((series) => [series.code, pointsOf(series)]));
  const at = ({ code, name }: Series, period: string): AreaEstimate => ({
    ...(held.get(code)?.get(period) ?? NOTHING),
    code,
    name,
  });
  return periods.map(({ period }) => {
    const now = areas.map((series) => at(series, period));
    return {
      period,
      label: formatPeriod(period),
      areas: now,
      whole: whole.points.length === 0 ? undefined : at(whole, period),
      paints: new Map(now.map((area) => [area.code, paintOf(area, breaks, reply)])),
      spoken: now.map((area) => ({ code: area.code, spoken: `${area.name}, ${valueWords(area, reply)}` })),
    };
  });
}

const NOTHING: Estimate = missing('not-available', 'No figure at this date.');

const pointsOf = ({ points }: Series): ReadonlyMap<string, Estimate> =>
  new Map(points.map(({ period, ...estimate }) => [period, estimate]));

const paintOf = (area: AreaEstimate, breaks: readonly number[], measure: WrittenMeasure): Paint =>
  area.status === 'shown'
    ? { fill: colourOf(area.value, breaks, measure) }
    : { fill: colours.paper, pattern: fillPattern(area) };

/** Where the slider stands: at the newest date not after the one named; without one, at the last. */
export function sliderPlace(periods: readonly PeriodTerm[], wanted: string | undefined): number {
  if (wanted === undefined) return periods.length - 1;
  const after = periods.filter(({ period }) => comparePeriods(period, wanted) <= 0).length;
  return Math.max(after - 1, 0);
}
