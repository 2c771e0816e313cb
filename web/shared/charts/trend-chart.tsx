import type { TrendReply } from '../../../server/contract/replies.ts';
import { colours } from '../ui/colours.ts';
import { formatEdge, formatInterval, formatValue, type WrittenMeasure } from '../words/format.ts';
import { ticksAround } from './round-ticks.ts';
import { Across, type EventLine, PlotMark, PointedDates, TimeChart } from './time-chart.tsx';
import { bandPath, linePath, type TimeScale, timeScale } from './time-scale.ts';
import { type TrendPoint, trendPoints } from './trend-data.ts';
import './trend-chart.css';

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
  const scale = timeScale(points, valueTicks(points, level?.value));
  return (
    <TimeChart
      rows={points}
      scale={scale}
      events={events}
      write={(value) => formatEdge(value, { ...measure, decimals: Number.isInteger(value) ? 0 : 1 })}
      paths={
        <>
          <path className="trend-chart__band" d={bandPath(scale, points)} />
          <path className="trend-chart__line" d={linePath(scale, points)} />
        </>
      }
    >
      {level !== undefined && (
        <>
          <Across y={scale.y(level.value)} className="trend-chart__level" />
          <text x="100%" y={`${scale.y(level.value)}%`} dy="-0.375em" textAnchor="end">
            {level.label}
          </text>
        </>
      )}
      {points.map((point) => (
        <Dot key={point.period} point={point} scale={scale} />
      ))}
      <PointedDates scale={scale} dates={points.flatMap((point) => pointed(point, measure))} />
    </TimeChart>
  );
}

/** Round numbers that hold every limit and the line across; the number itself where all are one. */
function valueTicks(points: readonly TrendPoint[], level: number | undefined): number[] {
  const values = [
    ...(level === undefined ? [] : [level]),
    ...points.flatMap(({ value, limits }) => (value === null ? [] : [value, ...(limits ?? [])])),
  ];
  const ticks = ticksAround(Math.min(...values), Math.max(...values));
  return ticks.length > 0 ? ticks : values.slice(0, 1);
}

/** A figure; with its interval where it stands alone and has no band. */
function Dot({ point: { time, value, limits, alone }, scale }: { point: TrendPoint; scale: TimeScale }) {
  if (value === null) return null;
  const x = scale.x(time);
  return (
    <>
      {alone && limits && (
        <line
          className="trend-chart__interval"
          x1={`${x}%`}
          x2={`${x}%`}
          y1={`${scale.y(limits[0])}%`}
          y2={`${scale.y(limits[1])}%`}
        />
      )}
      <PlotMark x={x} y={scale.y(value)}>
        <circle r="3" fill={colours.brand} />
      </PlotMark>
    </>
  );
}

function pointed({ time, label, value, limits }: TrendPoint, measure: WrittenMeasure) {
  if (value === null) return [];
  const interval = limits ? ` (${formatInterval(...limits, measure)})` : '';
  return [{ time, lines: [label, `${formatValue(value, measure)}${interval}`] }];
}
