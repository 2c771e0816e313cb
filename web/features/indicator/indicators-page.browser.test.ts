import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import type { IndicatorsReply } from '../../../server/contract/replies.ts';
import { launchBrowser } from '../../testing-browser.ts';
import { getJson, unfold } from '../../testing-page.ts';
import { openSite, type Site } from '../../testing-site.ts';

const PLACE = 'E09000028';

let app: Site;
let browser: Browser;
let page: Page;
let all: IndicatorsReply['indicators'];
let figures: AreaIndicatorsReply['indicators'];
beforeAll(async () => {
  [app, browser] = await Promise.all([openSite(), launchBrowser()]);
  all = (await getJson<IndicatorsReply>(`${app.address}/api/v1/indicators`)).indicators;
  figures = (await getJson<AreaIndicatorsReply>(`${app.address}/api/v1/areas/${PLACE}/indicators`))
    .indicators;
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 844 } });
});
afterEach(async () => {
  await page.close();
});

const open = (path: string) => page.goto(app.address + path, { waitUntil: 'networkidle' });
const names = () => page.locator('.catalogue tbody th a').allInnerTexts();
const found = () => page.locator('.found').innerText();
const isSynthetic = ({ basis }: { basis: readonly string[] }) => basis.every((one) => one === 'synthetic');

describe('the list of indicators', () => {
  test('has every indicator, and a row for each figure of the place', async () => {
    await open('/indicators');
    await unfold(page);
    const shown = figures.filter(({ publishedHere }) => publishedHere);
    const without = all.filter(({ id }) => !shown.some(({ indicator }) => indicator === id));
    expect((await names()).length).toBe(shown.length + without.length);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(`${all.length} indicators`);
  });

  test('is searched by keyboard, slips forgiven, and the address keeps the words', async () => {
    await open('/indicators');
    await page.getByRole('searchbox', { name: 'Search' }).focus();
    await page.keyboard.type('dose sceond');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('dose sceond');
    await expect.poll(found).toContain('“sceond”');
    const typed = await names();
    expect(typed.length).toBeGreaterThan(0);
    expect(typed.filter((name) => !/second/i.test(name))).toEqual([]);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await names()).toEqual(typed);
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Clear search and filters' }).press('Enter');
    await expect.poll(found).toBe('All are shown.');
    expect(await page.getByRole('searchbox', { name: 'Search' }).inputValue()).toBe('');
  });

  test('a filter finds as many as its choice says, and stands in the address', async () => {
    await open('/indicators');
    const field = page.getByLabel('For whom');
    const option = await field.locator('option[value="children"]').innerText();
    const count = all.filter(({ populationGroups }) => populationGroups.some(({ id }) => id === 'children'));
    expect(option).toBe(`Children and young people (${count.length})`);
    await field.selectOption('children');
    await expect.poll(found).toBe(`${count.length} indicators of ${all.length}.`);
    expect(new URL(page.url()).search).toBe('?populationGroup=children');
  });

  test('colours are for real changes that were tested and found; what is synthetic is marked', async () => {
    await open('/indicators');
    await unfold(page);
    const lines = await page.locator('.catalogue tbody tr').evaluateAll((rows) =>
      rows.map((one) => ({
        name: one.querySelector('th a')?.textContent ?? '',
        verdict: one.querySelector('[data-verdict]')?.getAttribute('data-verdict'),
        look: /sparkline--(\w+)/.exec(one.querySelector('.sparkline')?.getAttribute('class') ?? '')?.[1],
      })),
    );
    const coloured = lines.filter(({ look = '' }) => ['better', 'worse', 'moved'].includes(look));
    expect(coloured.length).toBeGreaterThan(0);
    expect(
      coloured.filter(
        ({ name, verdict = '' }) =>
          name.includes('(synthetic)') || !['better', 'worse', 'higher', 'lower'].includes(verdict ?? ''),
      ),
    ).toEqual([]);
    for (const { name, look } of lines)
      if (look !== undefined) expect(look === 'synthetic', name).toBe(name.includes('(synthetic)'));
  });

  test('real figures only: nothing synthetic is left, and links to the board and the gaps keep it', async () => {
    await open('/indicators');
    await page.getByLabel('Real figures only').check();
    const real = all.filter((one) => !isSynthetic(one)).length;
    await expect.poll(found).toBe(`${real} indicators of ${all.length}, those of real figures.`);
    await unfold(page);
    expect((await names()).filter((name) => name.includes('synthetic'))).toEqual([]);
    expect(await page.locator('.basis--synthetic').count()).toBe(0);
    for (const label of ['Board', 'Disparities', 'Indicators']) {
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: label }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expect.poll(() => new URL(page.url()).searchParams.get('figures')).toBe('real');
      expect(await page.getByLabel('Real figures only').isChecked()).toBe(true);
    }
  });
});

describe('real figures only on the board and the page of gaps', () => {
  test.each(['/board', '/disparities'])('%s shows nothing synthetic, and all of it again', async (path) => {
    await open(`${path}?figures=real`);
    await unfold(page);
    expect(await page.locator('main .basis--synthetic:not(dt *)').count()).toBe(0);
    expect(
      await page.getByText(/Some of these figures are synthetic|These figures are synthetic/).count(),
    ).toBe(0);
    await page.getByLabel('Real figures only').uncheck();
    await expect.poll(() => new URL(page.url()).searchParams.has('figures')).toBe(false);
    await page.locator('main .basis--synthetic:not(dt *)').first().waitFor({ state: 'attached' });
  });

  test('a synthetic outcome asked for is named as left out, with the way to see it', async () => {
    await open('/disparities?figures=real&by=ethnicGroup&indicator=blood-pressure-recorded');
    await page.getByRole('link', { name: 'Show the synthetic ones too' }).click();
    await page.getByLabel('Real figures only').waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.has('figures')).toBe(false);
    await page.locator('.forest').first().waitFor();
  });
});
