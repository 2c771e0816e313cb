import { expect, test } from 'vitest';
import { orderText, readOrder, writeOrder } from './order.ts';

test('an order is read as it is written', () => {
  for (const descending of [true, false])
    for (const column of ['name', 'mixed-or-multiple'] as const)
      expect(readOrder(writeOrder({ column, descending }), ['name', 'mixed-or-multiple'])).toEqual({
        column,
        descending,
      });
});

test('what names no order, or no column of the table, is none', () => {
  expect(readOrder(undefined, ['name'])).toBeUndefined();
  expect(readOrder('name', ['name'])).toBeUndefined();
  expect(readOrder('verdict-up', ['name'])).toBeUndefined();
  expect(orderText('verdict-sideways')).toBeUndefined();
});
