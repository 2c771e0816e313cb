import { useQuery } from '@tanstack/react-query';
import type { BoardReply } from '../../../server/contract/board-reply.ts';
import type { IndicatorAreasReply, IndicatorReply } from '../../../server/contract/replies.ts';
import type { KeyedRow } from '../../../server/contract/row-key.ts';
import { indicatorAreasQueryOptions } from '../../shared/api/queries.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { headline } from '../../shared/geography/headline.ts';
import { valueClasses } from '../../shared/geography/legend.ts';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { SyntheticNotice } from '../../shared/ui/synthetic-notice.tsx';
import { AnswerMark } from '../../shared/ui/verdict-mark.tsx';
import { basesOf, intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { valueHead } from '../../shared/words/meaning.ts';
import { askedBy } from './asked-by.ts';
import { PrintedMap } from './printed-map.tsx';

interface PinnedMapProps {
  readonly definition: IndicatorReply;
  readonly pin: KeyedRow;
  readonly board: BoardReply;
}

/** The wards of one row on a map whose numbers lead to the table beside it, so that no colour says anything alone. */
export function PinnedMap({ definition, pin, board }: PinnedMapProps) {
  const query = { ...askedBy(pin, board), areaType: 'ward' as const };
  const { data, error } = useQuery(indicatorAreasQueryOptions(definition.id, query));
  if (error !== null) return <p className="notice">No map: {error.message}</p>;
  if (data === undefined) return null;
  return (
    <ChartFrame
      title={headline(definition, data, 'value')}
      measure={data.title}
      basis={basesOf(data.areas)}
      source={<SourceLine source={definition.source} />}
    >
      <SyntheticNotice figures={data.areas} />
      <div className="pinned__sides">
        <div>
          <PrintedMap reply={data} definition={definition} />
          <Classes reply={data} definition={definition} />
        </div>
        <WardTable reply={data} definition={definition} />
      </div>
    </ChartFrame>
  );
}

function Classes({ reply, definition }: { reply: IndicatorAreasReply; definition: IndicatorReply }) {
  const classes = valueClasses(reply.areas, reply.benchmark, reply.breaks, definition);
  return (
    <ul className="pinned__classes" aria-label="Classes of the map">
      {classes.map(({ fill, label, areas }) => (
        <li key={label}>
          <span className="pinned__swatch" style={{ background: fill }} aria-hidden="true" />
          {label} ({areas})
        </li>
      ))}
    </ul>
  );
}

function WardTable({ reply, definition }: { reply: IndicatorAreasReply; definition: IndicatorReply }) {
  const tested = reply.comparison.compared > 0;
  return (
    <table className="board-table pinned__table" aria-label={reply.title}>
      <thead>
        <tr>
          <th scope="col">Ward, with its number on the map</th>
          <th scope="col" className="board-table__number">
            {valueHead(definition)}
          </th>
          <th scope="col" className="board-table__number">
            95% interval
          </th>
          {tested && <th scope="col">Against the rest</th>}
        </tr>
      </thead>
      <tbody>
        {reply.areas.map((area, at) => (
          <tr key={area.code}>
            <th scope="row">
              {at + 1}. {area.name}
            </th>
            <td className="board-table__number">{valueWords(area, definition)}</td>
            <td className="board-table__number">{intervalWords(area, definition)}</td>
            {tested && (
              <td>
                <AnswerMark answer={area} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
