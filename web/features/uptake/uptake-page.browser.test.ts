import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { labelOf, verdicts } from '../../../server/contract/dimensions.ts';
import type { Estimate } from '../../../server/contract/estimate.ts';
import type { AreasOverTimeReply, GroupsOverTimeReply } from '../../../server/contract/over-time-replies.ts';
import type { IndicatorAreasReply, IndicatorReply, TrendReply } from '../../../server/contract/replies.ts';
import type { MilestonesReply, ReachReply } from '../../../server/contract/uptake-replies.ts';
import { launchBrowser } from '../../testing-browser.ts';
import { faultsOf, getJson, overflowOf, settled } from '../../testing-page.ts';
import { openSite, type Site } from '../../testing-site.ts';

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
});
afterEach(async () => {
  await page.close();
});

/** Any share with areas and groups over time will do: the page knows no indicator by name. */
const INDICATOR = 'blood-pressure-recorded';
const WARD = 'E05011110';
const QUESTION = `/vaccination?indicator=${INDICATOR}`;

const api = <Reply>(path: string) => getJson<Reply>(`${app.address}/api/v1/indicators/${INDICATOR}${path}`);
const open = async (path: string) => {
  await page.goto(app.address + path, { waitUntil: 'networkidle' });
  await page.locator('.sentence').first().waitFor();
};
/** Scrolls to the end, part by part: what is far below is drawn only once it is near. */
const reveal = async () => {
  for (const id of ['ages', 'childhood', 'other', 'over-time', 'reach', 'completion', 'populations'])
    if ((await page.locator(`#${id}`).count()) > 0) await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
};
const search = () => Object.fromEntries(new URL(page.url()).searchParams);
const word = (label: string) =>
  page.getByRole('form', { name: 'The question this page answers' }).getByLabel(label, { exact: true });
const part = (name: string) => page.getByRole('region', { name, exact: true });
const slider = () => page.getByRole('slider', { name: 'Date of the map' });
const dateOfMap = () => page.locator('.time-map__date').innerText();
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
const percent = (value: number) =>
  `${value.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`;
const people = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
const figure = (estimate: Estimate) =>
  estimate.status === 'shown'
    ? percent(estimate.value)
    : estimate.status === 'withheld'
      ? 'Withheld'
      : 'Missing';
const cellsOf = async (rows: string) =>
  (await page.locator(rows).allInnerTexts()).map((row) => row.split('\t').map(tidy));

describe('the question', () => {
  test('is a sentence whose words change the URL and every picture', async () => {
    await open(QUESTION);
    await word('Ethnic group').selectOption({ label: 'Black residents' });
    await expect.poll(search).toMatchObject({ ethnicScheme: 'census-2021-5', ethnicGroup: 'black' });
    await word('Age').selectOption('50-64');
    await expect.poll(search).toMatchObject({ ageBand: '50-64', ethnicGroup: 'black' });
    await word('Area').selectOption(WARD);
    await expect.poll(search).toMatchObject({ area: WARD });
    const reply = await api<GroupsOverTimeReply>(
      `/groups/over-time?by=ethnicGroup&ethnicScheme=census-2021-5&area=${WARD}&ageBand=50-64`,
    );
    const black = reply.groups.find(({ group }) => group === 'black')?.points.at(-1);
    if (black?.status !== 'shown') throw new Error('the figure of the question is not shown');
    await expect
      .poll(async () => tidy(await page.locator('.look > div').first().innerText()))
      .toContain(percent(black.value));
    await page.getByRole('heading', { name: new RegExp(`over time in ${reply.area.name}`) }).waitFor();
    expect(said).toEqual([]);
  });

  test('offers the vaccines of the page and whatever a link asks for', async () => {
    await open(QUESTION);
    expect(await word('Vaccine').locator('option').allInnerTexts()).toContain('Blood pressure recorded');
    await word('Vaccine').selectOption('covid-19-dose-1');
    await expect.poll(search).toMatchObject({ indicator: 'covid-19-dose-1' });
    await expect.poll(() => word('Counted among').inputValue()).toBe('nims');
    await word('Counted among').selectOption('census');
    await expect.poll(search).toMatchObject({ denominator: 'census' });
  });

  test('a mangled link opens, and one to what is published for no area says so', async () => {
    await open(`${QUESTION}&area=E99999999&ageBand=7-9&target=900&tally=maybe`);
    await page.locator('.look').waitFor();
    await page.goto(`${app.address}/vaccination?indicator=deprivation-decile-2025`);
    await page.getByText('is not published for areas of').waitFor();
    await page.goto(`${app.address}/vaccination?indicator=no-such-indicator`);
    await page.getByRole('alert').waitFor();
  });

  test('a copied link means the same later', async () => {
    await open(`${QUESTION}&ageBand=50-64&ethnicGroup=black`);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy link' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(Object.fromEntries(new URL(copied).searchParams)).toMatchObject({
      indicator: INDICATOR,
      ageBand: '50-64',
      ethnicGroup: 'black',
      ethnicScheme: 'census-2021-5',
      period: '2024-25',
    });
  });
});

