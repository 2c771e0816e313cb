import type { FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import { expect, test } from 'vitest';
import { readBy } from '../testing.ts';
import { outlines } from './outlines.ts';

const box = (west: number, east: number) => [
  [
    [west, 51],
    [west, 51.1],
    [east, 51.1],
    [east, 51],
    [west, 51],
  ],
];
const features = [box(0, 0.1), box(0.1, 0.2)].map((coordinates, i) => ({
  type: 'Feature' as const,
  id: `E0500000${i + 1}`,
  properties: {},
  geometry: { type: 'Polygon' as const, coordinates },
}));
const collection: FeatureCollection = { type: 'FeatureCollection', features };
const file = JSON.stringify(topology({ 'ward 2025': collection }, 1e4));

test('the two sides of a shared border have the very same points', async () => {
  const { items, problems } = await readBy(outlines, file, { name: 'outlines.json' });
  expect(problems).toEqual([]);
  expect(items.map((item) => (item.kind === 'boundary' ? [item.type, item.edition, item.code] : []))).toEqual(
    [
      ['ward', '2025', 'E05000001'],
      ['ward', '2025', 'E05000002'],
    ],
  );
  const [left, right] = items.map((item) => new Set(JSON.stringify(item).match(/\[0\.\d+,51(\.\d+)?\]/g)));
  expect([...(left ?? [])].filter((point) => right?.has(point))).toHaveLength(2);
});

test('what is no topology is refused', async () => {
  for (const text of ['{}', file.slice(0, -5), '[]']) {
    expect((await readBy(outlines, text)).problems[0]?.expected).toContain('TopoJSON');
  }
});
