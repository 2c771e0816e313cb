/** Short first: what a page says before anything is unfolded, by keyboard, on paper and in forced colours. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AreaIndicatorsReply } from '../server/contract/area-replies.ts';
import type { BoardReply } from '../server/contract/board-reply.ts';
import type { OpeningLine } from '../server/contract/opening.ts';
import { launchBrowser } from './testing-browser.ts';
import { faultsOf, getJson } from './testing-page.ts';
import { openSite, type Site } from './testing-site.ts';

let app: Site;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [app, browser] = await Promise.all([openSite(), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  page = await context.newPage();
});
afterEach(async () => {
  await page.close();
});

const PLACE = 'E09000028';
const WARD = 'E05011096';
const open = (path: string) => page.goto(app.address + path, { waitUntil: 'networkidle' });
const lines = () => page.getByRole('region', { name: 'In short' }).getByRole('listitem');

const pages: readonly { path: string; opening: () => Promise<OpeningLine[]> }[] = [
  {
    path: '/board',
    opening: async () => (await getJson<BoardReply>(`${app.address}/api/v1/board`)).opening,
  },
  {
    path: `/areas/${PLACE}`,
    opening: async () =>
      (await getJson<AreaIndicatorsReply>(`${app.address}/api/v1/areas/${PLACE}/indicators`)).opening,
  },
  {
    path: `/areas/${WARD}`,
    opening: async () =>
      (await getJson<AreaIndicatorsReply>(`${app.address}/api/v1/areas/${WARD}/indicators`)).opening,
  },
];

describe.each(pages)('$path', ({ path, opening }) => {
  test('opens with the lines of the reply, at most seven, each leading to a row that unfolds', async () => {
    const said = await opening();
    await open(path);
    const texts = await lines().allInnerTexts();
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.length).toBeLessThanOrEqual(7);
    expect(texts.map((text) => text.replace(/^[^:]+: /, ''))).toEqual(said.map(({ text }) => text));
    for (const [at, { row }] of said.entries()) {
      await open(path);
      const target = page.locator(`[id="row-${row}"]`);
      expect(await target.isVisible()).toBe(false);
      await lines().nth(at).getByRole('link').first().click();
      await target.waitFor({ state: 'visible' });
      expect(await target.evaluate((one) => one.matches(':target'))).toBe(true);
    }
  });

  test('a link to a row opens on it', async () => {
    const row = (await opening())[0]?.row;
    await open(`${path}#row-${row}`);
    await page.locator(`[id="row-${row}"]`).waitFor({ state: 'visible' });
  });

  test('on paper everything is unfolded', async () => {
    await open(path);
    const cells = page.locator('.fold :is(td, li)');
    const total = await cells.count();
    expect(total).toBeGreaterThan(50);
    const seen = () => cells.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
    expect(await seen()).toBe(0);
    await page.setViewportSize({ width: 1100, height: 844 });
    await page.emulateMedia({ media: 'print' });
    expect(await seen()).toBe(total);
  });
});

test('on a phone the board is at most six screens before anything is unfolded', async () => {
  await open('/board');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeLessThanOrEqual(6 * 844);
});

describe('by keyboard', () => {
  /** How many presses of Tab lead from the start of the content to an element. */
  async function pressesTo(selector: string): Promise<number> {
    await page.locator('#maincontent').focus();
    for (let presses = 1; presses <= 30; presses++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((one) => document.activeElement?.matches(one), selector)) return presses;
    }
    return Number.POSITIVE_INFINITY;
  }

  test.each([
    ['/board', '#aim-outcomes', 'the first aim'],
    ['/disparities?by=deprivation', '#all-outcomes', 'the heat map'],
    [`/areas/${WARD}`, '[id^="own-"]', 'what is known'],
  ])('of %s no more than thirteen presses lead past the first question to %s', async (path, heading) => {
    await open(path);
    const fold = `details.fold:has(${heading}) > summary`;
    expect(await page.locator(fold).count()).toBeGreaterThan(0);
    expect(await pressesTo(fold)).toBeLessThanOrEqual(13);
  });

  test('the heat map is one stop', async () => {
    await open('/disparities?by=deprivation');
    await page.locator('#all-outcomes').click();
    await page.getByRole('grid').locator('[tabindex="0"]').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role="grid"]') === null)).toBe(true);
  });
});

