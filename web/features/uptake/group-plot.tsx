import './group-plot.css';
import type { ReactNode } from 'react';
import type { Estimate } from '../../../server/contract/estimate.ts';
import { IntervalPlot } from '../../shared/charts/interval-plot.tsx';
import { intervalScale } from '../../shared/charts/interval-scale.ts';

export interface PlotRow {
  readonly id: string;
  readonly name: string;
  readonly chosen?: boolean;
  /** What is drawn; null where nothing is. */
  readonly drawn: Estimate | null;
  /** What it is held beside, drawn as an upright line. */
  readonly beside?: Estimate | null;
  /** The figure in words. */
  readonly value: ReactNode;
  readonly small?: ReactNode;
}
interface GroupPlotProps {
  readonly label: string;
  readonly rows: readonly PlotRow[];
}

/** One row a group: its name, its figure in words, and the same as a dot with its interval. */
export function GroupPlot({ label, rows }: GroupPlotProps) {
  const scale = intervalScale(rows.flatMap(({ drawn, beside = null }) => [drawn, beside]));
  return (
    <ul className="group-plot" aria-label={label}>
      {rows.map(({ id, name, chosen, drawn, beside = null, value, small }) => (
        <li key={id} data-group={id} className={chosen ? 'group-plot__chosen' : undefined}>
          <span className="group-plot__name">{name}</span>
          <span className="group-plot__value">{value}</span>
          <span className="group-plot__plot">
            {scale && drawn?.status === 'shown' && (
              <IntervalPlot scale={scale} estimate={drawn} place={beside} />
            )}
          </span>
          {small !== undefined && <span className="group-plot__small">{small}</span>}
        </li>
      ))}
    </ul>
  );
}
