import type { Page } from 'playwright-core';
import { launchBrowser, startApp } from '../../web/testing-browser.ts';
import { median } from '../stats/median.ts';
import { demonstrationServer } from './demonstration-server.ts';
import type { Out } from './out.ts';

/** What the issue of the disparities page allows, in milliseconds of main-thread work. */
const MOST = 100;
const ROUNDS = 7;
/** Long enough after a switch for all of its work to have been done. */
const SETTLED = 700;

const QUESTION = '/disparities?by=ethnicGroup&indicator=blood-pressure-recorded&group=black';

interface Switch {
  readonly name: string;
  /** The accessible name of the list, and two of its values. */
  readonly list: string;
  readonly values: readonly [string, string];
}

/**
 * Choosing there and back again, so that after the first round every reply is in the browser's memory. The list is in
 * sight, as for a reader who chooses from it; a map that is not is drawn once it comes into sight.
 */
const switches = (place: string, ward: string): readonly Switch[] => [
  {
    name: 'indicator',
    list: 'section [aria-label="Outcome"]',
    values: ['nhs-health-check-uptake', 'blood-pressure-recorded'],
  },
  { name: 'group', list: '.gaps__follow select', values: ['other', 'black'] },
  { name: 'reference', list: 'section [aria-label="Compared with"]', values: ['white', 'rest'] },
  { name: 'area', list: 'section [aria-label="Area"]', values: [ward, place] },
];

/** Main-thread work of a switch on the disparities page, map and all, once its data is in memory. */
export async function benchRepaint(out: Out): Promise<void> {
  const server = await demonstrationServer();
  const [app, browser] = await Promise.all([startApp(server), launchBrowser()]);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(app.address + QUESTION, { waitUntil: 'networkidle' });
    await page.locator('.gaps__follow').scrollIntoViewIfNeeded();
    await page.locator('.map[data-painted="true"]').waitFor();
    const [place, ward] = await placeAndWard(page);
    out('Switches on the disparities page, milliseconds of main-thread work, data in memory');
    const still = await workOf(page, () => Promise.resolve());
    out(`  no switch, for comparison: ${still.toFixed(0)}`);
    for (const one of switches(place, ward)) {
      const milliseconds = median(await timesOf(page, one));
      out(
        `  ${one.name} (median of ${ROUNDS}): ${milliseconds.toFixed(0)}, at most ${MOST}: ${milliseconds <= MOST ? 'met' : 'NOT MET'}`,
      );
    }
  } finally {
    await browser.close();
    await app.stop();
    await server.stop();
  }
}

/** The whole place and its first ward, as the list of areas has them. */
async function placeAndWard(page: Page): Promise<[string, string]> {
  const groups = page.locator('section [aria-label="Area"] optgroup');
  const first = async (at: number) =>
    (await groups.nth(at).locator('option').first().getAttribute('value')) ?? '';
  return [await first(0), await first((await groups.count()) - 1)];
}

async function timesOf(page: Page, { list, values }: Switch): Promise<number[]> {
  const times: number[] = [];
  await page.locator(list).first().scrollIntoViewIfNeeded();
  await page.waitForTimeout(SETTLED);
  for (let round = 0; round < ROUNDS + 2; round++) {
    const work = await workOf(page, () => choose(page, list, values[round % 2] ?? values[0]));
    // The first two fetch.
    if (round > 1) times.push(work);
  }
  return times;
}

/** As a reader does it, without the driver's own look-ups counting as work of the page. */
const choose = (page: Page, list: string, value: string) =>
  page.evaluate(
    ([selector, chosen]) => {
      const select = document.querySelector<HTMLSelectElement>(selector);
      if (select === null) throw new Error(`there is no ${selector}`);
      select.value = chosen;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [list, value] as const,
  );

/** Milliseconds the main thread worked from the switch until all was still. */
async function workOf(page: Page, act: () => Promise<void>): Promise<number> {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Performance.enable');
  const worked = async () => {
    const { metrics } = await inspector.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  const before = await worked();
  await act();
  await page.waitForTimeout(SETTLED);
  const after = await worked();
  await inspector.detach();
  return 1000 * (after - before);
}
