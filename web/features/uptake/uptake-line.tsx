import { useMemo } from 'react';
import type { Estimate } from '../../../server/contract/estimate.ts';
import { endTime } from '../../shared/charts/trend-data.ts';

export interface DatedEstimate {
  readonly period: string;
  readonly estimate: Estimate | undefined;
}
interface UptakeLineProps {
  readonly area: readonly DatedEstimate[];
  readonly whole: readonly DatedEstimate[];
  readonly at: string | undefined;
}

const WIDTH = 240;
const HEIGHT = 90;
const EDGE = 5;

/** A chosen area over time beside the whole place, with the date of the map; the words beside it say the same. */
export function UptakeLine({ area, whole, at }: UptakeLineProps) {
  const drawn = useMemo(() => linesOf(area, whole), [area, whole]);
  if (drawn === undefined) return null;
  return (
    <svg className="uptake-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {at !== undefined && (
        <line className="uptake-line__at" x1={drawn.x(at)} x2={drawn.x(at)} y1="0" y2={HEIGHT} />
      )}
      <path className="uptake-line__whole" d={drawn.whole} />
      <path className="uptake-line__area" d={drawn.area} />
    </svg>
  );
}

function linesOf(area: readonly DatedEstimate[], whole: readonly DatedEstimate[]) {
  const all = [...area, ...whole];
  const shown = all.flatMap(({ estimate }) => (estimate?.status === 'shown' ? [estimate.value] : []));
  const times = all.map(({ period }) => endTime(period));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  if (shown.length < 2 || to === from) return undefined;
  const x = (period: string) => EDGE + ((endTime(period) - from) / (to - from)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE);
  const path = (points: readonly DatedEstimate[]) =>
    points
      .map(({ period, estimate }, index) => {
        if (estimate?.status !== 'shown') return '';
        const joins = index > 0 && points[index - 1]?.estimate?.status === 'shown';
        return `${joins ? 'L' : 'M'}${x(period).toFixed(1)} ${y(estimate.value).toFixed(1)}`;
      })
      .join('');
  return { x, area: path(area), whole: path(whole) };
}
