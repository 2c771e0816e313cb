import { expect, test } from 'vitest';
import type { AreasReply, BoundariesReply } from '../contract/replies.ts';
import { piecesOf } from './pieces.ts';

type Feature = BoundariesReply['features'][number];

/** A square with its lower left corner at a point. */
const square = (id: string, x: number, y: number, size: number): Feature => ({
  type: 'Feature',
  id,
  properties: { code: id, name: id },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
        [x, y],
      ],
    ],
  },
});
const smallest = (code: string, ...parents: readonly (readonly [type: 'ward' | 'msoa', code: string])[]) =>
  ({
    code,
    name: code,
    type: 'lsoa',
    parents: parents.map(([type, parent]) => ({ type, code: parent, name: parent })),
  }) as AreasReply['areas'][number];
const parts = [square('M1', 0, 0, 10), square('M2', 10, 0, 10)];

test('a piece is where smallest areas lie in both: a newer one where its middle does, a former one with its successors', () => {
  const areas = [
    smallest('L1', ['ward', 'Ash'], ['msoa', 'M1']),
    smallest('L2', ['ward', 'Ash'], ['msoa', 'M2']),
    smallest('former', ['msoa', 'M2']),
    smallest('newer', ['ward', 'Birch']),
  ];
  const found = piecesOf(areas, 'ward', { smallest: [square('newer', 12, 3, 2)], parts });
  expect(found).toEqual([
    { area: 'Ash', part: 'M1' },
    { area: 'Ash', part: 'M2' },
    { area: 'Birch', part: 'M2' },
  ]);
});

test('where one smallest area cannot be placed nothing is taken for known', () => {
  const areas = [smallest('L1', ['ward', 'Ash'], ['msoa', 'M1']), smallest('newer', ['ward', 'Birch'])];
  expect(piecesOf(areas, 'ward', { smallest: [square('newer', 40, 3, 2)], parts })).toEqual([]);
  expect(piecesOf(areas, 'ward', { smallest: [], parts })).toEqual([]);
});
