import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import type { DocumentReply } from '../../../server/contract/documents/schemas.ts';
import type { AreasReply } from '../../../server/contract/replies.ts';
import { launchBrowser } from '../../testing-browser.ts';
import { getJson } from '../../testing-page.ts';
import { openSite, type Site } from '../../testing-site.ts';

let app: Site;
let browser: Browser;
let page: Page;
let plan: DocumentReply<'plan'>['document'];
let say: DocumentReply<'have-your-say'>['document'];
let facts: DocumentReply<'vaccination-facts'>['document'];

beforeAll(async () => {
  [app, browser] = await Promise.all([openSite(), launchBrowser()]);
  const documentOf = async (kind: string) =>
    (await getJson<{ document: never }>(`${app.address}/api/v1/documents/${kind}`)).document;
  [plan, say, facts] = [
    await documentOf('plan'),
    await documentOf('have-your-say'),
    await documentOf('vaccination-facts'),
  ];
  page = await browser.newPage({ viewport: { width: 1280, height: 844 } });
});
afterAll(async () => {
  await browser?.close();
});

const go = (path: string) => page.goto(app.address + path, { waitUntil: 'networkidle' });
const words = async (of = 'main') => (await page.locator(of).innerText()).replace(/\s+/g, ' ');

test('a reader comes from the header to the plan and finds every word of it', async () => {
  await go('/');
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page.waitForSelector(`h1:text-is("${plan.title}")`);
  await page.waitForSelector('#have-your-say');
  const said = await words();
  for (const entry of [
    ...plan.vision,
    ...plan.reframed,
    ...plan.aims,
    ...plan.populationGroups,
    ...plan.neighbourhoods,
    ...plan.priorities,
    ...plan.partnerships,
    ...say.themes,
  ])
    expect(said).toContain(entry.words);
  for (const { youSaid, weDid } of say.answers)
    expect(said).toContain(`You said: ${youSaid} We did: ${weDid}`);
});

test('real partnerships lead to illustrative areas, which is said once', async () => {
  const { areas } = await getJson<AreasReply>(`${app.address}/api/v1/areas`);
  const made = areas.filter(({ illustrative }) => illustrative === true).map(({ code }) => code);
  const names = plan.partnerships
    .filter(({ area }) => area !== undefined && made.includes(area.code))
    .map(({ name }) => name);
  expect(names.length).toBeGreaterThan(1);
  await go('/plan');
  const notice = page.getByText('The partnerships are real.');
  await notice.waitFor();
  const said = await notice.innerText();
  for (const { name } of plan.partnerships)
    expect([name, said.includes(name)]).toEqual([name, names.includes(name)]);
  expect(await notice.count()).toBe(1);
});

test('each priority stands beside the newest figures of its indicators, as the API gives them', async () => {
  await go('/plan');
  await page.waitForSelector('.tracked');
  const places = await getJson<{ areas: { code: string }[] }>(`${app.address}/api/v1/areas?type=borough`);
  const { indicators } = await getJson<AreaIndicatorsReply>(
    `${app.address}/api/v1/areas/${places.areas[0]?.code}/indicators`,
  );
  let checked = 0;
  for (const priority of plan.priorities) {
    const card = page.getByRole('region', { name: priority.title });
    const rows = await card.locator('.tracked li').allInnerTexts();
    const hrefs = await card
      .locator('.tracked a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const id of priority.indicators) {
      const own = indicators.filter((row) => row.indicator === id);
      expect(own.length).toBeGreaterThan(0);
      const shown = rows.filter((_, index) => hrefs[index]?.startsWith(`/indicators/${id}?`));
      for (const { estimate, decimals, periodLabel } of own) {
        if (own.length > 1 || estimate?.status !== 'shown') continue;
        expect(shown).toHaveLength(1);
        expect(shown[0]).toContain(estimate.value.toLocaleString('en-GB', digits(decimals)));
        expect(shown[0]).toContain(periodLabel);
        expect(shown[0]?.toLowerCase()).toContain(estimate.basis);
        checked++;
      }
    }
  }
  expect(checked).toBeGreaterThan(10);
});

const digits = (decimals: number) => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals });

test('what nobody asserts is marked, and all else leads to its source', async () => {
  await go('/plan');
  for (const priority of plan.priorities) {
    const own = page.getByRole('region', { name: priority.title }).locator('> p').nth(1);
    expect(await own.locator('.illustrative').count()).toBe(priority.synthetic ? 1 : 0);
    const cited = own.locator('a.cited');
    expect(await cited.count()).toBe(priority.synthetic ? 0 : 1);
    if (priority.synthetic) continue;
    const source = plan.sources.find(({ id }) => id === priority.source);
    const target = (await cited.getAttribute('href')) ?? '';
    expect(await page.locator(target).innerText()).toContain(source?.title);
    expect(await page.locator(`${target} a`).getAttribute('href')).toBe(source?.url);
  }
});

test('a link of the contents goes to its part, and a figure to its indicator', async () => {
  await go('/plan');
  await page
    .getByRole('navigation', { name: 'On this page' })
    .getByRole('link', { name: 'Have your say' })
    .click();
  await page.waitForFunction(() => {
    const top = document.querySelector('#have-your-say')?.getBoundingClientRect().top ?? -1;
    return top >= 0 && top < innerHeight;
  });
  await page.locator('.tracked a').first().click();
  await page.waitForURL('**/indicators/**');
});

test('facts about vaccination each stand with a source and the day they were checked', async () => {
  await go('/vaccination-facts');
  for (const topic of facts.topics) {
    const part = page.getByRole('region', { name: topic.title });
    expect(await part.locator('a.cited').count()).toBe(topic.facts.length);
    for (const fact of topic.facts) expect(await part.innerText()).toContain(fact.words);
    expect(await part.innerText()).toMatch(/Last checked \d+ \w+ \d{4}/);
  }
  const links = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  for (const { url } of facts.links) expect(links).toContain(url);
});
