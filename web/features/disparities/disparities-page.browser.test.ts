import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AgesAndSexesReply } from '../../../server/contract/ages-and-sexes.ts';
import type { ComparisonReply } from '../../../server/contract/comparison-replies.ts';
import { labelOf, verdicts } from '../../../server/contract/dimensions.ts';
import type { DisparitiesReply, GapTrendReply } from '../../../server/contract/disparity-replies.ts';
import type { DisparityOverviewReply, GapsReply } from '../../../server/contract/gap-replies.ts';
import type { LedgerReply } from '../../../server/contract/ledger-reply.ts';
import { seededRandom } from '../../../server/random.ts';
import { readCsv, writtenFigure, writtenNumber } from '../../../server/routes/testing-csv.ts';
import { labelOfMark } from '../../../server/routes/testing-marks.ts';
import { launchBrowser } from '../../testing-browser.ts';
import { faultsOf, getJson, unfold } from '../../testing-page.ts';
import { openSite, type Site } from '../../testing-site.ts';
import { type Measured, percent, plain, signed, withLimits } from './testing-written-numbers.ts';

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

const api = <Reply>(path: string) => getJson<Reply>(`${app.address}/api/v1${path}`);
/** With everything unfolded; a page of one outcome has its plot. */
const open = async (path: string) => {
  await page.goto(app.address + path, { waitUntil: 'networkidle' });
  if (path.includes('indicator=')) await page.locator('.forest__row').first().waitFor();
  await unfold(page);
};
/** What causes health, and who lives here, is described apart. */
const isOutcome = ({ kind }: { readonly kind: string }) => kind === 'outcome' || kind === 'service';
const search = () => Object.fromEntries(new URL(page.url()).searchParams);
const grid = () => page.getByRole('grid');
const answer = () => page.getByRole('region', { name: 'One indicator in full' });
const figure = (text: string) => page.getByRole('figure').filter({ hasText: text });
/** A word of the sentence over the answer. */
const word = (label: string) => answer().getByRole('form').getByLabel(label, { exact: true });
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

const rowsOf = async (table: Locator) =>
  (await table.locator('tbody tr').allInnerTexts()).map((row) => row.split('\t').map(tidy));

describe('by sex and by age', () => {
  test('every figure of the reply stands in a table, with the id of its answer and the difference it was found by', async () => {
    await open('/disparities');
    const { sections, opening } = await api<AgesAndSexesReply>('/disparities/ages-and-sexes?area=E09000028');
    const section = page.getByRole('region', { name: 'By sex and by age' });
    await section.getByRole('figure').first().waitFor();
    expect(await section.locator('.sides__lines li').count()).toBe(opening.length);
    const sides = sections.flatMap(({ rows }) => rows.flatMap((row) => row.sides));
    expect(await section.locator('tbody tr').count()).toBe(sides.length);
    for (const { comparison, verdict } of sides.filter(({ against }) => against !== '')) {
      const mark = section.locator(`[data-comparison="${comparison}"]`);
      expect(await mark.getAttribute('data-verdict')).toBe(verdict);
    }
    expect(await faultsOf(page)).toEqual([]);
  });
});

describe('how the gaps of one outcome were judged', () => {
  test('says p and what every list makes of it, as served for each comparison', async () => {
    await open('/disparities?indicator=blood-pressure-recorded');
    const { groups } = await api<DisparitiesReply>('/indicators/blood-pressure-recorded/disparities');
    const tested = groups.filter(({ gap }) => gap.p !== undefined);
    expect(tested.length).toBeGreaterThanOrEqual(4);
    const fold = figure('How was this judged?').locator('details', { hasText: 'How was this judged?' });
    await fold.locator('summary').click();
    await fold.getByText('Its indicator: ').first().waitFor();
    const said = (await fold.locator('li').allInnerTexts()).map(tidy);
    expect(said).toHaveLength(tested.length);
    for (const [at, { label, gap }] of tested.entries()) {
      const id = encodeURIComponent(gap.comparison);
      const { comparison } = await api<ComparisonReply>(`/comparisons/${id}`);
      expect(said[at]?.startsWith(`${label}: p `)).toBe(true);
      expect(comparison.lists.length).toBeGreaterThanOrEqual(2);
      for (const { compared, rejects } of comparison.lists)
        expect(said[at]).toContain(`: ${rejects ? 'shown' : 'not shown'} (${compared} compared, `);
    }
  });
});

