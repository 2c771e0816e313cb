import type { BoundariesReply } from '../../../server/contract/replies.ts';
import type { Outline, Point } from './centre.ts';

type Box = readonly [west: number, south: number, east: number, north: number];

export interface Projection {
  readonly width: number;
  readonly height: number;
  at(longitude: number, latitude: number): Point;
}

/** Web Mercator, as MapLibre has it: what is drawn and what can be zoomed lie under one another. */
const mercator = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));

export function projectionOf({ bbox }: Pick<BoundariesReply, 'bbox'>, width: number): Projection {
  const [west, south, east, north] = bbox as unknown as Box;
  const scale = width / (((east - west) * Math.PI) / 180);
  const top = mercator(north);
  return {
    width,
    height: (top - mercator(south)) * scale,
    at: (longitude, latitude) => [
      (((longitude - west) * Math.PI) / 180) * scale,
      (top - mercator(latitude)) * scale,
    ],
  };
}

/** The rings of an outline, laid flat: one after the other, the holes among them. */
export const ringsOf = ({ geometry }: Outline, { at }: Projection): Point[][] => {
  const { type, coordinates } = geometry;
  const rings = (type === 'Polygon' ? coordinates : coordinates.flat(1)) as number[][][];
  return rings.map((ring) => ring.map(([longitude = 0, latitude = 0]) => at(longitude, latitude)));
};

/**
 * Rings as the path of an SVG, in whole units from corner to corner: a page carries it. Corners that fall together are one, in
 * every area that shares them, so that no gap opens between neighbours.
 */
export function pathOf(rings: readonly (readonly Point[])[]): string {
  return rings
    .flatMap((ring) => {
      const corners = ring.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
      const steps = corners.slice(1).flatMap(([x, y], at): Point[] => {
        const [fromX, fromY] = corners[at] ?? [x, y];
        return x === fromX && y === fromY ? [] : [[x - fromX, y - fromY]];
      });
      // Too small to be seen; else the last step leads back to the beginning.
      return steps.length < 3 ? [] : `M${written(corners.slice(0, 1))}l${written(steps.slice(0, -1))}Z`;
    })
    .join('');
}

const written = (points: readonly Point[]) => points.flat().join(' ').replaceAll(' -', '-');
