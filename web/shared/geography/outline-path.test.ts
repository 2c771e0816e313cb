import { describe, expect, test } from 'vitest';
import type { Outline } from './centre.ts';
import { pathOf, projectionOf, ringsOf } from './outline-path.ts';

describe('a map laid flat', () => {
  const bbox = [-0.1, 51.4, 0, 51.5];
  test('fills its width, with the north above', () => {
    const { at, height } = projectionOf({ bbox }, 1000);
    expect(at(-0.1, 51.5)).toEqual([0, 0]);
    const [east, south] = at(0, 51.4);
    expect(east).toBeCloseTo(1000, 6);
    expect(south).toBeCloseTo(height, 6);
    // At this latitude a degree of longitude is shorter than one of latitude by its cosine.
    expect(height).toBeCloseTo(1000 / Math.cos((51.45 * Math.PI) / 180), 0);
  });
  test('is Web Mercator, as the map that can be zoomed', () => {
    const { at, height } = projectionOf({ bbox: [0, 0, 90, 66.51326044311186] }, 1);
    // A quarter of the way round, and as far north: the half of the upper half of the world.
    expect(height).toBeCloseTo(1, 9);
    expect(at(45, 40.97989806962013)[1]).toBeCloseTo(0.5, 9);
  });
});

describe('an outline as a path', () => {
  test('goes in whole steps from corner to corner and closes', () => {
    expect(
      pathOf([
        [
          [0, 0],
          [10.2, 0.4],
          [9.8, 9.7],
          [-3, 10],
          [0, 0],
        ],
      ]),
    ).toBe('M0 0l10 0 0 10-13 0Z');
  });
  test('leaves out corners that fall together, and rings too small to be seen', () => {
    expect(
      pathOf([
        [
          [0, 0],
          [5, 0],
          [5.2, 0.1],
          [5, 5],
          [0, 0],
        ],
        [
          [20, 20],
          [20.2, 20],
          [20.2, 20.2],
          [20, 20],
        ],
      ]),
    ).toBe('M0 0l5 0 0 5Z');
  });
  test('has a part for each ring of each polygon', () => {
    const square = (west: number) => [
      [
        [west, 0],
        [west + 1, 0],
        [west + 1, 1],
        [west, 1],
        [west, 0],
      ],
    ];
    const outline: Outline = {
      type: 'Feature',
      id: 'a',
      properties: { code: 'a', name: 'A' },
      geometry: { type: 'MultiPolygon', coordinates: [square(0), square(3)] },
    };
    const path = pathOf(ringsOf(outline, projectionOf({ bbox: [0, 0, 4, 1] }, 400)));
    expect(path).toBe('M0 100l100 0 0-100-100 0ZM300 100l100 0 0-100-100 0Z');
  });
});
