import { useQuery } from '@tanstack/react-query';
import type { BoardReply } from '../../../server/contract/board-reply.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import type { KeyedRow } from '../../../server/contract/row-key.ts';
import { trendQueryOptions } from '../../shared/api/queries.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { TrendChart } from '../../shared/charts/trend-chart.tsx';
import { trendHeadline } from '../../shared/charts/trend-words.ts';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { SyntheticNotice } from '../../shared/ui/synthetic-notice.tsx';
import { basesOf, intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { valueHead } from '../../shared/words/meaning.ts';
import { askedBy } from './asked-by.ts';

interface PinnedProps {
  readonly definition: IndicatorReply;
  readonly pin: KeyedRow;
  readonly board: BoardReply;
}

/** As many periods as stand beside the chart on one page. */
const LISTED = 16;

/** One row over time: the chart, and its latest figures as a table beside it. */
export function PinnedTrend({ definition, pin, board }: PinnedProps) {
  const query = { ...askedBy(pin, board), area: board.area.code };
  const { data, error } = useQuery(trendQueryOptions(definition.id, query));
  if (error !== null) return <p className="notice">No figures over time: {error.message}</p>;
  if (data === undefined) return null;
  // A single period says nothing over time, and the map beside it says it already.
  if (data.points.length < 2 && definition.areaTypes.includes('ward')) return null;
  const figures = data.points.map(({ estimate }) => estimate);
  return (
    <ChartFrame
      title={trendHeadline(definition.shortTitle, board.area.name, data, definition)}
      measure={data.title}
      basis={basesOf(figures)}
      source={<SourceLine source={definition.source} />}
    >
      <SyntheticNotice figures={figures} />
      <div className="pinned__sides">
        {data.points.length > 1 && <TrendChart reply={data} measure={definition} />}
        <table className="board-table pinned__table" aria-label={data.title}>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <th scope="col" className="board-table__number">
                {valueHead(definition)}
              </th>
              <th scope="col" className="board-table__number">
                95% interval
              </th>
            </tr>
          </thead>
          <tbody>
            {data.points
              .toReversed()
              .slice(0, LISTED)
              .map(({ period, label, estimate }) => (
                <tr key={period}>
                  <th scope="row">{label}</th>
                  <td className="board-table__number">{valueWords(estimate, definition)}</td>
                  <td className="board-table__number">{intervalWords(estimate, definition)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </ChartFrame>
  );
}
