/** A board member reads the board, goes back to an earlier release, sees what changed and prints the pack. */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BoardReply } from '../../../server/contract/board-reply.ts';
import type { ChangesReply } from '../../../server/contract/changes-reply.ts';
import { demonstrationDatabase } from '../../../server/testing.ts';
import { launchBrowser, type RunningApp, startApp } from '../../testing-browser.ts';
import { faultsOf, getJson, overflowOf, settled, unfold } from '../../testing-page.ts';

let app: RunningApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let said: string[] = [];

const board = (query = '') => getJson<BoardReply>(`${app.address}/api/v1/board${query}`);
const open = async (path: string) => {
  await page.goto(app.address + path, { waitUntil: 'networkidle' });
  await unfold(page);
};
const rowsOf = ({ aims }: BoardReply) => aims.flatMap(({ rows }) => rows);
const written = (value: number, decimals: number) =>
  value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
/** The text of each page of a printed document. */
const PAGES = /\/Type\s*\/Page\b/g;

beforeAll(async () => {
  [app, browser] = await Promise.all([demonstrationDatabase().then(startApp), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
beforeEach(async () => {
  page = await context.newPage();
  said = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
});
afterEach(async () => {
  await page.close();
});

describe('the page of the board', () => {
  test('shows every row of the reply under its aim, and every sentence', async () => {
    const reply = await board();
    await open('/board');
    for (const { label, rows, summary, awaited } of reply.aims) {
      const section = page.getByRole('region', { name: label });
      expect(await section.locator('.aim__summary p').allInnerTexts()).toEqual(summary);
      const shown = await section.locator('tbody tr:not(.board-table__awaited)').allInnerTexts();
      expect(shown.length).toBe(rows.length);
      const gaps = await section.locator('.board-table__awaited').allInnerTexts();
      expect(gaps.length).toBe(awaited.length);
      for (const [at, { title, publisher }] of awaited.entries())
        for (const words of [title, publisher]) expect(gaps[at]).toContain(words);
      for (const [at, row] of rows.entries()) {
        expect(shown[at]).toContain(row.shortTitle);
        if (row.latest.status === 'shown')
          expect(shown[at]).toContain(written(row.latest.value, row.decimals));
        expect(shown[at]?.includes('Synthetic')).toBe(
          row.basis === 'synthetic' || row.target?.synthetic === true,
        );
      }
    }
    expect(said).toEqual([]);
  });

  test('has no aim taller than two screens at 1280 px', async () => {
    await open('/board');
    const heights = await page
      .locator('.aim')
      .evaluateAll((aims) => aims.map((aim) => aim.getBoundingClientRect().height));
    expect(heights.length).toBe(4);
    for (const height of heights) expect(height).toBeLessThanOrEqual(1800);
  });

  test('goes back to an earlier release, and every figure is as it was', async () => {
    const [then, now] = [await board('?release=1'), await board()];
    const mmr = (reply: BoardReply) =>
      rowsOf(reply).find(({ indicator }) => indicator === 'mmr-1-at-2-years');
    expect(mmr(then)?.latest).not.toEqual(mmr(now)?.latest);
    await open('/board');
    await page.getByLabel('As reported on').selectOption('1');
    await page.waitForURL(/release=1/);
    await page.getByText('Figures as reported then; release 2 is newer.').waitFor();
    await page
      .getByText('As reported on 12 October 2026 (release 1): figures, words and verdicts of then.')
      .waitFor();
    const row = page.locator('.aim').getByRole('row', { name: /MMR dose 1 at 2/ });
    const latest = mmr(then)?.latest;
    expect(await row.innerText()).toContain(latest?.status === 'shown' ? written(latest.value, 1) : 'none');
    await row.getByRole('link', { name: 'MMR dose 1 at 2' }).click();
    await page.waitForURL(/\/indicators\/mmr-1-at-2-years.*release=1/);
  });

  test('says what moved since the release before, each line leading to its row, and all of it one step away', async () => {
    const { changed } = await board();
    expect(changed?.lines.length).toBeGreaterThan(0);
    await open('/board');
    const section = page.getByRole('region', { name: 'Changed since 12 October 2026 (release 1)' });
    expect(await section.getByRole('listitem').allInnerTexts()).toEqual(
      changed?.lines.map(({ text }) => text),
    );
    for (const link of await section.getByRole('listitem').getByRole('link').all()) {
      const anchor = String(await link.getAttribute('href'));
      expect(await page.locator(`[id="${anchor.slice(1)}"]`).count(), anchor).toBe(1);
    }
    await section.getByRole('link', { name: 'Everything that changed since then' }).click();
    await page.getByRole('heading', { level: 1, name: 'What changed since 12 October 2026' }).waitFor();
  });

  test('compares with what was public on the day of a meeting, and the pack says the same', async () => {
    await open('/board?since=2026-11-01');
    await page.getByRole('heading', { name: 'Changed since 12 October 2026 (release 1)' }).waitFor();
    await page.getByRole('link', { name: /Board pack/ }).click();
    await page.waitForURL(/pack.*since=2026-11-01/);
    await page.getByRole('heading', { name: 'Changed since 12 October 2026 (release 1)' }).waitFor();
    await open('/board?since=2026-11-24');
    await page.getByRole('heading', { name: 'Changed since 23 November 2026 (release 2)' }).waitFor();
    await page.getByText('No real figure, verdict or target on this board.').waitFor();
    await open('/board?since=2020-01-01');
    await page.getByText('Nothing was public on 2020-01-01: the first release is of 2026-10-12.').waitFor();
  });

  test('keeps to one population group', async () => {
    const reply = await board('?populationGroup=frailty');
    await open('/board');
    await page.getByLabel('every population group').selectOption('frailty');
    await page.waitForURL(/populationGroup=frailty/);
    await page.waitForFunction(
      (count) => document.querySelectorAll('.aim tbody tr:not(.board-table__awaited)').length === count,
      rowsOf(reply).length,
    );
  });

  test('saves its figures as the file the API serves', async () => {
    await open('/board');
    const link = page.getByRole('link', { name: 'Download (CSV)' });
    const [event] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const saved = await readFile(await event.path(), 'utf8');
    expect(saved).toContain('mmr-1-at-2-years');
    expect(saved).toContain('Synthetic');
    expect(event.suggestedFilename()).toMatch(/^board-.*-release-2\.csv$/);
  });
});

describe('what changed', () => {
  test('is one step from the board, in sentences and tables', async () => {
    const reply = await getJson<ChangesReply>(`${app.address}/api/v1/releases/2/changes?since=1`);
    await open('/board');
    await page.getByRole('link', { name: 'Everything that changed since then' }).click();
    await page.getByRole('heading', { level: 1, name: 'What changed since 12 October 2026' }).waitFor();
    const sentences = await page.getByRole('region', { name: 'Summary' }).locator('p').allInnerTexts();
    expect(sentences.slice(0, -1)).toEqual(reply.summary);
    const table = page.getByRole('table', { name: 'Revised figures' });
    expect(await table.locator('tbody tr').count()).toBe(reply.revisions.length);
    const row = await table.getByRole('row', { name: /Flu vaccination/ }).innerText();
    for (const words of ['Synthetic', '60.7%']) expect(row).toContain(words);
    const periods = await page.getByRole('region', { name: 'New periods' }).innerText();
    expect(periods).toContain('First dose of MMR by 2 years: January to March 2025');
    expect(said).toEqual([]);
  });

  test('of the first release says that there is none before it', async () => {
    await open('/changes?release=1');
    expect(await page.locator('main').innerText()).toContain('Release 1 is the first');
  });
});

describe('the board pack', () => {
  test('holds what is pinned on the board, and the URL remembers it', async () => {
    await open('/board');
    const pin = page.getByRole('button', { name: 'Pin MMR dose 1 at 2 to the board pack' });
    await pin.click();
    await page.waitForURL(/pins=mmr-1-at-2-years.children/);
    expect(await pin.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('link', { name: 'Board pack to print, with 1 chart' }).click();
    await page.waitForURL(/\/board\/pack\?.*release=2/);
    await page.getByRole('heading', { name: 'Pinned charts and maps' }).waitFor();
    await page.locator('.pinned .time-chart path.trend-chart__line').waitFor();
    expect(await page.locator('main').innerText()).toContain('release 2 of 23 November 2026');
    await page.getByRole('link', { name: 'Back to the board' }).click();
    await page.waitForURL(/\/board\?.*pins=mmr-1-at-2-years.children/);
    expect(said).toEqual([]);
  });

  test('prints on A4 on its side, its pages within the paper, without controls', async () => {
    await open('/board/pack?release=2&pins=mmr-1-at-2-years.children,covid-19-dose-2.frailty');
    await page.locator('.printed-map [data-code]').first().waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = pdf.match(PAGES)?.length ?? 0;
    // One page at a glance, one or two for each aim, one for each pinned figure, and what stands behind them.
    expect(pages).toBeGreaterThanOrEqual(8);
    expect(pages).toBeLessThanOrEqual(16);
    const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
      Math.round(Number(width)),
      Math.round(Number(height)),
    ]);
    expect(sizes.length).toBeGreaterThan(0);
    for (const size of sizes) expect(size).toEqual([842, 595]);
    await page.emulateMedia({ media: 'print' });
    for (const name of ['Print or save as PDF', /^Pin/])
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    expect(await page.locator('.site-header').isVisible()).toBe(false);
  });

  test('marks every synthetic row, names its sources and how to read it', async () => {
    const reply = await board('?release=2');
    await open('/board/pack?release=2');
    const marks = await page.locator('.pack .aim tbody th[scope="row"] .basis--synthetic').count();
    expect(marks).toBe(rowsOf(reply).filter(({ basis }) => basis === 'synthetic').length);
    const text = await page.locator('main').innerText();
    for (const { source } of rowsOf(reply)) expect(text).toContain(source.title);
    for (const name of ['How to read this', 'Sources', 'Targets'])
      expect(await page.getByRole('region', { name }).count()).toBe(1);
    // A pack knows the decisions of its day and before.
    const decided = rowsOf(reply).some(({ decisions }) => decisions.length > 0);
    expect(await page.getByRole('region', { name: 'Decisions and notes' }).count()).toBe(decided ? 1 : 0);
  });
});

describe.each([
  '/board',
  '/board?release=1&populationGroup=children&pins=mmr-1-at-2-years.children',
  '/board/pack?pins=mmr-1-at-2-years.children,covid-19-dose-2.frailty,sickness-absence.all',
  '/changes',
  '/changes?release=1',
])('%s', (path) => {
  test('has no fault axe can find and fits at 1280, 390 and 320 px', async () => {
    await page.setViewportSize({ width: 1280, height: 844 });
    await open(path);
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await settled(page);
      expect([width, await faultsOf(page)]).toEqual([width, []]);
      expect([width, await overflowOf(page)]).toEqual([width, 0]);
    }
  });
});
