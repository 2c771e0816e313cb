/** What browser tests ask of a page: the figures in its table, the same from the API, and its faults. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { IndicatorAreasReply } from '../server/contract/replies.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let source: Promise<string> | undefined;
const axe = () => {
  source ??= readFile(AXE, 'utf8');
  return source;
};

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Axe {
  run(on: Document, how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** Every fault axe finds by the rules of WCAG 2.2 AA and below, none switched off. */
export async function faultsOf(page: Page): Promise<string[]> {
  // Read into the page through the debugger, since the site's own policy forbids foreign scripts; a page keeps it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axe());
  return page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    // What passes is not written out: it is most of a page, and nobody reads it.
    const how = { runOnly: { type: 'tag', values }, resultTypes: ['violations'] };
    const { violations } = await axe.run(document, how);
    return violations.map(({ id, nodes }) => {
      const some = nodes.slice(0, 3).map(({ html }) => html.slice(0, 300));
      return `${id}, ${nodes.length} times: ${some.join(' | ')}`;
    });
  }, RULES);
}

/** Waits until a page that was given another width is laid out and drawn for it. */
export const settled = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((drawn) => {
        // What listens to its size draws in the frame after the first.
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => drawn())));
      }),
  );

/** How far the page is wider than its window, in pixels. */
export const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Opens everything that is folded away. */
export const unfold = (page: Page) =>
  page.locator('details.fold').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '');
  });

/** Asks again where the server says that it is busy: the browsers of a test run ask much at once. */
export async function getJson<Reply>(address: string, tries = 5): Promise<Reply> {
  const response = await fetch(address);
  if (response.status === 503 && tries > 1) {
    await new Promise((waited) => setTimeout(waited, 1000));
    return getJson(address, tries - 1);
  }
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as Reply;
}

/** The rows of the table as shown: name, value, interval, verdict, basis. */
export async function rowsOf(page: Page): Promise<string[][]> {
  const rows = await page.locator('table.areas tbody tr').allInnerTexts();
  const tidy = (cell: string) =>
    cell
      .trim()
      .replace(/^[!~✓–▲▼]\s+/, '')
      .replace(/\s+/g, ' ');
  return rows.map((row) => row.split('\t').map(tidy));
}

const words = {
  better: 'Better',
  worse: 'Worse',
  higher: 'Higher',
  lower: 'Lower',
  similar: 'Not beyond chance',
  'not-compared': 'Not tested',
};

/** The rows the API's reply should give, written from the reply alone. */
export function rowsFrom(
  { areas, comparison }: IndicatorAreasReply,
  decimals: number,
  unit: string,
): string[][] {
  const write = (value: number) =>
    `${value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })}${unit}`;
  const limits = areas.some((area) => area.status === 'shown' && area.lower95 !== undefined);
  return areas.map((area) => {
    if (area.status !== 'shown')
      return [area.name, area.status === 'withheld' ? 'Withheld' : 'Missing', '–', '–', '–'];
    const { lower95, upper95 } = area;
    const interval =
      lower95 === undefined || upper95 === undefined ? '–' : `${write(lower95)} to ${write(upper95)}`;
    return [
      area.name,
      write(area.value),
      ...(limits ? [interval] : []),
      ...(comparison.compared > 0
        ? [
            [words[area.verdict], area.couldBeChance ? 'could be chance' : '', area.untested ?? '']
              .filter(Boolean)
              .join(' '),
          ]
        : []),
      area.basis.charAt(0).toUpperCase() + area.basis.slice(1),
    ];
  });
}
