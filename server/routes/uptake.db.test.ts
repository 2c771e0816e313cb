import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreasOverTimeReply, GroupsOverTimeReply } from '../contract/over-time-replies.ts';
import { paths } from '../contract/paths.ts';
import type { Problem } from '../contract/problem.ts';
import type { IndicatorAreasReply, TrendReply } from '../contract/replies.ts';
import type { MilestonesReply, ReachReply } from '../contract/uptake-replies.ts';
import { demonstrationApp, testConfig } from '../testing.ts';
import { readTable } from './testing-csv.ts';

const { place } = testConfig;
const checks = 'nhs-health-check-uptake';

describe('uptake', () => {
  let demo: Awaited<ReturnType<typeof demonstrationApp>>;
  beforeAll(async () => {
    demo = await demonstrationApp();
  }, 300_000);
  afterAll(() => demo.close());

  const problem = async (url: string) => {
    const reply = await demo.app.inject(url);
    return { ...reply.json<Problem>(), status: reply.statusCode };
  };

  test('a release asked for by number and the newest, asked for at one moment, each speak from their own day', async () => {
    const dose = 'covid-19-dose-1-from-records';
    const release = 2;
    for (const of of [
      (query: object) => paths.areasOverTime(dose, query),
      (query: object) => paths.groupsOverTime(dose, query),
      (query: object) => paths.reach('children-not-seen-by-dentist', query),
    ]) {
      type Dated = { readonly release: number; readonly asOf: string };
      const [today, then] = await Promise.all([demo.get<Dated>(of({})), demo.get<Dated>(of({ release }))]);
      expect([today?.release, then?.release]).toEqual([release, release]);
      expect(then?.asOf).toBe('2026-11-23');
      expect(today?.asOf).not.toBe(then?.asOf);
    }
  });

  describe('a reach list', () => {
    test('answers which three wards and groups need the most people to equal the place, and how many', async () => {
      const { rows, query } = await demo.get<ReachReply>(paths.reach(checks, { ageBand: '50-64' }));
      expect(query).toMatchObject({ areaType: 'ward', target: 'place', by: 'ethnicGroup', ageBand: '50-64' });
      const mapOf = (ethnicGroup?: string) =>
        demo.get<IndicatorAreasReply>(
          paths.indicatorAreas(checks, {
            ageBand: '50-64',
            ...(ethnicGroup && { ethnicGroup, ethnicScheme: 'census-2021-5' }),
          }),
        );
      const { benchmark } = await mapOf();
      if (benchmark?.status !== 'shown') throw new Error('the place has a figure');
      const groups = ['asian', 'black', 'mixed', 'white', 'other'];
      const maps = await Promise.all(groups.map((group) => mapOf(group)));
      const short = maps.flatMap(({ areas }, index) =>
        areas.flatMap(({ code, ...area }) => {
          if (area.status !== 'shown') return [];
          const needed = ((area.denominator ?? 0) * (benchmark.value - area.value)) / 100;
          return needed > 0 ? [{ key: `${code} ${groups[index]}`, needed }] : [];
        }),
      );
      const expected = short.toSorted((a, b) => b.needed - a.needed);
      expect(rows.length).toBe(expected.length);
      for (const [index, row] of rows.slice(0, 3).entries()) {
        expect(`${row.area.code} ${row.group}`).toBe(expected[index]?.key);
        expect(row.needed.value).toBeCloseTo(expected[index]?.needed ?? Number.NaN, 8);
      }
    });

    test('of neighbourhoods and of the whole place, by 5 and by 19 groups', async () => {
      const reply = await demo.get<ReachReply>(
        paths.reach('blood-pressure-recorded', { areaType: 'borough', ethnicScheme: 'census-2021-19' }),
      );
      const { listed, reached, withheld, missing } = reply.counts;
      expect(listed + reached + withheld + missing).toBe(19);
      expect(reply.areas).toMatchObject([{ code: place.code }]);
      const near = await demo.get<ReachReply>(paths.reach(checks, { areaType: 'neighbourhood' }));
      expect(near.areas.length).toBe(5);
      expect(near.reference.label).toBe(`${place.name} as a whole`);
    });

    test('says what is withheld and leaves it out of every sum', async () => {
      const reply = await demo.get<ReachReply>(paths.reach(checks));
      expect(reply.counts.withheld).toBeGreaterThan(0);
      const perArea = reply.areas.reduce((sum, area) => sum + area.counts.withheld, 0);
      expect(perArea).toBe(reply.counts.withheld);
      expect(JSON.stringify(reply.rows)).not.toContain('withheld');
    });

    test('is refused of counts: there is no share of people to reach', async () => {
      const ofCounts = await problem(paths.reach('nhs-health-check-still-to-reach'));
      expect(ofCounts).toMatchObject({ status: 422, code: 'not-available' });
      expect(ofCounts.detail).toMatch(/no percentage of people/);
    });

    test('names what there is where something else is asked for', async () => {
      expect(await problem(paths.reach(checks, { ageBand: '0-4' }))).toMatchObject({
        status: 422,
        field: 'ageBand',
        allowed: ['all', '40-49', '50-64', '65-74'],
      });
      expect(await problem(paths.reach(checks, { areaType: 'lsoa' }))).toMatchObject({
        status: 422,
        field: 'areaType',
        allowed: ['ward', 'neighbourhood', 'borough'],
      });
      expect(await problem(paths.reach(checks, { by: 'deprivation' }))).toMatchObject({
        status: 422,
        field: 'by',
        allowed: ['ethnicGroup'],
      });
      expect(await problem(paths.reach(checks, { period: '2019-20' }))).toMatchObject({
        status: 422,
        field: 'period',
        allowed: ['2024-25', '2023-24', '2022-23'],
      });
      expect(await problem(paths.reach(checks, { denominator: 'census' }))).toMatchObject({
        status: 422,
        field: 'denominator',
      });
      expect(await problem(paths.reach(checks, { ethnicScheme: 'nhs-16' }))).toMatchObject({
        status: 422,
        field: 'ethnicScheme',
        allowed: ['census-2021-5'],
      });
      expect(await problem(paths.reach('no-such-thing'))).toMatchObject({ status: 404, field: 'id' });
      expect(await problem(paths.reach(checks, { target: '101' }))).toMatchObject({ status: 400 });
      expect(await problem(paths.reach(checks, { release: 99 }))).toMatchObject({ status: 404 });
    });
  });

  describe('areas over time', () => {
    test('hold every ward and the place in every period, with one set of breaks', async () => {
      const reply = await demo.get<AreasOverTimeReply>(paths.areasOverTime('covid-19-dose-1'));
      expect(reply.periods.map(({ period }) => period)).toEqual(['2021-03-14', '2021-07-15']);
      expect(reply.areas.length).toBe(23);
      for (const { points } of reply.areas) expect(points.length).toBe(2);
      expect(reply.whole).toMatchObject({ code: place.code, name: place.name });
      expect(reply.whole.points.length).toBe(2);
      const values = reply.areas.flatMap(({ points }) =>
        points.flatMap((point) => (point.status === 'shown' ? [point.value] : [])),
      );
      // Fifths of all values together: each class holds as many wards and dates as another, but for rounding.
      for (const [index, cut] of reply.breaks.entries()) {
        const below = values.filter((value) => value < cut).length / values.length;
        expect(Math.abs(below - (index + 1) / 5)).toBeLessThan(0.03);
      }
    });

    test('answer for one group, and for counts too', async () => {
      const group = { ethnicGroup: 'black', ethnicScheme: 'census-2021-5' } as const;
      const reply = await demo.get<AreasOverTimeReply>(paths.areasOverTime(checks, group));
      expect(reply.query).toMatchObject({ ...group, areaType: 'ward' });
      expect(reply.roundedTo).toBe(5);
      const counts = await demo.get<AreasOverTimeReply>(
        paths.areasOverTime('nhs-health-check-still-to-reach'),
      );
      expect(counts.unit).toBe('people');
    });
  });

  describe('groups over time', () => {
    test('are those of each trend; everyone has the people new since the date before', async () => {
      const reply = await demo.get<GroupsOverTimeReply>(paths.groupsOverTime('covid-19-dose-1'));
      expect(reply.query).toMatchObject({ by: 'deprivation', fifths: 'wards', area: place.code });
      const { points } = await demo.get<TrendReply>(paths.trend('covid-19-dose-1'));
      const [first, last] = points.map(({ estimate }) =>
        estimate.status === 'shown' ? (estimate.numerator ?? 0) : 0,
      );
      const [before, now] = reply.whole.points;
      expect(before?.new).toBeUndefined();
      // Wards are shared out from small areas: their sum misses the place by a rounding error.
      const added = now?.new?.status === 'shown' ? now.new.people : undefined;
      expect(added).toBeCloseTo((last ?? 0) - (first ?? 0), 3);
      expect(now?.new?.since).toBe('2021-03-14');
    });

    test('of a ward by ethnic group, with unknown ethnicity apart', async () => {
      const [ward] = (await demo.get<AreasOverTimeReply>(paths.areasOverTime(checks))).areas;
      const reply = await demo.get<GroupsOverTimeReply>(
        paths.groupsOverTime(checks, { area: ward?.code ?? '' }),
      );
      expect(reply.groups.map(({ group }) => group)).toEqual(['asian', 'black', 'mixed', 'white', 'other']);
      expect(reply.unknown?.points.length).toBe(3);
      expect(reply.whole.points.some((point) => 'new' in point)).toBe(false);
      const unknownArea = await problem(paths.groupsOverTime(checks, { area: 'E99999999' }));
      expect(unknownArea).toMatchObject({ status: 404, field: 'area' });
    });
  });

  describe('milestones', () => {
    test('count weeks from the event that opened eligibility, by age', async () => {
      const older = await demo.get<MilestonesReply>(
        paths.milestones('covid-19-dose-1', { ageBand: '65-plus', shares: '50' }),
      );
      expect(older.eligibility).toEqual({
        date: '2020-12-08',
        label: 'COVID-19 vaccination begins',
        event: 'programme-begins',
        synthetic: false,
      });
      const younger = await demo.get<MilestonesReply>(
        paths.milestones('covid-19-dose-1', { ageBand: '35-49', shares: '50' }),
      );
      expect(younger.eligibility).toEqual({
        date: younger.periods[0]?.period,
        label: expect.stringMatching(/^The first period held: /),
      });
    });

    test('carry the basis of their figures, and are told of a ward beside the place', async () => {
      const area = 'E05011096';
      const reply = await demo.get<MilestonesReply>(paths.milestones(checks, { area, shares: '40' }));
      expect(reply.basis).toEqual(['synthetic']);
      expect(reply.area.code).toBe(area);
      expect(reply.place.code).toBe(place.code);
      expect(reply.place.milestones).toMatchObject([{ share: 40, weeksBehind: 0 }]);
    });

    test('are refused where a high figure is not wanted, and for shares that are none', async () => {
      expect((await problem(paths.milestones('children-not-seen-by-dentist'))).detail).toMatch(
        /no share to reach/,
      );
      expect(await problem(paths.milestones(checks, { shares: '0' }))).toMatchObject({ status: 400 });
      expect(await problem(paths.milestones(checks, { shares: '50,' }))).toMatchObject({ status: 400 });
    });
  });

  test.each([
    ['areas over time', paths.areasOverTime(checks), paths.areasOverTimeCsv(checks)],
    ['groups over time', paths.groupsOverTime(checks), paths.groupsOverTimeCsv(checks)],
    ['a reach list', paths.reach(checks), paths.reachCsv(checks)],
    ['milestones', paths.milestones(checks), paths.milestonesCsv(checks)],
  ])(
    '%s: one statement, one ETag, answered as of a release, and a file with its facts',
    async (_, url, file) => {
      // What a release fixes is read once.
      await demo.get(url);
      const before = demo.statements();
      const reply = await demo.app.inject(`${url}?release=2`);
      expect(demo.statements() - before).toBe(1);
      expect(reply.headers['cache-control']).toContain('max-age=300');
      expect(reply.headers.etag).toBeDefined();
      const csv = await readTable(demo.app, file);
      expect(csv.headers['content-type']).toMatch(/^text\/csv/);
      expect(String(csv.headers['content-disposition'])).toMatch(/-release-2\.csv"$/);
      const { facts, rows } = csv;
      for (const fact of ['Title', 'Period', 'Source', 'Licence', 'Protection', 'Release'])
        expect(facts[fact]).toMatch(/./);
      expect(facts.Basis).toMatch(/^Synthetic/);
      expect(rows.length).toBeGreaterThan(3);
    },
  );
});
