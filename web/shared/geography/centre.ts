import type { BoundariesReply } from '../../../server/contract/replies.ts';

export type Outline = BoundariesReply['features'][number];
export type Point = readonly [east: number, north: number];
type Ring = readonly (readonly number[])[];

const ringsOf = ({ geometry }: Outline): readonly Ring[] =>
  geometry.type === 'Polygon'
    ? (geometry.coordinates as number[][][])
    : (geometry.coordinates as number[][][][]).flat();

function crossings(ring: Ring, north: number): number[] {
  return ring.slice(1).flatMap(([x2 = 0, y2 = 0], index) => {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    return y1 > north === y2 > north ? [] : [x1 + ((north - y1) / (y2 - y1)) * (x2 - x1)];
  });
}

/** A point well inside an area: the middle of its longest stretch along the few lines that cross its middle. */
export function centreOf(outline: Outline): Point {
  const rings = ringsOf(outline);
  const norths = rings.flat().map(([, north = 0]) => north);
  const [south, north] = [Math.min(...norths), Math.max(...norths)];
  let best = { length: -1, point: [0, 0] as Point };
  for (const share of [0.35, 0.45, 0.5, 0.55, 0.65]) {
    const line = south + (north - south) * share;
    const edges = rings.flatMap((ring) => crossings(ring, line)).sort((a, b) => a - b);
    for (let index = 0; index + 1 < edges.length; index += 2) {
      const [from = 0, to = 0] = edges.slice(index, index + 2);
      if (to - from > best.length * 1.05) best = { length: to - from, point: [(from + to) / 2, line] };
    }
  }
  return best.point;
}
