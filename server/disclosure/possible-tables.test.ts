/** Small random tables, of which every table that fits what is published can be counted out: the whole truth. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at } from '../lists.ts';
import { shareOf } from '../testing-share.ts';
import { deduce } from './bounds/deduction.ts';
import { linearBounds } from './bounds/linear-bounds.ts';
import { type PublishedTable, publishedBounds } from './bounds/published-table.ts';
import { readHierarchies, readInnerCells } from './inner-file.ts';
import { protect } from './protect.ts';
import { prove } from './prove.ts';
import { suppressPrimary } from './suppress/primary.ts';
import { codesOf } from './table/layout.ts';

import { addedUp, type Columns, type Row } from './testing-independent-check.ts';
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
  /** Cells of small counts to which no possible table gives an alternative. */
  readonly inferred: ReadonlySet<string>;
}

/** What was published of the same cells before, as if everybody knew by how many people each count has changed since. */
interface Before {
  readonly published: PublishedTable;
  readonly sample: Sample;
}

const isFew = (count: number) => count >= 1 && count <= 7;

/** Undefined where there are too many tables to count out. */
function truthOf(published: PublishedTable, { rows, columns }: Sample, before?: Before): Truth | undefined {
  const truth = addedUp(rows, columns);
  const was = before === undefined ? truth : addedUp(before.sample.rows, columns);
  const known = new Map<string, Range>();
  for (const [cell, status] of published.statuses.entries()) {
    const code = codesOf(published.table, cell).join('|');
    const [now, then] = [truth.get(code) ?? 0, was.get(code) ?? 0];
    const [lowest, highest] = rangeOf(now, status);
    const [least, most] = rangeOf(then, before === undefined ? 'secondary' : before.published.statuses[cell]);
    known.set(code, [Math.max(lowest, least + now - then), Math.min(highest, most + now - then)]);
  }
  const ranges = new Map<string, Range>();
  /** Small now or before, with the smaller of those counts. */
  const small = new Map<string, number>();
  for (const [cell, count] of truth) {
    const own = [count, was.get(cell) ?? 0].filter(isFew);
    if (own.length > 0) small.set(cell, Math.min(...own));
  }
  const inferred = new Set(small.keys());
  const counted = forEachPossible(rows, columns, known, (counts) => {
    for (const [cell, count] of counts) {
      const [lowest, highest] = ranges.get(cell) ?? [count, count];
      ranges.set(cell, [Math.min(lowest, count), Math.max(highest, count)]);
      const change = count - (truth.get(cell) ?? 0);
      const least = small.get(cell) ?? 0;
      if (change !== 0 && Math.max(least, least + change) >= 4) inferred.delete(cell);
    }
  });
  return counted ? { ranges, inferred } : undefined;
}

const codesIn = (published: PublishedTable, cells: Iterable<number>) =>
  new Set([...cells].map((cell) => codesOf(published.table, cell).join('|')));

test('bounds hold for every possible table, those by linear programming lie within those by deduction', async () => {
  await fc.assert(
    fc.asyncProperty(samples, async (sample) => {
      const published = suppressPrimary(tableFrom(sample));
      const truth = truthOf(published, sample);
      fc.pre(truth !== undefined);
      const deduced = deduce(published.table, publishedBounds(published));
      const linear = await linearBounds(published.table, deduced, published.table.truth.keys());
      for (const [cell, { lowest, highest }] of linear) {
        const [least, most] = truth?.ranges.get(codesOf(published.table, cell).join('|')) ?? [1, 0];
        expect(at(deduced.lowest, cell)).toBeLessThanOrEqual(lowest);
        expect(lowest).toBeLessThanOrEqual(least);
        expect(most).toBeLessThanOrEqual(highest);
        expect(highest).toBeLessThanOrEqual(at(deduced.highest, cell));
      }
    }),
    { numRuns: shareOf(40, 10), seed: 5 },
  );
});

test('what the proof says can be inferred can be, and what it proves cannot', () => {
  let [open, proved] = [0, 0];
  fc.assert(
    fc.property(samples, (sample) => {
      const published = suppressPrimary(tableFrom(sample));
      const truth = truthOf(published, sample);
      fc.pre(truth !== undefined);
      const proof = prove(published);
      const unsettled = codesIn(published, proof.unsettled);
      for (const cell of codesIn(published, proof.inferred)) expect(truth?.inferred.has(cell)).toBe(true);
      for (const cell of codesIn(published, published.sensitive.keys())) {
        const isOpen = codesIn(published, proof.inferred).has(cell) || unsettled.has(cell);
        if (!isOpen) expect(truth?.inferred.has(cell)).toBe(false);
        if (isOpen) open++;
        else proved++;
      }
    }),
    { numRuns: shareOf(150, 90), seed: 5 },
  );
  // Both happen, so that both are tried.
  expect(Math.min(open, proved)).toBeGreaterThan(50);
});

const PROTECTED = shareOf(100, 12);

test('an intruder who tries every possible table infers no small count of a protected one', () => {
  let protectedTables = 0;
  fc.assert(
    fc.property(samples, (sample) => {
      const { published, proof } = protect(tableFrom(sample));
      fc.pre(proof.inferred.length === 0 && proof.unsettled.length === 0);
      const truth = truthOf(published, sample);
      fc.pre(truth !== undefined);
      expect([...(truth?.inferred ?? ['not counted out'])]).toEqual([]);
      protectedTables++;
    }),
    { numRuns: PROTECTED, seed: 5 },
  );
  expect(protectedTables).toBe(PROTECTED);
});

const REVISED = shareOf(20, 4);

test('nor any that is small now or was before, from both editions of a revised table', {
  timeout: 300_000,
}, () => {
  let counted = 0;
  const change = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -3, max: 3 }));
  const changes = fc.array(change, { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(samples, changes, (sample, by) => {
      const moved = sample.rows.map((row, i) => ({
        ...row,
        n: `${Math.max(0, Number(row.n) + (by[i] ?? 0))}`,
      }));
      const before = {
        sample: { ...sample, rows: moved },
        published: protect(tableFrom({ ...sample, rows: moved })).published,
      };
      const { table, statuses, policy } = before.published;
      const earlier = [{ truth: table.truth, statuses, policy }];
      const { published, proof } = protect(tableFrom(sample), { earlier });
      fc.pre(proof.inferred.length === 0 && proof.unsettled.length === 0);
      const truth = truthOf(published, sample, before);
      fc.pre(truth !== undefined);
      expect([...(truth?.inferred ?? ['not counted out'])]).toEqual([]);
      counted++;
    }),
    { numRuns: REVISED, seed: 5 },
  );
  expect(counted).toBe(REVISED);
});
