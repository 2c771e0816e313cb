import './new-people-chart.css';
import { ticksAround } from '../../shared/charts/round-ticks.ts';
import { type EventLine, TimeChart } from '../../shared/charts/time-chart.tsx';
import { stepsPath, timeScale } from '../../shared/charts/time-scale.ts';
import { endTime } from '../../shared/charts/trend-data.ts';
import { formatNumber } from '../../shared/words/format.ts';
import type { NewPoint } from './over-time-lines.ts';

interface NewPeopleChartProps {
  readonly points: readonly NewPoint[];
  readonly events: readonly EventLine[];
}

/** A step from date to date: its height is people a week, so its area is people however far apart the dates are. */
export function NewPeopleChart({ points, events }: NewPeopleChartProps) {
  const first = points[0];
  if (first === undefined) return null;
  const start = { time: endTime(first.since), period: first.since };
  const rows = [start, ...points];
  const scale = timeScale(rows, ticksAround(0, Math.max(1, ...points.map(({ perWeek }) => perWeek ?? 0))));
  const steps = points.map(({ time, perWeek }) => ({ time, value: perWeek }));
  return (
    <TimeChart
      rows={rows}
      scale={scale}
      events={events}
      write={(value) => formatNumber(value, 0)}
      paths={<path className="new-people__steps" d={stepsPath(scale, start.time, steps)} />}
    />
  );
}
