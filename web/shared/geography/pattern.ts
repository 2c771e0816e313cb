/** A small square of pixels, repeated to fill an area. */
export interface Tile {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** What an area carries instead of a colour. */
export const patterns = [
  'withheld',
  'fewer-than-eight',
  'missing',
  'nobody-to-count',
  'withdrawn',
  'not-distinguishable',
] as const;
export type FillPattern = (typeof patterns)[number];

const INK = [118, 134, 146, 255] as const;
const SIDE = 16;

const inks: Record<FillPattern, (x: number, y: number) => boolean> = {
  /** Diagonal lines. */
  withheld: (x, y) => (x + y) % SIDE < 3,
  /** Level lines. */
  'fewer-than-eight': (_x, y) => y % (SIDE / 2) < 2,
  /** Dots, two to a tile. */
  missing: (x, y) => (x - 4) ** 2 + (y - 4) ** 2 < 5 || (x - 12) ** 2 + (y - 12) ** 2 < 5,
  /** Small rings, one to a tile: an empty place. */
  'nobody-to-count': (x, y) => Math.abs(Math.hypot(x - 8, y - 8) - 4) < 0.8,
  /** Small crosses, one to a tile: struck out. */
  withdrawn: (x, y) => Math.abs(x - 8) < 5 && Math.min(Math.abs(x - y), Math.abs(x + y - 16)) < 1.2,
  /** Thin lines the other way. */
  'not-distinguishable': (x, y) => (x + SIDE - y) % (SIDE / 2) < 1,
};

/** Areas without a figure carry a pattern, never a colour of the scale: withheld, missing, withdrawn and nobody to count differ, and none is low. */
export function patternTile(kind: FillPattern): Tile {
  const data = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) if (inks[kind](x, y)) data.set(INK, (y * SIDE + x) * 4);
  }
  return { width: SIDE, height: SIDE, data };
}
