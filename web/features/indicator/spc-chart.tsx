import './spc-chart.css';
import { labelOf, spcMeanings } from '../../../server/contract/dimensions.ts';
import type { SpcReply } from '../../../server/contract/spc-reply.ts';
import { type EventLine, PlotMark, PointedDates, TimeChart } from '../../shared/charts/time-chart.tsx';
import { linePath, type TimeScale, timeScale } from '../../shared/charts/time-scale.ts';
import { formatEdge, formatValue, type WrittenMeasure } from '../../shared/words/format.ts';
import { dotPath, type PhaseSpan, phaseSpans, spcDots, spcFills, spcTicks } from './spc-data.ts';

interface SpcChartProps {
  readonly reply: SpcReply;
  readonly measure: WrittenMeasure;
  readonly events: readonly EventLine[];
}

/** Figures with their mean, process limits and target; the table says it all again. */
export function SpcChart({ reply, measure, events }: SpcChartProps) {
  const dots = spcDots(reply);
  const scale = timeScale(dots, spcTicks(reply));
  const spans = phaseSpans(reply);
  const shown = dots.flatMap((dot) => (dot.value === null ? [] : [{ ...dot, value: dot.value }]));
  return (
    <TimeChart
      rows={dots}
      scale={scale}
      events={events}
      hasNames
      write={(value) =>
        formatEdge(value, { ...measure, decimals: Number.isInteger(value) ? 0 : measure.decimals })
      }
      paths={<path className="spc-lines__figures" d={linePath(scale, dots)} />}
    >
      {spans.map((span, at) => (
        <Phase key={span.from} scale={scale} span={span} isNewest={at === spans.length - 1} />
      ))}
      {reply.target && (
        <Level name="Target" look="target" from="0" to="100%" y={scale.y(reply.target.value)} isNamed />
      )}
      <PointedDates
        scale={scale}
        dates={shown.map(({ time, label, value, meaning }) => ({
          time,
          lines: [label, formatValue(value, measure), labelOf(spcMeanings, meaning)],
        }))}
      />
      {shown.map(({ period, time, value, meaning, side }) => (
        <PlotMark key={period} x={scale.x(time)} y={scale.y(value)}>
          <path
            className="spc-lines__dot"
            d={dotPath(side, side === 'none' ? 4 : 6)}
            fill={spcFills[meaning]}
          />
        </PlotMark>
      ))}
    </TimeChart>
  );
}

interface PhaseProps {
  readonly scale: TimeScale;
  readonly span: PhaseSpan;
  readonly isNewest: boolean;
}

/** Mean and limits of one phase; named once, at the newest. */
function Phase({ scale, span: { from, to, mean, limits }, isNewest }: PhaseProps) {
  const lines = [
    { name: 'Mean', look: 'mean', value: mean },
    ...(limits
      ? [
          { name: 'Upper limit', look: 'limit', value: limits.upper },
          { name: 'Lower limit', look: 'limit', value: limits.lower },
        ]
      : []),
  ];
  return lines.map(({ name, look, value }) => (
    <Level
      key={name}
      name={name}
      look={look}
      from={`${scale.x(from)}%`}
      to={`${scale.x(to)}%`}
      y={scale.y(value)}
      isNamed={isNewest}
    />
  ));
}

interface LevelProps {
  readonly name: string;
  readonly look: string;
  readonly from: string;
  readonly to: string;
  readonly y: number;
  readonly isNamed: boolean;
}

const Level = ({ name, look, from, to, y, isNamed }: LevelProps) => (
  <>
    <line
      className={`spc-lines__level spc-lines__level--${look}`}
      x1={from}
      x2={to}
      y1={`${y}%`}
      y2={`${y}%`}
    />
    {isNamed && (
      <text className="spc-lines__name" x="100%" y={`${y}%`} dx="4" dy="0.35em">
        {name}
      </text>
    )}
  </>
);
