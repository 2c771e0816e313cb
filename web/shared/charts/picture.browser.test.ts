import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../testing-browser.ts';
import { openSite, type Site } from '../../testing-site.ts';
import { pictureName } from './picture.ts';

let app: Site;
let browser: Browser;
let page: Page;
const said: string[] = [];
beforeAll(async () => {
  [app, browser] = await Promise.all([openSite(), launchBrowser()]);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
});
afterAll(async () => {
  await browser?.close();
});

async function pictureFrom(figure: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: 'Download the picture (PNG)' }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Where something stands in a figure, in parts of its width and height from the top left. */
const partOf = async (figure: Locator, something: string) => {
  const [whole, part] = [await figure.boundingBox(), await figure.locator(something).first().boundingBox()];
  if (whole === null || part === null) throw new Error(`${something} is drawn in the figure`);
  return { x: part.x - whole.x, y: part.y - whole.y, width: part.width, height: part.height };
};

/** The size of a picture, and how many colours it has in a part of it given in pixels of the page. */
const look = (bytes: Buffer, part: { x: number; y: number; width: number; height: number }) =>
  page.evaluate(
    async ([data, { x, y, width, height }]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const pixels = context?.getImageData(2 * (x + 24), 2 * (y + 24), 2 * width, 2 * height).data ?? [];
      const colours = new Map<string, number>();
      for (let at = 0; at < pixels.length; at += 4) {
        const colour = pixels.slice(at, at + 3).join();
        colours.set(colour, (colours.get(colour) ?? 0) + 1);
      }
      // Edges are blurred: a colour of an area fills some of the part.
      const filled = [...colours.values()].filter((count) => count > pixels.length / 4 / 500).length;
      return { width: image.width, filled };
    },
    [bytes.toString('base64'), part] as const,
  );

describe('a figure as a picture', () => {
  test.each([
    ['the map by ward', '/map?indicator=covid-19-dose-1', '.map-drawing > svg'],
    ['the map with time', '/vaccination?ageBand=50-64', '.map-drawing > svg'],
    ['gaps between groups', '/disparities?by=deprivation#all-outcomes', '[role="grid"]'],
    ['a trend', '/indicators/mmr-1-at-2-years', '.time-chart__plot'],
  ])('%s has in it what is drawn', async (_name, path, drawn) => {
    await page.goto(app.address + path, { waitUntil: 'networkidle' });
    const figure = page
      .locator('.chart-frame')
      .filter({ has: page.locator(drawn) })
      .first();
    await figure.locator(drawn).first().waitFor();
    if (drawn.includes('map')) await figure.locator('.map[data-painted="true"]').waitFor();
    await figure.scrollIntoViewIfNeeded();
    const title = await figure.locator('.chart-frame__title').innerText();
    const width = (await figure.boundingBox())?.width ?? 0;
    const { name, bytes } = await pictureFrom(figure);
    expect(name).toBe(pictureName(title));
    // A map that goes along with the page stands at its own place again.
    await page.evaluate(() => window.scrollTo(0, 0));
    // What is above it in the picture stands where it does on the page, but for the buttons left out.
    const part = await partOf(figure, drawn);
    const controls = await figure.evaluate(
      (one) => one.querySelector('.controls')?.getBoundingClientRect().height ?? 0,
    );
    const seen = await look(bytes, { ...part, y: Math.max(0, part.y - controls) });
    expect(seen.width).toBe(2 * Math.round(width + 48));
    expect(seen.filled).toBeGreaterThan(2);
    // The page is as it was.
    expect(await figure.locator('.chart-frame__address').count()).toBe(0);
    expect(await figure.getByRole('button', { name: 'Download the picture (PNG)' }).isVisible()).toBe(true);
    expect(said).toEqual([]);
  });

  test('says so where it cannot be made, and the page is as it was', async () => {
    // What makes pictures is fetched when the first is asked for: a new visitor has not got it yet.
    const context = await browser.newContext();
    const visit = await context.newPage();
    await visit.goto(`${app.address}/indicators/mmr-1-at-2-years`, { waitUntil: 'networkidle' });
    const figure = visit.locator('.chart-frame').first();
    await context.setOffline(true);
    const button = figure.getByRole('button', { name: 'Download the picture (PNG)' });
    await button.click();
    await figure.getByRole('alert').filter({ hasText: 'The CSV has every figure.' }).waitFor();
    expect(await button.isVisible()).toBe(true);
    expect(await figure.locator('.chart-frame__address').count()).toBe(0);
    await context.close();
  });
});
