import { useQuery } from '@tanstack/react-query';
import type { IndicatorAreasReply, IndicatorReply } from '../../../server/contract/replies.ts';
import { boundariesQueryOptions } from '../../shared/api/queries.ts';
import { centreOf } from '../../shared/geography/centre.ts';
import { colourOf } from '../../shared/geography/classes.ts';
import { pathOf, projectionOf } from '../../shared/geography/outline-path.ts';
import { colours } from '../../shared/ui/colours.ts';

const WIDTH = 420;
/** Class and ink of the numbers: dark areas need light ones. */
const DARK = /^#(12436d|0f3557|36709f|4583b8|2f6ea5)$/;

interface PrintedMapProps {
  readonly reply: IndicatorAreasReply;
  readonly definition: IndicatorReply;
}

/** Areas by value as a drawing that prints sharply; the table beside it says it all. */
export function PrintedMap({ reply, definition }: PrintedMapProps) {
  const outlines = useQuery(boundariesQueryOptions(reply.query.areaType, reply.edition)).data;
  if (outlines === undefined) return null;
  const projection = projectionOf(outlines.bbox, WIDTH);
  const looks = new Map(
    reply.areas.map((area, at) => [
      area.code,
      {
        number: at + 1,
        fill: area.status === 'shown' ? colourOf(area.value, reply.breaks, definition) : colours.paper,
      },
    ]),
  );
  return (
    <>
      <svg
        className="printed-map"
        viewBox={`-2 -2 ${WIDTH + 4} ${(projection.height + 4).toFixed(0)}`}
        aria-hidden="true"
      >
        {outlines.features.map((feature) => (
          <path
            key={feature.id}
            d={pathOf(feature, projection)}
            fill={looks.get(feature.id)?.fill ?? colours.paper}
          />
        ))}
        {outlines.features.map((feature) => {
          const [x, y] = projection.at(...centreOf(feature));
          const look = looks.get(feature.id);
          return (
            <text
              key={feature.id}
              x={x}
              y={y}
              fill={DARK.test(look?.fill ?? '') ? colours.paper : colours.ink}
            >
              {look?.number ?? ''}
            </text>
          );
        })}
      </svg>
      <p className="printed-map__attribution">{outlines.attribution}</p>
    </>
  );
}
