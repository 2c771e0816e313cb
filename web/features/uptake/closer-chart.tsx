import './closer-chart.css';
import {
  Area,
  Brush,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { timeTicks } from '../../shared/charts/time-ticks.ts';
import { formatInterval, formatPeriod, formatValue } from '../../shared/words/format.ts';
import { type OverTimeChartProps, shareTicks, shareWriter } from './over-time-chart.tsx';
import { type ChartRow, limitsKey } from './over-time-lines.ts';

type CloserChartProps = Pick<OverTimeChartProps, 'series' | 'rows' | 'measure'>;

/**
 * Up to twenty lines, for whoever wants to tell them apart: two handles choose a stretch of time, and every line is named with its
 * figure at the date pointed at. Its library is fetched for those who ask for it.
 */
export function CloserChart({ series, rows, measure }: CloserChartProps) {
  const ticks = shareTicks(rows, series, []);
  const names = new Map(timeTicks(rows).map(({ time, label }) => [time, label]));
  return (
    <div className="closer-chart">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart data={[...rows]} margin={{ top: 20, right: 24, bottom: 4, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="time"
            type="number"
            domain={['dataMin', 'dataMax']}
            ticks={[...names.keys()]}
            tickFormatter={(time: number) => names.get(time) ?? ''}
            stroke="var(--quiet)"
          />
          <YAxis
            domain={['auto', 'auto']}
            ticks={ticks}
            width={64}
            tickFormatter={shareWriter(measure)}
            stroke="var(--quiet)"
          />
          <Tooltip content={<DateWords series={series} measure={measure} />} isAnimationActive={false} />
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
              dot={false}
              connectNulls={false}
              isAnimationActive={false}
            />
          ))}
          <Brush
            dataKey="period"
            height={36}
            stroke="var(--quiet)"
            tickFormatter={(period: string) => formatPeriod(period)}
            ariaLabel="Stretch of time"
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

interface DateWordsProps extends Pick<CloserChartProps, 'series' | 'measure'> {
  /** Filled in by the chart. */
  readonly payload?: readonly { readonly payload?: ChartRow }[];
}

/** Every line at one date, highest first. */
function DateWords({ series, measure, payload }: DateWordsProps) {
  const row = payload?.[0]?.payload;
  if (row === undefined) return null;
  const shown = series
    .flatMap(({ id, label }) => {
      const [value, limits] = [row[id], row[limitsKey(id)]];
      if (typeof value !== 'number') return [];
      const interval = typeof limits === 'object' && limits ? ` (${formatInterval(...limits, measure)})` : '';
      return [{ id, value, words: `${label}: ${formatValue(value, measure)}${interval}` }];
    })
    .toSorted((a, b) => b.value - a.value);
  return (
    <div className="closer-chart__words">
      <strong>{formatPeriod(row.period)}</strong>
      <ul>
        {shown.map(({ id, words }) => (
          <li key={id}>{words}</li>
        ))}
      </ul>
    </div>
  );
}
