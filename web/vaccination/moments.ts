/** Every date of a map at once: what each area is painted and how it is read out, made before the first step. Pure. */
import type { AreaEstimate, Estimate } from '../../server/contract/estimate.ts';
import { formatPeriod, type Measure } from '../format.ts';
import { colourOf } from '../map/classes.ts';
import { valueWords } from '../map/figure-words.ts';
import { NO_FIGURE, type Paint } from '../map/paint.ts';

export interface Series {
  readonly code: string;
  readonly name: string;
  readonly points: readonly (Estimate & { readonly period: string })[];
}
export interface OverTime {
  readonly periods: readonly string[];
  readonly breaks: readonly number[];
  readonly areas: readonly Series[];
  readonly whole: Series | null;
}
export interface Moment {
  readonly period: string;
  readonly label: string;
  readonly areas: readonly AreaEstimate[];
  readonly whole: AreaEstimate | undefined;
  readonly paints: ReadonlyMap<string, Paint>;
  readonly spoken: readonly { readonly code: string; readonly spoken: string }[];
}

/** Classes are the same at every date: a colour means the same wherever the slider stands. */
export function momentsOf({ periods, breaks, areas, whole }: OverTime, measure: Measure): Moment[] {
  return periods.map((period) => {
    const now = areas.map((series) => at(series, period));
    return {
      period,
      label: formatPeriod(period),
      areas: now,
      whole: whole === null ? undefined : at(whole, period),
      paints: new Map(now.map((area) => [area.code, paintOf(area, breaks)])),
      spoken: now.map((area) => ({
        code: area.code,
        spoken: `${area.name}, ${valueWords(area, measure)}, ${formatPeriod(period)}`,
      })),
    };
  });
}

const NOTHING: Estimate = { status: 'missing', reason: 'No figure at this date.' };

function at({ code, name, points }: Series, period: string): AreaEstimate {
  return { ...(points.find((point) => point.period === period) ?? NOTHING), code, name };
}

const paintOf = (area: AreaEstimate, breaks: readonly number[]): Paint =>
  area.status === 'shown'
    ? { fill: colourOf(area.value, breaks) }
    : { fill: NO_FIGURE, pattern: area.status };

/** Where the slider stands: at the date named, else at the newest not after it, else at the last. */
export function placeOf(periods: readonly string[], wanted: string | undefined): number {
  const exact = wanted === undefined ? -1 : periods.indexOf(wanted);
  return exact >= 0 ? exact : periods.length - 1;
}
