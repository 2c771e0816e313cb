import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SpcReply } from '../../../server/contract/spc-reply.ts';
import { launchBrowser } from '../../testing-browser.ts';
import { getJson } from '../../testing-page.ts';
import { openSite, type Site } from '../../testing-site.ts';

let app: Site;
let browser: Browser;
let page: Page;
let reply: SpcReply;
beforeAll(async () => {
  [app, browser] = await Promise.all([openSite(), launchBrowser()]);
  reply = await getJson<SpcReply>(`${app.address}/api/v1/indicators/mmr-2-at-5-years/spc`);
  page = await browser.newPage({ viewport: { width: 1280, height: 844 } });
});
afterAll(async () => {
  await browser?.close();
});

const open = (path: string) => page.goto(app.address + path, { waitUntil: 'networkidle' });
const chart = () => page.getByRole('figure').filter({ hasText: 'control chart (SPC).' });

test('variation and assurance stand in words beside their icons', async () => {
  await open('/indicators/mmr-2-at-5-years');
  const said = (await chart().innerText()).replace(/\s+/g, ' ');
  expect(reply.sentences).toHaveLength(2);
  for (const sentence of reply.sentences) expect(said).toContain(sentence);
  expect(await chart().locator('.spc-finding svg').count()).toBe(2);
  expect(said).toContain(`target 95.0% (${reply.target?.source})`);
});

test('the picture has a dot for each figure, pointing where there is a special cause', async () => {
  const shown = reply.points.filter(({ estimate }) => estimate.status === 'shown');
  const dots = chart().locator('.spc-lines__dot');
  await dots.first().waitFor();
  expect(await dots.count()).toBe(shown.length);
  const round = await dots.evaluateAll((all) => all.map((one) => one.getAttribute('d')?.includes(' a ')));
  expect(round).toEqual(shown.map(({ side }) => side === 'none'));
});

test('the table says every figure and the rule it breaks', async () => {
  await chart().getByText('View as table').click();
  const rows = await chart().locator('tbody tr').allInnerTexts();
  expect(rows).toHaveLength(reply.points.length);
  const special = reply.points.filter(({ rule }) => rule === 'outside-limits').length;
  expect(special).toBeGreaterThan(0);
  expect(rows.filter((row) => row.includes('A point outside the limits'))).toHaveLength(special);
  expect(rows.filter((row) => row.includes('Missing'))).toHaveLength(
    reply.points.filter(({ estimate }) => estimate.status !== 'shown').length,
  );
});

test('what was done stands as a numbered line and in words, illustrative events marked', async () => {
  expect(await chart().locator('.event-list li').count()).toBe(1);
  expect(await chart().locator('.event-list .illustrative').count()).toBe(1);
  expect(await chart().locator(':is(.spc-lines__level, .time-chart__event line)').count()).toBe(5);
});

test('a recorded step change has lines of its own for each phase, and its reason stands below', async () => {
  const missed = await getJson<SpcReply>(
    `${app.address}/api/v1/indicators/outpatient-appointments-missed/spc`,
  );
  expect(missed.phases).toHaveLength(2);
  await open('/indicators/outpatient-appointments-missed');
  await chart().locator('.spc-lines__dot').first().waitFor();
  // Mean and two limits of each phase, and the line of the event.
  expect(await chart().locator(':is(.spc-lines__level, .time-chart__event line)').count()).toBe(7);
  const said = (await chart().innerText()).replace(/\s+/g, ' ');
  for (const { begunBy } of missed.phases) if (begunBy !== null) expect(said).toContain(begunBy.reason);
  expect(said).toContain(`${missed.phases[0]?.fromLabel} to ${missed.phases[0]?.toLabel}: Mean`);
});

test('counts so far have no control chart', async () => {
  await open('/indicators/covid-19-dose-1?ageBand=65-plus');
  await page.getByText('Download the trend (CSV)').waitFor();
  expect(await chart().count()).toBe(0);
});
