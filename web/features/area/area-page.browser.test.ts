import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import type { DataReply } from '../../../server/contract/data-reply.ts';
import type {
  AreasReply,
  IndicatorAreasReply,
  IndicatorReply,
  TrendReply,
} from '../../../server/contract/replies.ts';
import { launchBrowser } from '../../testing-browser.ts';
import { getJson, unfold } from '../../testing-page.ts';
import { openSite, type Site } from '../../testing-site.ts';

let app: Site;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let said: string[] = [];
let ward: AreasReply['areas'][number];

const api = <Reply>(path: string) => getJson<Reply>(`${app.address}/api/v1${path}`);
const open = (path: string) => page.goto(app.address + path, { waitUntil: 'networkidle' });
const path = () => new URL(page.url()).pathname;
/** What a link to a file saves, and the same asked for directly. */
async function download(name: string): Promise<{ saved: string; file: string; served: string }> {
  const link = page.getByRole('link', { name });
  const address = (await link.getAttribute('href')) ?? '';
  const [event] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const saved = await readFile(await event.path(), 'utf8');
  const response = await fetch(app.address + address);
  const served = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  return { saved, file: event.suggestedFilename(), served };
}

beforeAll(async () => {
  [app, browser] = await Promise.all([openSite(), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  const { areas } = await api<AreasReply>('/areas?type=ward');
  const found = areas.find(({ name }) => name === 'Faraday');
  if (found === undefined) throw new Error('there is no such ward');
  ward = found;
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  page = await context.newPage();
  said = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
});
afterEach(async () => {
  await page.close();
});

describe('the page of a ward', () => {
  test('shows every figure of the reply, the ward’s own apart from the place’s', async () => {
    const reply = await api<AreaIndicatorsReply>(`/areas/${ward.code}/indicators`);
    await open(`/areas/${ward.code}`);
    await unfold(page);
    const rows = page.locator('table.figures tbody tr:has(td)');
    const leftOut = reply.indicators.filter(
      ({ publishedHere, place }) =>
        !publishedHere && place?.status === 'shown' && place.basis === 'synthetic',
    );
    expect(leftOut.length).toBeGreaterThan(0);
    expect(await rows.count()).toBe(reply.indicators.length - leftOut.length);
    expect(await page.locator('main').textContent()).toContain(`${leftOut.length} synthetic figures`);
    const own = await page.locator('table.figures:not(.figures--wider) tbody tr:has(td)').allInnerTexts();
    const here = reply.indicators.filter(({ publishedHere }) => publishedHere);
    expect(own.length).toBe(here.length);
    for (const row of here) {
      if (row.estimate?.status !== 'shown') continue;
      const value = row.estimate.value.toLocaleString('en-GB', {
        minimumFractionDigits: row.decimals,
        maximumFractionDigits: row.decimals,
      });
      expect(own.some((text) => text.startsWith(row.shortTitle) && text.includes(value))).toBe(true);
    }
    expect(await page.locator('h1').textContent()).toBe(ward.name);
    expect(said).toEqual([]);
  });

  test('leads to its neighbours, and back', async () => {
    const { neighbours } = await api<AreaIndicatorsReply>(`/areas/${ward.code}/indicators`);
    await open(`/areas/${ward.code}`);
    const links = page.getByRole('region', { name: 'Neighbouring wards' }).getByRole('link');
    expect(await links.allInnerTexts()).toEqual(neighbours.map(({ name }) => name));
    await links.first().click();
    await page.getByRole('heading', { level: 1, name: neighbours[0]?.name ?? '' }).waitFor();
    expect(await links.allInnerTexts()).toContain(ward.name);
  });

  test('prints on two pages of A4, without controls', async () => {
    await open(`/areas/${ward.code}`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(2);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['Download these figures (CSV)', 'Home'])
      expect(await page.getByRole('link', { name: hidden, exact: true }).isVisible()).toBe(false);
  });

  test('saves its figures as the file the API serves', async () => {
    await open(`/areas/${ward.code}`);
    const { saved, served, file } = await download('Download these figures (CSV)');
    expect(saved).toBe(served);
    expect(saved).toContain(ward.name);
    expect(file).toBe(`${ward.code}-indicators-release-2.csv`);
  });

  test('says what to do where there is no such area', async () => {
    await open('/areas/E05999999');
    expect(await page.getByRole('alert').textContent()).toMatch(/no area "E05999999"[\s\S]*Search/);
    await open(`/areas/${ward.code.slice(0, -1)}`);
    await page.getByRole('alert').getByText('Did you mean').waitFor();
    expect(
      await page
        .getByRole('alert')
        .getByRole('link', { name: /ward E0501/ })
        .count(),
    ).toBeGreaterThan(0);
  });
});

describe('the search for areas', () => {
  const field = () => page.getByRole('combobox', { name: 'Find an area by name or code' });

  test('finds by name with the keyboard alone', async () => {
    await open('/');
    await field().focus();
    await page.keyboard.type('farad');
    await page.getByRole('option', { name: /Faraday/ }).waitFor();
    expect(await field().getAttribute('aria-expanded')).toBe('true');
    const active = (await field().getAttribute('aria-activedescendant')) ?? '';
    expect(await page.locator(`[id="${active}"]`).textContent()).toContain('Faraday');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Faraday' }).waitFor();
    expect(path()).toBe(`/areas/${ward.code}`);
    expect(await field().inputValue()).toBe('');
  });

  test('moves through what it found, closes by Escape, then clears', async () => {
    await open('/');
    await field().fill('peckham');
    await page.getByRole('option').first().waitFor();
    const names = await page.getByRole('option').allTextContents();
    expect(names.length).toBeGreaterThan(1);
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('option', { selected: true }).textContent()).toBe(names[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('option', { selected: true }).textContent()).toBe(names.at(-1));
    await page.keyboard.press('Escape');
    expect(await field().getAttribute('aria-expanded')).toBe('false');
    expect(await field().inputValue()).toBe('peckham');
    await page.keyboard.press('Escape');
    expect(await field().inputValue()).toBe('');
  });

  test('finds by code with the mouse, and says where nothing fits', async () => {
    await open('/map');
    await field().fill(ward.code.toLowerCase());
    await page
      .getByRole('listbox', { name: 'Areas found' })
      .getByRole('option', { name: /Faraday/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Faraday' }).waitFor();
    await field().fill('Timbuktu');
    await page.getByText('No area has this name or code.').waitFor();
  });
});

describe('the pages of indicators', () => {
  test('shows every ward in order, the definition and the source', async () => {
    const query = 'ageBand=65-plus';
    const reply = await api<IndicatorAreasReply>(`/indicators/covid-19-dose-1/areas?${query}`);
    const definition = await api<IndicatorReply>('/indicators/covid-19-dose-1');
    await open(`/indicators/covid-19-dose-1?${query}`);
    const table = page.getByRole('table', { name: reply.title, exact: true });
    const values = await table.locator('tbody td:nth-child(2)').allInnerTexts();
    const sorted = reply.areas
      .map((area) => (area.status === 'shown' ? area.value : 0))
      .sort((a, b) => a - b);
    expect(values.map((text) => text.split('\n')[0])).toEqual(sorted.map((value) => `${value.toFixed(1)}%`));
    for (const text of values) expect(text).toMatch(/\d of [\d,.]+ people$/);
    const text = await page.locator('main').textContent();
    for (const part of [
      definition.numerator,
      definition.method,
      definition.source.title,
      ...definition.caveats,
    ])
      expect(text).toContain(part);
    expect(said).toEqual([]);
  });

  test('a word of the sentence changes figures and address', async () => {
    await open('/indicators/covid-19-dose-1');
    await page.getByLabel('Population group', { exact: true }).selectOption('frailty');
    await page.waitForURL(/populationGroup=frailty/);
    const reply = await api<IndicatorAreasReply>('/indicators/covid-19-dose-1/areas?populationGroup=frailty');
    await page.getByRole('table', { name: reply.title, exact: true }).waitFor();
  });

  test('draws a missing period as a gap, and says it in the table', async () => {
    const { points } = await api<TrendReply>('/indicators/mmr-1-at-2-years/trend');
    const missing = points.filter(({ estimate }) => estimate.status === 'missing').length;
    expect(missing).toBeGreaterThan(0);
    await open('/indicators/mmr-1-at-2-years');
    const trend = page.getByRole('figure').filter({ hasText: 'Download the trend' });
    const curve = (await trend.locator('path.trend-chart__line').getAttribute('d')) ?? '';
    expect(curve.match(/M/g)?.length).toBe(missing + 1);
    await trend.getByText('View as table').click();
    const cells = await trend.locator('.trend-table tbody td:nth-child(2)').allInnerTexts();
    expect(cells.length).toBe(points.length);
    expect(cells.filter((cell) => cell === 'Missing').length).toBe(missing);
  });

  test('saves the trend and the areas as the files the API serves', async () => {
    await open('/indicators/covid-19-dose-1');
    for (const name of ['Download these figures (CSV)', 'Download the trend (CSV)']) {
      const { saved, served } = await download(name);
      expect(saved).toBe(served);
      expect(saved).toContain('covid-19-dose-1');
    }
  });
});

describe('the map', () => {
  test('leads to the page of the ward it shows and saves the figures it shows', async () => {
    await open(`/map?indicator=covid-19-dose-1&ageBand=65-plus&display=table&area=${ward.code}`);
    const { saved, served } = await download('Download these figures (CSV)');
    expect(saved).toBe(served);
    expect(saved).toContain('65 and over');
    await page.getByRole('link', { name: `Everything known about ${ward.name}` }).click();
    await page.getByRole('heading', { level: 1, name: ward.name }).waitFor();
    expect(path()).toBe(`/areas/${ward.code}`);
  });

  test('groups its indicators by aim and leaves out those it cannot draw', async () => {
    await open('/map?indicator=mmr-1-at-2-years');
    const select = page.getByLabel('Indicator', { exact: true });
    expect(await select.locator('optgroup').count()).toBeGreaterThan(0);
    // What was asked for stays named; its like are not offered.
    expect(await select.inputValue()).toBe('mmr-1-at-2-years');
    expect(await select.locator('option[value="mmr-2-at-5-years"]').count()).toBe(0);
    await page.getByRole('link', { name: 'See what is published' }).click();
    await page.waitForURL(/\/indicators\/mmr-1-at-2-years/);
  });
});

test('the page of data lists every dataset with its figures, and every load', async () => {
  const { datasets } = await api<DataReply>('/data');
  await open('/data');
  const rows = await page.getByRole('table', { name: 'Datasets' }).locator('tbody tr').allInnerTexts();
  expect(rows.length).toBe(datasets.length);
  for (const [index, { title, estimates }] of datasets.entries()) {
    expect(rows[index]).toContain(title);
    expect(rows[index]).toContain(estimates.toLocaleString('en-GB'));
  }
  const loads = new Set(
    datasets.flatMap((dataset) =>
      dataset.loads.map(({ loadedAt, source, sha256 }) => [loadedAt, source, sha256].join()),
    ),
  );
  expect(await page.getByRole('table', { name: 'Loads' }).locator('tbody tr').count()).toBe(loads.size);
  expect(said).toEqual([]);
});
