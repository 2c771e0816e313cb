import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import { boundariesQueryOptions } from '../../shared/api/queries.ts';
import { pathOf, projectionOf } from '../../shared/geography/outline-path.ts';
import { areaWords } from '../../shared/words/area-words.ts';

const WIDTH = 220;

/** Where the area lies in the place; the list beside it says the same in words. */
export function LocatorMap({ reply }: { reply: AreaIndicatorsReply }) {
  const { area, neighbours, edition, place } = reply;
  const outlines = useQuery({
    ...boundariesQueryOptions(area.type, edition),
    enabled: neighbours.length > 0,
  }).data;
  if (neighbours.length === 0) return null;
  const next = new Set(neighbours.map(({ code }) => code));
  const projection = outlines && projectionOf(outlines.bbox, WIDTH);
  const [, many] = areaWords(area.type);
  const looks = (code: string) => (code === area.code ? 'chosen' : next.has(code) ? 'next' : 'other');
  return (
    <section className="locator" aria-labelledby="neighbours">
      <div className="locator__picture" aria-hidden="true">
        {outlines && projection && (
          <svg viewBox={`0 0 ${projection.width} ${projection.height.toFixed(0)}`} aria-hidden="true">
            {outlines.features.map((feature) => (
              <path
                key={feature.id}
                className={`locator__${looks(feature.id)}`}
                d={pathOf(feature, projection)}
              />
            ))}
          </svg>
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
