import { useQueries } from '@tanstack/react-query';
import type { BoardReply } from '../../../server/contract/board-reply.ts';
import { type KeyedRow, rowKey } from '../../../server/contract/row-key.ts';
import { indicatorQueryOptions } from '../../shared/api/queries.ts';
import { PinnedMap } from './pinned-map.tsx';
import { PinnedTrend } from './pinned-trend.tsx';

/** The charts and maps of the pinned rows; the URL holds which. */
export function PinnedFigures({ pins, board }: { pins: readonly KeyedRow[]; board: BoardReply }) {
  const release = board.query.release === undefined ? {} : { release: board.query.release };
  const definitions = useQueries({
    queries: pins.map(({ indicator }) => indicatorQueryOptions(indicator, release)),
  });
  if (pins.length === 0) return null;
  return (
    <section className="pinned" aria-labelledby="pinned">
      <h2 id="pinned">Pinned charts and maps</h2>
      {pins.map((pin, at) => {
        const { data: definition, error } = definitions[at] ?? {};
        if (error)
          return (
            <p key={rowKey(pin)} className="notice">
              {pin.indicator} could not be pinned: {error.message}
            </p>
          );
        return (
          definition && (
            <div key={rowKey(pin)}>
              <PinnedTrend definition={definition} pin={pin} board={board} />
              {definition.areaTypes.includes('ward') && (
                <PinnedMap definition={definition} pin={pin} board={board} />
              )}
            </div>
          )
        );
      })}
    </section>
  );
}
