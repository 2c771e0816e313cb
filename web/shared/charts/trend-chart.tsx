import { Area, ErrorBar, Line, ReferenceLine, Tooltip, YAxis } from 'recharts';
import type { TrendReply } from '../../../server/contract/replies.ts';
import { colours } from '../ui/colours.ts';
import { formatEdge, formatInterval, formatValue, type WrittenMeasure } from '../words/format.ts';
import type { EventLine } from './event-lines.tsx';
import { ticksAround } from './round-ticks.ts';
import { TimeChart } from './time-chart.tsx';
import { type TrendPoint, trendPoints } from './trend-data.ts';

interface TrendChartProps {
  readonly reply: Pick<TrendReply, 'points'>;
  readonly measure: WrittenMeasure;
  readonly events?: readonly EventLine[];
  /** A line across, such as where there is no gap; the scale then holds it. */
  readonly level?: { readonly value: number; readonly label: string };
}

/** Figures over real time with their 95% band; where there is no figure the line breaks. The table says it all again. */
export function TrendChart({ reply, measure, events = [], level }: TrendChartProps) {
  const points = trendPoints(reply);
  return (
    <TimeChart rows={points} events={events}>
      <YAxis
        {...valueAxis(points, level?.value)}
        width={64}
        tickFormatter={(value: number) =>
          formatEdge(value, { ...measure, decimals: Number.isInteger(value) ? 0 : 1 })
        }
        stroke="var(--quiet)"
      />
      <Tooltip content={<PointWords measure={measure} />} isAnimationActive={false} />
      {level !== undefined && (
        <ReferenceLine
          y={level.value}
          stroke={colours.orange}
          strokeWidth={2.5}
          label={{ value: level.label, position: 'insideBottomRight', fill: 'var(--ink)', fontSize: 14 }}
        />
      )}
      <Area
        dataKey="limits"
        stroke="none"
        fill={colours.brand}
        fillOpacity={0.16}
        connectNulls={false}
        isAnimationActive={false}
        activeDot={false}
      />
      <Line
        dataKey="value"
        stroke={colours.brand}
        strokeWidth={2}
        dot={{ r: 3, fill: colours.brand, strokeWidth: 0 }}
        connectNulls={false}
        isAnimationActive={false}
      >
        <ErrorBar dataKey="alone" direction="y" stroke={colours.brand} width={6} />
      </Line>
    </TimeChart>
  );
}

/** Round numbers that hold every limit and the line across; where all are one number, as the library has it. */
function valueAxis(points: readonly TrendPoint[], level: number | undefined) {
  const values = [
    ...(level === undefined ? [] : [level]),
    ...points.flatMap(({ value, limits }) => (value === null ? [] : [value, ...(limits ?? [])])),
  ];
  const ticks = ticksAround(Math.min(...values), Math.max(...values));
  if (ticks.length === 0) return { domain: ['auto', 'auto'] as const };
  return { ticks, domain: [ticks[0] ?? 0, ticks.at(-1) ?? 0] };
}

interface PointWordsProps {
  readonly measure: WrittenMeasure;
  /** Filled in by the chart. */
  readonly payload?: readonly { readonly payload?: TrendPoint }[];
}

function PointWords({ measure, payload }: PointWordsProps) {
  const point = payload?.[0]?.payload;
  if (point === undefined || point.value === null) return null;
  return (
    <p className="time-chart__words">
      {point.label}: <strong>{formatValue(point.value, measure)}</strong>
      {point.limits && ` (${formatInterval(...point.limits, measure)})`}
    </p>
  );
}