test('a link to the gaps of an outcome opens on that outcome, by groups it has', async () => {
  await open('/disparities?indicator=overcrowding');
  await page.locator('.forest__row').first().waitFor();
  expect(await page.getByLabel('Indicator', { exact: true }).inputValue()).toBe('overcrowding');
  const top = await page
    .locator('.minute')
    .evaluate((one) => one.getBoundingClientRect().top + window.scrollY);
  expect(top).toBeLessThan(844);
  expect(await page.locator('.instead').count()).toBe(0);
});

describe('a page that is asked for what is not there', () => {
  test('says what it shows instead, whichever page it is', async () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      [
        '/disparities?indicator=overcrowding&by=deprivation&area=E05999999&period=1999&reference=zzz',
        /E05999999[\s\S]*zzz[\s\S]*1999/,
      ],
      ['/vaccination?period=1999&area=E05999999', /E05999999[\s\S]*1999/],
      ['/indicators/covid-19-dose-1?ethnicGroup=black', /Black residents/],
      ['/board?populationGroup=giants', /“giants” as a population group/],
      ['/plan?release=first', /“first” as a release/],
      ['/?question=42', /“question”, which this page does not know/],
    ];
    for (const [path, words] of cases) {
      await open(path);
      const notices = page.getByRole('region', { name: 'Shown instead of what the link asks for' });
      await notices.first().waitFor();
      expect((await notices.allInnerTexts()).join('\n')).toMatch(words);
      expect(await page.getByRole('alert').count()).toBe(0);
    }
  });

  test('offers what may have been meant as links, without a machine’s words', async () => {
    for (const [path, link] of [
      ['/indicators/covid-dose-1', 'First COVID-19 dose'],
      ['/map?indicator=overcrowdings', 'Overcrowding'],
      ['/disparities?indicator=overcrowdings', 'Overcrowding'],
      ['/boards', 'Board'],
    ] as const) {
      await open(path);
      await page.locator('main').getByRole('link', { name: link, exact: true }).first().waitFor();
      expect(await page.locator('main').innerText()).not.toMatch(/must match|\^\[|pattern|undefined|null/);
    }
  });
});

describe('on paper', () => {
  test('maps stand as drawings with the colours of their legend, though never scrolled to', async () => {
    await open('/disparities?indicator=overcrowding&by=deprivation');
    await page.locator('.gap-legend li').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const fills = await page
      .locator('.map-drawing [data-code]')
      .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('fill')))]);
    const legend = await page.locator('.gap-legend__swatch').evaluateAll((all) =>
      all.map((one) => {
        const { backgroundColor, printColorAdjust } = getComputedStyle(one);
        return { backgroundColor, printColorAdjust };
      }),
    );
    expect(await page.locator('.map-drawing').isVisible()).toBe(true);
    expect(await page.locator('.map__canvas').isVisible()).toBe(false);
    expect(legend.length).toBeGreaterThan(2);
    for (const { printColorAdjust } of legend) expect(printColorAdjust).toBe('exact');
    const rgb = (hex: string) =>
      `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
    const drawn = fills.flatMap((fill) => (fill?.startsWith('#') ? [rgb(fill)] : []));
    expect(drawn.length).toBeGreaterThan(1);
    for (const colour of drawn)
      expect(legend.map(({ backgroundColor }) => backgroundColor)).toContain(colour);
  });

  test('what lies far below is there without scrolling', async () => {
    await open('/vaccination?ethnicScheme=census-2021-5');
    await page.getByRole('region', { name: 'Two populations' }).getByRole('figure').waitFor();
    await page
      .getByRole('region', { name: 'Completion and weeks behind' })
      .getByRole('figure')
      .first()
      .waitFor();
  });
});

describe('in forced colours', () => {
  beforeEach(() => page.emulateMedia({ forcedColors: 'active' }));
  const colourOf = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));

  test('the legend keeps a colour for each class', async () => {
    await open('/map?indicator=covid-19-dose-1');
    const fills = await colourOf('.legend__fill');
    expect(fills.length).toBeGreaterThan(3);
    expect(new Set(fills).size).toBe(fills.length);
  });

  test('a chosen button is told from one that is not', async () => {
    await open('/map?indicator=covid-19-dose-1&view=verdict');
    const [chosen] = await colourOf('.switch__item[aria-current="true"]');
    const [other] = await colourOf('.switch__item[aria-current="false"]');
    expect(chosen).not.toBe(other);
  });

  test('the heat map keeps its colours, and no page has a fault', async () => {
    await open('/disparities?by=deprivation');
    await page.locator('#all-outcomes').click();
    await page.getByRole('grid').waitFor();
    expect(new Set(await colourOf('.heat__cell')).size).toBeGreaterThan(3);
    expect(await faultsOf(page)).toEqual([]);
  });
});
