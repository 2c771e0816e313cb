import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BoroughsReply } from '../../../server/contract/boroughs-reply.ts';
import { launchBrowser } from '../../testing-browser.ts';
import { getJson, overflowOf, settled } from '../../testing-page.ts';
import { openSite, type Site } from '../../testing-site.ts';

let app: Site;
let browser: Browser;
let page: Page;
let reply: BoroughsReply;
beforeAll(async () => {
  [app, browser] = await Promise.all([openSite(), launchBrowser()]);
  reply = await getJson<BoroughsReply>(`${app.address}/api/v1/indicators/obesity-adults/boroughs`);
  page = await browser.newPage({ viewport: { width: 1280, height: 844 } });
  await open('/indicators/obesity-adults');
});
afterAll(async () => {
  await browser?.close();
});

const open = (path: string) => page.goto(app.address + path, { waitUntil: 'networkidle' });
const figure = () => page.getByRole('figure').filter({ hasText: `Among ${reply.plural}.` });
const shown = () => reply.boroughs.filter(({ status }) => status === 'shown');

test('the title says where the place stands, and the line below that nothing was tested', async () => {
  const title = await figure().getByRole('heading').innerText();
  expect(title).toContain(reply.position?.words);
  expect(title).toMatch(/not adjusted for age$/);
  const said = (await figure().innerText()).replace(/\s+/g, ' ');
  expect(said).toContain('Position, not tested:');
  expect(said).toContain(reply.medianWords);
  expect(said).toContain(reply.peersChosen?.words);
});

test('every borough has a mark with its interval; the place alone is named, and shapes tell it and its peers', async () => {
  const marks = figure().locator('.boroughs-chart__mark');
  expect(await marks.filter({ has: page.locator('line') }).count()).toBe(shown().length);
  const shapes = async (role: string) =>
    figure()
      .locator(`.boroughs-chart .boroughs-chart__mark--${role} path`)
      .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('d')))]);
  const found = [await shapes('place'), await shapes('peer'), await shapes('other')];
  expect(found.map(({ length }) => length)).toEqual([1, 1, 1]);
  expect(new Set(found.flat()).size).toBe(3);
  const own = reply.boroughs.find(({ role }) => role === 'place');
  expect(await figure().locator('.boroughs-chart__name').allTextContents()).toEqual([own?.name]);
});

test('the table has each of them in order, and none is a link', async () => {
  await figure().getByText('View as table').click();
  const names = await figure().locator('tbody th').allInnerTexts();
  expect(names).toHaveLength(reply.boroughs.length);
  const inOrder = shown().flatMap((one) => (one.status === 'shown' ? [one.value] : []));
  const cells = await figure().locator('tbody td.ranked__number').allInnerTexts();
  const values = cells.slice(0, inOrder.length).map((cell) => Number(cell.replace('%', '')));
  expect(values).toEqual(values.toSorted((a, b) => b - a));
  expect(await figure().locator('tbody a').count()).toBe(0);
  const peers = reply.boroughs.filter(({ role }) => role === 'peer');
  expect(names.filter((name) => name.includes('one of those most like it'))).toHaveLength(peers.length);
});

test('the picture fits a phone, and keeps its shapes in forced colours and on paper', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await settled(page);
  expect(await overflowOf(page)).toBe(0);
  await page.emulateMedia({ forcedColors: 'active' });
  const adjust = await figure()
    .locator('.boroughs-chart')
    .evaluate((one) => getComputedStyle(one).getPropertyValue('forced-color-adjust'));
  expect(adjust).toBe('none');
  await page.emulateMedia({ forcedColors: null, media: 'print' });
  expect(await figure().locator('.boroughs-chart__plot').isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
});

test('where no other borough has a figure nothing is said; of another period, which are held', async () => {
  await page.setViewportSize({ width: 1280, height: 844 });
  await open('/indicators/smoking-adults?period=2020');
  await page.getByText(`Other ${reply.plural} have figures for 2024 alone.`).waitFor();
  expect(await figure().count()).toBe(0);
  await open('/indicators/nhs-health-check-uptake');
  await page.getByText('What it measures').waitFor();
  expect(await page.locator('#boroughs').count()).toBe(0);
});
