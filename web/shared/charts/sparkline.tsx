import './sparkline.css';
import type { BoardRow } from '../../../server/contract/board-reply.ts';
import type { Basis, ChangeVerdict } from '../../../server/contract/dimensions.ts';

const WIDTH = 88;
const HEIGHT = 26;
const EDGE = 3;

interface SparklineProps {
  readonly points: BoardRow['sparkline'];
  /** How the line looks; left out, it says nothing but its course. */
  readonly look?: SparklineLook;
}
type SparklineLook = 'better' | 'worse' | 'moved' | 'untested' | 'synthetic';

const looks: Partial<Record<ChangeVerdict, SparklineLook>> = {
  better: 'better',
  worse: 'worse',
  higher: 'moved',
  lower: 'moved',
};

/** Colour is for a change that was tested on real figures and found beyond chance; what is synthetic is dashed. */
export const sparklineLook = (basis: Basis, verdict: ChangeVerdict | undefined): SparklineLook =>
  basis === 'synthetic' ? 'synthetic' : ((verdict && looks[verdict]) ?? 'untested');

/** The latest periods in a small line, the newest marked; where none is shown it breaks. The trend page has it in full. */
export function Sparkline({ points, look }: SparklineProps) {
  const values = points.filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length < 2) return null;
  const x = (at: number) => EDGE + (at / Math.max(1, points.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) =>
    high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const path = points
    .map((value, at) => {
      if (value === null) return '';
      const isStart = (points[at - 1] ?? null) === null;
      return `${isStart ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
  const last = points.findLastIndex((value) => value !== null);
  return (
    <svg
      className={look === undefined ? 'sparkline' : `sparkline sparkline--${look}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMinYMid"
      aria-hidden="true"
    >
      <path d={path} />
      <circle cx={x(last)} cy={y(points[last] ?? low)} r="2.5" />
    </svg>
  );
}
