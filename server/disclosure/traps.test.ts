/** Tables that other people hid, or knew how to open: the attack opens each, and protection closes it. */

import { describe, expect, test } from 'vitest';
import type { PolicyNumbers } from '../contract/policies.ts';
import { at } from '../lists.ts';
import { deduce } from './bounds/deduction.ts';
import { linearBounds } from './bounds/linear-bounds.ts';
import { type PublishedTable, publishedBounds } from './bounds/published-table.ts';
import { protect } from './protect.ts';
import { type PublishedOptions, suppressPrimary } from './suppress/primary.ts';

import type { Table } from './table/table.ts';
import {
  cellNamed,
  differencedTable,
  EXACT,
  hiddenLeakTable,
  linkedTable,
  z1,
  z2,
} from './testing-tables.ts';

/** The least and the most that everything published leaves each sensitive count, by linear programming. */
async function rangesOf(
  published: PublishedTable,
): Promise<Map<number, { lowest: number; highest: number }>> {
  const { table, sensitive } = published;
  return linearBounds(table, deduce(table, publishedBounds(published)), sensitive.keys());
}

/** Sensitive counts that an intruder can infer exactly, or infer to be lower than may be inferred. */
async function inferredFrom(published: PublishedTable): Promise<number[]> {
  const { table, policy } = published;
  return [...(await rangesOf(published))]
    .filter(
      ([cell, { lowest, highest }]) =>
        lowest === highest || (at(table.truth, cell) < policy.notBelow && highest < policy.notBelow),
    )
    .map(([cell]) => cell);
}

const withheldMore = (primary: PublishedTable, published: PublishedTable): number[] =>
  [...published.statuses.keys()].filter((cell) => published.statuses[cell] !== primary.statuses[cell]);

const smallUpTo = (table: Table, most: number): PublishedOptions => ({
  policy: EXACT,
  isSensitive: (cell) => at(table.truth, cell) >= 1 && at(table.truth, cell) <= most,
});

const exactUpTo = (largestSmall: number): PolicyNumbers => ({
  largestSmall,
  roundedTo: 1,
  notBelow: 0,
  edition: 2,
});

const linked = linkedTable('county', 'group');
const hidden = hiddenLeakTable();
const differenced = differencedTable();

/** As the sources published them: exact, with only the small counts of the published part withheld, if any. */
const naive = (table: Table, options: PublishedOptions = {}): PublishedOptions => ({
  ...smallUpTo(table, 7),
  ...options,
});

interface Trap {
  readonly name: string;
  readonly table: Table;
  readonly protection: PublishedOptions;
  /** How it is published with protection off; where it is left out, by the rules for single cells alone. */
  readonly off?: PublishedOptions;
}

const traps: readonly Trap[] = [
  { name: 'a count hidden in every line', table: hidden.table, protection: hidden.options },
  { name: 'two groupings of one list of areas', table: linked, protection: smallUpTo(linked, 3) },
  {
    name: 'a total less one sex',
    table: differenced.table,
    protection: differenced.options,
    off: naive(differenced.table, {
      ...differenced.options,
      isSensitive: (cell) => at(differenced.table.truth, cell) === 1,
    }),
  },
  { name: 'z1, three or fewer small', table: z1(), protection: smallUpTo(z1(), 3) },
  { name: 'z1, seven or fewer small', table: z1(), protection: smallUpTo(z1(), 7) },
  { name: 'z1, by our policy', table: z1(), protection: {}, off: naive(z1()) },
  { name: 'z2, three or fewer small', table: z2(), protection: smallUpTo(z2(), 3) },
  { name: 'z2, seven or fewer small', table: z2(), protection: smallUpTo(z2(), 7) },
  { name: 'z2, by our policy', table: z2(), protection: {}, off: naive(z2()) },
  { name: 'z2, seven or fewer small and known to be', table: z2(), protection: { policy: exactUpTo(7) } },
];

describe.each(traps)('$name', ({ table, protection, off = protection }) => {
  test('can be opened by adding and subtracting while protection is off', async () => {
    expect((await inferredFrom(suppressPrimary(table, off))).length).toBeGreaterThan(0);
  });

  test('is proved with protection on, and can no longer be opened', async () => {
    const { published, proof } = protect(table, protection);
    expect(proof.inferred).toEqual([]);
    expect(proof.unsettled).toEqual([]);
    expect(await inferredFrom(published)).toEqual([]);
  });
});

test('the count hidden in every line can be inferred to be 47; with one more cell withheld it may be anything from 0 to 78', async () => {
  const { table, options } = hiddenLeakTable();
  const primary = suppressPrimary(table, options);
  const cell = cellNamed(table, 'w', 'b');
  expect((await rangesOf(primary)).get(cell)).toEqual({ lowest: 47, highest: 47 });
  const { published } = protect(table, options);
  expect(withheldMore(primary, published)).toHaveLength(1);
  expect((await rangesOf(published)).get(cell)).toEqual({ lowest: 0, highest: 78 });
});

test('each grouping alone is safe; for both together N has to be withheld too', async () => {
  for (const grouping of ['county', 'group']) {
    const table = linkedTable(grouping);
    expect(await inferredFrom(suppressPrimary(table, smallUpTo(table, 3)))).toEqual([]);
  }
  const primary = suppressPrimary(linked, smallUpTo(linked, 3));
  expect(await inferredFrom(primary)).toEqual([cellNamed(linked, 'K')]);
  const { published } = protect(linked, smallUpTo(linked, 3));
  expect(withheldMore(primary, published)).toEqual([cellNamed(linked, 'N')]);
});

test('the one woman follows from a total less the men, and no longer once both are rounded', async () => {
  const { table, options } = differenced;
  const woman = cellNamed(table, '21-30', 'female', 'with');
  const off = naive(table, { ...options, isSensitive: (cell) => cell === woman });
  expect((await rangesOf(suppressPrimary(table, off))).get(woman)).toEqual({ lowest: 1, highest: 1 });
  const range = (await rangesOf(protect(table, options).published)).get(woman);
  expect(range?.highest).toBeGreaterThanOrEqual(4);
});

test('rounding replaces secondary suppression: by our policy z1 and z2 need none', () => {
  for (const table of [z1(), z2()]) {
    expect(withheldMore(suppressPrimary(table), protect(table).published)).toEqual([]);
  }
});
