import { expect, test } from 'vitest';
import { cellNamed, hiddenLeak } from '../testing-tables.ts';
import { deduce } from './deduction.ts';
import { linearBounds } from './linear-bounds.ts';
import { publishedBounds } from './published-table.ts';

test('linear programs find a count that no row or column gives away by itself', async () => {
  const published = hiddenLeak();
  const limits = publishedBounds(published);
  const cell = cellNamed(published.table, 'w', 'b');
  const deduced = deduce(published.table, limits);
  expect([deduced.lowest[cell], deduced.highest[cell]]).not.toEqual([47, 47]);
  const linear = await linearBounds(published.table, deduced, [cell]);
  expect(linear.get(cell)).toEqual({ lowest: 47, highest: 47 });
});

test('a program cut short gives wider bounds, never wrong ones', async () => {
  const published = hiddenLeak();
  const limits = publishedBounds(published);
  const cell = cellNamed(published.table, 'w', 'b');
  for (let most = 1; most <= 10; most++) {
    const found = (await linearBounds(published.table, limits, [cell], { most })).get(cell);
    expect(found?.lowest).toBeLessThanOrEqual(47);
    expect(found?.highest).toBeGreaterThanOrEqual(47);
  }
});
