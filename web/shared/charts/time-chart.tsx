import './time-chart.css';
import type { ReactNode } from 'react';
import { CartesianGrid, ComposedChart, ResponsiveContainer, XAxis } from 'recharts';
import { type EventLine, eventLines } from './event-lines.tsx';
import { type DatedPoint, timeTicks } from './time-ticks.ts';

interface TimeChartProps {
  readonly rows: readonly DatedPoint[];
  readonly events?: readonly EventLine[];
  /** Pixels kept right of the newest point, for names of lines. */
  readonly beside?: number;
  /** The axis of values and what is drawn. */
  readonly children: ReactNode;
}

/** The frame of every chart over real time. It is hidden from screen readers: the table beside it says it all again. */
export function TimeChart({ rows, events = [], beside = 24, children }: TimeChartProps) {
  const ticks = timeTicks(rows);
  const labels = new Map(ticks.map(({ time, label }) => [time, label]));
  return (
    <div className="time-chart" aria-hidden="true">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={[...rows]}
          margin={{ top: events.length > 0 ? 20 : 8, right: beside, bottom: 4, left: 0 }}
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
          {eventLines(events)}
          {children}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
