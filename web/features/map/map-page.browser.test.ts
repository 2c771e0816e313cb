import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type {
  AreasReply,
  BoundariesReply,
  IndicatorAreasReply,
  IndicatorReply,
} from '../../../server/contract/replies.ts';
import { launchBrowser } from '../../testing-browser.ts';
import { getJson, rowsFrom, rowsOf } from '../../testing-page.ts';
import { openSite, type Site } from '../../testing-site.ts';

const OVER_65 = '/map?indicator=covid-19-dose-1&ageBand=65-plus&denominator=census';
/** The same among the population whose differences are judged. */
const JUDGED = '/map?indicator=covid-19-dose-1&ageBand=65-plus';

let app: Site;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let said: string[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([openSite(), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  page = await context.newPage();
  said = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on(
    'request',
    (request) =>
      request.url().startsWith('http') && !request.url().startsWith(app.address) && said.push(request.url()),
  );
});
afterEach(async () => {
  await page.close();
});

const api = <Reply>(path: string) => getJson<Reply>(`${app.address}/api/v1${path}`);
const open = async (path: string) => {
  await page.goto(app.address + path);
  await page.locator('table.areas tbody tr').first().waitFor();
  // It comes whole; its buttons answer once its script is there.
  if ((await page.locator('.map').count()) > 0) await painted();
};
const panel = () => page.getByRole('region', { name: 'Chosen area' });
const search = () => new URL(page.url()).searchParams;
const choose = (label: string, option: string) =>
  page.getByLabel(label, { exact: true }).selectOption(option);

/** The reply to the question the URL now asks. */
async function replyOfUrl(): Promise<IndicatorAreasReply> {
  const query = search();
  const indicator = query.get('indicator');
  for (const part of ['indicator', 'view', 'display', 'area']) query.delete(part);
  return api(`/indicators/${indicator}/areas?${query}`);
}

const byName = (rows: string[][]) => rows.toSorted(([a = ''], [b = '']) => a.localeCompare(b));

/** Waits until the table shows the reply to the URL's question, row for row. */
async function expectTableAsReply(): Promise<void> {
  const reply = await replyOfUrl();
  const { unit, decimals } = await api<IndicatorReply>(`/indicators/${reply.query.indicator}`);
  await page.getByRole('table', { name: reply.title, exact: true }).waitFor();
  const expected = rowsFrom(reply, decimals, unit === 'percent' ? '%' : '');
  expect(expected.length).toBeGreaterThan(20);
  expect(byName(await rowsOf(page))).toEqual(byName(expected));
}

/** Where a point of the earth lies on the screen: Web Mercator, the place's box fitted with 12 pixels around it. */
async function onScreen([east, north]: readonly [number, number]): Promise<{ x: number; y: number }> {
  const { bbox } = await api<BoundariesReply>('/boundaries/ward');
  const [west = 0, south = 0, far = 0, top = 0] = bbox;
  const mercator = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
  const radians = Math.PI / 180;
  const canvas = await page.locator('.map__list').boundingBox();
  if (canvas === null) throw new Error('there is no map');
  const scale = Math.min(
    (canvas.width - 24) / ((far - west) * radians),
    (canvas.height - 24) / (mercator(top) - mercator(south)),
  );
  return {
    x: canvas.x + canvas.width / 2 + (east - (west + far) / 2) * radians * scale,
    y: canvas.y + canvas.height / 2 + ((mercator(top) + mercator(south)) / 2 - mercator(north)) * scale,
  };
}

/** The mean of the corners of a ward; the wards used here are round enough to hold it. */
async function middleOf(name: string): Promise<{ x: number; y: number; code: string }> {
  const { features } = await api<BoundariesReply>('/boundaries/ward');
  const ward = features.find(({ properties }) => properties.name === name);
  if (ward === undefined) throw new Error(`there is no ward ${name}`);
  const ring = (ward.geometry.coordinates as number[][][])[0] ?? [];
  const mean = (at: number) => ring.reduce((sum, corner) => sum + (corner[at] ?? 0), 0) / ring.length;
  return { ...(await onScreen([mean(0), mean(1)])), code: ward.properties.code };
}

/** The colour of one pixel of the page as it is seen. */
async function pixelAt(x: number, y: number): Promise<number[]> {
  const png = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
  return page.evaluate(
    async (data) => {
      const picture = new Image();
      picture.src = data;
      await picture.decode();
      const pen = new OffscreenCanvas(1, 1).getContext('2d');
      pen?.drawImage(picture, 0, 0);
      return [...(pen?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}

const painted = () =>
  page.waitForFunction(() => document.querySelector('.map[data-painted="true"]') !== null);

describe('by mouse', () => {
  test('a click on a ward chooses it on the map, in the table, in words and in the URL', async () => {
    await open(OVER_65);
    await painted();
    for (const name of ['Dulwich Wood', 'Peckham Rye', 'Dulwich Village']) {
      const { x, y, code } = await middleOf(name);
      await page.mouse.click(x, y);
      await panel().getByRole('heading', { name }).waitFor();
      expect(search().get('area')).toBe(code);
      expect(await page.locator('table.areas button[aria-pressed="true"]').allInnerTexts()).toEqual([name]);
      expect(await page.locator('.map').getByRole('option', { selected: true }).allInnerTexts()).toHaveLength(
        1,
      );
    }
    expect(said).toEqual([]);
  });

  test('pointing at a ward marks its row; pointing at a row marks its ward', async () => {
    await open(OVER_65);
    await painted();
    const { x, y, code } = await middleOf('Dulwich Wood');
    await page.mouse.move(x, y);
    await page.locator(`tr.areas__row--pointed[data-code="${code}"]`).waitFor();
    expect(await page.locator('.tooltip strong').textContent()).toBe('Dulwich Wood');
    await page.getByRole('button', { name: 'Peckham Rye' }).hover();
    await page.locator('.tooltip strong', { hasText: 'Peckham Rye' }).waitFor();
  });

  test('wards are painted in the colour of their class', async () => {
    await open(OVER_65);
    await painted();
    const { areas, breaks } = await replyOfUrl();
    // Names stand over colours.
    await page.locator('.map-drawing__names').evaluateAll((sets) => {
      for (const set of sets) set.setAttribute('visibility', 'hidden');
    });
    const fills = await page
      .locator('.legend__fill')
      .evaluateAll((all) =>
        all.map((one) => getComputedStyle(one).backgroundColor.match(/\d+/g)?.map(Number)),
      );
    expect(fills).toHaveLength(breaks.length + 1);
    for (const name of ['Dulwich Wood', 'Peckham Rye', 'Dulwich Village']) {
      const area = areas.find((one) => one.name === name);
      if (area?.status !== 'shown') throw new Error(`${name} has no figure`);
      const { x, y } = await middleOf(name);
      // The written value decides, so that whoever reads it knows its class.
      const written = Number(area.value.toFixed(1));
      expect(await pixelAt(x, y)).toEqual(fills[breaks.filter((edge) => written >= edge).length]);
    }
  });
});

describe('by keyboard', () => {
  test('arrows move among wards on the map, Enter chooses, and both are told', async () => {
    await open(JUDGED);
    await painted();
    const map = page.getByRole('listbox');
    await map.focus();
    await page.keyboard.press('End');
    const first = await map.getAttribute('aria-activedescendant');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = await map.getAttribute('aria-activedescendant');
    expect(second).not.toBe(first);
    const words = await page.locator(`[id="${second}"]`).textContent();
    expect(words).toMatch(/^[A-Z].+, \d+\.\d%, (better|worse|not beyond chance)(, could be chance)?$/);
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .filter({ hasText: `Chosen: ${words}` })
      .waitFor();
    expect(search().get('area')).toBe(second?.replace('area-', ''));
  });

  test('a row of the table chooses too, and the choice can be cleared', async () => {
    await open(JUDGED);
    const worse = (await replyOfUrl()).areas.find(({ verdict }) => verdict === 'worse');
    if (typeof worse?.gap !== 'number') throw new Error('a ward is worse than the rest');
    await page.getByRole('button', { name: worse.name, exact: true }).focus();
    await page.keyboard.press('Enter');
    const words = panel();
    await words.getByRole('heading', { name: worse.name }).waitFor();
    const below = Math.abs(worse.gap).toFixed(1);
    expect(await words.textContent()).toMatch(
      new RegExp(`Worse than the rest of .+, ${below} percentage points below`),
    );
    await page.getByRole('button', { name: 'Clear choice' }).press('Enter');
    await words.getByText('Choose an area').waitFor();
    expect(search().has('area')).toBe(false);
  });
});

describe('the table', () => {
  test('has every row of the reply, figure for figure', async () => {
    await open(`${OVER_65}&display=table`);
    await expectTableAsReply();
    const rows = new Map((await rowsOf(page)).map(([name = '', value = '']) => [name, value]));
    expect(rows.size).toBe(23);
    expect(
      ['Camberwell Green', 'Newington', 'North Walworth', 'Dulwich Village'].map((name) => rows.get(name)),
    ).toEqual(['83.0%', '90.7%', '93.1%', '97.6%']);
    expect(await panel().textContent()).toMatch(/91\.4%[\s\S]*23,478 of 25,681/);
  });

  test('sorts by name and by value, both ways', async () => {
    await open(`${OVER_65}&display=table`);
    const names = async () => (await rowsOf(page)).map(([name]) => name);
    const lowest = await names();
    expect(lowest[0]).toBe('Camberwell Green');
    await page
      .getByRole('columnheader')
      .getByRole('link', { name: /^Value/ })
      .click();
    await expect.poll(names).toEqual(lowest.toReversed());
    await page.getByRole('columnheader').getByRole('link', { name: /^Ward/ }).click();
    await expect.poll(names).toEqual(lowest.toSorted((a = '', b = '') => a.localeCompare(b, 'en-GB')));
  });
});

describe('the sentence', () => {
  test('indicator, age, denominator and group can be switched, and the table follows each', async () => {
    await open('/map?indicator=covid-19-dose-1');
    await choose('Age', '65-plus');
    await expectTableAsReply();
    expect(search().get('ageBand')).toBe('65-plus');
    await choose('Counted among', 'census');
    await expectTableAsReply();
    expect(search().get('denominator')).toBe('census');
    await choose('Indicator', 'covid-19-dose-2');
    await expectTableAsReply();
    expect(Object.fromEntries(search())).toMatchObject({
      indicator: 'covid-19-dose-2',
      ageBand: '65-plus',
      denominator: 'census',
    });
    await choose('Population group', 'working-age');
    await expectTableAsReply();
    expect(search().get('populationGroup')).toBe('working-age');
    await choose('Indicator', 'residents');
    await page.getByRole('heading', { level: 2, name: /^Residents/ }).waitFor();
    // What the new indicator cannot be asked is said, not dropped in silence.
    const notice = page.getByRole('region', { name: 'Shown instead of what the link asks for' });
    expect(await notice.innerText()).toContain('a count among Census 2021 residents');
    expect(said).toEqual([]);
  });

  test('every choice it offers has figures', async () => {
    await open('/map?indicator=covid-19-dose-1&denominator=census');
    const offered = await page
      .getByLabel('Age', { exact: true })
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(offered.length).toBeGreaterThan(5);
    for (const ageBand of offered) {
      await choose('Age', ageBand);
      await page.waitForURL((url) => url.searchParams.get('ageBand') === ageBand);
      await expectTableAsReply();
    }
  });
});

describe('the URL', () => {
  const link = `${JUDGED}&view=verdict&area=E05011096`;

  test('restores question, view, display and choice', async () => {
    await open(`${link}&display=table`);
    await panel().getByRole('heading', { name: 'Camberwell Green' }).waitFor();
    expect(await page.getByRole('heading', { level: 2 }).textContent()).toMatch(
      /^First COVID-19 dose, aged 65 and over: \d+ wards worse/,
    );
    expect(await page.locator('.map').count()).toBe(0);
    expect(await page.locator('.switch__item[aria-current="true"]').allInnerTexts()).toEqual([
      expect.stringMatching(/^Against the rest of/),
      'View as table',
    ]);
  });

  test('goes back one step at a time', async () => {
    await open(OVER_65);
    await choose('Age', '50-64');
    await page.waitForURL(/ageBand=50-64/);
    await page.getByRole('link', { name: 'View as table' }).click();
    await page.waitForURL(/display=table/);
    await page.goBack();
    expect(search().has('display')).toBe(false);
    await page.goBack();
    expect(search().get('ageBand')).toBe('65-plus');
    await page.getByRole('table', { name: /65 and over/ }).waitFor();
    await expectTableAsReply();
  });

  test('a link copied leaves nothing to defaults', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('/map?indicator=covid-19-dose-1');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied').waitFor();
    const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(Object.fromEntries(copied.searchParams)).toEqual({
      indicator: 'covid-19-dose-1',
      populationGroup: 'all',
      ageBand: 'all',
      denominator: 'nims',
      areaType: 'ward',
      period: '2021-07-15',
    });
  });

  test('opens with a notice of each part it cannot answer, and stays as it was asked', async () => {
    const asked =
      'indicator=covid-19-dose-1&ethnicGroup=black&period=1999&areaType=galaxy&view=%3Cb%3E&colour=red';
    await open(`/map?${asked}`);
    const notices = page.getByRole('region', { name: 'Shown instead of what the link asks for' });
    const text = (await notices.allInnerTexts()).join(' ');
    for (const part of [
      'no figures here for Black residents. This page shows people of every ethnic group.',
      'no figures here for 1999. This page shows 15 July 2021.',
      'a type of area called “galaxy”. This page shows wards.',
      '“<b>” as a way to colour the map',
      '“colour”, which this page does not know',
    ])
      expect(text).toContain(part);
    expect([...search()].sort()).toEqual([...new URLSearchParams(asked)].sort());
    // The API refuses each, and names what it has.
    for (const part of ['ethnicGroup=black', 'period=1999', 'areaType=galaxy']) {
      const response = await fetch(`${app.address}/api/v1/indicators/covid-19-dose-1/areas?${part}`);
      expect([400, 422]).toContain(response.status);
      expect(((await response.json()) as { allowed: string[] }).allowed.length).toBeGreaterThan(0);
    }
    // A choice of the reader's own is a new question, without it.
    await choose('Age', '65-plus');
    await expect.poll(() => notices.count()).toBe(0);
    await expectTableAsReply();
  });

  test('answered as asked opens without a notice', async () => {
    await open(link);
    expect(await page.locator('.instead').count()).toBe(0);
  });

  test('an unknown indicator is named, with what to do next', async () => {
    await page.goto(`${app.address}/map?indicator=no-such-indicator`);
    const message = page.getByRole('alert');
    expect(await message.textContent()).toContain('no-such-indicator');
    expect(await message.textContent()).toContain('Choose another question');
    await choose('Indicator', 'covid-19-dose-2');
    await expectTableAsReply();
  });
});

test('home leads each reader to a question the map answers, and names the place as the API does', async () => {
  await page.goto(app.address);
  const place = (await api<AreasReply>('/areas?type=borough')).areas[0]?.name ?? '';
  await page.getByRole('heading', { level: 1, name: place }).waitFor();
  expect(await page.title()).toContain(place);
  const links = await page
    .locator('.reader a[href^="/map"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThanOrEqual(6);
  for (const href of links) {
    await open(href);
    for (const [part, value] of new URL(href, app.address).searchParams)
      expect(search().get(part)).toBe(value);
    await expectTableAsReply();
  }
  expect(said).toEqual([]);
});

test('what is chosen before the script has come is followed once it has', async () => {
  const newcomer = await browser.newContext();
  await page.close();
  page = await newcomer.newPage();
  const { promise, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/*.js', async (route) => {
    await promise;
    await route.continue();
  });
  await page.goto(app.address + OVER_65, { waitUntil: 'commit' });
  await choose('Age', '50-64');
  expect(search().get('ageBand')).toBe('65-plus');
  release();
  await expect.poll(() => search().get('ageBand')).toBe('50-64');
  await expectTableAsReply();
  await newcomer.close();
});

test('a lost connection is told, with a way to try again', async () => {
  // Whoever has never been here has no reply kept.
  const newcomer = await browser.newContext();
  await page.close();
  page = await newcomer.newPage();
  await open(OVER_65);
  // Its scripts have come.
  await painted();
  await newcomer.setOffline(true);
  await choose('Age', '50-64');
  await page.getByRole('alert').getByText('The server could not be reached').waitFor();
  await newcomer.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectTableAsReply();
  await newcomer.close();
});

test('without WebGL the map stands, and says that it cannot be zoomed', async () => {
  const plain = await launchBrowser(['--disable-3d-apis']);
  try {
    const tab = await plain.newPage();
    await tab.goto(app.address + OVER_65);
    expect(await tab.locator('.map-drawing [data-code]').count()).toBe(23);
    await tab.locator('.map[data-painted="true"]').waitFor();
    await tab.getByRole('button', { name: 'Zoom in' }).click();
    await tab.getByText('This map cannot be zoomed here').waitFor();
    expect(await tab.locator('.map-drawing [data-code]').first().isVisible()).toBe(true);
    expect(await tab.locator('table.areas tbody tr').count()).toBe(23);
  } finally {
    await plain.close();
  }
});