describe('the overview', () => {
  test('has a cell for every gap of the reply, with its size and verdict, synthetic ones marked', async () => {
    await open('/disparities');
    const reply = await api<DisparityOverviewReply>('/disparities');
    const cells = await grid().getByRole('gridcell').getByRole('button').all();
    const spoken = (await Promise.all(cells.map((cell) => cell.textContent()))).map((text) =>
      tidy(text ?? ''),
    );
    const outcomes = reply.indicators.filter(isOutcome);
    const expected = outcomes.flatMap((row) => row.cells.map((cell) => ({ row, cell })));
    expect(spoken).toHaveLength(expected.length);
    expected.forEach(({ row, cell }, index) => {
      const text = spoken[index] ?? '';
      expect(text.startsWith(`${row.shortTitle}, `)).toBe(true);
      expect(text.endsWith(', synthetic')).toBe(cell.gap.basis === 'synthetic');
      if (cell.gap.verdict !== 'not-compared' && !cell.gap.couldBeChance)
        expect(text).toMatch(new RegExp(` ${labelOf(verdicts, cell.gap.verdict)}, `));
      if (cell.gap.couldBeChance) expect(text).toContain('Could be chance');
      const size = plain(Math.abs(cell.gap.difference?.value ?? 0), row.decimals);
      if (/[1-9]/.test(size) && !size.startsWith('under')) expect(text).toContain(`${size} point`);
    });
    const shown = await grid().getByRole('gridcell').allInnerTexts();
    expected.forEach(({ row, cell }, index) => {
      const { difference } = cell.gap;
      if (difference) expect(shown[index]).toContain(signed(difference.value, row.decimals));
    });
    const told = tidy(await page.locator('.gaps__chance').innerText());
    // The one real outcome by ethnic group is not adjusted for age: it is tested, and nobody is counted worse for it.
    const real = expected.filter(
      ({ cell: { gap } }) => gap.basis !== 'synthetic' && gap.verdict !== 'not-compared',
    );
    expect(real.length).toBeGreaterThan(0);
    expect(reply.comparison.compared).toBe(real.length);
    expect(told).toContain(`${real.length} real gaps were tested here`);
    expect(told).not.toMatch(/worse/);
    expect(said).toEqual([]);
  });

  test('describes where people live apart, with limits from the small areas and without a verdict', async () => {
    await open('/disparities');
    const { indicators } = await api<DisparityOverviewReply>('/disparities');
    const described = indicators.filter((row) => !isOutcome(row));
    expect(described.filter(({ isOfAreas }) => isOfAreas)).toHaveLength(8);
    const rows = await rowsOf(figure('Where people live').locator('table'));
    expect(rows).toHaveLength(described.length);
    described.forEach(({ shortTitle, cells, decimals, isOfAreas }, index) => {
      const text = rows[index]?.join(' ') ?? '';
      expect(text).toContain(shortTitle);
      if (isOfAreas) expect(text).toMatch(/\d+ of 173 small areas/);
      expect(text).not.toMatch(/worse|better|similar|chance/i);
      for (const { estimate } of cells)
        if (estimate.status === 'shown' && estimate.lower95 !== undefined)
          expect(text).toContain(`${plain(estimate.lower95, decimals)}% to `);
    });
  });

  test('opens with at most seven lines, each leading to its row, none of a figure that is made up', async () => {
    const { opening, indicators } = await api<DisparityOverviewReply>('/disparities?by=deprivation');
    await page.goto(`${app.address}/disparities?by=deprivation`, { waitUntil: 'networkidle' });
    const lines = page.getByRole('region', { name: 'In short' }).getByRole('listitem');
    const texts = await lines.allInnerTexts();
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.length).toBeLessThanOrEqual(7);
    expect(texts.map((text) => text.replace(/^[^:]+: /, ''))).toEqual(opening.map(({ text }) => text));
    for (const { row, topic } of opening) {
      const held = indicators.find(({ indicator }) => indicator === row);
      expect(held).toBeDefined();
      if (topic !== 'not-known' && topic !== 'more') expect(held?.basis).not.toContain('synthetic');
    }
    const row = page.locator(`[id="row-${opening[0]?.row}"]`);
    expect(await row.isVisible()).toBe(false);
    await lines.first().getByRole('link').first().click();
    await row.waitFor({ state: 'visible' });
  });

  test('is one tab stop, moved within by arrow keys; Enter opens the gap below', async () => {
    await open('/disparities');
    expect(await grid().locator('[tabindex="0"]').count()).toBe(1);
    await grid().locator('[tabindex="0"]').focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    const { indicators } = await api<DisparityOverviewReply>('/disparities');
    const row = indicators[2];
    const label = await page.evaluate(() => document.activeElement?.textContent);
    expect(label?.startsWith(`${row?.shortTitle}, Black`)).toBe(true);
    expect(await grid().locator('[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(search).toMatchObject({ indicator: row?.indicator, group: 'black' });
    await answer().locator('.forest__row--chosen[data-group="black"]').waitFor();
    await expect.poll(() => word('Indicator').inputValue()).toBe(row?.indicator);
    await page.keyboard.press('Control+Home');
  });

  test('sorts by a group, the widest gap the wrong way first', async () => {
    await open('/disparities');
    await grid().getByRole('columnheader', { name: 'Black' }).getByRole('link').click();
    const { indicators } = await api<DisparityOverviewReply>('/disparities');
    const harm = indicators.filter(isOutcome).map(({ shortTitle, polarity, cells }) => ({
      shortTitle,
      harm:
        (polarity === 'higher-is-better' ? -1 : 1) *
        (cells.find(({ group }) => group === 'black')?.gap.difference?.value ?? 0),
    }));
    const expected = harm.toSorted((a, b) => b.harm - a.harm).map(({ shortTitle }) => shortTitle);
    const names = () => grid().getByRole('rowheader').getByRole('button').allInnerTexts();
    await expect.poll(names).toEqual(expected);
    expect(await grid().getByRole('columnheader', { name: 'Black' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
  });
});

describe('the answer', () => {
  test('says within a screen who, how much, how sure, how many, where, whether narrowing and what is unknown', async () => {
    await open('/disparities?by=deprivation&indicator=covid-19-dose-1&ageBand=50-64');
    const questions = await answer().locator('.minute dt').allInnerTexts();
    expect(questions).toEqual([
      // The figures are of 2021: it is asked how things were.
      'Who fared worse, who better?',
      'By how much?',
      'How sure are we?',
      'How many people?',
      'Where was it widest?',
      'Was it narrowing?',
      'What do we not know?',
    ]);
    const reply = await api<DisparitiesReply>(
      '/indicators/covid-19-dose-1/disparities?by=deprivation&ageBand=50-64',
    );
    const text = tidy(await answer().locator('.minute').innerText());
    const worst = reply.groups
      .filter(({ gap }) => gap.verdict === 'worse')
      .toSorted((a, b) => Math.abs(b.gap.difference?.value ?? 0) - Math.abs(a.gap.difference?.value ?? 0))[0];
    expect(text).toContain(plain(Math.abs(worst?.gap.difference?.value ?? Number.NaN), 1));
    expect(text).toContain(reply.unknownReason ?? '');
  });

  test('of a property of areas says what is described, and that the sample is areas', async () => {
    await open('/disparities?by=ethnicGroup&indicator=living-in-income-deprived-areas');
    const text = tidy(await answer().locator('.minute').innerText());
    expect(text).toContain('It is described, not tested.');
    expect(text).toContain('the sample is 173 small areas, not people');
    expect(text).not.toMatch(/worse|better|fares|affected/i);
    expect(await answer().getByText('There is no map of this gap').count()).toBe(1);
  });

  test('of figures that are made up is not put into sentences, and every group carries the mark', async () => {
    await open('/disparities?by=ethnicGroup&indicator=readmissions-within-30-days');
    expect(await answer().locator('.minute').count()).toBe(0);
    const rows = await answer().locator('.forest__row').allInnerTexts();
    expect(rows.length).toBe(5);
    for (const row of rows) expect(row).toContain('Synthetic');
  });

  test('follows each word of the sentence', async () => {
    await open('/disparities?by=ethnicGroup&indicator=living-in-crime-deprived-areas');
    await word('Compared with').selectOption('white');
    await expect.poll(() => answer().innerText()).toContain('The others are compared with this group.');
    await word('Area').selectOption({ label: 'Camberwell Green' });
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).innerText())
      .toContain('Camberwell Green');
    const reply = await api<DisparitiesReply>(
      '/indicators/living-in-crime-deprived-areas/disparities?by=ethnicGroup&area=E05011096&reference=white',
    );
    const black = reply.groups.find(({ group }) => group === 'black');
    const value = black?.status === 'shown' ? plain(black.value, 1) : '';
    await expect
      .poll(() => answer().locator('[data-group="black"]').first().innerText())
      .toContain(`${value}%`);
    await word('Groups').selectOption('deprivation');
    await expect.poll(search).toMatchObject({ by: 'deprivation', area: 'E05011096' });
    expect(search()).not.toHaveProperty('reference');
    expect(said).toEqual([]);
  });
  test('warns where age changes a verdict, and shows crude and age-standardised side by side', async () => {
    await open('/disparities?by=deprivation&indicator=covid-19-dose-2');
    const reply = await api<DisparitiesReply>('/indicators/covid-19-dose-2/disparities?by=deprivation');
    expect(reply.standardisation.disagrees).toBe(true);
    const text = tidy(await answer().innerText());
    expect(text).toContain(reply.standardisation.reading);
    for (const { standardised } of reply.groups)
      expect(text).toContain(`Age-standardised: ${plain(standardised?.value ?? Number.NaN, 1)}%`);
  });

  test('gives the measures that fit, and why others are refused', async () => {
    await open('/disparities?by=deprivation&indicator=overcrowding');
    await page.getByText('Every measure that fits these groups, and those refused').click();
    const reply = await api<DisparitiesReply>('/indicators/overcrowding/disparities?by=deprivation');
    const section = tidy(
      await page.getByRole('region', { name: 'The gap between all groups in one number' }).innerText(),
    );
    for (const { label, reading } of reply.summary) {
      expect(section).toContain(label);
      expect(section).toContain(tidy(reading));
    }
    for (const { label, reason } of reply.refused) expect(section).toContain(tidy(`${label}. ${reason}`));
  });
});

test('over time the gap itself is drawn, tested, tabled and the same in the file', async () => {
  await open('/disparities?by=ethnicGroup&indicator=readmissions-within-30-days&group=black');
  const reply = await api<GapTrendReply>(
    '/indicators/readmissions-within-30-days/disparities/trend?by=ethnicGroup',
  );
  const black = reply.groups.find(({ group }) => group === 'black');
  const chart = figure('Download gaps over time');
  await chart.locator('.time-chart__mark circle').first().waitFor();
  expect(await chart.locator('.time-chart__mark circle').count()).toBe(black?.points.length);
  // Its figures are made for demonstration: the verdict is a mark, and no sentence tells the course.
  expect(black?.trend.reading).toBe('');
  expect(tidy(await chart.innerText())).not.toMatch(/the gap went from/);
  await chart.getByText('View as table').click();
  const rows = await rowsOf(chart.locator('table'));
  const signedLimits = (measured: Measured) => withLimits(measured, (value) => signed(value, 1));
  expect(rows.map(([period, , , difference]) => [period, difference])).toEqual(
    black?.points.toReversed().map(({ label, difference }) => [label, signedLimits(difference)]),
  );
});

test('the map of the gap: colours only where proven, people in words, the table as the reply', async () => {
  await open('/disparities?by=ethnicGroup&indicator=blood-pressure-recorded&group=white');
  const chart = figure('Download the map');
  // The course of the gap comes first, and the map is drawn when it is near.
  await chart.scrollIntoViewIfNeeded();
  await chart.locator('.map[data-painted="true"]').waitFor({ timeout: 30_000 });
  const reply = await api<GapsReply>('/indicators/blood-pressure-recorded/gaps?by=ethnicGroup&group=white');
  const unproven = reply.areas.filter(({ gap }) => gap.direction === 'not-distinguishable');
  expect(unproven.length).toBeGreaterThan(0);
  const legend = tidy(await chart.locator('.gap-legend').innerText());
  expect(legend).toContain(`Not beyond chance ${unproven.length} wards`);
  const options = await chart.getByRole('option').allInnerTexts();
  expect(options.filter((text) => /not beyond chance|could be chance/i.test(text))).toHaveLength(
    unproven.length,
  );
  await chart.getByRole('listbox').focus();
  await page.keyboard.press('ArrowDown');
  expect(await chart.locator('.tooltip').innerText()).toContain('people');
  await chart.getByText('View as table').click();
  const rows = await rowsOf(chart.locator('table'));
  expect(rows.map(([name, , , difference]) => [name, difference]).sort()).toEqual(
    reply.areas
      .map(({ name, gap }) => [name, withLimits(gap.difference, (value) => signed(value, 1))])
      .sort(),
  );
  await chart.getByRole('combobox', { name: 'Against' }).selectOption('place');
  await expect.poll(search).toMatchObject({ compare: 'place' });
  const place = await api<GapsReply>(
    '/indicators/blood-pressure-recorded/gaps?by=ethnicGroup&group=white&compare=place',
  );
  await expect.poll(() => chart.innerText()).toContain(place.title);
});

test.each(['ethnicGroup', 'deprivation'])(
  'commitments to gaps by %s stand with their gap then and now, their status, and the mark of what is made up',
  async (by) => {
    await open(`/disparities?by=${by}`);
    const { commitments } = await api<LedgerReply>('/ledger');
    const own = commitments.filter((one) => one.by === by);
    expect(own.length).toBeLessThan(commitments.length);
    const entries = (await page.locator('.ledger > li').allInnerTexts()).map(tidy);
    expect(entries).toHaveLength(own.length);
    own.forEach(({ words, reading, synthetic, current }, index) => {
      const entry = entries[index] ?? '';
      expect(entry).toContain(words);
      expect(entry).toContain(reading);
      expect(entry.includes('Illustrative')).toBe(synthetic);
      if (current) expect(entry).toContain(withLimits(current.difference, (value) => signed(value, 1)));
    });
  },
);

describe('table, chart text, API and CSV agree', () => {
  const AREAS = ['E09000028', 'E05011096', 'E05011112'];

  test('for seeded selections of outcome, groups, area and reference', async () => {
    const random = seededRandom(20_261_122);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    for (let round = 0; round < 12; round++) {
      const by = pick(['ethnicGroup', 'deprivation']);
      const area = pick(AREAS);
      const overview = await api<DisparityOverviewReply>(`/disparities?by=${by}&area=${area}`);
      const row = pick(overview.indicators);
      const reference = pick(['rest', 'largest', row.cells[0]?.group ?? 'rest']);
      const asked = `by=${by}&area=${area}&reference=${reference}`;
      const reply = await api<DisparitiesReply>(`/indicators/${row.indicator}/disparities?${asked}`);
      await open(`/disparities?indicator=${row.indicator}&${asked}`);
      const chart = figure('Download these gaps');
      await chart.getByText('View as table').click();
      const table = new Map(
        (await rowsOf(chart.locator('table.gap-table'))).map((cells) => [cells[0], cells]),
      );
      const file = await chart.getByRole('link', { name: 'Download these gaps (CSV)' }).getAttribute('href');
      const lines = linesOf(await (await fetch(app.address + file)).text());
      for (const group of reply.groups) {
        const cells = table.get(group.label);
        const line = lines.get(group.group);
        const text = tidy(await chart.locator(`.forest__row[data-group="${group.group}"]`).innerText());
        const { difference, ratio } = group.gap;
        if (group.status !== 'shown') {
          expect([cells?.[1], line?.Value, line?.Status]).toEqual([
            labelOfMark(group),
            ...writtenFigure(group),
          ]);
          expect(text).toContain(group.explanation);
          continue;
        }
        expect(cells?.[1]).toBe(percent(group.value, reply.decimals));
        expect(text).toContain(percent(group.value, reply.decimals));
        expect(line?.Value).toBe(writtenNumber(group.value));
        expect(cells?.[4]).toBe(withLimits(difference, (value) => signed(value, reply.decimals)));
        expect(cells?.[5]).toBe(withLimits(ratio, (value) => plain(value, 2)));
        if (difference) {
          expect(line?.Difference).toBe(writtenNumber(difference.value));
          const size = plain(Math.abs(difference.value), reply.decimals);
          // Of figures made for demonstration there is the number alone, with its sign.
          if (group.gap.basis === 'synthetic')
            expect(text).toContain(
              `Gap: ${withLimits(difference, (value) => signed(value, reply.decimals))} points`,
            );
          // What is too small to write stands as 0.0 points apart.
          else if (/^[\d.]*[1-9]/.test(size)) expect(text).toContain(`${size} point`);
        }
      }
    }
  });

  /** The lines of the file under its column heads, by group. */
  const linesOf = (text: string) => new Map(readCsv(text).map((row) => [row['Group code'], row]));
});
