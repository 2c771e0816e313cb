/** Which areas lie side by side. Pure. */
import type { OutlineGeometry } from '../../../db/schema.ts';

interface Outline {
  readonly code: string;
  readonly geometry: OutlineGeometry;
}

/**
 * Codes of the areas that share a stretch of border with one area, in order. Outlines of one list are drawn from
 * the same corners, so a shared border is a shared side; touching in a single corner is none.
 */
export function neighboursOf(code: string, outlines: readonly Outline[]): string[] {
  const own = outlines.find((outline) => outline.code === code);
  if (own === undefined) return [];
  const sides = new Set(sidesOf(own.geometry));
  return outlines
    .filter((outline) => outline.code !== code && sidesOf(outline.geometry).some((side) => sides.has(side)))
    .map((outline) => outline.code)
    .sort();
}

/** Every side of an outline, named alike whichever way round it is drawn. */
function sidesOf({ type, coordinates }: OutlineGeometry): string[] {
  const rings = (type === 'Polygon' ? coordinates : coordinates.flat(1)) as number[][][];
  return rings.flatMap((ring) =>
    ring.slice(1).map((corner, index) => [String(ring[index]), String(corner)].sort().join(' ')),
  );
}
