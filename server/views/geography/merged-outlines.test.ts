import { expect, test } from 'vitest';
import type { OutlineGeometry } from '../../../db/schema.ts';
import { mergedOutlines } from './merged-outlines.ts';

/** A square of one by one with its lower left corner at x, y. */
const square = (x: number, y: number): OutlineGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x, y + 1],
      [x + 1, y + 1],
      [x + 1, y],
      [x, y],
    ],
  ],
});
const members = [
  { code: 'a', geometry: square(0, 0) },
  { code: 'b', geometry: square(1, 0) },
  { code: 'c', geometry: square(0, 1) },
  { code: 'd', geometry: square(5, 5) },
  { code: 'e', geometry: square(9, 9) },
];
const groups: Readonly<Record<string, string>> = { a: 'one', b: 'one', c: 'two', d: 'two' };
const outlines = mergedOutlines(members, (code) => groups[code]);

const outlineOf = (wanted: string): OutlineGeometry => {
  const found = outlines.find(({ code }) => code === wanted);
  if (found === undefined) throw new Error(`there is no outline of ${wanted}`);
  return found.geometry;
};
const corners = ({ type, coordinates }: OutlineGeometry) =>
  new Set((coordinates.flat(type === 'Polygon' ? 1 : 2) as number[][]).map(String));

test('members side by side are one outline, without the border between them', () => {
  expect(outlines.map(({ code }) => code)).toEqual(['one', 'two']);
  const one = outlineOf('one');
  expect(one.type).toBe('Polygon');
  expect(one.coordinates).toHaveLength(1);
  // Four sides of two squares: six corners, the border between them gone.
  expect(corners(one)).toEqual(new Set(['0,0', '0,1', '1,1', '2,1', '2,0', '1,0']));
});

test('members apart are parts of one outline, and a member of no group is left out', () => {
  const two = outlineOf('two');
  expect(two.type).toBe('MultiPolygon');
  expect(two.coordinates).toHaveLength(2);
  expect(corners(two)).not.toContain('9,9');
});

test('the outlines of the members stay as they were', () => {
  expect(members[0]?.geometry).toEqual(square(0, 0));
});
