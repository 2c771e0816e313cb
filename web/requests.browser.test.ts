/** What a page asks for the first time it is opened, and where the reader is led when they go to another. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './testing-browser.ts';
import { openSite, type Site } from './testing-site.ts';

/** The document, its scripts and its style sheets; pictures aside. */
const MOST = 12;

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), launchBrowser()]);
});
afterAll(() => browser?.close());

test.each([
  '/',
  '/board',
  '/board/pack',
  '/changes',
  '/disparities',
  '/disparities?by=ethnicGroup&indicator=not-in-good-health',
  '/map',
  '/vaccination',
  '/areas/E05011096',
  '/areas/E09000028',
  '/indicators',
  '/indicators/mmr-1-at-2-years',
  '/plan',
  '/vaccination-facts',
  '/data',
  '/about',
  '/about/methods',
  '/how-we-protect-people',
  '/find?q=peckham',
])('%s asks at most twelve times', async (path) => {
  const newcomer = await browser.newContext();
  const page = await newcomer.newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() !== 'image' && request.url().startsWith('http')) asked.push(request.url());
  });
  await page.goto(site.address + path, { waitUntil: 'networkidle' });
  await newcomer.close();
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(MOST);
});

test('who goes to another page is led to its heading, and who goes to a part of one to that part', async () => {
  const page = await browser.newPage();
  await page.goto(site.address, { waitUntil: 'networkidle' });
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Board' }).click();
  const focused = () =>
    page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`);
  await expect.poll(focused).toMatch(/^H1 Where .* stands$/);
  await page.getByRole('link', { name: 'Privacy', exact: true }).click();
  await page.locator('#privacy').waitFor();
  expect(new URL(page.url()).hash).toBe('#privacy');
  await page.close();
});
