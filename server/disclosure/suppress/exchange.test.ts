import { expect, test } from 'vitest';
import { seededChoices } from '../../random.ts';
import { protect } from '../protect.ts';
import { TOTAL } from '../table/dimension.ts';
import { dimensionOf } from '../table/hierarchy.ts';
import { codesOf } from '../table/layout.ts';
import { type Table, tableOf } from '../table/table.ts';
import { COST } from '../tuning.ts';

const WARDS = ['Ash', 'Birch', 'Cedar', 'Elm'];
const AGES = ['young', 'middle', 'older', 'old', 'oldest'];
const dimension = (name: string, codes: readonly string[]) =>
  dimensionOf(
    name,
    [[name]],
    codes.map((code) => ({ [name]: code })),
  );

/** Wards by group and age: eight or nine of one age and one or two of each other, so that all ages or the first tell the rest. */
function randomTable(seed: number): Table {
  const random = seededChoices(seed);
  return tableOf(
    [dimension('ward', WARDS), dimension('group', ['x', 'y', 'z']), dimension('age', AGES)],
    ([, , age]) => (age === 'young' ? 8 + random(2) : Number(random(8) === 0) + 1),
  );
}

test('what readers need most is withheld only where no cheaper cells do instead, and all is proved', {
  timeout: 300_000,
}, () => {
  let [alike, last] = [0, 0];
  for (let seed = 1; seed <= 20; seed++) {
    const table = randomTable(seed);
    const isOfAllAges = (cell: number) => {
      const [ward, group, age] = codesOf(table, cell);
      return age === TOTAL && ward !== TOTAL && group !== TOTAL;
    };
    const withheld = (worth: number) => {
      const { published, proof } = protect(table, { worth: (cell) => (isOfAllAges(cell) ? worth : 1) });
      expect([...proof.inferred, ...proof.unsettled]).toEqual([]);
      return published.statuses.filter((status, cell) => status === 'secondary' && isOfAllAges(cell)).length;
    };
    alike += withheld(1);
    last += withheld(COST.dear);
  }
  expect(alike).toBeGreaterThan(3);
  expect(last).toBeLessThan(alike / 2);
});
