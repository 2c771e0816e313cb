import { Line, ReferenceLine, Tooltip, YAxis } from 'recharts';
import { labelOf, spcMeanings } from '../../../server/contract/dimensions.ts';
import type { SpcReply } from '../../../server/contract/spc-reply.ts';
import type { EventLine } from '../../shared/charts/event-lines.tsx';
import { TimeChart } from '../../shared/charts/time-chart.tsx';
import { colours } from '../../shared/ui/colours.ts';
import { formatEdge, formatValue, type WrittenMeasure } from '../../shared/words/format.ts';
import { dotPath, type PhaseSpan, phaseSpans, type SpcDot, spcDots, spcFills, spcTicks } from './spc-data.ts';

/** Names of lines stand right of the newest point, where they cover none. */
const NAMES = 72;

interface SpcChartProps {
  readonly reply: SpcReply;
  readonly measure: WrittenMeasure;
  readonly events: readonly EventLine[];
}

/** Figures with their mean, process limits and target; the table says it all again. */
export function SpcChart({ reply, measure, events }: SpcChartProps) {
  const dots = spcDots(reply);
  const ticks = spcTicks(reply);
  const { target } = reply;
  const spans = phaseSpans(reply);
  const line = (y: number, name: string, looks: object) => (
    <ReferenceLine
      key={name}
      y={y}
      ifOverflow="extendDomain"
      {...looks}
      label={{ value: name, position: 'right', offset: 12, fontSize: 12, fill: 'var(--ink)' }}
    />
  );
  return (
    <TimeChart rows={dots} events={events} beside={NAMES}>
      <YAxis
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        ticks={ticks}
        width={64}
        tickFormatter={(value: number) =>
          formatEdge(value, { ...measure, decimals: Number.isInteger(value) ? 0 : measure.decimals })
        }
        stroke="var(--quiet)"
      />
      <Tooltip content={<DotWords measure={measure} />} isAnimationActive={false} />
      {spans.map((span, at) => phaseLines(span, at === spans.length - 1))}
      {target &&
        line(target.value, 'Target', { stroke: colours.pink, strokeWidth: 2, strokeDasharray: '2 3' })}
      <Line
        dataKey="value"
        stroke="var(--quiet)"
        strokeWidth={1.5}
        dot={<Dot />}
        activeDot={false}
        connectNulls={false}
        isAnimationActive={false}
      />
    </TimeChart>
  );
}

/** Mean and limits of one phase; named once, at the newest. */
function phaseLines({ from, to, mean, limits }: PhaseSpan, isNewest: boolean) {
  const line = (y: number, name: string, looks: object) => (
    <ReferenceLine
      key={`${name} ${from}`}
      segment={[
        { x: from, y },
        { x: to, y },
      ]}
      ifOverflow="extendDomain"
      {...looks}
      {...(isNewest && {
        label: { value: name, position: 'right' as const, offset: 12, fontSize: 12, fill: 'var(--ink)' },
      })}
    />
  );
  const dashed = { stroke: 'var(--quiet)', strokeDasharray: '6 4' };
  return [
    line(mean, 'Mean', { stroke: 'var(--ink)' }),
    ...(limits ? [line(limits.upper, 'Upper limit', dashed), line(limits.lower, 'Lower limit', dashed)] : []),
  ];
}

interface DotProps {
  /** Filled in by the chart. */
  readonly cx?: number;
  readonly cy?: number | null;
  readonly payload?: SpcDot;
}

function Dot({ cx, cy, payload }: DotProps) {
  if (cx === undefined || typeof cy !== 'number' || payload?.value == null) return null;
  const { meaning, side } = payload;
  return (
    <path
      d={dotPath(side, side === 'none' ? 4 : 6)}
      transform={`translate(${cx} ${cy})`}
      fill={spcFills[meaning]}
      stroke="var(--ink)"
    />
  );
}

interface DotWordsProps {
  readonly measure: WrittenMeasure;
  /** Filled in by the chart. */
  readonly payload?: readonly { readonly payload?: SpcDot }[];
}

function DotWords({ measure, payload }: DotWordsProps) {
  const dot = payload?.[0]?.payload;
  if (dot === undefined || dot.value === null) return null;
  return (
    <p className="time-chart__words">
      {dot.label}: <strong>{formatValue(dot.value, measure)}</strong>
      <br />
      {labelOf(spcMeanings, dot.meaning)}
    </p>
  );
}
