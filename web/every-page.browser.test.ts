import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './testing-browser.ts';
import { faultsOf, overflowOf, settled } from './testing-page.ts';
import { openSite, type Site } from './testing-site.ts';
import { QUESTION, states } from './testing-states.ts';

const PROJECT = resolve(import.meta.dirname, '..');

const SMALL_AREAS = states['map of many small areas'] ?? '';

let app: Site;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  [app, browser] = await Promise.all([openSite(), launchBrowser()]);
  context = await browser.newContext();
});
afterAll(async () => {
  await browser?.close();
});

async function visit<T>(path: string, width: number, look: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  try {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(app.address + path, { waitUntil: 'networkidle' });
    return await look(page);
  } finally {
    await page.close();
  }
}

/**
 * A page is opened on a wide screen, where the most of it is in sight and so drawn, and then made narrower, as by dragging its
 * window: no part of a page asks how wide it is but by its style, which the last test of these holds.
 */
describe.each(Object.entries(states))('%s', (_name, path) => {
  let page: Page;
  beforeAll(async () => {
    page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 844 });
    await page.goto(app.address + path, { waitUntil: 'networkidle' });
  });
  afterAll(() => page?.close());
  const make = async (width: number) => {
    await page.setViewportSize({ width, height: 844 });
    await settled(page);
  };

  test.each([1280, 390])('has no fault axe can find and fits at %i px', async (width) => {
    await make(width);
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  });
  test('fits at 320 px, which is also 1280 px at four times the size', async () => {
    await make(320);
    expect(await overflowOf(page)).toBe(0);
  });
  test('what scrolls sideways on a phone shows at its edge that there is more', async () => {
    await make(390);
    expect(await silentScrollers(page)).toEqual([]);
  });
});

/** What can be scrolled sideways and has no shadow at the edge that hides more of it. */
const silentScrollers = (page: Page) =>
  page.locator('body *').evaluateAll((elements) =>
    elements
      .filter(
        (one) =>
          // Not what lies in a fold that is closed.
          one.checkVisibility() &&
          /auto|scroll/.test(getComputedStyle(one).overflowX) &&
          one.scrollWidth - one.clientWidth > 1,
      )
      .filter(({ parentElement: around }) => {
        const edge = around === null ? undefined : getComputedStyle(around, '::after');
        return edge?.visibility !== 'visible' || edge.content === 'none';
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );

test('no part of a page asks how wide the window is but by its style', () => {
  const asking = /innerWidth|outerWidth|screen\.width|visualViewport|\((min|max)-width/;
  const sources = globSync('web/**/*.{ts,tsx}', { cwd: PROJECT }).filter(
    (file) => !/\.test\.tsx?$|(^|\/)testing[^/]*\.tsx?$/.test(file),
  );
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.filter((file) => asking.test(readFileSync(join(PROJECT, file), 'utf8')))).toEqual([]);
});

test('on a phone the map begins within the first screen', async () => {
  const top = await visit(QUESTION, 390, (page) =>
    page.locator('.map').evaluate((map) => map.getBoundingClientRect().top),
  );
  expect(top).toBeLessThan(844);
});

describe('weight, as the browser receives it', () => {
  /** Bytes by kind of all answers to one visit, bodies as sent. */
  async function weigh(path: string): Promise<{ script: number; all: number; addresses: string[] }> {
    const weight = { script: 0, all: 0, addresses: [] as string[] };
    // Whoever has never been here has nothing kept.
    const newcomer = await browser.newContext();
    const fresh = await newcomer.newPage();
    const sizes: Promise<void>[] = [];
    newcomer.on('requestfinished', (request) => {
      if (!request.url().startsWith('http')) return;
      weight.addresses.push(request.url());
      sizes.push(
        request.sizes().then(({ responseBodySize }) => {
          weight.all += responseBodySize;
          if (request.url().endsWith('.js')) weight.script += responseBodySize;
        }),
      );
    });
    await fresh.goto(app.address + path, { waitUntil: 'networkidle' });
    await Promise.all(sizes);
    await newcomer.close();
    return weight;
  }

  /** What comes only when somebody asks for it. */
  const later = (addresses: readonly string[]) =>
    addresses.filter((address) => /(maplibre|outline-map|map-worker|closer-chart).*\.js$/.test(address));

  test('home sends at most 111 KB of script, and nothing of the map', async () => {
    const { script, addresses } = await weigh('/');
    expect(script).toBeGreaterThan(0);
    expect(script).toBeLessThanOrEqual(111_000);
    expect(later(addresses)).toEqual([]);
    expect(addresses.filter((address) => /map-page|boundaries/.test(address))).toEqual([]);
  });
  test.each([QUESTION, SMALL_AREAS])(
    'the map %s sends at most 160 KB of script before it is zoomed',
    async (path) => {
      const { script, all, addresses } = await weigh(path);
      expect(later(addresses)).toEqual([]);
      expect(script).toBeLessThanOrEqual(160_000);
      expect(all).toBeLessThanOrEqual(260_000);
    },
  );
  test.each([
    '/vaccination',
    '/vaccination?ethnicScheme=census-2021-5',
    '/disparities?by=ethnicGroup&indicator=readmissions-within-30-days&group=black',
    '/indicators/mmr-2-at-5-years',
    '/board',
    '/board/pack?pins=mmr-1-at-2-years.children',
    '/areas/E05011096',
    '/about/methods',
  ])('%s sends at most 260 KB of script', async (path) => {
    const { script, addresses } = await weigh(path);
    expect(later(addresses)).toEqual([]);
    expect(script).toBeGreaterThan(0);
    expect(script).toBeLessThanOrEqual(260_000);
  });
});
