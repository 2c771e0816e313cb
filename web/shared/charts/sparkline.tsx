import type { BoardRow } from '../../../server/contract/board-reply.ts';

const WIDTH = 88;
const HEIGHT = 26;
const EDGE = 3;

/** The latest periods in a small line, the newest marked; where none is shown it breaks. The trend page has it in full. */
export function Sparkline({ points }: { points: BoardRow['sparkline'] }) {
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
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path d={path} />
      <circle cx={x(last)} cy={y(points[last] ?? low)} r="2.5" />
    </svg>
  );
}
