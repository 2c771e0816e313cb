import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AreaIndicatorsReply } from '../contract/area-replies.ts';
import { paths } from '../contract/paths.ts';
import type {
  AreasReply,
  BoundariesReply,
  IndicatorAreasReply,
  IndicatorReply,
  IndicatorsReply,
} from '../contract/replies.ts';
import { demonstrationApp } from '../testing.ts';

let demo: Awaited<ReturnType<typeof demonstrationApp>>;
beforeAll(async () => {
  demo = await demonstrationApp();
});
afterAll(() => demo.close());

type Feature = BoundariesReply['features'][number];
type Ring = readonly (readonly number[])[];

const ringsOf = ({ geometry }: Feature): readonly Ring[] =>
  geometry.type === 'Polygon'
    ? (geometry.coordinates as number[][][])
    : (geometry.coordinates as number[][][][]).flat();

/** Each side of an outline, from corner to corner, whichever way round it is drawn. */
const sidesOf = (feature: Feature) =>
  ringsOf(feature).flatMap((ring) =>
    ring.slice(1).map((corner, at) => [String(ring[at]), String(corner)].toSorted().join(' to ')),
  );

/** Twice the surface, by the shoelace formula; holes count below nothing, since they run the other way round. */
const surfaceOf = (feature: Feature) => {
  const [outer = 0, ...inner] = ringsOf(feature).map((ring) =>
    ring.slice(1).reduce((sum, [x2 = 0, y2 = 0], at) => {
      const [x1 = 0, y1 = 0] = ring[at] ?? [];
      return sum + x1 * y2 - x2 * y1;
    }, 0),
  );
  return Math.abs(outer + inner.reduce((sum, one) => sum + one, 0));
};
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
const countsOf = (sides: readonly string[]) =>
  new Map([...Map.groupBy(sides, (side) => side)].map(([side, all]) => [side, all.length]));

test('neighbourhoods are drawn from their wards and tile the place: no gap, no overlap, the same outer border', async () => {
  const wards = await demo.get<BoundariesReply>(paths.boundaries('ward'));
  const drawn = await demo.get<BoundariesReply>(paths.boundaries('neighbourhood'));
  const { areas } = await demo.get<AreasReply>(paths.areas({ type: 'neighbourhood' }));
  expect(drawn.features.map(({ id }) => id)).toEqual(areas.map(({ code }) => code));
  expect(drawn.features.map(({ properties }) => properties.name)).toEqual(areas.map(({ name }) => name));
  expect(drawn.bbox).toEqual(wards.bbox);
  // Every side of a neighbourhood is one of a ward: none was moved. A side of one alone is the outer border.
  const ofWards = countsOf(wards.features.flatMap(sidesOf));
  const own = countsOf(drawn.features.flatMap(sidesOf));
  for (const [side, times] of own) expect(ofWards.get(side), side).toBe(times);
  const outer = (sides: ReadonlyMap<string, number>) =>
    [...sides].flatMap(([side, times]) => (times === 1 ? [side] : [])).toSorted();
  expect(outer(own)).toEqual(outer(ofWards));
  expect(own.size).toBeLessThan(ofWards.size);
  const [whole, parts] = [sum(drawn.features.map(surfaceOf)), sum(wards.features.map(surfaceOf))];
  expect(whole).toBeCloseTo(parts, 12);
});

test('whose grouping is illustrative says so wherever it is drawn', async () => {
  const drawn = await demo.get<BoundariesReply>(paths.boundaries('neighbourhood'));
  expect(drawn.attribution).toMatch(/illustrative: made for demonstration/);
  const wards = await demo.get<BoundariesReply>(paths.boundaries('ward'));
  expect(wards.attribution).not.toMatch(/illustrative/);
});

test('a ward names which of the areas it lies in are illustrative', async () => {
  const { areas } = await demo.get<AreasReply>(paths.areas());
  const made = areas.filter(({ illustrative }) => illustrative === true).map(({ code }) => code);
  expect(made.length).toBeGreaterThan(1);
  for (const { code } of areas.filter(({ type }) => type === 'ward').slice(0, 3)) {
    const { area } = await demo.get<AreaIndicatorsReply>(paths.areaIndicators(code));
    const said = area.parents.map((parent) => [parent.code, parent.illustrative === true]);
    expect(said.length).toBeGreaterThan(2);
    expect(said).toEqual(area.parents.map((parent) => [parent.code, made.includes(parent.code)]));
    expect(said.map(([, illustrative]) => illustrative)).toContain(true);
  }
});

test('each indicator names the types of area a map can be drawn of, and every other has no outlines', async () => {
  const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
  const within = ['ward', 'neighbourhood', 'msoa', 'lsoa'] as const;
  let drawn = 0;
  for (const { id, areaTypes, outlined } of indicators)
    for (const areaType of within.filter((type) => areaTypes.includes(type))) {
      const { available } = await demo.get<IndicatorReply>(paths.indicator(id));
      const ageBand = available.find((row) => row.areaType === areaType)?.ageBand ?? 'all';
      const { edition, areas } = await demo.get<IndicatorAreasReply>(
        paths.indicatorAreas(id, { areaType, ageBand }),
      );
      const asked = await demo.app.inject(paths.boundaries(areaType, { edition }));
      expect(asked.statusCode, `${id} ${areaType} ${edition}`).toBe(outlined.includes(areaType) ? 200 : 422);
      if (asked.statusCode !== 200) continue;
      const shapes = new Set((JSON.parse(asked.body) as BoundariesReply).features.map((one) => one.id));
      expect(
        areas.filter(({ code }) => !shapes.has(code)),
        `${id} ${areaType}`,
      ).toEqual([]);
      drawn++;
    }
  expect(drawn).toBeGreaterThan(60);
  const neverDrawn = indicators.filter(({ areaTypes, outlined }) =>
    within.some((type) => areaTypes.includes(type) && !outlined.includes(type)),
  );
  // Tenths of 2019 are of the small areas of 2011, whose outlines are not held.
  expect(neverDrawn.map(({ id }) => id)).toEqual(['deprivation-decile-2019']);
});

test('areas the place lies in have no outline of the place alone', async () => {
  for (const type of ['region', 'country'])
    expect((await demo.app.inject(`/api/v1/boundaries/${type}`)).statusCode, type).toBe(404);
});
