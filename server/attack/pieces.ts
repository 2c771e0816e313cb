/**
 * Where the areas of a table and the small areas of official totals meet, found in the lists and outlines that anybody can
 * read: both are made of the same smallest areas. Pure.
 */
import type { AreasReply, BoundariesReply } from '../contract/replies.ts';

/** Smallest areas, and the areas that official totals are published for. */
export const SMALLEST = 'lsoa';
export const PART = 'msoa';

/** What of an area lies in one part. */
export interface Piece {
  readonly area: string;
  readonly part: string;
}

export const codeOf = ({ area, part }: Piece): string => `${area} ${part}`;

export interface Outlines {
  readonly smallest: BoundariesReply['features'];
  readonly parts: BoundariesReply['features'];
}

/**
 * Every piece that a smallest area lies in. One that is newer than the list of parts lies where its middle does.
 *
 * @param type of the areas that are cut into pieces.
 * @returns nothing where the pieces of some area cannot be found: then parts say nothing of areas.
 */
export function piecesOf(areas: AreasReply['areas'], type: string, { smallest, parts }: Outlines): Piece[] {
  const around = new Map<string, Map<string, string>>();
  for (const { code, parents } of areas.filter((area) => area.type === SMALLEST)) {
    const own = around.get(code) ?? new Map<string, string>();
    for (const parent of parents) own.set(parent.type, parent.code);
    around.set(code, own);
  }
  const outlineOf = new Map(smallest.map((feature) => [feature.id, feature.geometry]));
  const known = new Set(parts.map(({ id }) => id));
  const found = new Map<string, Piece>();
  for (const [code, own] of around) {
    const area = own.get(type);
    if (area === undefined) continue;
    const listed = own.get(PART);
    const middle = middleOf(outlineOf.get(code));
    const part =
      listed !== undefined && known.has(listed)
        ? listed
        : parts.find(({ geometry }) => middle !== undefined && isInside(middle, geometry))?.id;
    if (part === undefined) return [];
    found.set(codeOf({ area, part }), { area, part });
  }
  return [...found.values()];
}

type Geometry = BoundariesReply['features'][number]['geometry'];
type Point = readonly [number, number];

const polygonsOf = ({ type, coordinates }: Geometry): number[][][][] =>
  type === 'Polygon' ? [coordinates as number[][][]] : (coordinates as number[][][][]);

/** The mean of the corners of the longest ring. */
function middleOf(geometry: Geometry | undefined): Point | undefined {
  if (geometry === undefined) return undefined;
  const [ring] = polygonsOf(geometry)
    .flatMap(([outer = []]) => [outer])
    .sort((a, b) => b.length - a.length);
  if (ring === undefined || ring.length === 0) return undefined;
  const mean = (at: 0 | 1) => ring.reduce((sum, corner) => sum + (corner[at] ?? 0), 0) / ring.length;
  return [mean(0), mean(1)];
}

/** Whether a line from the point eastwards crosses the rings an odd number of times. */
function isInside([x, y]: Point, geometry: Geometry): boolean {
  let inside = false;
  for (const ring of polygonsOf(geometry).flat()) {
    for (const [index, corner] of ring.entries()) {
      const [x1 = 0, y1 = 0] = corner;
      const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  }
  return inside;
}
