import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectOwner, connectReader } from '../db/connect.ts';
import { emptyDatabase } from '../db/testing.ts';
import { buildApp } from './app.ts';
import { paths } from './contract/paths.ts';
import type { IndicatorAreasReply, IndicatorsReply, ReleasesReply } from './contract/replies.ts';
import { runPublish } from './publish/run.ts';
import { demonstrationApp, testConfig } from './testing.ts';

describe('the API', () => {
  let demo: Awaited<ReturnType<typeof demonstrationApp>>;
  beforeAll(async () => {
    demo = await demonstrationApp();
  });
  afterAll(() => demo.close());

  const problemOf = async (url: string) => {
    const reply = await demo.app.inject(url);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.body).not.toMatch(/\bat \S+ \(|node_modules|select |\.ts:/);
    const problem = reply.json();
    expect(problem.status).toBe(reply.statusCode);
    expect(problem.detail.length).toBeGreaterThan(10);
    return problem;
  };

  test.each([
    ['/api/v1/indicators/covid-19-dose-1/areas?colour=red', 400, 'colour'],
    ['/api/v1/indicators/covid-19-dose-1/areas?areaType=street', 400, 'areaType'],
    ['/api/v1/indicators/covid-19-dose-1/areas?period=July', 400, 'period'],
    ['/api/v1/indicators/covid-19-dose-1/areas?ageBand=old', 400, 'ageBand'],
    ['/api/v1/indicators/covid-19-dose-1/areas?release=none', 400, 'release'],
    ['/api/v1/indicators/covid-19-dose-1/areas?release=0', 400, 'release'],
    ['/api/v1/indicators/covid-19-dose-1/areas?release=99', 404, 'release'],
    ['/api/v1/indicators/nothing', 404, 'id'],
    ['/api/v1/indicators/nothing/areas', 404, 'id'],
    ['/api/v1/indicators/covid-19-dose-1/areas?ageBand=17-23', 422, 'ageBand'],
    ['/api/v1/indicators/covid-19-dose-1/areas?populationGroup=frailty&ageBand=16-24', 422, 'ageBand'],
    ['/api/v1/indicators/covid-19-dose-1/areas?populationGroup=care-homes', 422, 'populationGroup'],
    ['/api/v1/indicators/covid-19-dose-1/areas?denominator=census&ageBand=80-plus', 422, 'ageBand'],
    ['/api/v1/indicators/covid-19-dose-1/areas?ethnicGroup=black', 422, 'ethnicGroup'],
    ['/api/v1/indicators/covid-19-dose-1/areas?areaType=lsoa', 422, 'areaType'],
    ['/api/v1/indicators/covid-19-dose-1/areas?period=2020', 422, 'period'],
    ['/api/v1/indicators/residents/areas?denominator=nims', 422, 'denominator'],
    ['/api/v1/indicators/covid-19-dose-1/trend?area=E05999999', 404, 'area'],
    ['/api/v1/boundaries/street', 400, 'type'],
    ['/api/v1/boundaries/ward?edition=1990', 422, 'edition'],
    ['/api/v1/releases/99', 404, 'id'],
    ['/api/v1/nothing', 404, undefined],
  ])('%s is refused with %i, naming %s', async (url, status, field) => {
    const problem = await problemOf(url);
    expect(problem).toMatchObject({ status, ...(field !== undefined && { field }) });
    // Naming what there is; an indicator with one population to count among has no variant to name.
    if (status === 422) expect(problem.allowed).toBeInstanceOf(Array);
    if (status === 422 && field !== 'denominator') expect(problem.allowed.length).toBeGreaterThan(0);
  });

  test('every indicator answers for each of its groups, age bands, denominators and area types, and echoes them', async () => {
    const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
    let asked = 0;
    for (const { id, areaTypes, populationGroups } of indicators) {
      for (const areaType of areaTypes) {
        for (const { id: populationGroup } of populationGroups) {
          const reply = await demo.app.inject(paths.indicatorAreas(id, { areaType, populationGroup }));
          // A group without figures at an area type is refused; one with figures is answered as asked.
          if (reply.statusCode === 422) continue;
          const body = reply.json<IndicatorAreasReply>();
          expect(body.query).toMatchObject({ indicator: id, areaType, populationGroup });
          expect(body.release).toBe(1);
          expect(body.areas.length).toBeGreaterThan(0);
          asked++;
        }
      }
    }
    expect(asked).toBeGreaterThan(15);
  });

  test('a reply echoes what the defaults came to, and asking for that gives the same figures', async () => {
    const url = paths.indicatorAreas('covid-19-dose-2', { populationGroup: 'frailty' });
    const given = await demo.get<IndicatorAreasReply>(url);
    expect(given.query).toMatchObject({
      ageBand: '65-plus',
      denominator: 'nims',
      period: '2021-07-15',
      areaType: 'ward',
    });
    const { indicator, ...query } = given.query;
    const again = await demo.get<IndicatorAreasReply>(paths.indicatorAreas(indicator, query));
    expect(again).toEqual(given);
  });

  test('the same question is answered from memory, byte for byte, with an ETag that saves sending it', async () => {
    const url = paths.indicatorAreas('residents');
    const first = await demo.app.inject(url);
    const second = await demo.app.inject(url);
    expect(second.body).toBe(first.body);
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(second.headers['cache-control']).toContain('max-age=30');
    const saved = await demo.app.inject({ url, headers: { 'if-none-match': String(first.headers.etag) } });
    expect([saved.statusCode, saved.body]).toEqual([304, '']);
    const numbered = await demo.app.inject(`${url}?release=1`);
    expect(numbered.headers['cache-control']).toContain('immutable');
  });

  test('the contract describes every field of every reply', async () => {
    const { paths: described } = await demo.get<{ paths: Record<string, unknown> }>(paths.openapi());
    expect(Object.keys(described).length).toBeGreaterThanOrEqual(8);
    const bare: string[] = [];
    const visit = (value: unknown, where: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const { type, properties } = value as { type?: unknown; properties?: Readonly<Record<string, object>> };
      for (const [name, field] of Object.entries((type === 'object' && properties) || {})) {
        // An object says what it is by its fields, a literal by its value.
        if (!/"(description|const|enum)":/.test(JSON.stringify(field))) bare.push(`${where}.${name}`);
      }
      for (const [key, inner] of Object.entries(value)) visit(inner, `${where}/${key}`);
    };
    visit(described, '');
    expect(bare).toEqual([]);
    expect((await demo.app.inject('/docs')).statusCode).toBe(200);
  });
});

