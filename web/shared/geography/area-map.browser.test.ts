/** A map as it stands at first, and as it is once somebody zooms. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../testing-browser.ts';
import { openSite, type Site } from '../../testing-site.ts';

const WARDS = '/map?indicator=covid-19-dose-1&ageBand=65-plus';
const SMALL_AREAS = '/map?indicator=deprivation-decile-2025&areaType=lsoa';
const GAPS = '/disparities?by=ethnicGroup&indicator=blood-pressure-recorded&group=black';

let app: Site;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let fetched: string[];
beforeAll(async () => {
  [app, browser] = await Promise.all([openSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  // Whoever has never been here has nothing kept.
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  fetched = [];
  page.on(
    'request',
    (request) => /maplibre|outline-map|map-worker/.test(request.url()) && fetched.push(request.url()),
  );
});
afterEach(async () => {
  await context.close();
});

const open = async (path: string) => {
  await page.goto(app.address + path, { waitUntil: 'networkidle' });
  await page.locator('.map[data-painted="true"]').scrollIntoViewIfNeeded();
};
const zoomable = () => page.locator('.map--zoomable').waitFor();
/** Until the map moves no more. */
const still = () => page.waitForTimeout(1000);

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly code: string;
}

/** Points spread over the drawing, each a few pixels inside an area, and not on its name. */
const spotsOnDrawing = (): Promise<Spot[]> =>
  page.locator('.map-drawing').evaluate((drawing) => {
    const { left, top, width, height } = drawing.getBoundingClientRect();
    const names = [...drawing.querySelectorAll('text')].map((name) => name.getBoundingClientRect());
    const codeAt = (x: number, y: number) =>
      document.elementFromPoint(x, y)?.closest('[data-code]')?.getAttribute('data-code') ?? '';
    const spots: Spot[] = [];
    for (let x = left + 7; x < left + width; x += 17)
      for (let y = top + 7; y < Math.min(top + height, innerHeight); y += 17) {
        const code = codeAt(x, y);
        const isInside = [-4, 4].every(
          (step) => codeAt(x + step, y) === code && codeAt(x, y + step) === code,
        );
        const isOnName = names.some(
          (box) => x > box.left - 5 && x < box.right + 5 && y > box.top - 5 && y < box.bottom + 5,
        );
        if (code !== '' && isInside && !isOnName) spots.push({ x, y, code });
      }
    return spots;
  });

/** The area the page says the mouse is on. */
async function pointedAt({ x, y }: Spot): Promise<string | null> {
  await page.mouse.move(x, y);
  await page.locator('tr.areas__row--pointed').waitFor();
  await page.waitForTimeout(50);
  return page.locator('tr.areas__row--pointed').getAttribute('data-code');
}