describe('the map with time', () => {
  test('steps by arrow keys, Home and End; the date is said in words and the URL follows', async () => {
    await open(QUESTION);
    const { periods } = await api<AreasOverTimeReply>('/areas/over-time?areaType=ward');
    await slider().focus();
    await page.keyboard.press('Home');
    await expect.poll(dateOfMap).toBe(periods[0]?.label);
    expect(await slider().getAttribute('aria-valuetext')).toBe(periods[0]?.label);
    await page.keyboard.press('ArrowRight');
    await expect.poll(dateOfMap).toBe(periods[1]?.label);
    await expect.poll(search).toMatchObject({ moment: periods[1]?.period });
    await page.keyboard.press('End');
    await expect.poll(dateOfMap).toBe(periods.at(-1)?.label);
    await page.getByRole('button', { name: 'The date before' }).click();
    await expect.poll(dateOfMap).toBe(periods.at(-2)?.label);
    expect(said).toEqual([]);
  });

  test('opens at the date of its link', async () => {
    await open(`${QUESTION}&moment=2022-23`);
    expect(await dateOfMap()).toBe('2022/23');
  });

  test('plays to the end from the beginning and stops there; pause stops it', async () => {
    await open(`${QUESTION}&moment=2024-25`);
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(dateOfMap).toBe('2022/23');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    // What was on its way when the button was pressed may still be drawn.
    await settled(page);
    const stopped = await dateOfMap();
    await page.waitForTimeout(1500);
    expect(await dateOfMap()).toBe(stopped);
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(dateOfMap, { timeout: 10_000 }).toBe('2024/25');
    await page.getByRole('button', { name: 'Play' }).waitFor();
  });

  test('never moves by itself where less motion is wished for; steps remain', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(`${QUESTION}&moment=2022-23`);
    await slider().waitFor();
    expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(0);
    await page.getByRole('button', { name: 'The next date' }).click();
    await expect.poll(dateOfMap).toBe('2023/24');
  });

  test('keeps its classes at every date', async () => {
    await open(QUESTION);
    const labels = () => page.locator('#map .legend__label').allInnerTexts();
    const last = await labels();
    await slider().focus();
    await page.keyboard.press('Home');
    await expect.poll(dateOfMap).toBe('2022/23');
    expect(await labels()).toEqual(last);
  });

  test('as a table has every figure of the reply at the date of the slider', async () => {
    await open(`${QUESTION}&display=table&ageBand=50-64&ethnicGroup=other&moment=2023-24`);
    await page.locator('#map tr[data-code]').first().waitFor();
    const reply = await api<AreasOverTimeReply>(
      '/areas/over-time?areaType=ward&ageBand=50-64&ethnicScheme=census-2021-5&ethnicGroup=other',
    );
    const rows = new Map((await cellsOf('#map tr[data-code]')).map((cells) => [cells[0], cells]));
    expect(rows.size).toBe(reply.areas.length + 1);
    for (const { name, points } of reply.areas) {
      const point = points.find(({ period }) => period === '2023-24');
      if (point === undefined) throw new Error(`${name} has no figure`);
      expect(rows.get(name)?.[1]).toBe(figure(point));
      if (point.status === 'shown' && point.lower95 !== undefined && point.upper95 !== undefined)
        expect(rows.get(name)?.[2]).toBe(`${percent(point.lower95)} to ${percent(point.upper95)}`);
    }
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await page.locator('.map[data-painted="true"]').waitFor();
  });

  test('reads out each area with its figure at the date, and choosing one asks about it', async () => {
    await open(QUESTION);
    const list = page.getByRole('listbox');
    await list.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect.poll(() => search().area).toMatch(/^E05/);
    const chosen = await list.getByRole('option', { selected: true }).innerText();
    expect(chosen).toMatch(/%|Withheld|Missing/);
    await page.locator('.uptake-line').first().waitFor();
  });
});

