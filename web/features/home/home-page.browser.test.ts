import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HomeReply } from '../../../server/contract/home-reply.ts';
import type { IndicatorsReply } from '../../../server/contract/replies.ts';
import { launchBrowser } from '../../testing-browser.ts';
import { getJson } from '../../testing-page.ts';
import { openSite, type Site } from '../../testing-site.ts';

describe('the first page', () => {
  let app: Site;
  let browser: Browser;
  let page: Page;
  let home: HomeReply;
  const open = () => page.goto(app.address, { waitUntil: 'networkidle' });
  beforeAll(async () => {
    [app, browser] = await Promise.all([openSite(), launchBrowser()]);
    home = await getJson<HomeReply>(`${app.address}/api/v1/home`);
    page = await browser.newPage({ viewport: { width: 1280, height: 844 } });
    await open();
  });
  afterAll(async () => {
    await browser?.close();
  });

  test('shows each figure at a glance as a link to its indicator, with period and change', async () => {
    const tiles = page.getByRole('region', { name: / at a glance$/ }).getByRole('listitem');
    expect(await tiles.count()).toBe(home.glance.length);
    for (const [at, figure] of home.glance.entries()) {
      const tile = tiles.nth(at);
      expect(await tile.getByRole('link').getAttribute('href')).toContain(`/indicators/${figure.indicator}?`);
      if (figure.latest.status !== 'shown') throw new Error('a figure at a glance is shown');
      expect(await tile.innerText()).toContain(figure.latest.value.toFixed(figure.decimals));
      if (figure.change !== null)
        expect(await tile.locator('[data-verdict]').getAttribute('data-verdict')).toBe(figure.change.verdict);
    }
  });

  test('names the widest difference, the wards and what changed, each leading to the row it is from', async () => {
    const findings = page.getByRole('region', { name: 'What the figures say first' });
    const { widest, betweenEthnicGroups, wards, changed } = home;
    if (widest === null || changed === null) throw new Error('the demonstration has both');
    if (betweenEthnicGroups !== null)
      expect(await findings.getByRole('link', { name: betweenEthnicGroups }).count()).toBe(1);
    for (const { name, code } of wards)
      expect(await findings.getByRole('link', { name, exact: true }).getAttribute('href')).toBe(
        `/areas/${code}`,
      );
    for (const [text, row] of [
      [widest.text, widest.row],
      [changed.lines[0]?.text ?? '', changed.lines[0]?.row ?? ''],
    ] as const) {
      await open();
      await findings.getByRole('link', { name: text }).click();
      await page.locator(`[id="row-${row}"]`).waitFor({ state: 'visible' });
    }
    await open();
  });

  test('has nothing synthetic, but what is said of how such figures are marked', async () => {
    const { indicators } = await getJson<IndicatorsReply>(`${app.address}/api/v1/indicators`);
    const made = indicators.filter(({ basis }) => basis.every((one) => one === 'synthetic'));
    const linked = await page
      .locator('main a')
      .evaluateAll((links) => links.map((one) => decodeURIComponent(one.getAttribute('href') ?? '')));
    expect(made.length).toBeGreaterThan(0);
    for (const { id } of made) expect(linked.filter((to) => to.includes(id))).toEqual([]);
  });

  test('the second question is at most a dozen presses of Tab away', async () => {
    await page.locator('#maincontent').focus();
    const second = await page.locator('.readers a').nth(1).innerText();
    let presses = 0;
    for (; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => (document.activeElement as HTMLElement).innerText)) === second) break;
    }
    expect(presses).toBeLessThan(12);
  });
});
