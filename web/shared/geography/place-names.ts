/** Where the names of areas stand on a map so that none lies over another. Pure; lengths in the units of the map. */
import { type Point, reachOf, type Stretch, stretchesOf } from './centre.ts';

export interface NamedShape {
  readonly code: string;
  readonly name: string;
  readonly rings: readonly (readonly Point[])[];
}
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
export interface PlacedName {
  readonly code: string;
  readonly lines: readonly string[];
  /** The middle of the name. */
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

const LINE_HEIGHT = 1.1;
/** Kept free between names, in letters. */
const APART = 0.4;
/** Of a line of a name, how much lies within its own area. */
const WITHIN = 0.75;
const MOST_LINES = 3;
/** Where down an area a name is tried, the middle first. */
const HEIGHTS = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8];

/**
 * Names in letters of one size, as many as find room: none outside the map, none over another or over what is taken. The
 * narrowest areas come first, which have the fewest places for a name.
 */
export function placeNames(
  shapes: readonly NamedShape[],
  map: { readonly width: number; readonly height: number },
  letter: number,
  taken: readonly Box[] = [],
): PlacedName[] {
  const placed: PlacedName[] = [];
  const isFree = (box: Box) =>
    box.left >= 0 &&
    box.top >= 0 &&
    box.right <= map.width &&
    box.bottom <= map.height &&
    ![...taken, ...placed.map((one) => one.box)].some((other) => liesOver(box, other));
  const widths = new Map(shapes.map((shape) => [shape, widthOfShape(shape)]));
  for (const shape of shapes.toSorted((a, b) => (widths.get(a) ?? 0) - (widths.get(b) ?? 0))) {
    const place = placeIn(shape, letter, isFree);
    if (place !== undefined) placed.push(place);
  }
  return placed;
}

export const liesOver = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The best place that is free within its own area and where a name can be read: in few lines, near the middle. */
function placeIn({ code, name, rings }: NamedShape, letter: number, isFree: (box: Box) => boolean) {
  const [top, bottom] = reachOf(rings);
  for (const lines of linesOf(name)) {
    const widths = lines.map((line) => textWidth(line) * letter);
    for (const share of HEIGHTS) {
      const y = top + (bottom - top) * share;
      for (const [from, to] of stretchesOf(rings, y)) {
        const x = (from + to) / 2;
        const box = boxAround([x, y], widths, letter);
        if (isFree(box) && isWithin(rings, [x, y], widths, letter)) return { code, lines, x, y, box };
      }
    }
  }
  return undefined;
}

/** Whether each line of a name lies within rings, but for a letter or so. */
const isWithin = (rings: NamedShape['rings'], [x, y]: Point, widths: readonly number[], letter: number) =>
  widths.every((width, at) => {
    const height = y + (at - (widths.length - 1) / 2) * LINE_HEIGHT * letter;
    return shareWithin(stretchesOf(rings, height), x, width) >= WITHIN;
  });

function boxAround([x, y]: Point, widths: readonly number[], letter: number): Box {
  const width = Math.max(...widths) + APART * letter;
  const height = widths.length * LINE_HEIGHT * letter;
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** How much of a line of text that is centred on a point lies within stretches. */
function shareWithin(stretches: readonly Stretch[], x: number, width: number): number {
  const [left, right] = [x - width / 2, x + width / 2];
  const within = stretches.map(([from, to]) => Math.max(0, Math.min(to, right) - Math.max(from, left)));
  return Math.max(0, ...within) / width;
}

const widthOfShape = ({ rings }: NamedShape) => {
  const [top, bottom] = reachOf(rings);
  return Math.max(...stretchesOf(rings, (top + bottom) / 2).map(([from, to]) => to - from), 0);
};

/** A name in one line, in two and in three, each broken where its longest line is shortest. */
export function linesOf(name: string): string[][] {
  const words = name.split(' ');
  return Array.from({ length: Math.min(MOST_LINES, words.length) }, (_, index) => {
    const ways = brokenInto(words, index + 1);
    const longest = (lines: readonly string[]) => Math.max(...lines.map(textWidth));
    return ways.reduce((best, way) => (longest(way) < longest(best) ? way : best));
  });
}

function brokenInto(words: readonly string[], lines: number): string[][] {
  if (lines === 1) return [[words.join(' ')]];
  return Array.from({ length: words.length - lines + 1 }, (_, index) => index + 1).flatMap((count) =>
    brokenInto(words.slice(count), lines - 1).map((rest) => [words.slice(0, count).join(' '), ...rest]),
  );
}

/** In parts of the size of its letters, in the wider of the fonts a device may have: no page is measured, for the server has none. */
const WIDTHS: ReadonlyMap<string, number> = new Map([
  ...[...'iljI.,’|'].map((letter) => [letter, 0.3] as const),
  ...[..."tfr -()/'"].map((letter) => [letter, 0.4] as const),
  ...[...'ABCDEFGHJKLNOPQRSTUVXYZ&'].map((letter) => [letter, 0.74] as const),
  ...[...'mwMW@'].map((letter) => [letter, 0.98] as const),
]);

function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.get(letter) ?? 0.62;
  return width;
}
