import '../charts/trend-chart.css';
import { Area, CartesianGrid, ComposedChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { type ChartEvent, eventLines } from '../charts/event-lines.tsx';
import { endTime } from '../charts/trend-data.ts';
import { formatNumber } from '../format.ts';
import type { NewPoint } from './over-time-lines.ts';
import { timeTicks } from './time-ticks.ts';

interface NewPeopleChartProps {
  readonly points: readonly NewPoint[];
  readonly events: readonly ChartEvent[];
}

/** A step from date to date: its height is people a week, so its area is people however far apart the dates are. */
export function NewPeopleChart({ points, events }: NewPeopleChartProps) {
  const first = points[0];
  if (first === undefined) return null;
  const start = { time: endTime(first.since), period: first.since, perWeek: first.perWeek };
  const rows = [start, ...points];
  const ticks = timeTicks(rows);
  const labels = new Map(ticks.map(({ time, label }) => [time, label]));
  return (
    <div className="trend-chart" aria-hidden="true">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={rows}
          margin={{ top: 20, right: 24, bottom: 4, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="time"
            type="number"
            domain={['dataMin', 'dataMax']}
            ticks={ticks.map(({ time }) => time)}
            tickFormatter={(time: number) => labels.get(time) ?? ''}
            padding={{ left: 24, right: 24 }}
            stroke="var(--quiet)"
          />
          <YAxis width={64} tickFormatter={(value: number) => formatNumber(value, 0)} stroke="var(--quiet)" />
          {eventLines(events)}
          <Area
            type="stepBefore"
            dataKey="perWeek"
            stroke="#12436d"
            strokeWidth={1.5}
            fill="#6fa4d2"
            fillOpacity={0.6}
            isAnimationActive={false}
            activeDot={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
