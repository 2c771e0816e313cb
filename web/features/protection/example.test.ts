import { expect, test } from 'vitest';
import { deduce } from '../../../server/disclosure/bounds/deduction.ts';
import { type PublishedTable, publishedBounds } from '../../../server/disclosure/bounds/published-table.ts';
import { roundedCount } from '../../../server/disclosure/policy.ts';
import { protect } from '../../../server/disclosure/protect.ts';
import { suppressPrimary } from '../../../server/disclosure/suppress/primary.ts';
import { dimensionOf } from '../../../server/disclosure/table/hierarchy.ts';
import { tableOf } from '../../../server/disclosure/table/table.ts';
import { example, exampleTotal, exampleWitness } from './example.ts';

const wards = dimensionOf(
  'ward',
  [['ward']],
  example.map(({ name }) => ({ ward: name })),
);
const table = tableOf([wards], ([ward]) => example.find(({ name }) => name === ward)?.people);
const shown = ({ statuses }: PublishedTable) =>
  statuses.map((status, cell) => (status === 'shown' ? roundedCount(table.truth[cell] ?? 0) : undefined));

test('the rules for single counts publish what the page says, and give four counts away exactly', () => {
  const byRule = suppressPrimary(table);
  expect(shown(byRule)).toEqual([...example, exampleTotal].map((cell) => cell.byRule));
  const { lowest, highest } = deduce(table, publishedBounds(byRule));
  expect([...lowest.slice(1, 5)]).toEqual([1, 1, 1, 1]);
  expect([...highest.slice(1, 5)]).toEqual([1, 1, 1, 1]);
});

test('what is published instead is what the page says, and is proved', () => {
  const { published, proof } = protect(table);
  expect(shown(published)).toEqual([...example, exampleTotal].map((cell) => cell.published));
  expect([...proof.inferred, ...proof.unsettled]).toEqual([]);
});

test('the other table of the page fits what is published', () => {
  const total = Object.values(exampleWitness).reduce((sum, people) => sum + people, 0);
  expect(total).toBeGreaterThanOrEqual(8);
  expect(total).toBeLessThanOrEqual(12);
  for (const { name, people, byRule } of example) {
    if (byRule === undefined) expect(exampleWitness[name]).toBeLessThanOrEqual(7);
    expect(exampleWitness[name]).toBeGreaterThanOrEqual(people === 8 ? 0 : 1);
  }
  expect(exampleWitness.Birch).toBeGreaterThanOrEqual(4);
});
