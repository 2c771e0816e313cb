import { useQuery } from '@tanstack/react-query';
import type { IndicatorAreasReply, IndicatorReply } from '../../../server/contract/replies.ts';
import { boundariesQueryOptions } from '../../shared/api/queries.ts';
import { MapDrawing } from '../../shared/geography/map-drawing.tsx';
import { paintOf } from '../../shared/geography/paint.ts';

interface PrintedMapProps {
  readonly reply: IndicatorAreasReply;
  readonly definition: IndicatorReply;
}

/** Areas by value as a drawing that prints sharply; the table beside it says it all. */
export function PrintedMap({ reply, definition }: PrintedMapProps) {
  const outlines = useQuery(boundariesQueryOptions(reply.query.areaType, reply.edition)).data;
  if (outlines === undefined) return null;
  const paints = new Map(
    reply.areas.map((area) => [area.code, paintOf(area, 'value', reply.breaks, definition)]),
  );
  const numbers = new Map(reply.areas.map(({ code }, at) => [code, String(at + 1)]));
  return (
    <>
      <div className="printed-map">
        <MapDrawing outlines={outlines} paints={paints} inscriptions={numbers} />
      </div>
      <p className="printed-map__attribution">{outlines.attribution}</p>
    </>
  );
}
