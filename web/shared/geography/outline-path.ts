import type { BoundariesReply } from '../../../server/contract/replies.ts';

type Feature = BoundariesReply['features'][number];
type Box = readonly [west: number, south: number, east: number, north: number];

export interface Projection {
  readonly width: number;
  readonly height: number;
  at(longitude: number, latitude: number): readonly [x: number, y: number];
}

/** A place is small enough to be drawn flat: degrees of longitude shrink by the cosine of its latitude. */
export function projectionOf(bbox: readonly number[], width: number): Projection {
  const [west, south, east, north] = bbox as unknown as Box;
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * shrink);
  return {
    width,
    height: (north - south) * scale,
    at: (longitude, latitude) => [(longitude - west) * shrink * scale, (north - latitude) * scale],
  };
}

/** An outline as the path of an SVG. */
export function pathOf({ geometry }: Feature, { at }: Projection): string {
  const { type, coordinates } = geometry;
  const rings = (type === 'Polygon' ? coordinates : coordinates.flat(1)) as number[][][];
  return rings
    .map((ring) => {
      const corners = ring.map(([longitude = 0, latitude = 0]) =>
        at(longitude, latitude)
          .map((place) => place.toFixed(1))
          .join(' '),
      );
      return `M${corners.join('L')}Z`;
    })
    .join('');
}
