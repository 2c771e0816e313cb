import { describe, expect, test } from 'vitest';
import { centreOf } from './centre.ts';
import { neighbourOf } from './neighbour.ts';

/** A grid of nine, `a` in the south-west, `i` in the north-east. */
const grid = new Map(
  [...'abcdefghi'].map((code, index) => [code, [index % 3, Math.floor(index / 3)] as const] as const),
);

describe('arrow keys', () => {
  test.each([
    ['ArrowUp', 'h'],
    ['ArrowDown', 'b'],
    ['ArrowLeft', 'd'],
    ['ArrowRight', 'f'],
    ['Home', 'a'],
    ['End', 'i'],
  ])('%s from the middle leads to %s', (key, code) => {
    expect(neighbourOf('e', key, grid)).toBe(code);
  });
  test('the edge of the map is the end', () => {
    expect(neighbourOf('a', 'ArrowLeft', grid)).toBeUndefined();
  });
  test('the first key from nowhere leads to the first area', () => {
    expect(neighbourOf(undefined, 'ArrowUp', grid)).toBe('a');
  });
  test('other keys lead nowhere', () => {
    expect(neighbourOf('e', 'x', grid)).toBeUndefined();
  });
});

test('the centre of a horseshoe lies in the horseshoe', () => {
  const ring = [
    [0, 0],
    [3, 0],
    [3, 3],
    [2, 3],
    [2, 1],
    [1, 1],
    [1, 3],
    [0, 3],
    [0, 0],
  ];
  const [east, north] = centreOf({
    type: 'Feature',
    id: 'x',
    properties: { code: 'x', name: 'Horseshoe' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  });
  const inside = (east > 0 && east < 1) || (east > 2 && east < 3) || (north > 0 && north < 1);
  expect(inside).toBe(true);
});
