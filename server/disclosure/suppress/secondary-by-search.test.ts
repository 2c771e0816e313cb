/** Withholding beside an earlier edition: what that showed stays known, so that no witness may contradict it. */
import { expect, test } from 'vitest';
import { PROTECT } from '../../contract/policies.ts';
import { seededChoices } from '../../random.ts';
import { countsWithoutWitness } from '../feasible/check.ts';
import { protect } from '../protect.ts';
import { dimensionOf } from '../table/hierarchy.ts';
import { type Table, tableOf } from '../table/table.ts';

const dimension = (name: string, codes: readonly string[]) =>
  dimensionOf(
    name,
    [[name]],
    codes.map((code) => ({ [name]: code })),
  );

/** Four wards by group, age and outcome; some cells of ten and more have so many people more than in the edition before. */
function randomTable(seed: number, more: number): Table {
  const random = seededChoices(seed);
  let cells = 0;
  return tableOf(
    [
      dimension('ward', ['Ash', 'Birch', 'Cedar', 'Elm']),
      dimension('group', ['x', 'y', 'z']),
      dimension('age', ['young', 'middle', 'old']),
      dimension('outcome', ['with', 'without']),
    ],
    () => {
      cells++;
      const people = random(4) === 0 ? random(7) : 8 + random(30);
      return cells % 7 === 1 && people > 10 ? people + more : people;
    },
  );
}

test.each([
  [3, 12],
  [35, 1],
])('the proof of a revised table (seed %i, %i more) rests on tables that fit both editions', (seed, more) => {
  const before = randomTable(seed, 0);
  const earlier = [{ truth: before.truth, statuses: protect(before).published.statuses, policy: PROTECT }];
  const { published, proof } = protect(randomTable(seed, more), { earlier });
  expect(published.earlier).toEqual(earlier);
  expect(proof.witnesses.length).toBeGreaterThan(0);
  // The check throws where a witness contradicts what either edition says.
  expect(countsWithoutWitness(published, proof.witnesses).toSorted()).toEqual(
    [...proof.inferred, ...proof.unsettled].toSorted(),
  );
});
