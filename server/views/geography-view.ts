/** Areas and outlines. Pure. */
import type { StoredArea } from '../../db/queries/releases.ts';
import type { OutlineGeometry } from '../../db/schema.ts';
import type { AreaType } from '../contract/dimensions.ts';
import type { AreasReply, BoundariesReply } from '../contract/replies.ts';
import type { Snapshot } from '../judge/release/snapshot.ts';

const ATTRIBUTION =
  'Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS data © Crown copyright and database right 2025';

/** Areas of a type; of each type the newest list, so that an area is named once. */
export function areasView(snapshot: Snapshot, type: AreaType | undefined): AreasReply {
  const listed = snapshot.areas.filter(
    (area) => (type === undefined || area.type === type) && area.edition === snapshot.editionOf(area.type),
  );
  return { release: snapshot.release, areas: listed.map(areaView) };
}

function areaView(area: StoredArea): AreasReply['areas'][number] {
  return {
    code: area.code,
    name: area.name,
    type: area.type,
    parents: area.parents,
    ...(area.illustrative && { illustrative: true }),
  };
}

export function boundariesView(
  snapshot: Snapshot,
  type: AreaType,
  edition: string,
  outlines: readonly { readonly code: string; readonly geometry: OutlineGeometry }[],
): BoundariesReply {
  return {
    type: 'FeatureCollection',
    release: snapshot.release,
    edition,
    attribution: ATTRIBUTION,
    bbox: boundsOf(outlines.map((outline) => outline.geometry)),
    features: outlines.map(({ code, geometry }) => ({
      type: 'Feature',
      id: code,
      properties: { code, name: snapshot.nameOf(type, code) ?? code },
      geometry,
    })),
  };
}

function boundsOf(geometries: readonly OutlineGeometry[]): number[] {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { type, coordinates } of geometries) {
    const points = (type === 'Polygon' ? coordinates.flat(1) : coordinates.flat(2)) as unknown as [
      number,
      number,
    ][];
    for (const [longitude, latitude] of points) {
      west = Math.min(west, longitude);
      south = Math.min(south, latitude);
      east = Math.max(east, longitude);
      north = Math.max(north, latitude);
    }
  }
  return [west, south, east, north];
}
