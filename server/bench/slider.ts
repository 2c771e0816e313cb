import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser, startApp } from '../../web/testing-browser.ts';
import { median } from '../stats/median.ts';
import { demonstrationServer } from './demonstration-server.ts';
import type { Out } from './out.ts';

/** What the issue of vaccine uptake allows a step of the map's slider, in milliseconds of main-thread script. */
const MOST = 16;
const STEPS = 24;
/** Long enough for all work of a step, short of when the URL follows. */
const SETTLED = 350;
const WATCHED = 3000;

/** Steps of the map's slider and frames while it plays, beside an idle pan of the same map. */
export async function benchSlider(out: Out): Promise<void> {
  const server = await demonstrationServer();
  const [app, browser] = await Promise.all([startApp(server), launchBrowser()]);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${app.address}/vaccination`, {
      waitUntil: 'networkidle',
    });
    const slider = page.getByRole('slider');
    await slider.scrollIntoViewIfNeeded();
    await page.locator('.map[data-painted="true"]').waitFor();
    await page.waitForTimeout(1500);
    const inspector = await page.context().newCDPSession(page);
    await inspector.send('Performance.enable');
    out(
      `A step of the map's time slider, milliseconds on the main thread (${await slider.getAttribute('max')} steps there are)`,
    );
    await timeSteps(page, inspector, out);
    await countFrames(page, out);
  } finally {
    await browser.close();
    await app.stop();
    await server.stop();
  }
}

async function timeSteps(page: Page, inspector: CDPSession, out: Out): Promise<void> {
  const still = await workOf(page, inspector, () => Promise.resolve());
  const script: number[] = [];
  const all: number[] = [];
  await page.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await page.waitForTimeout(1500);
  const last = Number(await page.getByRole('slider').getAttribute('max'));
  for (let step = 0; step < STEPS; step++) {
    const key = Math.floor(step / last) % 2 === 0 ? 'ArrowRight' : 'ArrowLeft';
    const work = await workOf(page, inspector, () => page.keyboard.press(key));
    script.push(work.script);
    all.push(work.all);
  }
  const [middle, most] = [median(script), Math.max(...script)];
  out(`  nothing done, for comparison: script ${still.script.toFixed(1)}, all work ${still.all.toFixed(1)}`);
  out(
    `  script: median ${middle.toFixed(1)}, most ${most.toFixed(1)} of ${STEPS}, at most ${MOST}: ${most <= MOST ? 'met' : 'NOT MET'}`,
  );
  out(
    `  all work (style, layout, painting too): median ${median(all).toFixed(1)}, most ${Math.max(...all).toFixed(1)}`,
  );
}

interface Work {
  readonly script: number;
  readonly all: number;
}

async function workOf(page: Page, inspector: CDPSession, act: () => Promise<unknown>): Promise<Work> {
  const read = async () => {
    const { metrics } = await inspector.send('Performance.getMetrics');
    const of = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
    return { script: of('ScriptDuration'), all: of('TaskDuration') };
  };
  const before = await read();
  await act();
  await page.waitForTimeout(SETTLED);
  const after = await read();
  return { script: after.script - before.script, all: after.all - before.all };
}

async function countFrames(page: Page, out: Out): Promise<void> {
  await page.keyboard.press('Home');
  await page.waitForTimeout(1500);
  await page.getByRole('button', { name: 'Play' }).click();
  const playing = await framesPerSecond(page);
  const pause = page.getByRole('button', { name: 'Pause' });
  if (await pause.isVisible()) await pause.click();
  await page.waitForTimeout(1500);
  // What can be panned comes with the first zoom.
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.locator('.map--zoomable').waitFor();
  const [panning] = await Promise.all([framesPerSecond(page), pan(page)]);
  const still = await framesPerSecond(page);
  out(
    `Frames a second: playing ${playing.toFixed(0)}, an idle pan of the same map ${panning.toFixed(0)}, nothing moving ${still.toFixed(0)}`,
  );
}

const framesPerSecond = (page: Page): Promise<number> =>
  page.evaluate(
    (milliseconds) =>
      new Promise<number>((done) => {
        const began = performance.now();
        let frames = 0;
        const frame = (now: number) => {
          frames++;
          if (now - began < milliseconds) requestAnimationFrame(frame);
          else done((1000 * frames) / (now - began));
        };
        requestAnimationFrame(frame);
      }),
    WATCHED,
  );

/** Drags the map to and fro for as long as frames are counted. */
async function pan(page: Page): Promise<void> {
  const box = await page.locator('.map__list').boundingBox();
  if (box === null) throw new Error('the map is not in sight');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const ends = Date.now() + WATCHED;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let at = 0; Date.now() < ends; at++) {
    await page.mouse.move(x + 60 * Math.sin(at / 10), y + 40 * Math.cos(at / 10));
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
}
