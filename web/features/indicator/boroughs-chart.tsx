import './boroughs-chart.css';
import type { ReactNode } from 'react';
import type { BoroughsReply } from '../../../server/contract/boroughs-reply.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { formatEdge } from '../../shared/words/format.ts';
import type { BoroughMark, BoroughsPlot } from './boroughs-plot.ts';

interface BoroughsChartProps {
  readonly plot: BoroughsPlot;
  readonly definition: IndicatorReply;
}

/** Every borough with its 95% interval, the place by name. The table says it all again, so assistive technology skips it. */
export function BoroughsChart({ plot, definition }: BoroughsChartProps) {
  const { marks, ticks, median } = plot;
  const decimals = ticks.every(({ value }) => Number.isInteger(value)) ? 0 : definition.decimals;
  const own = marks.find(({ borough }) => borough.role === 'place');
  return (
    <div className="boroughs-chart">
      <svg className="boroughs-chart__plot" aria-hidden="true" focusable="false">
        {ticks.map(({ value, y }) => (
          <g key={value}>
            <line className="boroughs-chart__grid" x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} />
            <text className="boroughs-chart__tick" x="-8" y={`${y}%`} dy="0.35em">
              {formatEdge(value, { ...definition, decimals })}
            </text>
          </g>
        ))}
        {median !== undefined && (
          <line className="boroughs-chart__median" x1="0" x2="100%" y1={`${median}%`} y2={`${median}%`} />
        )}
        {marks.map((mark) => (
          <Mark key={mark.borough.code} mark={mark} />
        ))}
        {own && <Name mark={own} />}
      </svg>
    </div>
  );
}

function Mark({ mark: { borough, x, y, limits } }: { mark: BoroughMark }) {
  const left = `${x}%`;
  return (
    <g className={`boroughs-chart__mark boroughs-chart__mark--${borough.role}`}>
      {limits && <line x1={left} x2={left} y1={`${limits.top}%`} y2={`${limits.bottom}%`} />}
      <svg x={left} y={`${y}%`} overflow="visible" aria-hidden="true">
        <path d={shapes[borough.role]} />
      </svg>
    </g>
  );
}

/** A shape each, so that none is known by its colour alone. */
const shapes: Readonly<Record<BoroughMark['borough']['role'], string>> = {
  place: 'M-6-6H6V6H-6Z',
  peer: 'M0-6 6 0 0 6-6 0Z',
  other: 'M-4 0a4 4 0 1 0 8 0 4 4 0 1 0-8 0Z',
};

/** Figures fall from left to right, so there is room above to the right of a mark, and below to the left of it. */
function Name({ mark: { borough, x, y, limits } }: { mark: BoroughMark }) {
  const isAbove = x < 60;
  const end = isAbove ? limits?.top : limits?.bottom;
  const away = end === undefined ? 1 : 0.5;
  return (
    <text
      className="boroughs-chart__name"
      x={`${x}%`}
      y={`${end ?? y}%`}
      dy={isAbove ? `-${away}em` : `${away + 0.7}em`}
      textAnchor={isAbove ? 'start' : 'end'}
    >
      {borough.name}
    </text>
  );
}

interface BoroughsKeyProps {
  readonly reply: BoroughsReply;
  readonly place: string;
  readonly hasLimits: boolean;
}

/** What the shapes mean, with the median and how those most like the place were chosen. */
export function BoroughsKey({ reply, place, hasLimits }: BoroughsKeyProps) {
  const { boroughs, peersChosen, medianWords } = reply;
  const isPeered = boroughs.some(({ role, status }) => role === 'peer' && status === 'shown');
  return (
    <ul className="interval-key boroughs-key">
      <KeyItem which="place">
        {place}
        {hasLimits && ', and its 95% interval'}
      </KeyItem>
      {isPeered && (
        <KeyItem which="peer">
          Those most like it
          {peersChosen && (
            <>: {peersChosen.url ? <a href={peersChosen.url}>{peersChosen.words}</a> : peersChosen.words}</>
          )}
        </KeyItem>
      )}
      <KeyItem which="other">Others</KeyItem>
      {medianWords && (
        <li>
          <svg className="boroughs-key__mark" viewBox="0 0 34 14" aria-hidden="true">
            <line className="boroughs-chart__median" x1="0" x2="34" y1="7" y2="7" />
          </svg>
          {medianWords}
        </li>
      )}
    </ul>
  );
}

const KeyItem = ({ which, children }: { which: keyof typeof shapes; children: ReactNode }) => (
  <li>
    <svg className="boroughs-key__mark" viewBox="-7 -7 14 14" aria-hidden="true">
      <g className={`boroughs-chart__mark boroughs-chart__mark--${which}`}>
        <path d={shapes[which]} />
      </g>
    </svg>
    <span>{children}</span>
  </li>
);
