import './time-chart.css';
import type { ReactNode } from 'react';
import type { TimeScale } from './time-scale.ts';
import { type DatedPoint, timeTicks } from './time-ticks.ts';

/** What was done, at its place in time; the number leads to the list below the chart. */
export interface EventLine {
  readonly number: number;
  readonly time: number;
}
interface TimeChartProps {
  readonly rows: readonly DatedPoint[];
  readonly scale: TimeScale;
  readonly events?: readonly EventLine[];
  /** Room is kept right of the newest point for names of lines. */
  readonly hasNames?: boolean;
  /** A value as it stands beside the axis. */
  write(value: number): string;
  /** Paths in percent of the plot, which stretch with it. */
  readonly paths: ReactNode;
  /** What keeps its shape however wide the plot is. */
  readonly children?: ReactNode;
}

/**
 * The frame of every chart over real time: pure SVG, so that the server sends it whole. It asks for no width, and is hidden from
 * screen readers: the table beside it says it all again.
 */
export function TimeChart({ rows, scale, events = [], hasNames, write, paths, children }: TimeChartProps) {
  return (
    <div className={hasNames ? 'time-chart time-chart--named' : 'time-chart'} aria-hidden="true">
      <svg className="time-chart__plot" aria-hidden="true">
        {scale.ticks.map((value) => (
          <g key={value}>
            <Across y={scale.y(value)} className="time-chart__grid" />
            <text className="time-chart__value" x="-8" y={`${scale.y(value)}%`} dy="0.35em">
              {write(value)}
            </text>
          </g>
        ))}
        <line className="time-chart__axis" y2="100%" />
        <Across y={100} className="time-chart__axis" />
        {events.map(({ number, time }) => (
          <g key={number} className="time-chart__event">
            <line x1={`${scale.x(time)}%`} x2={`${scale.x(time)}%`} y2="100%" />
            <text x={`${scale.x(time)}%`} dy="-0.375em">
              {number}
            </text>
          </g>
        ))}
        <svg
          className="time-chart__paths"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {paths}
        </svg>
        {children}
        {sets.map(([set, most]) => (
          <TimeTicks key={set} set={set} rows={rows} scale={scale} most={most} />
        ))}
      </svg>
    </div>
  );
}

/** How many dates are named: the style sheet shows the set that has room. */
const sets = [
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['six', 6],
] as const;

interface TimeTicksProps extends Pick<TimeChartProps, 'rows' | 'scale'> {
  readonly set: (typeof sets)[number][0];
  readonly most: number;
}

const TimeTicks = ({ set, rows, scale, most }: TimeTicksProps) => (
  <g className={`time-chart__dates time-chart__dates--${set}`}>
    {timeTicks(rows, most).map(({ time, label }) => {
      const x = scale.x(time);
      return (
        <g key={time}>
          <line className="time-chart__axis" x1={`${x}%`} x2={`${x}%`} y1="100%" y2="100%" />
          <text x={`${x}%`} y="100%" dy="1.5em">
            {label}
          </text>
        </g>
      );
    })}
  </g>
);

interface AcrossProps {
  readonly y: number;
  readonly className: string;
}

/** A line across the whole plot. */
export const Across = ({ y, className }: AcrossProps) => (
  <line className={className} x2="100%" y1={`${y}%`} y2={`${y}%`} />
);

interface MarkProps {
  readonly x: number;
  readonly y: number;
  readonly children: ReactNode;
}

/** A shape about its own middle, in pixels, at a place on the plot. */
export const PlotMark = ({ x, y, children }: MarkProps) => (
  <svg className="time-chart__mark" x={`${x}%`} y={`${y}%`} aria-hidden="true">
    {children}
  </svg>
);

interface PointedDate {
  readonly time: number;
  /** What is said of it: its name, and its figure. */
  readonly lines: readonly string[];
}

/** The words of a date stand above the plot while it is pointed at: by style alone, with script or without. */
export function PointedDates({ scale, dates }: { scale: TimeScale; dates: readonly PointedDate[] }) {
  const places = dates.map(({ time }) => scale.x(time));
  return dates.map(({ time, lines }, at) => {
    const x = places[at] ?? 0;
    const from = at === 0 ? 0 : ((places[at - 1] ?? x) + x) / 2;
    const to = at === dates.length - 1 ? 100 : ((places[at + 1] ?? x) + x) / 2;
    const anchor = x < 30 ? 'start' : x > 70 ? 'end' : 'middle';
    return (
      <g key={time} className="time-chart__date">
        <rect x={`${from}%`} width={`${(to - from).toFixed(2)}%`} height="100%" />
        <line x1={`${x}%`} x2={`${x}%`} y2="100%" />
        <text textAnchor={anchor}>
          {lines.map((line, row) => (
            <tspan key={line} x={`${x}%`} dy={row === 0 ? '0.8em' : '1.3em'}>
              {line}
            </tspan>
          ))}
        </text>
      </g>
    );
  });
}
