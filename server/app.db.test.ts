import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectOwner, connectReader } from '../db/connect.ts';
import { emptyDatabase } from '../db/testing.ts';
import { buildApp } from './app.ts';
import { paths } from './contract/paths.ts';
import type { ReleasesReply } from './contract/release-replies.ts';
import type { IndicatorAreasReply, IndicatorsReply } from './contract/replies.ts';
import { logSettings } from './http/log.ts';
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
          expect(body.release).toBe(2);
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
  expect((await runPublish(['residents', 'geography'], options)).release).toBe(3);
  await publisher.close();
  await expect
    .poll(async () => (await other.get<IndicatorAreasReply>(paths.indicatorAreas('residents'))).release, {
      timeout: 5000,
    })
    .toBe(3);
  const now = await other.get<IndicatorAreasReply>(paths.indicatorAreas('residents', { ageBand: '65-plus' }));
  expect(now.areas.every((area) => area.status === 'shown' && area.value === 0)).toBe(true);
  const then = await other.get<IndicatorAreasReply>(paths.indicatorAreas('residents', { release: 2 }));
  // By its number a release reads as on the day it was published, whatever day it is.
  expect(then.asOf).toBe('2026-11-23');
  // Of Census day, 21 March 2021.
  expect(then.title).toMatch(/, 2021, 5 years ago$/);
  expect({ ...then, asOf: before.asOf, title: before.title }).toEqual(before);
  const { releases } = await other.get<ReleasesReply>(paths.releases());
  expect(releases.map(({ id, changed }) => [id, changed.map((version) => version.dataset)])).toEqual([
    [3, ['residents']],
    [2, expect.arrayContaining(['childhood-vaccination', 'hospital-care-and-flu'])],
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
  expect([reply.statusCode, reply.json().code]).toEqual([503, 'nothing-published']);
  await app.close();
  await reader.close();
});

test('with the database away, health and figures are 503 and say nothing of the inside', async () => {
  const reader = connectReader({ databaseUrl: 'postgres://someone:secret@127.0.0.1:9/none' });
  const app = await buildApp({ db: reader.kysely, config: testConfig, now: () => new Date() });
  const health = await app.inject(paths.health());
  expect([health.statusCode, health.json()]).toEqual([
    503,
    { status: 'down', release: null, database: 'down' },
  ]);
  const figures = await app.inject(paths.indicators());
  expect([figures.statusCode, figures.json().code]).toEqual([503, 'unavailable']);
  expect(figures.body).not.toContain('secret');
  await app.close();
  await reader.close();
});

test('a reply made anew counts one, one from memory or of nothing a fiftieth, and pages nothing', async () => {
  const { location, owner } = await emptyDatabase();
  await owner.close();
  const reader = connectReader(location);
  const config = { ...testConfig, requestsPerMinute: 2, trustedProxies: '127.0.0.1' };
  const app = await buildApp({ db: reader.kysely, config, now: () => new Date() });
  const from = (address: string) => async (url: string) =>
    (await app.inject({ url, headers: { 'x-forwarded-for': address } })).statusCode;
  const [one, other] = [from('192.0.2.1'), from('192.0.2.2')];
  // Two whole replies: the contract is made anew once, then sent from memory for a fiftieth each.
  expect(await one(paths.openapi())).toBe(200);
  for (let i = 0; i < 40; i++)
    expect(await one(i % 2 === 0 ? paths.openapi() : '/api/v1/nothing')).not.toBe(429);
  expect(await one(paths.indicators())).toBe(429);
  const refused = await app.inject({ url: paths.indicators(), headers: { 'x-forwarded-for': '192.0.2.1' } });
  expect(refused.json()).toMatchObject({ code: 'too-many-requests', status: 429 });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  for (let i = 0; i < 60; i++) expect(await one('/robots.txt')).toBe(200);
  // Nobody is taken for another: the proxy says who asks, and only the proxy is believed.
  expect(await other(paths.openapi())).toBe(200);
  await app.close();
  await reader.close();
});