describe('over time', () => {
  test('the table has every group and date of the reply, people of unknown ethnicity among them', async () => {
    await open(QUESTION);
    const time = part('Over time');
    await time.getByText('View as table').click();
    const reply = await api<GroupsOverTimeReply>(
      '/groups/over-time?by=ethnicGroup&ethnicScheme=census-2021-5',
    );
    const rows = await cellsOf('#over-time tr[data-period]');
    expect(rows).toHaveLength(reply.periods.length);
    const series = [reply.whole, ...reply.groups, ...(reply.unknown ? [reply.unknown] : [])];
    reply.periods.toReversed().forEach(({ period, label }, at) => {
      expect(rows[at]?.[0]).toBe(label);
      series.forEach(({ points }, index) => {
        const point = points.find((one) => one.period === period);
        if (point?.status === 'shown') expect(rows[at]?.[index + 1]).toContain(percent(point.value));
      });
    });
    await time.getByText('Not stated or not known').first().waitFor();
  });

  test('five groups or nineteen, and one of them stands out', async () => {
    await open(QUESTION);
    await page.getByRole('button', { name: 'Nineteen groups' }).click();
    await expect.poll(search).toMatchObject({ ethnicScheme: 'census-2021-19' });
    await expect.poll(() => page.locator('.uptake-key li').count()).toBe(21);
    await word('Ethnic group').selectOption({ label: 'African residents' });
    await expect.poll(() => page.locator('.uptake-key__chosen').innerText()).toContain('African');
  });

  test('the file has the figures shown', async () => {
    await open(QUESTION);
    const href = await part('Over time').getByRole('link', { name: /CSV/ }).getAttribute('href');
    const rows = parse(await (await fetch(app.address + href)).text(), { columns: true, comment: '#' });
    expect(rows.length).toBeGreaterThan(15);
  });
});

describe('who was not reached', () => {
  test('lists the rows of the API in its order, with people, limits and verdict', async () => {
    await open(`${QUESTION}&ageBand=50-64`);
    const reply = await api<ReachReply>('/reach?ageBand=50-64');
    await part('Who was not reached')
      .getByRole('button', { name: /Show all/ })
      .click();
    const rows = await cellsOf('#reach .chart-frame > table.reach tbody tr');
    expect(rows.length).toBe(reply.rows.length);
    reply.rows.forEach((row, at) => {
      expect(rows[at]?.[0]).toContain(row.area.name);
      expect(rows[at]?.[1]).toContain(people(row.needed.value));
      expect(rows[at]?.[3]).toContain(
        row.verdict === 'worse' ? 'Short of it' : labelOf(verdicts, row.verdict),
      );
      expect(rows[at]?.[0]).toContain('Synthetic');
    });
    const top = reply.rows.slice(0, 3).reduce((sum, { needed }) => sum + needed.value, 0);
    expect(tidy(await page.locator('.reach__top').innerText())).toContain(`${people(top)} people`);
    if (reply.counts.withheld > 0)
      await page.getByText(`${reply.counts.withheld} group`, { exact: false }).first().waitFor();
  });

  test('up to a percentage instead, and by ward', async () => {
    await open(QUESTION);
    await page.getByLabel('Target', { exact: true }).selectOption('95');
    await expect.poll(search).toMatchObject({ target: '95' });
    await page.getByRole('button', { name: 'By ward', exact: true }).click();
    await expect.poll(search).toMatchObject({ rows: 'wards' });
    const reply = await api<ReachReply>('/reach?target=95');
    await expect
      .poll(async () =>
        (await cellsOf('#reach .chart-frame > table.reach tbody tr')).map(([name, needed]) => [name, needed]),
      )
      .toEqual(reply.areas.map(({ name, needed }) => [name, people(needed)]));
  });

  test('its own sentence changes dose and age for the whole page', async () => {
    await open(QUESTION);
    await page.getByRole('form', { name: 'Who is on the list' }).getByLabel('Age').selectOption('50-64');
    await expect.poll(search).toMatchObject({ ageBand: '50-64' });
    await expect.poll(() => word('Age').inputValue()).toBe('50-64');
  });

  test('says so where there is nothing to list', async () => {
    await open('/vaccination?indicator=covid-19-dose-1');
    await page.getByText('There is no list of who was not reached:', { exact: false }).waitFor();
  });
});

