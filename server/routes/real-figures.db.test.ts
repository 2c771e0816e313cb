/** "Real figures only": what is made for demonstration is in no row, count or sentence. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BoardReply } from '../contract/board-reply.ts';
import type { DisparityOverviewReply } from '../contract/gap-replies.ts';
import type { IndicatorsReply } from '../contract/replies.ts';
import { rowKey } from '../contract/row-key.ts';
import { demonstrationApp } from '../testing.ts';

describe('asked for real figures alone', () => {
  let running: Awaited<ReturnType<typeof demonstrationApp>>;
  const board = (query = '') => running.get<BoardReply>(`/api/v1/board${query}`);
  const gaps = (query = '') => running.get<DisparityOverviewReply>(`/api/v1/disparities${query}`);
  const rowsOf = ({ aims }: BoardReply) => aims.flatMap(({ rows }) => rows);

  beforeAll(async () => {
    running = await demonstrationApp();
  });
  afterAll(() => running.close());

  test('no indicator has figures of both kinds', async () => {
    const { indicators } = await running.get<IndicatorsReply>('/api/v1/indicators');
    const mixed = indicators.filter(({ basis }) => basis.includes('synthetic') && basis.length > 1);
    expect(mixed.map(({ id }) => id)).toEqual([]);
  });

  test('the board keeps its real rows as they were, and loses the others with all that is said of them', async () => {
    const [all, real] = [await board(), await board('?figures=real')];
    const kept = rowsOf(all).filter(({ basis }) => basis !== 'synthetic');
    expect(kept.length).toBeLessThan(rowsOf(all).length);
    expect(rowsOf(real).map(rowKey)).toEqual(kept.map(rowKey));
    expect(rowsOf(real).map(({ latest, change, gaps: own }) => ({ latest, change, own }))).toEqual(
      kept.map(({ latest, change, gaps: own }) => ({ latest, change, own })),
    );
    expect(real.query.figures).toBe('real');
    expect(real.tests.synthetic.compared).toBe(0);
    expect(real.tests.real).toEqual(all.tests.real);
    expect(JSON.stringify([real.opening, real.aims.map(({ summary }) => summary)])).not.toMatch(
      /synthetic|demonstration/,
    );
    expect(rowsOf(real).filter((row) => row.target?.synthetic)).toEqual([]);
    expect(rowsOf(real).flatMap(({ decisions }) => decisions.filter((one) => one.synthetic))).toEqual([]);
  });

  test('a cell of the board left empty names the file that would fill it', async () => {
    const [all, real] = [await board(), await board('?figures=real')];
    expect(real.aims.map(({ awaited }) => awaited)).toEqual(all.aims.map(({ awaited }) => awaited));
    for (const { aim, rows } of all.aims) {
      const emptied = new Set(rows.map(({ populationGroup }) => populationGroup));
      const own = real.aims.find((one) => one.aim === aim);
      for (const { populationGroup } of own?.rows ?? []) emptied.delete(populationGroup);
      const named = own?.awaited.map(({ populationGroup }) => populationGroup) ?? [];
      expect([...emptied].filter((group) => !named.includes(group))).toEqual([]);
    }
  });

  test('the file of the board has the same rows', async () => {
    const [all, real] = await Promise.all(
      ['', '?figures=real'].map(
        async (query) => (await running.app.inject(`/api/v1/board.csv${query}`)).body,
      ),
    );
    expect(all).toMatch(/synthetic/i);
    expect(real).not.toMatch(/"?Synthetic"?,/);
    expect(real?.split('\n').length).toBeLessThan(all?.split('\n').length ?? 0);
  });

  test('gaps are of real indicators only, and nothing offers another', async () => {
    const [all, real] = [await gaps('?by=ethnicGroup'), await gaps('?by=ethnicGroup&figures=real')];
    const made = all.indicators.filter(({ basis }) => basis.includes('synthetic'));
    expect(made.length).toBeGreaterThan(0);
    expect(real.indicators.map(({ indicator }) => indicator)).toEqual(
      all.indicators.filter((row) => !made.includes(row)).map(({ indicator }) => indicator),
    );
    const ids = new Set(made.map(({ indicator }) => indicator));
    expect(real.held.flatMap(({ indicators }) => indicators).filter((id) => ids.has(id))).toEqual([]);
    expect(real.synthetic.compared).toBe(0);
    expect(JSON.stringify(real.opening)).not.toMatch(/synthetic|demonstration/);
    expect(real.comparison.compared).toBe(all.comparison.compared);
  });

  test('any other word is refused', async () => {
    const reply = await running.app.inject('/api/v1/board?figures=some');
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ field: 'figures' });
  });
});
