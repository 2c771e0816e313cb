/** Replies from memory: as new ones in every header, made once, and there while the database is away. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { connectReader } from '../../db/connect.ts';
import { proxyTo, type TestProxy } from '../../db/testing-proxy.ts';
import { buildApp } from '../app.ts';
import { paths } from '../contract/paths.ts';
import { demonstrationDatabase, testConfig } from '../testing.ts';

/** Short enough for a test that waits for an answer that never comes. */
const LIMITS = { statement_timeout: 2000, query_timeout: 2500 };

let location: { databaseUrl: string };
let proxy: TestProxy;
let reader: ReturnType<typeof connectReader>;
let app: Awaited<ReturnType<typeof buildApp>>;

beforeAll(async () => {
  location = await demonstrationDatabase();
  const url = new URL(location.databaseUrl);
  proxy = await proxyTo(Number(url.port));
  url.port = String(proxy.port);
  reader = connectReader({ databaseUrl: url.href }, 10, LIMITS);
  app = await buildApp({ db: reader.kysely, config: testConfig, now: () => new Date() });
});
afterEach(() => proxy.mend());
afterAll(async () => {
  await app.close();
  await reader.close();
  await proxy.close();
});

const MAP = paths.indicatorAreas('covid-19-dose-1', { areaType: 'ward' });

/** What tells a reply from another one of the same question. */
const OWN = ['date', 'connection', 'keep-alive'];
const headersOf = async (url: string, headers = {}) => {
  const reply = await app.inject({ url, headers });
  return Object.fromEntries(Object.entries(reply.headers).filter(([name]) => !OWN.includes(name)));
};

test.each([
  ['JSON', paths.trend('residents', {})],
  ['CSV', paths.boardCsv()],
  ['a problem', paths.indicator('nothing')],
  ['the contract', paths.openapi()],
])('%s has the same headers the first and the second time, security and all', async (_, url) => {
  for (const encoding of ['br', 'gzip', 'identity']) {
    const first = await headersOf(url, { 'accept-encoding': encoding });
    expect(await headersOf(url, { 'accept-encoding': encoding })).toEqual(first);
    expect(first['content-security-policy']).toContain("base-uri 'self'");
    expect(first).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
  }
});

test('a reply is sent in the way its reader prefers, each with a tag of its own', async () => {
  const plain = await app.inject({ url: MAP, headers: { 'accept-encoding': 'identity' } });
  const tags = new Set([plain.headers.etag]);
  for (const [accepted, encoding, open] of [
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const) {
    const reply = await app.inject({ url: MAP, headers: { 'accept-encoding': accepted } });
    expect(reply.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    expect(open(reply.rawPayload).toString('utf8')).toBe(plain.body);
    tags.add(reply.headers.etag);
    const again = await app.inject({
      url: MAP,
      headers: { 'accept-encoding': accepted, 'if-none-match': `"other", W/${reply.headers.etag}` },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect([again.headers['content-type'], again.headers['content-length']]).toEqual([undefined, undefined]);
  }
  expect(tags.size).toBe(3);
  const nobody = await app.inject({ url: MAP, headers: { 'accept-encoding': 'zstd' } });
  expect([nobody.headers['content-encoding'], nobody.body]).toEqual([undefined, plain.body]);
});

test.each([
  ['the newest release', 'public, max-age=30, must-revalidate', paths.trend('residents', {})],
  ['a release by number', 'public, max-age=300, must-revalidate', paths.trend('residents', { release: 1 })],
  ['a file of it', 'public, max-age=300, must-revalidate', paths.boardCsv({ release: 2 })],
])(
  'a reply of %s is kept for minutes at most and asked for by its tag, the first time, from memory, and unchanged',
  async (_, kept, url) => {
    const [first, second] = [await app.inject(url), await app.inject(url)];
    const { etag } = first.headers;
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const { statusCode, headers } of [first, second])
      expect([statusCode, headers.etag, headers['cache-control']]).toEqual([200, etag, kept]);
    const unchanged = await app.inject({ url, headers: { 'if-none-match': String(etag) } });
    expect([unchanged.statusCode, unchanged.body]).toEqual([304, '']);
    expect([unchanged.headers.etag, unchanged.headers['cache-control']]).toEqual([etag, kept]);
  },
);

test('many who ask for the same at the same moment have it made once', async () => {
  const counted = new Map<string, number>();
  const counting = await buildApp({
    db: reader.kysely.withPlugin({
      transformQuery: ({ node }) => {
        counted.set(node.kind, (counted.get(node.kind) ?? 0) + 1);
        return node;
      },
      transformResult: async ({ result }) => result,
    }),
    config: testConfig,
    now: () => new Date(),
  });
  const url = paths.areaIndicators('E05011104');
  await counting.inject(paths.indicators());
  const before = counted.get('SelectQueryNode') ?? 0;
  const one = await counting.inject(paths.areaIndicators('E05011105'));
  expect(one.statusCode).toBe(200);
  const asked = (counted.get('SelectQueryNode') ?? 0) - before;
  const replies = await Promise.all(Array.from({ length: 50 }, () => counting.inject(url)));
  expect(new Set(replies.map(({ body }) => body)).size).toBe(1);
  expect(replies.every(({ statusCode }) => statusCode === 200)).toBe(true);
  // The newest release may be asked for between.
  expect((counted.get('SelectQueryNode') ?? 0) - before).toBeLessThanOrEqual(2 * asked + 2);
  await counting.close();
});

const UNKNOWN = paths.indicatorAreas('covid-19-dose-2', { areaType: 'ward', ageBand: '50-64' });

test.each([
  ['cut', (): void => proxy.cut()],
  ['silent', (): void => proxy.swallow()],
])(
  'while the database is %s figures in memory are sent and marked, others refused, and all is well after it',
  async (_, fault) => {
    const before = await app.inject(MAP);
    expect(before.headers.age).toBeUndefined();
    fault();
    await expect.poll(async () => (await app.inject(MAP)).headers.warning, { timeout: 10_000 }).toBeDefined();
    const stale = await app.inject(MAP);
    expect([stale.statusCode, stale.body]).toEqual([200, before.body]);
    expect(stale.headers).toMatchObject({
      warning: '110 - "the database is away"',
      'server-timing': expect.stringMatching(/^stale;dur=\d+$/),
      'cache-control': 'no-cache',
    });
    expect(Number(stale.headers.age)).toBeGreaterThanOrEqual(0);
    expect((await app.inject(paths.health())).json()).toMatchObject({
      status: 'degraded',
      database: 'down',
      release: 2,
    });
    expect((await app.inject('/api/v1/health/ready')).statusCode).toBe(200);
    expect((await app.inject('/api/v1/health/live')).statusCode).toBe(200);
    if (_ === 'cut')
      expect((await app.inject(UNKNOWN)).json()).toMatchObject({ status: 503, code: 'unavailable' });
    proxy.mend();
    await expect
      .poll(async () => (await app.inject(paths.health())).json().status, { timeout: 10_000 })
      .toBe('ok');
    const after = await app.inject(MAP);
    expect([after.headers.warning, after.headers.age, after.body]).toEqual([
      undefined,
      undefined,
      before.body,
    ]);
  },
);