test('a new release is seen without a restart, and the old one can still be asked for', async () => {
  const other = await demonstrationApp();
  const publisher = connectOwner(other.location);
  const before = await other.get<IndicatorAreasReply>(paths.indicatorAreas('residents'));
  await publisher.kysely
    .updateTable('intake.observation')
    .set({ value: 0 })
    .where('measure', '=', 'residents')
    .where('age_band', '=', '65-plus')
    .execute();
  const options = { database: publisher, place: testConfig.place, now: () => new Date() };
  expect((await runPublish(['residents', 'geography'], options)).release).toBe(2);
  await publisher.close();
  await expect
    .poll(async () => (await other.get<IndicatorAreasReply>(paths.indicatorAreas('residents'))).release, {
      timeout: 5000,
    })
    .toBe(2);
  const now = await other.get<IndicatorAreasReply>(paths.indicatorAreas('residents', { ageBand: '65-plus' }));
  expect(now.areas.every((area) => area.status === 'shown' && area.value === 0)).toBe(true);
  const then = await other.get<IndicatorAreasReply>(paths.indicatorAreas('residents', { release: 1 }));
  // By its number a release reads as on the day it was published, whatever day it is.
  expect(then.asOf).toBe('2026-01-05');
  // On that day Census day, 21 March 2021, was four years ago.
  expect(then.title).toMatch(/, 2021, 4 years ago$/);
  expect({ ...then, asOf: before.asOf, title: before.title }).toEqual(before);
  const { releases } = await other.get<ReleasesReply>(paths.releases());
  expect(releases.map(({ id, changed }) => [id, changed.map((version) => version.dataset)])).toEqual([
    [2, ['residents']],
    [1, expect.arrayContaining(['geography', 'residents', 'covid-19-vaccination'])],
  ]);
  await other.close();
});

test('before anything is published the API says so', async () => {
  const { location, owner } = await emptyDatabase();
  await owner.close();
  const reader = connectReader(location);
  const app = await buildApp({ db: reader.kysely, config: testConfig, now: () => new Date() });
  expect((await app.inject(paths.health())).json()).toEqual({ status: 'ok', release: null, database: 'up' });
  const reply = await app.inject(paths.indicators());
  expect([reply.statusCode, reply.json().code]).toEqual([503, 'unavailable']);
  await app.close();
  await reader.close();
});

test('with the database away, health and figures are 503 and say nothing of the inside', async () => {
  const reader = connectReader({ databaseUrl: 'postgres://someone:secret@127.0.0.1:9/none' });
  const app = await buildApp({ db: reader.kysely, config: testConfig, now: () => new Date() });
  const health = await app.inject(paths.health());
  expect([health.statusCode, health.json()]).toEqual([
    503,
    { status: 'unavailable', release: null, database: 'down' },
  ]);
  const figures = await app.inject(paths.indicators());
  expect([figures.statusCode, figures.json().code]).toEqual([503, 'unavailable']);
  expect(figures.body).not.toContain('secret');
  await app.close();
  await reader.close();
});

test('more requests than allowed are refused with 429 and a problem', async () => {
  const reader = connectReader({ databaseUrl: 'postgres://someone@127.0.0.1:9/none' });
  const config = { ...testConfig, requestsPerMinute: 2 };
  const app = await buildApp({ db: reader.kysely, config, now: () => new Date() });
  const codes = [];
  for (let i = 0; i < 3; i++) codes.push((await app.inject(paths.health())).statusCode);
  expect(codes).toEqual([503, 503, 429]);
  expect((await app.inject(paths.health())).json()).toMatchObject({ code: 'too-many-requests', status: 429 });
  await app.close();
  await reader.close();
});
