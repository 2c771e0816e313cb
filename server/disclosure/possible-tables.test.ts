/** Small random tables, of which every table that fits what is published can be counted out: the whole truth. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deduce } from './deduce.ts';
import { readHierarchies, readInnerCells } from './inner-file.ts';
import { linearLimits } from './linear-limits.ts';
import { at } from './lists.ts';
import { protect } from './protect.ts';
import { prove } from './prove.ts';
import { limitsOf, type PublishedTable, publishByRule } from './published-table.ts';
import { codesOf } from './table.ts';
import { type Columns, cellsOver, type Row } from './testing-independent-check.ts';
import { forEachPossible, type Range } from './testing-possible-tables.ts';

interface Sample {
  readonly rows: readonly Row[];
  readonly columns: Columns;
}

/** Groupings of three or four finest codes, by column: none, one level above, or two chains beside each other. */
const groupings = [
  [['area']],
  [['area', 'part']],
  [
    ['area', 'part'],
    ['area', 'kind'],
  ],
] as const;
const others: readonly (readonly string[])[][] = [[['group']], [['group'], ['group', 'broad']]];

const samples: fc.Arbitrary<Sample> = fc
  .record({
    areas: fc.integer({ min: 2, max: 3 }),
    groups: fc.integer({ min: 2, max: 2 }),
    outcomes: fc.integer({ min: 1, max: 2 }),
    area: fc.constantFrom(...groupings),
    group: fc.constantFrom(...others),
    counts: fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 26 })), {
      minLength: 12,
      maxLength: 12,
    }),
    places: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 8, maxLength: 8 }),
  })
  .map(({ areas, groups, outcomes, area, group, counts, places }) => {
    const rows: Row[] = [];
    for (let a = 0; a < areas; a++) {
      for (let g = 0; g < groups; g++) {
        for (let o = 0; o < outcomes; o++) {
          rows.push({
            ...{ area: `A${a}`, part: `P${places[a]}`, kind: `K${places[a + 4]}` },
            ...{ group: `G${g}`, broad: 'B0', outcome: `O${o}`, n: `${counts[rows.length]}` },
          });
        }
      }
    }
    const columns: Columns = { area, group, ...(outcomes === 1 ? {} : { outcome: [['outcome']] }) };
    return { rows, columns };
  });

const NAMES = ['area', 'part', 'kind', 'group', 'broad', 'outcome', 'n'];
const csvOf = (rows: readonly Row[]) =>
  [NAMES, ...rows.map((row) => NAMES.map((name) => row[name] ?? ''))]
    .map((line) => line.join(','))
    .join('\n');
const tableFrom = ({ rows, columns }: Sample) =>
  readInnerCells(csvOf(rows), readHierarchies(JSON.stringify(columns)));

/** What everybody knows of a cell from what is published of it, from the rules as they are written. */
function rangeOf(count: number, status: string | undefined): Range {
  if (status === 'small') return [1, 7];
  if (status !== 'shown') return [0, Number.POSITIVE_INFINITY];
  const shown = 5 * Math.round(count / 5);
  return shown === 0 ? [0, 0] : [Math.max(8, shown - 2), shown + 2];
}

interface Truth {
  readonly ranges: ReadonlyMap<string, Range>;
  /** Cells of small counts that no possible table keeps secret. */
  readonly told: ReadonlySet<string>;
}

/** Undefined where there are too many tables to count out. */
function truthOf(published: PublishedTable, { rows, columns }: Sample): Truth | undefined {
  const truth = new Map<string, number>();
  for (const row of rows)
    for (const cell of cellsOver(row, columns)) truth.set(cell, (truth.get(cell) ?? 0) + Number(row.n));
  const known = new Map<string, Range>();
  for (const [cell, status] of published.statuses.entries()) {
    const code = codesOf(published.table, cell).join('|');
    known.set(code, rangeOf(truth.get(code) ?? 0, status));
  }
  const ranges = new Map<string, Range>();
  const told = new Set([...truth].filter(([, count]) => count >= 1 && count <= 7).map(([cell]) => cell));
  const counted = forEachPossible(rows, columns, known, (counts) => {
    for (const [cell, count] of counts) {
      const [lowest, highest] = ranges.get(cell) ?? [count, count];
      ranges.set(cell, [Math.min(lowest, count), Math.max(highest, count)]);
      const own = truth.get(cell) ?? 0;
      if (count !== own && Math.max(count, own) >= 4) told.delete(cell);
    }
  });
  return counted ? { ranges, told } : undefined;
}

const codesIn = (published: PublishedTable, cells: Iterable<number>) =>
  new Set([...cells].map((cell) => codesOf(published.table, cell).join('|')));

test('limits hold for every possible table, those by linear programming lie within those by deduction', async () => {
  await fc.assert(
    fc.asyncProperty(samples, async (sample) => {
      const published = publishByRule(tableFrom(sample));
      const truth = truthOf(published, sample);
      fc.pre(truth !== undefined);
      const deduced = deduce(published.table, limitsOf(published));
      const linear = await linearLimits(published.table, deduced, published.table.truth.keys());
      for (const [cell, { lowest, highest }] of linear) {
        const [least, most] = truth?.ranges.get(codesOf(published.table, cell).join('|')) ?? [1, 0];
        expect(at(deduced.lowest, cell)).toBeLessThanOrEqual(lowest);
        expect(lowest).toBeLessThanOrEqual(least);
        expect(most).toBeLessThanOrEqual(highest);
        expect(highest).toBeLessThanOrEqual(at(deduced.highest, cell));
      }
    }),
    { numRuns: 40, seed: 5 },
  );
});

test('what is said to be told is told, and what is proved is not', () => {
  let [told, proved] = [0, 0];
  fc.assert(
    fc.property(samples, (sample) => {
      const published = publishByRule(tableFrom(sample));
      const truth = truthOf(published, sample);
      fc.pre(truth !== undefined);
      const proof = prove(published);
      const unsettled = codesIn(published, proof.unsettled);
      for (const cell of codesIn(published, proof.told)) expect(truth?.told.has(cell)).toBe(true);
      for (const cell of codesIn(published, published.secrets.keys())) {
        const open = codesIn(published, proof.told).has(cell) || unsettled.has(cell);
        if (!open) expect(truth?.told.has(cell)).toBe(false);
        if (open) told++;
        else proved++;
      }
    }),
    { numRuns: 150, seed: 5 },
  );
  // Both happen, so that both are tried.
  expect(Math.min(told, proved)).toBeGreaterThan(50);
});

test('of a protected table no small count can be told, whatever else is possible', () => {
  let protectedTables = 0;
  fc.assert(
    fc.property(samples, (sample) => {
      const { published, proof } = protect(tableFrom(sample));
      fc.pre(proof.told.length === 0 && proof.unsettled.length === 0);
      const truth = truthOf(published, sample);
      fc.pre(truth !== undefined);
      expect([...(truth?.told ?? ['not counted out'])]).toEqual([]);
      protectedTables++;
    }),
    { numRuns: 100, seed: 5 },
  );
  expect(protectedTables).toBe(100);
});