test('pages are read and asked after without counting, and what is no page is not found', async () => {
  const webFolder = mkdtempSync(join(tmpdir(), 'web-'));
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Pages</title>');
  const reader = connectReader({ databaseUrl: 'postgres://someone@127.0.0.1:9/none' });
  const config = { ...testConfig, requestsPerMinute: 1 };
  const app = await buildApp({ db: reader.kysely, config, now: () => new Date(), webFolder });
  for (let i = 0; i < 60; i++) {
    for (const method of ['GET', 'HEAD'] as const) {
      const { statusCode, headers } = await app.inject({ method, url: '/areas/E05011104' });
      expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    }
  }
  const none = await app.inject('/no/such/page');
  expect([none.statusCode, none.body]).toEqual([404, '<!doctype html><title>Pages</title>']);
  await app.close();
  await reader.close();
});

test.each([
  ['POST', '/api/v1/indicators', 405],
  ['DELETE', '/api/v1/indicators/residents/areas', 405],
  ['POST', '/api/v1/nothing', 404],
  ['GET', '/api/v1/%E0%A4%A', 400],
  ['GET', `/api/v1/nothing/${'a'.repeat(5000)}`, 404],
  ['GET', '/robots.txt', 200],
] as const)(
  '%s %s is answered with %i, safe headers and words a person understands',
  async (method, url, status) => {
    const reader = connectReader({ databaseUrl: 'postgres://someone@127.0.0.1:9/none' });
    const app = await buildApp({ db: reader.kysely, config: testConfig, now: () => new Date() });
    const reply = await app.inject({ method, url });
    expect(reply.statusCode).toBe(status);
    expect(reply.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(reply.headers['content-security-policy']).toContain("base-uri 'self'");
    if (status === 405) expect(reply.headers.allow).toBe('GET, HEAD, OPTIONS');
    if (status >= 400) {
      expect(reply.headers['content-type']).toContain('application/problem+json');
      expect(reply.json()).toMatchObject({ status, request: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      const page = await app.inject({ method, url, headers: { accept: 'text/html,*/*;q=0.8' } });
      expect([page.statusCode, page.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
      expect(page.body).toContain('<h1>');
      expect(page.body).not.toMatch(/FST_|undefined|\[object/);
    }
    await app.close();
    await reader.close();
  },
);

test('a fault writes one line with the number that its reply shows, and says nothing of what was asked', async () => {
  const lines: string[] = [];
  const fail = () => {
    throw new Error('broken on purpose');
  };
  const failing = { selectFrom: () => ({ select: fail }), getExecutor: fail };
  const app = await buildApp({
    db: failing as never,
    config: testConfig,
    now: () => new Date(),
    logger: logSettings('warn', { write: (line) => void lines.push(line) }),
  });
  const reply = await app.inject('/api/v1/indicators?release=7');
  expect(reply.json()).toMatchObject({ status: 500, code: 'internal' });
  expect(lines).toHaveLength(1);
  const line = JSON.parse(lines[0] ?? '');
  expect(line).toMatchObject({ reqId: reply.json().request, err: { message: 'broken on purpose' } });
  expect(lines[0]).not.toContain('release=7');
  await app.close();
});

test('what is watched says how replies were made and whether the database answers', async () => {
  const demo = await demonstrationApp();
  for (let i = 0; i < 3; i++) await demo.get(paths.indicators());
  const { body } = await demo.app.inject('/metrics');
  expect(body).toContain('replies_total{from="anew"} 1');
  expect(body).toContain('replies_total{from="memory"} 2');
  expect(body).toContain('database_away_seconds 0');
  expect(body).toMatch(
    /http_request_seconds_count\{method="GET",route="\/api\/v1\/indicators",status="200"\} 3/,
  );
  await demo.close();
});

test('where a weakness is reported stands where programs look for it', async () => {
  const reader = connectReader({ databaseUrl: 'postgres://someone@127.0.0.1:9/none' });
  const config = {
    ...testConfig,
    contact: 'mailto:security@example.org',
    publicUrl: 'https://health.example.org',
    hstsSeconds: 600,
  };
  const app = await buildApp({ db: reader.kysely, config, now: () => new Date() });
  const { body, headers } = await app.inject('/.well-known/security.txt');
  expect(body).toMatch(/^Contact: mailto:security@example\.org\nExpires: \d{4}-.*Z\n/);
  expect(body).toContain('Canonical: https://health.example.org/.well-known/security.txt');
  expect(headers['strict-transport-security']).toContain('max-age=600');
  await app.close();
  await reader.close();
});
