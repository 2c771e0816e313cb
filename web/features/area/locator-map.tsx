import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import { boundariesQueryOptions } from '../../shared/api/queries.ts';
import { MapDrawing } from '../../shared/geography/map-drawing.tsx';
import { colours } from '../../shared/ui/colours.ts';
import { areaWords } from '../../shared/words/area-words.ts';

/** Where the area lies in the place; the list beside it says the same in words. */
export function LocatorMap({ reply }: { reply: AreaIndicatorsReply }) {
  const { area, neighbours, edition, place } = reply;
  const outlines = useQuery({
    ...boundariesQueryOptions(area.type, edition),
    enabled: neighbours.length > 0,
  }).data;
  if (neighbours.length === 0) return null;
  const next = new Set(neighbours.map(({ code }) => code));
  const [, many] = areaWords(area.type);
  const fillOf = (code: string) =>
    code === area.code ? colours.brand : next.has(code) ? colours.neighbour : colours.line;
  return (
    <section className="locator" aria-labelledby="neighbours">
      <div className="locator__picture" aria-hidden="true">
        {outlines && (
          <MapDrawing
            outlines={outlines}
            paints={new Map(outlines.features.map(({ id }) => [id, { fill: fillOf(id) }]))}
          />
        )}
      </div>
      <div>
        <h2 id="neighbours">Neighbouring {many}</h2>
        <ul>
          {neighbours.map(({ code, name }) => (
            <li key={code}>
              <Link to="/areas/$code" params={{ code }} search={(old) => old}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
        <p className="locator__note">
          They share a border with {area.name}, within {place.name}.
        </p>
      </div>
    </section>
  );
}
