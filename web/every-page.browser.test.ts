import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './testing-browser.ts';
import { faultsOf, overflowOf, settled } from './testing-page.ts';
import { openSite, type Site } from './testing-site.ts';

const QUESTION = '/map?indicator=covid-19-dose-1&ageBand=65-plus';
/** Every page in every state a reader can bring it to. */
const states: Readonly<Record<string, string>> = {
  home: '/',
  'map by value': QUESTION,
  'map by verdict, a ward chosen': `${QUESTION}&denominator=census&view=verdict&area=E05011096`,
  'map of many small areas': '/map?indicator=deprivation-decile-2025&areaType=lsoa',
  'map as a table': `${QUESTION}&display=table`,
  'residents of one ethnic group': '/map?indicator=residents&ethnicScheme=census-2021-5&ethnicGroup=black',
  'a ward': '/areas/E05011096',
  'a small area': '/areas/E01003911',
  'the whole place': '/areas/E09000028',
  'an unknown area': '/areas/E05999999',
  'all indicators': '/indicators',
  'indicators looked for': '/indicators?q=dose',
  'indicators nobody holds': '/indicators?q=xylophone&kind=outcome',
  'an indicator of wards': '/indicators/covid-19-dose-1?ageBand=65-plus&area=E05011096',
  'an indicator of small areas': '/indicators/deprivation-decile-2025',
  'an indicator of the whole place': '/indicators/mmr-1-at-2-years',
  'an indicator there is not': '/indicators/no-such-indicator',
  'the plan': '/plan',
  'how we protect people': '/how-we-protect-people',
  methods: '/about/methods',
  'the Fingertips API': '/fingertips',
  'the plan of a release there is not': '/plan?release=99',
  'facts about vaccination': '/vaccination-facts',
  'vaccine uptake': '/vaccination',
  'uptake that is published for no area here': '/vaccination?indicator=deprivation-decile-2025',
  'uptake of what there is not': '/vaccination?indicator=no-such-indicator',
  'the board': '/board',
  'the board of real figures': '/board?figures=real',
  'the board pack': '/board/pack?pins=mmr-1-at-2-years.children',
  'a pin there is not': '/board/pack?pins=no-such-indicator.all',
  'the board of a release there is not': '/board?release=99',
  'what changed': '/changes',
  'what changed, of the first release': '/changes?release=1',
  'the board of an earlier release': '/board?release=1',
  'gaps by ethnic group': '/disparities',
  'gaps of real figures': '/disparities?figures=real',
  'gaps of a synthetic outcome, real figures asked for':
    '/disparities?figures=real&by=ethnicGroup&indicator=blood-pressure-recorded',
  'gaps of one outcome': '/disparities?by=ethnicGroup&indicator=blood-pressure-recorded',
  'gaps by deprivation, an outcome over time, an age-standardised one':
    '/disparities?by=deprivation&indicator=covid-19-dose-1&group=1',
  'gaps in a ward, on the map':
    '/disparities?by=ethnicGroup&indicator=blood-pressure-recorded&area=E05011096&group=black&reference=white',
  'where people live, a property of areas':
    '/disparities?by=ethnicGroup&indicator=living-in-income-deprived-areas&group=black',
  'gaps among nineteen groups': '/disparities?by=ethnicGroup&ethnicScheme=census-2021-19',
  'gaps in counts of people, rounded and by age':
    '/disparities?by=ethnicGroup&indicator=nhs-health-check-uptake&area=E05011096',
  'gaps over time': '/disparities?by=ethnicGroup&indicator=readmissions-within-30-days&group=black',
  'gaps of an outcome there is not': '/disparities?indicator=no-such-indicator',
  'gaps in an area there is not': '/disparities?area=E05999999',
  data: '/data',
  'data of a release there is not': '/data?release=99',
  'a map of what has none': '/map?indicator=mmr-1-at-2-years',
  'an unknown indicator': '/map?indicator=no-such-indicator',
  'an unknown page': '/no-such-page',
};

const PROJECT = resolve(import.meta.dirname, '..');

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

  test('home sends at most 170 KB of script, and nothing of the map', async () => {
    const { script, addresses } = await weigh('/');
    expect(script).toBeGreaterThan(0);
    expect(script).toBeLessThanOrEqual(170_000);
    expect(
      addresses.filter((address) => /maplibre|area-map|map-page|map-worker|boundaries/.test(address)),
    ).toEqual([]);
  });
  test('the map page sends at most 350 KB of script and 450 KB in all', async () => {
    const { script, all, addresses } = await weigh(QUESTION);
    expect(addresses.filter((address) => /maplibre/.test(address))).not.toEqual([]);
    expect(script).toBeLessThanOrEqual(350_000);
    expect(all).toBeLessThanOrEqual(450_000);
  });
  test('vaccine uptake, with its map, sends at most 370 KB of script and 450 KB in all', async () => {
    const { script, all, addresses } = await weigh('/vaccination');
    expect(addresses.filter((address) => /maplibre/.test(address))).not.toEqual([]);
    expect(script).toBeLessThanOrEqual(370_000);
    expect(all).toBeLessThanOrEqual(450_000);
  });
});
