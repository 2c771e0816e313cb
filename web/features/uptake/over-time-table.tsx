import type { GroupsOverTimeReply } from '../../../server/contract/over-time-replies.ts';
import { WideTable } from '../../shared/ui/wide-table.tsx';
import { formatPeriod } from '../../shared/words/format.ts';
import type { UptakeSeries } from './over-time-lines.ts';
import { figureWithLimits } from './uptake-words.ts';

interface OverTimeTableProps {
  readonly series: readonly UptakeSeries[];
  readonly reply: GroupsOverTimeReply;
}

/** Every figure of the chart with its limits, the newest date first. */
export const OverTimeTable = ({ series, reply }: OverTimeTableProps) => (
  <WideTable label={`${reply.title}, over time`}>
    <thead>
      <tr>
        <th scope="col">Date</th>
        {series.map(({ id, label }) => (
          <th key={id} scope="col">
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {reply.periods.toReversed().map(({ period }) => (
        <tr key={period} data-period={period}>
          <th scope="row">{formatPeriod(period)}</th>
          {series.map(({ id, points }) => {
            const point = points.find((one) => one.period === period);
            return <td key={id}>{point === undefined ? '–' : figureWithLimits(point, reply)}</td>;
          })}
        </tr>
      ))}
    </tbody>
  </WideTable>
);
