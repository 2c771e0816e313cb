import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suppressPrimary } from '../suppress/primary.ts';
import { z2 } from '../testing-tables.ts';
import { boundsAt } from './cell-bounds.ts';
import { Deduction } from './deduction.ts';
import { publishedBounds } from './published-table.ts';

const primary = suppressPrimary(z2());
const { table } = primary;
const known = publishedBounds(primary);
const boundsIn = ({ lowest, highest }: Deduction) => [[...lowest], [...highest]];
/** A cell, and bounds around its true count as narrow as drawn. */
const suppositions = fc.tuple(
  fc.nat({ max: table.truth.length - 1 }),
  fc.nat({ max: 3 }),
  fc.nat({ max: 3 }),
);
const around = (cell: number, below: number, above: number) => {
  const count = table.truth[cell] ?? 0;
  return { lowest: Math.max(0, count - below), highest: count + above };
};

test('a supposition changes nothing; its narrower bounds are those of a deduction that knew it from the start', () => {
  const deduction = new Deduction(table, known);
  const before = boundsIn(deduction);
  fc.assert(
    fc.property(suppositions, ([cell, below, above]) => {
      const bounds = around(cell, below, above);
      const { isPossible, narrowed } = deduction.suppose(cell, bounds);
      expect(isPossible).toBe(true);
      expect(boundsIn(deduction)).toEqual(before);
      const learned = new Deduction(table, known);
      learned.learn(cell, bounds);
      for (const one of narrowed)
        expect(boundsAt(learned, one.cell)).toEqual({ lowest: one.lowest, highest: one.highest });
      const untouched = boundsIn(deduction);
      for (const { cell, lowest, highest } of narrowed) {
        if (untouched[0] !== undefined) untouched[0][cell] = lowest;
        if (untouched[1] !== undefined) untouched[1][cell] = highest;
      }
      expect(boundsIn(learned)).toEqual(untouched);
    }),
    { seed: 3, numRuns: 60 },
  );
});

test('what contradicts the sums is not possible, and the contradiction names its cell', () => {
  const deduction = new Deduction(table, known);
  const total = table.truth.length - 1;
  const none = { lowest: 0, highest: 0 };
  expect(deduction.suppose(total, none).isPossible).toBe(false);
  expect(deduction.contradiction(total, none).conflict).toBeGreaterThanOrEqual(0);
  expect(deduction.conflict).toBe(-1);
});
