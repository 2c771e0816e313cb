/** The main questions of a board chair, of somebody who follows gaps and of a planner, asked with scripts blocked. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BoardReply } from '../server/contract/board-reply.ts';
import type { DisparitiesReply } from '../server/contract/disparity-replies.ts';
import type { IndicatorAreasReply } from '../server/contract/replies.ts';
import { launchBrowser } from './testing-browser.ts';
import { getJson } from './testing-page.ts';
import { openSite, type Site } from './testing-site.ts';

let site: Site;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), launchBrowser()]);
  context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});
afterEach(() => page?.close());

const open = (path: string) => page.goto(site.address + path);
const asked = () => new URL(page.url()).searchParams;
const api = <Reply>(path: string) => getJson<Reply>(`${site.address}/api/v1${path}`);
/** A control by the parameter it asks for; the sentence of the page comes first. */
const control = (name: string) =>
  page.locator(`main [name=${name}]:is(select, input:not([type=hidden]))`).first();
/** Sends the form of a control by its button. */
const send = (name: string) =>
  control(name).locator('xpath=ancestor::form').getByRole('button', { name: 'Show', exact: true }).click();

test('nothing that does nothing is offered', async () => {
  for (const path of ['/', '/board', '/board/pack', '/map', '/vaccination', '/areas/E05011096']) {
    await open(path);
    // A button that sends no form would do nothing.
    expect(await page.locator('button:not([type=submit]):visible').allInnerTexts()).toEqual([]);
    expect(await page.locator('[type=submit]:visible').evaluateAll(withoutForm), path).toEqual([]);
  }
});
const withoutForm = (buttons: Element[]) =>
  buttons.filter((button) => button.closest('form') === null).map(({ outerHTML }) => outerHTML.slice(0, 100));

test('a board chair leaves out what is made up, asks for one group, and pins a row for the pack', async () => {
  await open('/board');
  await page.getByLabel('Real figures only').check();
  await send('figures');
  expect(asked().get('figures')).toBe('real');
  await control('populationGroup').selectOption('children');
  await send('populationGroup');
  expect(Object.fromEntries(asked())).toEqual({ figures: 'real', populationGroup: 'children' });
  const { aims } = await api<BoardReply>('/board?figures=real&populationGroup=children');
  const rows = aims.flatMap(({ rows: own }) => own);
  expect(rows.length).toBeGreaterThan(0);
  await page
    .locator('details', { has: page.locator('.pin-button') })
    .first()
    .locator('summary')
    .first()
    .click();
  await page.locator('.pin-button:visible').first().click();
  expect(asked().get('pins')).toMatch(/^[a-z0-9-]+\.children/);
  await page.getByRole('link', { name: /Board pack to print, with 1 chart/ }).click();
  expect(await page.locator('h1').innerText()).not.toBe('');
  expect(await page.locator('.pack table').count()).toBeGreaterThan(0);
});

test('who follows gaps asks about one outcome, other groups, another reference, and follows one group', async () => {
  await open('/disparities');
  await control('groups').selectOption('deprivation');
  await send('groups');
  expect(asked().get('groups')).toBe('deprivation');
  await control('indicator').selectOption('covid-19-dose-1');
  await send('indicator');
  const reply = await api<DisparitiesReply>('/indicators/covid-19-dose-1/disparities?by=deprivation');
  const rows = await page
    .locator('.forest__row')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-group')));
  expect(rows.toSorted()).toEqual(reply.groups.map(({ group }) => group).toSorted());
  await control('reference').selectOption('largest');
  await send('reference');
  expect(asked().get('reference')).toBe('largest');
  await page.locator('.forest__row button').first().click();
  expect(asked().get('group')).toBe(rows[0]);
});

test('all outcomes are put in order by a link, and a cell opens its gap', async () => {
  await open('/disparities');
  await page.getByText('All outcomes and services at one look').click();
  await page.getByRole('columnheader', { name: /Black/ }).getByRole('link').click();
  expect(asked().get('order')).toBe('black-down');
  expect(await page.locator('th[aria-sort=descending]').count()).toBe(1);
  await page.locator('td .heat__cell').first().click();
  const [indicator, group] = asked().get('gap')?.split('/') ?? [];
  expect(await control('indicator').inputValue()).toBe(indicator);
  expect(await page.locator(`.forest__row--chosen[data-group="${group}"]`).count()).toBe(1);
});

test('a planner asks the map, puts its table in order, chooses a ward and goes to its page', async () => {
  await open('/map');
  await control('indicator').selectOption('overcrowding');
  await send('indicator');
  const { areas } = await api<IndicatorAreasReply>('/indicators/overcrowding/areas');
  expect(await page.locator('table.areas tbody tr').count()).toBe(areas.length);
  await page.getByRole('columnheader', { name: 'Ward' }).getByRole('link').click();
  const names = await page.locator('table.areas tbody th').allInnerTexts();
  expect(names.map((name) => name.trim())).toEqual(
    areas.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'en-GB')),
  );
  await page.getByRole('button', { name: 'Peckham', exact: true }).click();
  expect(asked().get('area')).toBe(areas.find(({ name }) => name === 'Peckham')?.code);
  await page.getByRole('link', { name: 'Everything known about Peckham' }).click();
  expect(await page.locator('h1').innerText()).toContain('Peckham');
});

test('vaccine uptake is asked for a group, counted anew and read at another date', async () => {
  await open('/vaccination');
  await page
    .getByRole('link', { name: /by ethnic group/ })
    .first()
    .click();
  await control('ethnicity').selectOption({ index: 2 });
  await send('ethnicity');
  expect(asked().get('ethnicity')).toMatch(/^census-2021-5\//);
  await page.getByRole('button', { name: 'New people' }).click();
  expect(asked().get('tally')).toBe('new');
  const before = await page.locator('.time-map__date output').innerText();
  await page.getByRole('button', { name: 'The date before' }).click();
  expect(await page.locator('.time-map__date output').innerText()).not.toBe(before);
});

test('an indicator is looked for, found, read, and left for another', async () => {
  await open('/indicators');
  await page.getByLabel('Search', { exact: true }).fill('secnd dose');
  await page.locator('.filters').getByRole('button', { name: 'Show', exact: true }).first().click();
  expect(await page.getByText(/of \d+\./).count()).toBeGreaterThan(0);
  await open('/indicators/covid-19-dose-1');
  await control('indicator').selectOption('covid-19-dose-2');
  await send('indicator');
  expect(await page.locator('h1').innerText()).toMatch(/second/i);
});

test('a place is found by a slip of its name', async () => {
  await open('/');
  await page.getByLabel('Find an area by name or code').fill('peckam');
  await Promise.all([page.waitForURL(/\/find/), page.keyboard.press('Enter')]);
  expect(await page.locator('h1').innerText()).toBe('Found for “peckam”');
  await page.getByRole('link', { name: 'Peckham', exact: true }).first().click();
  expect(await page.locator('h1').innerText()).toContain('Peckham');
});
