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

/** Where the border crosses a level line. Asked for many lines of many areas while a page is drawn. */
function crossings(rings: readonly Ring[], line: number): number[] {
  const found: number[] = [];
  for (const ring of rings) {
    let [fromX = 0, fromY = 0] = ring[0] ?? [];
    for (const [x = 0, y = 0] of ring) {
      if (fromY > line !== y > line) found.push(fromX + ((line - fromY) / (y - fromY)) * (x - fromX));
      [fromX, fromY] = [x, y];
    }
  }
  return found.sort((a, b) => a - b);
}

/** Every stretch of a level line that lies within rings. */
export function stretchesOf(rings: readonly Ring[], line: number): Stretch[] {
  const edges = crossings(rings, line);
  const stretches: Stretch[] = [];
  for (let at = 0; at + 1 < edges.length; at += 2) stretches.push([edges[at] ?? 0, edges[at + 1] ?? 0]);
  return stretches;
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