test('Which three wards and groups need the most second doses among 50-64s to equal the borough, and how many people is that?', async () => {
  const indicator = 'covid-19-dose-2-from-records';
  await open(`/vaccination?indicator=${indicator}`);
  expect(await word('Vaccine').inputValue()).toBe(indicator);
  await page.getByText('These figures are synthetic', { exact: false }).waitFor();
  const list = page.getByRole('form', { name: 'Who is on the list' });
  await list.getByLabel('Age').selectOption('50-64');
  expect(await list.getByLabel('Target').inputValue()).toBe('place');
  await expect.poll(() => page.locator('#reach .chart-frame__measure').innerText()).toContain('50 to 64');
  const read = await cellsOf('#reach .chart-frame > table.reach tbody tr');
  const told = tidy(await page.locator('.reach__top').innerText());

  // The formula alone, from the counts released group by group: people x (the borough's share - the group's).
  const released = async (areaType: string, stratum = '') => {
    const { areas } = await getJson<IndicatorAreasReply>(
      `${app.address}/api/v1/indicators/${indicator}/areas?areaType=${areaType}&ageBand=50-64${stratum}`,
    );
    return areas.flatMap((area) =>
      area.status === 'shown' && area.numerator !== undefined && area.denominator !== undefined
        ? [{ ward: area.name, had: area.numerator, people: area.denominator }]
        : [],
    );
  };
  const [borough] = await released('borough');
  if (borough === undefined) throw new Error('the borough has no figure');
  const share = borough.had / borough.people;
  const names = { asian: 'Asian', black: 'Black', mixed: 'Mixed', white: 'White', other: 'Other' };
  const cells = Object.entries(names).map(async ([group, name]) =>
    (await released('ward', `&ethnicScheme=census-2021-5&ethnicGroup=${group}`)).map((cell) => ({
      ...cell,
      name,
    })),
  );
  const most = (await Promise.all(cells))
    .flat()
    .map(({ had, people: all, ...cell }) => ({ ...cell, needed: all * share - had }))
    .toSorted((a, b) => b.needed - a.needed)
    .slice(0, 3);
  expect(most).toHaveLength(3);
  most.forEach(({ ward, name, needed }, at) => {
    expect(read[at]?.[0]).toContain(ward);
    expect(read[at]?.[0]).toContain(name);
    expect(read[at]?.[1]).toMatch(new RegExp(`^${people(needed)}\\b`));
  });
  const sum = most.reduce((total, { needed }) => total + needed, 0);
  expect(told).toContain(`The first 3 rows needed ${people(sum)} people`);
});

test('weeks until a share, as the API tells them', async () => {
  await open(QUESTION);
  const reply = await api<MilestonesReply>('/milestones');
  await part('Completion and weeks behind').scrollIntoViewIfNeeded();
  await page.getByRole('region', { name: '75%' }).waitFor();
  for (const { group, milestones } of reply.groups) {
    const half = milestones.find(({ share }) => share === 75);
    if (half?.status !== 'reached' || half.reached === null) continue;
    const text = tidy(
      await page.getByRole('region', { name: '75%' }).locator(`[data-group="${group}"]`).innerText(),
    );
    expect(text).toContain(`${Math.round(half.reached.weeks)} week`);
  }
});

test('two populations side by side, with their sizes and a plain note; one is chosen by its name', async () => {
  await open('/vaccination?indicator=covid-19-dose-1');
  const populations = part('Two populations');
  await populations.scrollIntoViewIfNeeded();
  await populations.getByRole('table').waitFor();
  const newest = async (denominator: string) => {
    const reply = await getJson<TrendReply>(
      `${app.address}/api/v1/indicators/covid-19-dose-1/trend?denominator=${denominator}`,
    );
    const last = reply.points.at(-1)?.estimate;
    if (last?.status !== 'shown' || last.denominator === undefined) throw new Error('no figure');
    return last as typeof last & { denominator: number };
  };
  const [nims, census] = [await newest('nims'), await newest('census')];
  const text = tidy(await populations.innerText());
  expect(text).toContain(percent(nims.value));
  expect(text).toContain(percent(census.value));
  expect(text).toContain(
    `Here that is ${people(nims.denominator)} people against ${people(census.denominator)}.`,
  );
  await populations.getByRole('button', { name: 'Census 2021 residents' }).click();
  await expect.poll(search).toMatchObject({ denominator: 'census' });
  await expect
    .poll(async () => tidy(await page.locator('.look > div').first().innerText()))
    .toContain(percent(census.value));
});

