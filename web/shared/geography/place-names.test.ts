import { describe, expect, test } from 'vitest';
import type { Point } from './centre.ts';
import { liesOver, linesOf, type NamedShape, placeNames } from './place-names.ts';

const SIDE = 5;
const MAP = { width: 1000, height: 1000 };
const WORDS = [
  'Ash',
  'Bermondsey',
  'Camberwell Green',
  'Dulwich & East Hill',
  'Elm',
  'Upper Ferry Bridge Road',
];

/** A corner of a ragged grid; its outer ones lie on the edge of the map. */
const corner = (column: number, row: number): Point => {
  const isInner = (at: number) => at > 0 && at < SIDE;
  const stray = (seed: number) => 60 * Math.sin(seed * 12.9898);
  return [
    column * (MAP.width / SIDE) + (isInner(column) ? stray(column * 7 + row) : 0),
    row * (MAP.height / SIDE) + (isInner(row) ? stray(column + row * 11) : 0),
  ];
};
const shapes: readonly NamedShape[] = Array.from({ length: SIDE * SIDE }, (_, index) => {
  const [column, row] = [index % SIDE, Math.floor(index / SIDE)];
  const ring = [
    corner(column, row),
    corner(column + 1, row),
    corner(column + 1, row + 1),
    corner(column, row + 1),
    corner(column, row),
  ];
  return { code: String(index), name: WORDS[index % WORDS.length] ?? '', rings: [ring] };
});
const pairs = <Item>(items: readonly Item[]) =>
  items.flatMap((one, at) => items.slice(at + 1).map((other) => [one, other] as const));

describe('names of areas', () => {
  test.each([20, 35, 50, 80])('in letters of %i none lies over another or outside the map', (letter) => {
    const placed = placeNames(shapes, MAP, letter);
    expect(placed.length).toBeGreaterThan(0);
    expect(pairs(placed).filter(([one, other]) => liesOver(one.box, other.box))).toEqual([]);
    for (const { box } of placed) {
      expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(MAP.width);
      expect(box.bottom).toBeLessThanOrEqual(MAP.height);
    }
  });
  test('small letters name every area; larger ones fewer, each once', () => {
    const counts = [10, 40, 80].map((letter) => {
      const codes = placeNames(shapes, MAP, letter).map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      return codes.length;
    });
    expect(counts[0]).toBe(shapes.length);
    expect(counts[1]).toBeLessThan(shapes.length);
    expect(counts[2]).toBeLessThan(counts[1] ?? 0);
  });
  test('the middle of a name lies in its own area', () => {
    const byCode = new Map(shapes.map((shape) => [shape.code, shape]));
    for (const { code, x, y } of placeNames(shapes, MAP, 40)) {
      const ring = byCode.get(code)?.rings[0] ?? [];
      expect(isInside([x, y], ring)).toBe(true);
    }
  });
  test('what is taken stays free', () => {
    const taken = [{ left: 0, top: 0, right: 1000, bottom: 480 }];
    const placed = placeNames(shapes, MAP, 35, taken);
    expect(placed.length).toBeGreaterThan(0);
    expect(placed.filter(({ box }) => taken.some((other) => liesOver(box, other)))).toEqual([]);
  });
});

/** By the winding of its corners around a point, which placing names does not use. */
function isInside([x, y]: Point, ring: readonly Point[]): boolean {
  const angles = ring.map(([cornerX, cornerY]) => Math.atan2(cornerY - y, cornerX - x));
  const turns = angles.slice(1).map((angle, at) => {
    const turn = angle - (angles[at] ?? 0);
    return turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
  });
  return Math.abs(turns.reduce((sum, turn) => sum + turn, 0)) > Math.PI;
}

test('a long name is broken between words, where its longest line is shortest', () => {
  expect(linesOf('London Bridge & West Bermondsey')).toEqual([
    ['London Bridge & West Bermondsey'],
    ['London Bridge &', 'West Bermondsey'],
    ['London', 'Bridge & West', 'Bermondsey'],
  ]);
  expect(linesOf('Peckham')).toEqual([['Peckham']]);
});
