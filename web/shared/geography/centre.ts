import type { BoundariesReply } from '../../../server/contract/replies.ts';

export type Outline = BoundariesReply['features'][number];
export type Point = readonly [x: number, y: number];
type Ring = readonly (readonly number[])[];

/** Where a level line lies within an area: from, to. */
export type Stretch = readonly [from: number, to: number];

const ringsOf = ({ geometry }: Outline): readonly Ring[] =>
  geometry.type === 'Polygon'
    ? (geometry.coordinates as number[][][])
    : (geometry.coordinates as number[][][][]).flat();

function crossings(ring: Ring, line: number): number[] {
  return ring.slice(1).flatMap(([x2 = 0, y2 = 0], index) => {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    return y1 > line === y2 > line ? [] : [x1 + ((line - y1) / (y2 - y1)) * (x2 - x1)];
  });
}

/** Every stretch of a level line that lies within rings. */
export function stretchesOf(rings: readonly Ring[], line: number): Stretch[] {
  const edges = rings.flatMap((ring) => crossings(ring, line)).sort((a, b) => a - b);
  return Array.from({ length: Math.floor(edges.length / 2) }, (_, pair) => [
    edges[2 * pair] ?? 0,
    edges[2 * pair + 1] ?? 0,
  ]);
}

/** How low and how high rings lie. */
export function reachOf(rings: readonly Ring[]): Stretch {
  const heights = rings.flat().map(([, y = 0]) => y);
  return [Math.min(...heights), Math.max(...heights)];
}

/** A point well inside an area: the middle of its longest stretch along the few lines that cross its middle. */
export function centreOf(outline: Outline): Point {
  const rings = ringsOf(outline);
  const [south, north] = reachOf(rings);
  let best = { length: -1, point: [0, 0] as Point };
  for (const share of [0.35, 0.45, 0.5, 0.55, 0.65]) {
    const line = south + (north - south) * share;
    for (const [from, to] of stretchesOf(rings, line))
      if (to - from > best.length * 1.05) best = { length: to - from, point: [(from + to) / 2, line] };
  }
  return best.point;
}