test('opens on official figures, says that there are none by ethnic group, and leads to those made up', async () => {
  await open('/vaccination');
  expect(await word('Vaccine').inputValue()).toBe('covid-19-dose-2');
  expect(await page.locator('.look').getByText('Synthetic').count()).toBe(0);
  await page.getByText('No real figures by ethnic group are held.', { exact: false }).waitFor();
  await page.getByRole('link', { name: /by ethnic group \(synthetic\)/ }).click();
  await expect.poll(search).toMatchObject({ indicator: 'covid-19-dose-2-from-records' });
  await page.getByText('These figures are synthetic', { exact: false }).waitFor();
});

test('what it opens with is real to its end: ages, weeks of 2021, childhood vaccines, care homes', async () => {
  await open('/vaccination');
  await reveal();
  const ages = part('By age');
  const { available } = await getJson<IndicatorReply>(`${app.address}/api/v1/indicators/covid-19-dose-2`);
  const weeks = available.find(
    (row) => row.areaType === 'borough' && row.ageBand === 'all' && row.denominator === 'census',
  )?.periods;
  const table = ages.getByRole('table').filter({ hasText: 'Up to' });
  await expect.poll(() => table.locator('tbody tr').count()).toBe(weeks?.length);
  await expect.poll(() => ages.getByRole('row', { name: /^Aged 16 to 24/ }).count()).toBe(1);
  expect(await page.locator('main').getByText('Synthetic', { exact: true }).count()).toBe(0);
});

test('childhood vaccines and care homes stand apart, with their aim, and lead to their pages', async () => {
  await open('/vaccination');
  await reveal();
  const row = page.locator('[data-indicator="mmr-2-at-5-years"]');
  const { points } = await getJson<TrendReply>(
    `${app.address}/api/v1/indicators/mmr-2-at-5-years/trend?area=E09000028`,
  );
  const last = points.findLast(({ estimate }) => estimate.status === 'shown')?.estimate;
  if (last?.status !== 'shown') throw new Error('no figure');
  await expect.poll(async () => tidy(await row.innerText())).toContain(percent(last.value));
  expect(tidy(await row.innerText())).toContain('the target of 95%');
  expect(await row.locator('.coverage-line__target').count()).toBe(1);
  expect(await row.locator('.coverage-line__step').count()).toBe(3);
  await page.locator('[data-indicator="covid-19-dose-1-care-home-residents"] a').click();
  await expect.poll(() => page.url()).toContain('/indicators/covid-19-dose-1-care-home-residents');
});

describe.each([
  ['the question it opens with', '/vaccination'],
  ['doses to one group and age in a ward', `/vaccination?area=${WARD}&ethnicGroup=black&ageBand=50-64`],
  ['everyone', QUESTION],
  [
    'one group of a ward, in the past, as a table',
    `${QUESTION}&area=${WARD}&ethnicGroup=black&ageBand=50-64&moment=2022-23&display=table`,
  ],
  ['nineteen groups', `${QUESTION}&ethnicScheme=census-2021-19&ethnicGroup=african`],
  ['a percentage, by ward', `${QUESTION}&target=95&rows=wards`],
  ['real figures of two populations', '/vaccination?indicator=covid-19-dose-1&denominator=census'],
])('%s', (_name, path) => {
  // Opened and read to its end once, on a wide screen, then made narrower: whatever was drawn stays drawn.
  test('has no fault axe can find and fits at 1280 and 390 px, and fits at 320 px', async () => {
    await page.setViewportSize({ width: 1280, height: 844 });
    await open(path);
    await reveal();
    for (const summary of await page.locator('.as-table summary').all()) await summary.click();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await settled(page);
      expect([width, await faultsOf(page)]).toEqual([width, []]);
      expect([width, await overflowOf(page)]).toEqual([width, 0]);
    }
    await page.setViewportSize({ width: 320, height: 844 });
    await page.locator('.as-table').evaluateAll((tables) => {
      for (const table of tables) table.removeAttribute('open');
    });
    await settled(page);
    expect(await overflowOf(page)).toBe(0);
    expect(said).toEqual([]);
  });
});
