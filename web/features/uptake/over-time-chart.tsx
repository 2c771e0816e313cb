import { Area, Line, ReferenceLine, YAxis } from 'recharts';
import type { EventLine } from '../../shared/charts/event-lines.tsx';
import { ticksAround } from '../../shared/charts/round-ticks.ts';
import { TimeChart } from '../../shared/charts/time-chart.tsx';
import { colours } from '../../shared/ui/colours.ts';
import { formatEdge, type WrittenMeasure } from '../../shared/words/format.ts';
import { type ChartRow, limitsKey, type UptakeSeries } from './over-time-lines.ts';
import type { Threshold } from './thresholds.ts';

interface OverTimeChartProps {
  readonly series: readonly UptakeSeries[];
  readonly rows: readonly ChartRow[];
  readonly measure: WrittenMeasure;
  readonly events: readonly EventLine[];
  readonly thresholds: readonly Threshold[];
}

/** Lines with their intervals, what was done and what is aimed for; key and table say it all again. */
export function OverTimeChart({ series, rows, measure, events, thresholds }: OverTimeChartProps) {
  const ticks = ticksUpTo(rows, series, thresholds);
  const formatShare = (value: number) =>
    formatEdge(value, { ...measure, decimals: Number.isInteger(value) ? 0 : 1 });
  return (
    <TimeChart rows={rows} events={events}>
      <YAxis
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 100]}
        ticks={ticks}
        width={52}
        tickFormatter={formatShare}
        stroke="var(--quiet)"
      />
      {thresholds.map(({ value, label: key }) => (
        <ReferenceLine
          key={key}
          y={value}
          stroke={colours.pink}
          strokeWidth={2}
          strokeDasharray="2 3"
          label={{ value: formatShare(value), position: 'insideTopLeft', fontSize: 13, fill: 'var(--ink)' }}
        />
      ))}
      {series.map(({ id, look }) => (
        <Area
          key={limitsKey(id)}
          dataKey={limitsKey(id)}
          stroke="none"
          fill={look.colour}
          fillOpacity={look.opacity}
          connectNulls={false}
          isAnimationActive={false}
          activeDot={false}
        />
      ))}
      {series.map(({ id, look }) => (
        <Line
          key={id}
          dataKey={id}
          stroke={look.colour}
          strokeWidth={look.width}
          strokeDasharray={look.dash}
          dot={rows.length < 3 ? { r: 4, fill: look.colour, strokeWidth: 0, strokeDasharray: '' } : false}
          activeDot={false}
          connectNulls={false}
          isAnimationActive={false}
        />
      ))}
    </TimeChart>
  );
}

/**
 * Round numbers that hold every figure, limit and threshold: nothing is cut off, 100% is no ceiling. From nothing,
 * but where all lie far above it.
 */
function ticksUpTo(
  rows: readonly ChartRow[],
  series: readonly UptakeSeries[],
  thresholds: readonly Threshold[],
): number[] {
  const values = rows.flatMap((row) => series.flatMap(({ id }) => [row[id], row[limitsKey(id)]].flat()));
  const numbers = values.filter((value): value is number => typeof value === 'number');
  const most = Math.max(1, ...numbers, ...thresholds.map(({ value }) => value));
  const least = Math.min(most, ...numbers);
  return ticksAround(least > most / 2 ? least : 0, most);
}
