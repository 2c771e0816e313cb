import { endTime } from '../../shared/charts/trend-data.ts';
import { STEPS } from './coverage-steps.ts';
import type { DatedEstimate } from './uptake-line.tsx';

const WIDTH = 320;
const HEIGHT = 150;
const LEFT = 34;
const EDGE = 8;
const LOWEST = 75;

interface CoverageLineProps {
  readonly points: readonly DatedEstimate[];
  readonly target: number | undefined;
}

/** Coverage by quarter with lines at the steps and at the target; the words beside it and the table say the same. */
export function CoverageLine({ points, target }: CoverageLineProps) {
  const shown = points.flatMap(({ period, estimate }) =>
    estimate?.status === 'shown' ? [{ time: endTime(period), value: estimate.value }] : [],
  );
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const low = Math.min(LOWEST, ...shown.map(({ value }) => 5 * Math.floor(value / 5)));
  const x = (time: number) => LEFT + ((time - first.time) / (last.time - first.time)) * (WIDTH - LEFT - EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - low) / (100 - low)) * (HEIGHT - 2 * EDGE);
  // A quarter without a figure leaves a gap: nothing is known of it.
  const path = points
    .map(({ period, estimate }, at) => {
      if (estimate?.status !== 'shown') return '';
      const joins = points[at - 1]?.estimate?.status === 'shown';
      return `${joins ? 'L' : 'M'}${x(endTime(period)).toFixed(1)} ${y(estimate.value).toFixed(1)}`;
    })
    .join('');
  return (
    <svg className="coverage-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {STEPS.map((step) => (
        <Level key={step} at={y(step)} text={`${step}%`} kind="step" />
      ))}
      {target !== undefined && <Level at={y(target)} text={`${target}%`} kind="target" />}
      <path className="coverage-line__figure" d={path} />
      <circle className="coverage-line__last" cx={x(last.time)} cy={y(last.value)} r="4" />
    </svg>
  );
}

const Level = ({ at, text, kind }: { at: number; text: string; kind: 'step' | 'target' }) => (
  <>
    <line className={`coverage-line__${kind}`} x1={LEFT} x2={WIDTH} y1={at} y2={at} />
    <text className="coverage-line__text" x={LEFT - 4} y={at + 4} textAnchor="end">
      {text}
    </text>
  </>
);