/** Colours of the page as it is seen, red, green and blue. */
async function coloursAt(spots: readonly Spot[]): Promise<number[][]> {
  const png = await page.screenshot();
  return page.evaluate(
    async ([data, places]) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${data}`;
      await picture.decode();
      const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      pen?.drawImage(picture, 0, 0);
      return places.map(({ x, y }) => [...(pen?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3));
    },
    [png.toString('base64'), spots] as const,
  );
}

describe('before anybody zooms', () => {
  test.each([
    ['wards', WARDS],
    ['small areas', SMALL_AREAS],
    ['gaps', GAPS],
    ['uptake', '/vaccination'],
  ])('the map of %s is a drawing, and nothing is fetched for it', async (_name, path) => {
    await open(path);
    const shapes = page.locator('.map-drawing [data-code]');
    expect(await shapes.count()).toBe(await page.getByRole('listbox').getByRole('option').count());
    expect(await shapes.count()).toBeGreaterThan(20);
    await page.waitForTimeout(1500);
    expect(fetched).toEqual([]);
    expect(await page.locator('.map canvas').count()).toBe(0);
  });

  test('pointing and choosing need nothing more', async () => {
    await open(WARDS);
    const [spot] = await spotsOnDrawing();
    if (spot === undefined) throw new Error('there is nothing to point at');
    expect(await pointedAt(spot)).toBe(spot.code);
    expect(await page.locator('.tooltip').isVisible()).toBe(true);
    await page.mouse.click(spot.x, spot.y);
    await page.waitForURL((url) => url.searchParams.get('area') === spot.code);
    expect(await page.locator('.map-drawing__selected').getAttribute('d')).toBe(
      await page.locator(`.map-drawing [data-code="${spot.code}"]`).getAttribute('d'),
    );
    await page.mouse.move(1, 1);
    await page.locator('.tooltip').waitFor({ state: 'detached' });
    expect(fetched).toEqual([]);
  });

  test.each([1280, 390])('at %i px no name lies over another or outside the map', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [WARDS, `${WARDS}&view=verdict`, '/map?indicator=covid-19-dose-1&areaType=msoa']) {
      await open(path);
      const { names, around } = await page.locator('.map-drawing').evaluate((drawing) => ({
        around: drawing.getBoundingClientRect().toJSON() as DOMRect,
        names: [...drawing.querySelectorAll('.map-drawing__names text')]
          .map((name) => name.getBoundingClientRect().toJSON() as DOMRect)
          // Those of other widths are not drawn.
          .filter(({ width }) => width > 0),
      }));
      expect(names.length).toBeGreaterThan(4);
      for (const [at, one] of names.entries()) {
        expect(one.left).toBeGreaterThanOrEqual(around.left - 1);
        expect(one.right).toBeLessThanOrEqual(around.right + 1);
        for (const other of names.slice(at + 1)) {
          const apart = Math.max(
            one.left - other.right,
            other.left - one.right,
            one.top - other.bottom,
            other.top - one.bottom,
          );
          // Boxes hold the room above capitals and below tails, which is empty.
          expect(apart).toBeGreaterThan(-4);
        }
      }
    }
  });

  test('without script every area has its words', async () => {
    const withoutScript = await browser.newContext({ javaScriptEnabled: false });
    const plain = await withoutScript.newPage();
    for (const path of [WARDS, SMALL_AREAS, GAPS]) {
      await plain.goto(app.address + path);
      const areas = await plain.locator('.map-drawing [data-code]').evaluateAll((all) =>
        all.map((one) => ({
          words: one.querySelector('title')?.textContent ?? '',
          isDrawn: /^M.+Z$/.test(one.getAttribute('d') ?? ''),
        })),
      );
      expect(areas.length).toBeGreaterThan(20);
      expect(areas.filter(({ words, isDrawn }) => words === '' || !isDrawn)).toEqual([]);
      expect(await plain.getByRole('button', { name: 'Zoom in' }).isVisible()).toBe(false);
    }
    await withoutScript.close();
  });
});

describe('whoever zooms', () => {
  test('gets a map that can be zoomed, and back at its whole every area lies where it was drawn', async () => {
    await open(WARDS);
    const spots = await spotsOnDrawing();
    expect(new Set(spots.map(({ code }) => code)).size).toBeGreaterThan(12);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await zoomable();
    expect(fetched.length).toBeGreaterThan(0);
    await still();
    const zoomed = [];
    for (const spot of spots.slice(0, 12)) zoomed.push(await pointedAt(spot).catch(() => null));
    expect(zoomed).not.toEqual(spots.slice(0, 12).map(({ code }) => code));
    await page.getByRole('button', { name: 'Show the whole map' }).click();
    await still();
    for (const [at, spot] of spots.entries()) if (at % 3 === 0) expect(await pointedAt(spot)).toBe(spot.code);
  });

  test('or who reaches for many small areas, which stay in their colours under the same pixels', async () => {
    await open(SMALL_AREAS);
    const spots = await spotsOnDrawing();
    expect(spots.length).toBeGreaterThan(30);
    const before = await coloursAt(spots);
    expect(new Set(before.map(String)).size).toBeGreaterThan(2);
    await page.getByRole('listbox').focus();
    await zoomable();
    await still();
    expect(await coloursAt(spots)).toEqual(before);
    for (const spot of spots.slice(0, 15)) expect(await pointedAt(spot)).toBe(spot.code);
  });

  test.each(['a double click', 'the wheel with Control'])('by %s, around the mouse', async (how) => {
    await open(WARDS);
    const spots = await spotsOnDrawing();
    const spot = spots[Math.floor(spots.length / 2)];
    if (spot === undefined) throw new Error('there is nothing to point at');
    await page.mouse.move(spot.x, spot.y);
    if (how === 'a double click') await page.mouse.dblclick(spot.x, spot.y);
    else {
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -100);
      await page.keyboard.up('Control');
    }
    await zoomable();
    await still();
    await page.mouse.move(spot.x + 1, spot.y);
    expect(await pointedAt(spot)).toBe(spot.code);
    expect(await page.getByRole('button', { name: 'Show the whole map' }).isEnabled()).toBe(true);
  });

  test('prints the drawing, whole', async () => {
    await open(WARDS);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await zoomable();
    expect(await page.locator('.map-drawing [data-code]').first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.map-drawing [data-code]').first().isVisible()).toBe(true);
    expect(await page.locator('.map__canvas').isVisible()).toBe(false);
  });
});
