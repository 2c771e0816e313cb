import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectReader } from '../../db/connect.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { withoutBase } from './base-path.ts';

test.each([
  ['/health/map?x=1', '/map?x=1'],
  ['/health', '/'],
  ['/health?x=1', '/?x=1'],
  ['/map', '/map'],
  ['/healthy', '/healthy'],
  ['/health/health', '/health'],
])('%s is asked of a site below /health as %s', (asked, ours) => {
  expect(withoutBase(asked, '/health')).toBe(ours);
});

test.each([
  ['https://www.example.org/health/', 'https://www.example.org/health'],
  ['https://health.example.org', 'https://health.example.org'],
  ['http://127.0.0.1:8080/a/b', 'http://127.0.0.1:8080/a/b'],
])('PUBLIC_URL %s is written %s', (given, kept) => {
  expect(readConfig({ PUBLIC_URL: given }).publicUrl).toBe(kept);
});

test.each([
  'health.example.org',
  'ftp://example.org',
  'https://example.org/?x',
  'https://example.org/a b',
  'https://someone:secret@example.org',
  'https://example.org/map',
  'https://example.org/api',
])('PUBLIC_URL %s is refused by name', (given) => {
  expect(() => readConfig({ PUBLIC_URL: given })).toThrow(/^PUBLIC_URL /);
});

let reader: ReturnType<typeof connectReader>;
let app: Awaited<ReturnType<typeof buildApp>>;

beforeAll(async () => {
  const webFolder = mkdtempSync(join(tmpdir(), 'web-'));
  writeFileSync(
    join(webFolder, 'index.html'),
    '<!doctype html><meta name="base-path" content=""><script src="./assets/index.js"></script><a href="/docs">docs</a>',
  );
  reader = connectReader({ databaseUrl: 'postgres://someone@127.0.0.1:9/none' });
  const config = readConfig({ PUBLIC_URL: 'https://www.example.org/health' });
  app = await buildApp({ db: reader.kysely, config, now: () => new Date(), webFolder });
});
afterAll(async () => {
  await app.close();
  await reader.close();
});

test('a proxy may take the path away or leave it, and a reader finds every part below it', async () => {
  for (const url of ['/map', '/health/map', '/health', '/health/']) {
    const { statusCode, body } = await app.inject(url);
    expect([url, statusCode, body]).toEqual([
      url,
      200,
      '<!doctype html><meta name="base-path" content="/health"><script src="/health/assets/index.js"></script><a href="/health/docs">docs</a>',
    ]);
  }
  for (const url of ['/api/v1/health/live', '/health/api/v1/health/live'])
    expect((await app.inject(url)).json()).toEqual({ status: 'ok' });
});

test('a page that a reader has is not sent again, and one that is none says so each time', async () => {
  const { headers } = await app.inject('/map');
  const asked = { headers: { 'if-none-match': String(headers.etag) } };
  expect((await app.inject({ url: '/map', ...asked })).statusCode).toBe(304);
  expect((await app.inject({ url: '/no/page', ...asked })).statusCode).toBe(404);
});

test('the contract, its page, its redirects, problems and robots.txt name addresses as readers know them', async () => {
  expect((await app.inject('/api/v1/openapi.json')).json().servers).toEqual([
    { url: 'https://www.example.org/health' },
  ]);
  // Begun on a busy machine, the server refuses what is much to make.
  await expect.poll(async () => (await app.inject('/health/docs')).statusCode).toBe(200);
  const docs = await app.inject('/health/docs');
  const parts = [...docs.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, part = '']) => part);
  expect(parts.length).toBeGreaterThan(3);
  for (const part of parts)
    await expect.poll(async () => [part, (await app.inject(part)).statusCode]).toEqual([part, 200]);
  expect(parts.every((part) => part.startsWith('/health/docs/'))).toBe(true);
  expect((await app.inject('/docs/static/index.html')).headers.location).toBe('/health/docs/');
  const none = await app.inject('/api/v1/nothing');
  expect(none.json().type).toBe('/health/docs#not-found');
  const page = await app.inject({ url: '/api/v1/nothing', headers: { accept: 'text/html' } });
  expect(page.body).toContain('href="/health/"');
  expect((await app.inject('/robots.txt')).body).toContain('Disallow: /health/api/');
  for (const url of ['/map', '/api/v1/nothing', '/docs'])
    expect((await app.inject(url)).headers['set-cookie']).toBeUndefined();
});
