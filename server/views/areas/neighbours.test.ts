import { expect, test } from 'vitest';
import type { OutlineGeometry } from '../../../db/schema.ts';
import { neighboursOf } from './neighbours.ts';

/** A square of side 1 with its lower left corner at (x, y), drawn either way round. */
function square(x: number, y: number, turned = false): OutlineGeometry {
  const ring = [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ];
  return { type: 'Polygon', coordinates: [turned ? ring.reverse() : ring] };
}

const outlines = [
  { code: 'middle', geometry: square(0, 0) },
  { code: 'right', geometry: square(1, 0) },
  { code: 'above', geometry: square(0, 1, true) },
  { code: 'corner only', geometry: square(1, 1) },
  { code: 'far', geometry: square(5, 5) },
  {
    code: 'in two parts',
    geometry: {
      type: 'MultiPolygon',
      coordinates: [square(8, 8).coordinates, square(-1, 0).coordinates] as number[][][][],
    } as OutlineGeometry,
  },
];

test('areas that share a side are neighbours, however they are drawn', () => {
  expect(neighboursOf('middle', outlines)).toEqual(['above', 'in two parts', 'right']);
});

test('being neighbours goes both ways', () => {
  for (const { code } of outlines) {
    for (const other of neighboursOf(code, outlines)) expect(neighboursOf(other, outlines)).toContain(code);
  }
});

test('an area apart has none, and one that is not drawn has none', () => {
  expect(neighboursOf('far', outlines)).toEqual([]);
  expect(neighboursOf('nowhere', outlines)).toEqual([]);
});
