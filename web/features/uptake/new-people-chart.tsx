import { Area, YAxis } from 'recharts';
import type { EventLine } from '../../shared/charts/event-lines.tsx';
import { TimeChart } from '../../shared/charts/time-chart.tsx';
import { endTime } from '../../shared/charts/trend-data.ts';
import { colours, lineColours } from '../../shared/ui/colours.ts';
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
  const start = { time: endTime(first.since), period: first.since, perWeek: first.perWeek };
  const rows = [start, ...points];
  return (
    <TimeChart rows={rows} events={events}>
      <YAxis width={64} tickFormatter={(value: number) => formatNumber(value, 0)} stroke="var(--quiet)" />
      <Area
        type="stepBefore"
        dataKey="perWeek"
        stroke={colours.brand}
        strokeWidth={1.5}
        fill={lineColours.area}
        fillOpacity={0.6}
        isAnimationActive={false}
        activeDot={false}
      />
    </TimeChart>
  );
}
