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
/** Of a line of a name, how much lies within its own area. */
const WITHIN = 0.88;
const MOST_LINES = 3;
/** Where down an area a name is tried, the middle first. */
const HEIGHTS = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8];

/**
 * Names in letters of one size, as many as find room: none outside the map, none over another or over what is taken. Widest
 * areas come first.
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
    ![...taken, ...placed.map((one) => one.box)].some((other) => overlap(box, other));
  const widest = new Map(shapes.map((shape) => [shape, widthOfShape(shape)]));
  for (const shape of shapes.toSorted((a, b) => (widest.get(b) ?? 0) - (widest.get(a) ?? 0))) {
    const place = placesIn(shape, letter).find(({ box }) => isFree(box));
    if (place !== undefined) placed.push(place);
  }
  return placed;
}

export const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Every place within its own area where a name can be read, the best first: in few lines, near the middle. */
function placesIn({ code, name, rings }: NamedShape, letter: number): PlacedName[] {
  const [top, bottom] = reachOf(rings);
  return linesOf(name).flatMap((lines) =>
    HEIGHTS.flatMap((share): PlacedName[] => {
      const y = top + (bottom - top) * share;
      return stretchesOf(rings, y).flatMap(([from, to]): PlacedName[] => {
        const x = (from + to) / 2;
        const fits = lines.every((line, at) => {
          const height = y + (at - (lines.length - 1) / 2) * LINE_HEIGHT * letter;
          return shareWithin(stretchesOf(rings, height), x, textWidth(line) * letter) >= WITHIN;
        });
        return fits ? [{ code, lines, x, y, box: boxAround([x, y], lines, letter) }] : [];
      });
    }),
  );
}

function boxAround([x, y]: Point, lines: readonly string[], letter: number): Box {
  const width = Math.max(...lines.map(textWidth)) * letter;
  const height = lines.length * LINE_HEIGHT * letter;
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

/** Of Arial, in parts of the size of its letters, and a little more: no page is measured, for the server has none. */
const WIDTHS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[iljI.,'’|]/, 0.24],
  [/[tfr \-()/]/, 0.34],
  [/[mwMW@]/, 0.88],
  [/[A-Z&]/, 0.72],
];
export const textWidth = (text: string) =>
  [...text].reduce((sum, letter) => sum + (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 0.57), 0);
