import './over-time-chart.css';
import { ticksAround } from '../../shared/charts/round-ticks.ts';
import { Across, type EventLine, PlotMark, TimeChart } from '../../shared/charts/time-chart.tsx';
import { bandPath, linePath, type TimeScale, timeScale } from '../../shared/charts/time-scale.ts';
import { formatEdge, type WrittenMeasure } from '../../shared/words/format.ts';
import { type ChartRow, limitsKey, type UptakeSeries } from './over-time-lines.ts';
import type { Threshold } from './thresholds.ts';

export interface OverTimeChartProps {
  readonly series: readonly UptakeSeries[];
  readonly rows: readonly ChartRow[];
  readonly measure: WrittenMeasure;
  readonly events: readonly EventLine[];
  readonly thresholds: readonly Threshold[];
}

/** Lines with their intervals, what was done and what is aimed for; key and table say it all again. */
export function OverTimeChart({ series, rows, measure, events, thresholds }: OverTimeChartProps) {
  const scale = timeScale(rows, shareTicks(rows, series, thresholds));
  const write = shareWriter(measure);
  const lines = series.map(({ id, look }) => ({ id, look, points: pointsOf(rows, id) }));
  return (
    <TimeChart
      rows={rows}
      scale={scale}
      events={events}
      write={write}
      paths={
        <>
          {lines.map(({ id, look, points }) => (
            <path
              key={id}
              className="over-time__band"
              d={bandPath(scale, points)}
              style={{ fill: look.colour, fillOpacity: look.opacity }}
            />
          ))}
          {lines.map(({ id, look, points }) => (
            <path
              key={id}
              data-series={id}
              d={linePath(scale, points)}
              stroke={look.colour}
              strokeWidth={look.width}
              strokeDasharray={look.dash}
            />
          ))}
        </>
      }
    >
      {thresholds.map(({ value, label }) => (
        <g key={label}>
          <Across y={scale.y(value)} className="over-time__threshold" />
          <text x="4" y={`${scale.y(value)}%`} dy="1.2em">
            {write(value)}
          </text>
        </g>
      ))}
      {rows.length < 3 && lines.map((line) => <Dots key={line.id} line={line} scale={scale} />)}
    </TimeChart>
  );
}

interface LinePoint {
  readonly time: number;
  readonly value: number | null;
  readonly limits: readonly [number, number] | null;
}

function pointsOf(rows: readonly ChartRow[], id: string): LinePoint[] {
  return rows.map((row) => {
    const [value, limits] = [row[id], row[limitsKey(id)]];
    return {
      time: row.time,
      value: typeof value === 'number' ? value : null,
      limits: typeof limits === 'object' ? limits : null,
    };
  });
}

interface DotsProps {
  readonly line: Pick<UptakeSeries, 'look'> & { readonly points: readonly LinePoint[] };
  readonly scale: TimeScale;
}

/** Between two dates a line says little: they stand as dots too. */
const Dots = ({ line: { look, points }, scale }: DotsProps) =>
  points.map(
    ({ time, value }) =>
      value !== null && (
        <PlotMark key={time} x={scale.x(time)} y={scale.y(value)}>
          <circle r="4" fill={look.colour} />
        </PlotMark>
      ),
  );

export const shareWriter = (measure: WrittenMeasure) => (value: number) =>
  formatEdge(value, { ...measure, decimals: Number.isInteger(value) ? 0 : 1 });

/**
 * Round numbers that hold every figure, limit and threshold: nothing is cut off, 100% is no ceiling. From nothing,
 * but where all lie far above it.
 */
export function shareTicks(
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
