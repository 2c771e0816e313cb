/** The outlines of areas that are groups of others, drawn from the outlines of their members. Pure. */
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryObject, MultiPolygon, Polygon, Properties } from 'topojson-specification';
import type { OutlineGeometry } from '../../../db/schema.ts';

interface Outline {
  readonly code: string;
  readonly geometry: OutlineGeometry;
}

/**
 * One outline for each group, without the borders inside it: the same corners as those of its members, so that groups
 * side by side share theirs exactly as their members do. A member of no group is left out.
 *
 * @param groupOf the group each member belongs to, by code.
 */
export function mergedOutlines(
  members: readonly Outline[],
  groupOf: (code: string) => string | undefined,
): Outline[] {
  const features = members.map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry }));
  const shared = topology({ members: { type: 'FeatureCollection', features } as never });
  const pieces = (shared.objects.members as { geometries: GeometryObject<Properties>[] }).geometries;
  const groups = Map.groupBy(members.keys(), (at) => groupOf(members[at]?.code ?? ''));
  return [...groups]
    .flatMap(([code, held]) => (code === undefined ? [] : [{ code, held }]))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, held }) => {
      const { coordinates } = merge(
        shared,
        held.map((at) => pieces[at] as Polygon | MultiPolygon),
      );
      const [only, ...others] = coordinates;
      return {
        code,
        geometry:
          only !== undefined && others.length === 0
            ? { type: 'Polygon', coordinates: only }
            : { type: 'MultiPolygon', coordinates },
      };
    });
}
