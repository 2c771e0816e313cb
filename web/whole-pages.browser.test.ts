/** Pages as the server sends them: whole without script, and the same once script is there. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectReader } from '../db/connect.ts';
import { buildApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { loadRender, WEB_FOLDER } from '../server/web-build.ts';
import { launchBrowser } from './testing-browser.ts';
import { openSite, type Site } from './testing-site.ts';
import { states } from './testing-states.ts';

/** What there is not, and what is refused: the browser itself complains of the status. */
const statuses: Readonly<Record<string, number>> = {
  'an unknown area': 404,
  'an indicator there is not': 404,
  'the plan of a release there is not': 404,
  'uptake of what there is not': 404,
  'the board of a release there is not': 404,
  'gaps of an outcome there is not': 404,
  'data of a release there is not': 404,
  'an unknown indicator': 404,
  'an unknown page': 404,
};
const ZONES = ['America/Los_Angeles', 'Asia/Tokyo'];

let site: Site;
let browser: Browser;
let withoutScript: BrowserContext;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), launchBrowser()]);
  withoutScript = await browser.newContext({ javaScriptEnabled: false });
});
afterAll(async () => {
  await browser?.close();
});

/** Headings of the first rank and every cell of every table: what the page says and its figures. */
const said = (page: Page) =>
  page
    .locator('h1, main td, main th')
    .evaluateAll((elements) => elements.map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim()));

/** Opens a page as somebody who has never been here, and notes what it asks and what its console says. */
async function visit(path: string, timezoneId: string) {
  const context = await browser.newContext({ timezoneId });
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (/\/api\/|\.css(\?|$)/.test(request.url())) asked.push(request.url());
  });
  page.on('console', (message) => {
    const isStatus =
      message.text().startsWith('Failed to load resource') && message.location().url.endsWith(path);
    if (['error', 'warning'].includes(message.type()) && !isStatus) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  const answer = await page.goto(site.address + path, { waitUntil: 'networkidle' });
  const html = (await answer?.text()) ?? '';
  const linked = (url: string) => html.includes(`href="${new URL(url).pathname}"`);
  const words = await said(page);
  await context.close();
  return { words, complaints, askedAfterwards: asked.filter((url) => !linked(url)) };
}

describe.each(Object.entries(states))('%s', (name, path) => {
  test('has a true status, one title and no script but files', async () => {
    const answer = await fetch(site.address + path, { headers: { accept: 'text/html' } });
    const html = await answer.text();
    expect(answer.status).toBe(statuses[name] ?? 200);
    const [head = ''] = html.split('</head>');
    expect(head.match(/<title>[^<]+<\/title>/g)).toHaveLength(1);
    const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.filter((tag) => !/ src=| type="application\/(ld\+)?json"/.test(tag))).toEqual([]);
  });
  test('says the same with script and without, asks for nothing again and has no complaint in any time zone', async () => {
    const page = await withoutScript.newPage();
    await page.goto(site.address + path);
    const words = await said(page);
    await page.close();
    expect(words.length).toBeGreaterThan(0);
    for (const zone of ZONES)
      expect(await visit(path, zone)).toEqual({ words, complaints: [], askedAfterwards: [] });
  });
});

test('an indicator is known by one address and describes its figures for search engines', async () => {
  const answer = await fetch(`${site.address}/indicators/covid-19-dose-1?nonsense=1`);
  const html = await answer.text();
  expect(html).toContain('<html lang="en-GB">');
  expect(html).toContain('<link rel="canonical" href="/indicators/covid-19-dose-1">');
  const [, said = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(said)).toMatchObject({
    '@type': 'Dataset',
    identifier: 'covid-19-dose-1',
    url: '/indicators/covid-19-dose-1',
    license: 'Open Government Licence v3.0',
  });
  const file = await fetch(site.address + JSON.parse(said).distribution[0].contentUrl);
  expect([file.status, file.headers.get('content-type')]).toEqual([
    200,
    'text/csv; charset=utf-8; header=present',
  ]);
});

test('a page is kept as it was sent: asked for again it has not changed', async () => {
  const first = await fetch(`${site.address}/board`);
  const etag = String(first.headers.get('etag'));
  const second = await fetch(`${site.address}/board`, { headers: { 'if-none-match': etag } });
  expect([first.status, second.status]).toEqual([200, 304]);
  expect((await fetch(`${site.address}/areas/E05999999`)).headers.get('cache-control')).toBe('no-store');
});

test('without its database a page says so, with a status that may pass, and is drawn anew by the browser', async () => {
  const reader = connectReader({ databaseUrl: 'postgres://someone@127.0.0.1:9/none' });
  const config = readConfig({ PUBLIC_URL: 'https://www.example.org/health' });
  const app = await buildApp({
    db: reader.kysely,
    config,
    now: () => new Date(),
    webFolder: WEB_FOLDER,
    render: await loadRender(),
  });
  const { statusCode, headers, body } = await app.inject('/health/board');
  expect([statusCode, headers['retry-after'], headers['cache-control']]).toEqual([503, '10', 'no-store']);
  expect(body).not.toContain('id="replies"');
  expect(body).toContain('<a href="/health/map"');
  await app.close();
  await reader.close();
});
