import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishedBounds } from '../bounds/published-table.ts';
import { suppressPrimary } from '../suppress/primary.ts';
import { codeNumbersOf } from '../table/layout.ts';
import { z2 } from '../testing-tables.ts';
import { CandidateTable } from './candidate.ts';
import { CellSet } from './cell-set.ts';
import { ElementaryMoves } from './elementary-moves.ts';
import { changesOf } from './move.ts';

const primary = suppressPrimary(z2());
const { table } = primary;
const bounds = publishedBounds(primary);

test('a set of cells holds what was added and not taken out again', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 9 }))), (steps) => {
      const [cells, expected] = [new CellSet(10), new Set<number>()];
      for (const [isAdded, cell] of steps) {
        if (isAdded) cells.add(cell);
        else cells.delete(cell);
        if (isAdded) expected.add(cell);
        else expected.delete(cell);
        expect(cells.has(cell)).toBe(isAdded);
      }
      expect(new Set(cells.cells)).toEqual(expected);
      expect(cells.cells).toHaveLength(expected.size);
    }),
  );
});

test('a candidate breaks the bounds of exactly the cells that its move takes out of them', () => {
  const isOutside = (cell: number, change: number) => {
    const count = (table.truth[cell] ?? 0) + change;
    return count < (bounds.lowest[cell] ?? 0) || count > (bounds.highest[cell] ?? 0);
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: -4, max: 4 }), (seed, people) => {
      const moves = new ElementaryMoves(table, seed);
      const costs = Float64Array.from(table.truth, (_, cell) => cell % 3);
      const candidate = new CandidateTable(table, bounds, costs);
      for (let step = 0; step < 3; step++) {
        moves.draw(codeNumbersOf(table, moves.random(table.truth.length)));
        moves.spread(people);
        candidate.make(moves.drawn, people);
      }
      const changes = changesOf(table, candidate.move());
      const broken = changes.filter((one) => isOutside(one.cell, one.people)).map(({ cell }) => cell);
      expect(new Set(candidate.broken)).toEqual(new Set(broken));
      expect(candidate.cost).toBeCloseTo(broken.reduce((sum, cell) => sum + (cell % 3), 0));
      const counts = new Map(changes.map(({ cell, people: by }) => [cell, (table.truth[cell] ?? 0) + by]));
      expect(candidate.isFeasible).toBe(broken.every((cell) => cell % 3 > 0 && (counts.get(cell) ?? 0) >= 0));
      candidate.backToTruth();
      expect([candidate.broken, candidate.isFeasible, candidate.move().inner.length]).toEqual([[], true, 0]);
    }),
    { seed: 3 },
  );
});
