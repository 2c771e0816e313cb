import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreaIndicatorsReply } from '../contract/area-replies.ts';
import type { BoardReply } from '../contract/board-reply.ts';
import { isServiceArea } from '../contract/dimensions.ts';
import type { Problem } from '../contract/problem.ts';
import type {
  AreasReply,
  IndicatorAreasReply,
  IndicatorReply,
  IndicatorsReply,
  TrendReply,
} from '../contract/replies.ts';
import { demonstrationApp, testConfig } from '../testing.ts';

const { place } = testConfig;

describe('the profile of an area', () => {
  let running: Awaited<ReturnType<typeof demonstrationApp>>;
  let wards: AreasReply['areas'];
  const profileOf = (code: string) => running.get<AreaIndicatorsReply>(`/api/v1/areas/${code}/indicators`);
  const problemAt = async (url: string) => {
    const reply = await running.app.inject(url);
    return { ...reply.json<Problem>(), status: reply.statusCode };
  };

  beforeAll(async () => {
    running = await demonstrationApp();
    wards = (await running.get<AreasReply>('/api/v1/areas?type=ward')).areas;
  });
  afterAll(() => running.close());

  test('names every indicator there is but doses from records and figures of services, for each of its population groups', async () => {
    const all = (await running.get<IndicatorsReply>('/api/v1/indicators')).indicators;
    const ofDoses = await Promise.all(
      all.map(
        async ({ id }) =>
          (await running.get<IndicatorReply>(`/api/v1/indicators/${id}`)).doseTable !== undefined,
      ),
    );
    // Figures of services are not of who lives in an area.
    const indicators = all.filter(
      ({ finestArea }, index) => ofDoses[index] === false && !isServiceArea(finestArea),
    );
    expect(indicators.length).toBeLessThan(all.length);
    const found = await profileOf(wards[0]?.code ?? '');
    const expected = indicators.flatMap(({ id, populationGroups }) =>
      populationGroups.map((group) => `${id} ${group.id}`),
    );
    const listed = new Set(found.indicators.map((row) => `${row.indicator} ${row.populationGroup}`));
    expect([...listed].sort()).toEqual(expected.sort());
  });

  test('gives the figures, gaps and trends of the other routes', async () => {
    const ward = wards[7]?.code ?? '';
    const found = await profileOf(ward);
    for (const row of found.indicators.filter(({ publishedHere }) => publishedHere)) {
      const { populationGroup, sex } = row.stratum;
      const asked = `populationGroup=${populationGroup}&sex=${sex}`;
      const map = await running.get<IndicatorAreasReply>(
        `/api/v1/indicators/${row.indicator}/areas?areaType=ward&${asked}`,
      );
      const {
        code: _,
        name: __,
        verdict: ___,
        couldBeChance: ____,
        comparison,
        compared: _____,
        judged: ______,
        untested: _______,
        p,
        gap,
        ...figure
      } = map.areas.find(({ code }) => code === ward) ?? { code: ward, comparison: row.comparison };
      expect(row.estimate).toEqual(figure);
      expect(row.period).toBe(map.query.period);
      expect([row.gap, row.p, row.comparison]).toEqual([gap, p, comparison]);
      if (map.benchmark === null) expect(row.place).toBeNull();
      else expect(map.benchmark).toEqual({ code: place.code, name: place.name, ...row.place });
      const trend = await running.get<TrendReply>(
        `/api/v1/indicators/${row.indicator}/trend?area=${ward}&${asked}`,
      );
      expect(row.trend).toEqual(trend.trend);
      expect([row.change, row.differs]).toEqual([trend.change, trend.differs]);
      expect(row.comparisons).toEqual([]);
    }
  });

  test('shows a figure of the whole place only as its own', async () => {
    const found = await profileOf(wards[0]?.code ?? '');
    const elsewhere = found.indicators.filter(({ publishedHere }) => !publishedHere);
    expect(elsewhere.length).toBeGreaterThan(0);
    for (const row of elsewhere) {
      const { available } = await running.get<IndicatorReply>(`/api/v1/indicators/${row.indicator}`);
      expect(available.some(({ areaType }) => areaType === 'ward')).toBe(false);
      expect(row.areaTypes).not.toContain('ward');
      expect(row).toMatchObject({ estimate: null, verdict: 'not-compared' });
    }
  });

  test('corrects its verdicts for all it compares', async () => {
    const { comparison, indicators } = await profileOf(wards[0]?.code ?? '');
    const compared = indicators.filter(({ verdict }) => verdict !== 'not-compared');
    expect(comparison.compared).toBe(compared.length);
    expect(compared.length).toBeGreaterThan(5);
    expect(comparison.expectedByChance).toBeCloseTo(compared.length / 20, 10);
    expect(comparison.against).toContain(place.name);
  });

  test('names neighbours both ways, of the same type, and never the area itself', async () => {
    const neighbours = new Map<string, string[]>();
    for (const { code } of wards)
      neighbours.set(
        code,
        (await profileOf(code)).neighbours.map((one) => one.code),
      );
    for (const [code, others] of neighbours) {
      expect(others.length).toBeGreaterThan(0);
      expect(others).not.toContain(code);
      for (const other of others) expect(neighbours.get(other)).toContain(code);
    }
  });

  test('is there for small areas, neighbourhoods and the whole place too', async () => {
    for (const type of ['lsoa', 'msoa', 'neighbourhood', 'borough']) {
      const { areas } = await running.get<AreasReply>(`/api/v1/areas?type=${type}`);
      const found = await profileOf(areas[0]?.code ?? '');
      expect(found.area.type).toBe(type);
      expect(found.indicators.length).toBeGreaterThan(0);
    }
    const whole = await profileOf(place.code);
    expect(whole.neighbours).toEqual([]);
  });

  test('of the whole place shows what the board shows: comparisons, change, target, and the lines it opens with', async () => {
    const whole = await profileOf(place.code);
    const board = await running.get<BoardReply>('/api/v1/board');
    const rows = board.aims.flatMap((aim) => aim.rows);
    for (const row of rows) {
      const same = whole.indicators.find(
        (one) =>
          one.indicator === row.indicator &&
          one.populationGroup === row.populationGroup &&
          one.stratum.sex === row.stratum.sex,
      );
      expect(same?.comparisons, row.indicator).toEqual(row.comparisons);
      expect(same?.change, row.indicator).toEqual(row.change);
      expect(same?.target, row.indicator).toEqual(row.target);
      expect(same?.estimate, row.indicator).toEqual(row.latest);
    }
    const tested = whole.indicators
      .flatMap(({ comparisons }) => comparisons)
      .filter(({ verdict }) => verdict !== 'not-compared');
    expect(tested.length).toBeGreaterThan(10);
    expect(whole.comparison.compared).toBe(tested.length);
    for (const { name } of place.parents) expect(whole.comparison.against).toContain(name);
    expect(whole.opening.length).toBeLessThanOrEqual(7);
    const topics = new Set(whole.opening.map(({ topic }) => topic));
    for (const { topic } of board.opening) expect(topics).toContain(topic);
    expect(whole.opening.map(({ text }) => text).join(' ')).toContain(`than ${place.parents.at(-1)?.name}`);
  });

  test('says the same of change wherever a figure of the whole place stands, and of synthetic ones finds no trend', async () => {
    const whole = await profileOf(place.code);
    const ward = await profileOf(wards[0]?.code ?? '');
    const keyOf = (row: AreaIndicatorsReply['indicators'][number]) =>
      [row.indicator, row.populationGroup, row.stratum.sex].join();
    const changes = new Map(whole.indicators.map((row) => [keyOf(row), row.change]));
    const wider = ward.indicators.filter(
      ({ publishedHere, place: figure }) => !publishedHere && figure !== null,
    );
    expect(wider.length).toBeGreaterThan(20);
    for (const row of wider) expect(row.change, row.indicator).toEqual(changes.get(keyOf(row)));
    const synthetic = whole.indicators.filter(
      ({ estimate }) => estimate?.status === 'shown' && estimate.basis === 'synthetic',
    );
    expect(synthetic.length).toBeGreaterThan(10);
    for (const { indicator, trend } of synthetic) expect(trend.verdict, indicator).toBe('cannot-be-tested');
    const differing = whole.indicators.filter(({ differs }) => differs !== undefined);
    expect(differing.map(({ indicator }) => indicator)).toContain('mmr-1-at-2-years');
  });

  test('calls nothing better or worse that is not adjusted for age, not even as its source does', async () => {
    const whole = await profileOf(place.code);
    const unadjusted = whole.indicators.filter(({ ageAdjusted }) => ageAdjusted === false);
    const told = unadjusted.flatMap(({ estimate, verdict, change, comparisons }) => [
      verdict,
      change?.verdict,
      ...comparisons.map((one) => one.verdict),
      ...(estimate?.status === 'shown' ? [estimate.sourceVerdict?.verdict, ...(estimate.notes ?? [])] : []),
    ]);
    expect(told.filter((one) => /^(better|worse)\b/i.test(one ?? ''))).toEqual([]);
    const bySource = (id: string) => {
      const found = whole.indicators.find(({ indicator }) => indicator === id)?.estimate;
      return found?.status === 'shown' ? found.sourceVerdict : undefined;
    };
    expect(bySource('overweight-adults')).toEqual({ verdict: 'lower', against: 'England' });
    expect(bySource('inactive-adults')).toEqual({ verdict: 'lower', against: 'England' });
    expect(bySource('obesity-year-6')).toEqual({ verdict: 'worse', against: 'England' });
  });

  test('refuses an area there is not, and a query it does not know', async () => {
    expect(await problemAt('/api/v1/areas/E05999999/indicators')).toMatchObject({
      status: 404,
      code: 'not-found',
      field: 'code',
    });
    expect(await problemAt('/api/v1/areas/E05999999/indicators.csv')).toMatchObject({ status: 404 });
    expect(await problemAt(`/api/v1/areas/${place.code}/indicators?colour=red`)).toMatchObject({
      status: 400,
      field: 'colour',
    });
    expect(await problemAt(`/api/v1/areas/${place.code}/indicators?release=99`)).toMatchObject({
      status: 404,
      field: 'release',
    });
  });
});
