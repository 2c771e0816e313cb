/** Charts over time as the server sends them, and the one picture that can be worked with. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TrendReply } from '../../../server/contract/replies.ts';
import { launchBrowser } from '../../testing-browser.ts';
import { faultsOf, getJson, overflowOf } from '../../testing-page.ts';
import { openSite, type Site } from '../../testing-site.ts';

const INDICATOR = 'mmr-2-at-5-years';
const GROUPS = '/vaccination?ethnicScheme=census-2021-5';

let app: Site;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [app, browser] = await Promise.all([openSite(), launchBrowser()]);
});
afterEach(() => page?.context().close());
afterAll(() => browser?.close());

const open = async (path: string, options: { width?: number; javaScriptEnabled?: boolean } = {}) => {
  const { width = 1280, ...others } = options;
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...others });
  page = await context.newPage();
  await page.goto(app.address + path, { waitUntil: 'networkidle' });
};
const trend = () => page.getByRole('figure').filter({ hasText: 'Download the trend' });

describe('a chart over time', () => {
  test('is there without script: a dot for each figure, and the words of the date pointed at', async () => {
    const { points } = await getJson<TrendReply>(`${app.address}/api/v1/indicators/${INDICATOR}/trend`);
    const shown = points.filter(({ estimate }) => estimate.status === 'shown');
    await open(`/indicators/${INDICATOR}`, { javaScriptEnabled: false });
    const dots = trend().locator('.time-chart__mark circle');
    expect(await dots.count()).toBe(shown.length);
    const words = trend().locator('.time-chart__date text');
    expect(
      (await words.allTextContents()).map((text) => shown.some(({ label }) => text.startsWith(label))),
    ).toEqual(shown.map(() => true));
    expect(await words.first().isVisible()).toBe(false);
    await trend().locator('.time-chart__date rect').first().hover();
    expect(await words.first().isVisible()).toBe(true);
    expect(await words.nth(1).isVisible()).toBe(false);
  });

  test.each([1280, 768, 390, 320])('at %i px names dates, none over another', async (width) => {
    await open(`/indicators/${INDICATOR}`, { width });
    const dates = await trend()
      .locator('.time-chart__dates text')
      .evaluateAll((all) =>
        all
          .map((one) => one.getBoundingClientRect())
          .flatMap(({ left, right }) => (right > left ? [{ left, right }] : [])),
      );
    expect(dates.length).toBeGreaterThan(1);
    for (const [at, { right }] of dates.entries()) {
      const next = dates[at + 1];
      if (next !== undefined) expect(next.left).toBeGreaterThan(right);
    }
    expect(await overflowOf(page)).toBe(0);
  });
});

describe('groups over time', () => {
  test('can be looked at closer: a stretch of time, and every line with its figure at a date', async () => {
    await open(GROUPS);
    const figure = page.locator('#over-time');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const drawn = figure.locator('.time-chart');
    const lines = await drawn.locator('path[data-series]').count();
    expect(lines).toBeGreaterThan(4);
    const button = figure.getByRole('button', { name: 'Look closer' });
    await button.scrollIntoViewIfNeeded();
    const before = await drawn.boundingBox();
    await button.click();
    const closer = figure.locator('.closer-chart');
    await closer.locator('.recharts-brush').waitFor();
    expect(asked.filter((url) => /closer-chart/.test(url)).length).toBeGreaterThan(0);
    const after = await closer.boundingBox();
    // Nothing below it moves.
    expect([after?.y, after?.height]).toEqual([before?.y, before?.height]);
    expect(await closer.locator('.recharts-line').count()).toBe(lines);
    if (after === null) throw new Error('the chart is in sight');
    await page.mouse.move(after.x + after.width * 0.6, after.y + after.height * 0.3);
    await closer.locator('.closer-chart__words li').first().waitFor();
    const figures = (await closer.locator('.closer-chart__words li').allInnerTexts()).map((text) =>
      Number.parseFloat(text.replace(/^.*?: /, '')),
    );
    expect(figures).toHaveLength(lines);
    expect(figures).toEqual(figures.toSorted((a, b) => b - a));
    expect(await faultsOf(page)).toEqual([]);
    // By keyboard the stretch is made shorter.
    const names = () => closer.locator('.recharts-xAxis-tick-labels, .recharts-xAxis').first().innerHTML();
    const whole = await names();
    await closer.getByRole('slider').first().focus();
    for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
    await expect.poll(names).not.toBe(whole);
  });

  test('closer on a phone nothing is wider than the page', async () => {
    await open(GROUPS, { width: 390 });
    await page.getByRole('button', { name: 'Look closer' }).click();
    await page.locator('.closer-chart .recharts-brush').waitFor();
    expect(await overflowOf(page)).toBe(0);
  });
});
