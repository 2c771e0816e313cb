/** What the page's own components write, for a thousand selections drawn at random, beside the reply and the file. */

import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DisparitiesReply, DisparityGroup } from '../../../server/contract/disparity-replies.ts';
import type { AreasReply } from '../../../server/contract/replies.ts';
import { type CsvRow, readCsv, writtenFigure, writtenNumber } from '../../../server/routes/testing-csv.ts';
import { labelOfMark } from '../../../server/routes/testing-marks.ts';
import { everySelection, type Selection, urlOf } from '../../../server/routes/testing-selections.ts';
import { demonstrationApp } from '../../../server/testing.ts';
import { shareOf } from '../../../server/testing-share.ts';
import { drawnAlone } from '../../testing-router.tsx';
import { Forest } from './forest.tsx';
import { GapTable } from './gap-table.tsx';
import { percent, plain, signed, withLimits } from './testing-written-numbers.ts';

let demo: Awaited<ReturnType<typeof demonstrationApp>>;
let offered: Selection[];
beforeAll(async () => {
  demo = await demonstrationApp();
  offered = await everySelection(demo.get, (await demo.get<AreasReply>('/api/v1/areas')).areas);
});
afterAll(() => demo.close());

/** Seeded numbers below a limit (Lehmer's generator). */
const seeded = (seed: number) => {
  let state = seed;
  return (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
};

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ')
    .trim();

/** The markup of each group, by its code. */
const byGroup = (html: string) =>
  new Map(
    html
      .split('data-group="')
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('"')), part] as const),
  );

const cellsOf = (row: string) =>
  [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => textOf(cell));

const linesOf = (csv: string) => new Map(readCsv(csv).map((row) => [row['Group code'], row]));

test('table, chart text, reply and file agree', async () => {
  const random = seeded(20_261_122);
  const seen = { shown: 0, withheld: 0, compared: 0 };
  const selections = shareOf(1000, 150);
  for (let drawn = 0; drawn < selections; drawn++) {
    const selection = offered[random(offered.length)];
    if (selection === undefined) throw new Error('there is something to draw from');
    const url = `/api/v1${urlOf(selection)}`;
    const reply = await demo.get<DisparitiesReply>(url.replace('%s', ''));
    const file = linesOf((await demo.app.inject(url.replace('%s', '.csv'))).body);
    const table = byGroup(renderToStaticMarkup(<GapTable reply={reply} />));
    const chart = byGroup(await drawnAlone(<Forest reply={reply} chosen={undefined} onGroup={() => {}} />));
    for (const group of reply.groups) {
      const cells = cellsOf(table.get(group.group) ?? '');
      const text = textOf(`<li ${chart.get(group.group) ?? ''}`);
      try {
        check(group, reply, cells, text, file.get(group.group) ?? {});
      } catch (error) {
        throw new Error(`${url} ${group.group}: ${(error as Error).message}`, { cause: error });
      }
      if (group.status === 'shown') seen.shown++;
      if (group.status === 'withheld') seen.withheld++;
      if (group.gap.difference !== undefined) seen.compared++;
    }
  }
  expect(seen.shown).toBeGreaterThan(3 * selections);
  expect(seen.withheld).toBeGreaterThan(selections / 100);
  expect(seen.compared).toBeGreaterThan(2 * selections);
}, 300_000);

function check(
  group: DisparityGroup,
  { decimals }: DisparitiesReply,
  cells: readonly string[],
  text: string,
  line: CsvRow,
): void {
  if (group.status !== 'shown') {
    expect([cells[0], line.Value, line.Status]).toEqual([labelOfMark(group), ...writtenFigure(group)]);
    expect(text).toContain(group.explanation);
    return;
  }
  const { difference, ratio } = group.gap;
  expect(cells[0]).toBe(percent(group.value, decimals));
  expect(text).toContain(percent(group.value, decimals));
  expect(line.Value).toBe(writtenNumber(group.value));
  expect(cells[3]).toBe(withLimits(difference, (value) => signed(value, decimals)));
  expect(cells[4]).toBe(withLimits(ratio, (value) => plain(value, 2)));
  expect(line.Difference).toBe(writtenNumber(difference?.value));
  expect(line.Ratio).toBe(writtenNumber(ratio?.value));
  if (difference === undefined) return;
  const size = plain(Math.abs(difference.value), decimals);
  // Of synthetic figures no sentence speaks, so the unit stands after the limits.
  const written = group.basis === 'synthetic' ? size : `${size} point`;
  // One too small to write takes no side in a sentence.
  if (/[1-9]/.test(size) && !size.startsWith('under')) expect(text).toContain(written);
}
