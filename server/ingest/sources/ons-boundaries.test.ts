import { describe, expect, test } from 'vitest';
import { lsoas, placesOf, readBy } from '../testing.ts';
import { onsBoundaries } from './ons-boundaries.ts';

const square = [
  [
    [0, 51],
    [0.1, 51],
    [0.1, 51.1],
    [0, 51.1],
    [0, 51],
  ],
];
const ward = (
  code: string,
  borough: string,
  geometry: unknown = { type: 'Polygon', coordinates: square },
) => ({
  type: 'Feature',
  properties: { FID: 1, WD25CD: code, WD25NM: `Ward ${code.at(-1)}`, LAD25CD: borough },
  geometry,
});
const collection = (...features: readonly unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', features });
const read = (text: string) => readBy(onsBoundaries, text, { name: 'outlines.geojson' });

describe('a boundary file', () => {
  test('gives the wards of the place, with the year in its headers', async () => {
    const { items, tally } = await read(
      collection(ward('E05000001', 'E09000099'), ward('E05000009', 'E09000001')),
    );
    expect(tally).toEqual({ read: 2, skipped: 1 });
    expect(items).toEqual([
      { kind: 'area', type: 'ward', edition: '2025', code: 'E05000001', name: 'Ward 1' },
      {
        kind: 'boundary',
        type: 'ward',
        edition: '2025',
        code: 'E05000001',
        geometry: { type: 'Polygon', coordinates: square },
      },
    ]);
  });

  test('that names no borough gives the areas whose codes are loaded', async () => {
    const lsoa = (code: string) => ({
      type: 'Feature',
      properties: { LSOA21CD: code, LSOA21NM: 'Small' },
      geometry: { type: 'MultiPolygon', coordinates: [square] },
    });
    const { items, tally } = await read(collection(lsoa(lsoas[0]), lsoa('E01999999')));
    expect([items.length, tally.skipped]).toEqual([2, 1]);
  });

  test('in metres of the National Grid, or without a shape, is refused', async () => {
    const metres = {
      type: 'Polygon',
      coordinates: [
        [
          [532060, 179953],
          [532070, 179953],
          [532070, 179960],
          [532060, 179953],
        ],
      ],
    };
    const { problems } = await read(
      collection(
        ward('E05000001', 'E09000099', metres),
        ward('E05000002', 'E09000099', null),
        ward('E05000001', 'E09000099', { type: 'Point', coordinates: [0, 51] }),
      ),
    );
    expect(placesOf(problems)).toEqual([
      '1, geometry of E05000001',
      '2, geometry of E05000002',
      '3, geometry of E05000001',
    ]);
    expect(problems[0]?.expected).toContain('WGS 84');
  });

  test('that is cut short, of no area, or no GeoJSON is refused', async () => {
    expect(
      (await read(collection(ward('E05000001', 'E09000099')).slice(0, -20))).problems[0]?.expected,
    ).toContain('cut short');
    expect((await read('{"type":"Topology"}')).problems[0]?.expected).toContain('FeatureCollection');
    expect(
      (await read(collection({ type: 'Feature', properties: { PARNCP21CD: 'x' }, geometry: null }))).problems,
    ).toHaveLength(1);
  });
});
