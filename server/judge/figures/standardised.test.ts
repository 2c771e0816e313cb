import { expect, test } from 'vitest';
import { type CountedByAge, standardised, standardisedGap } from './standardised.ts';

const counted = (numerator: number, denominator: number) =>
  ({ numerator, denominator, basis: 'published' }) as const;
/** Uptake 20% below 65 and 80% from there on, in a younger and in an older group. */
const younger: CountedByAge = [
  { ageBand: '16-64', counted: counted(180, 900) },
  { ageBand: '65-plus', counted: counted(80, 100) },
];
const older: CountedByAge = [
  { ageBand: '16-64', counted: counted(100, 500) },
  { ageBand: '65-plus', counted: counted(400, 500) },
];

test('groups that differ in age alone have no gap once age is allowed for', () => {
  const [a, b] = [standardised(younger), standardised(older)];
  if (a === undefined || b === undefined) throw new Error('both have every age');
  expect(a.value).toBeCloseTo(b.value, 12);
  expect(standardisedGap(a, b)).toMatchObject({ p: 1 });
  // 63,400 people of the standard are 16 to 64 (and 4 in 5 of those aged 15 to 19 count), 19,500 are older.
  expect(a.value).toBeCloseTo((63_400 * 0.2 + 19_500 * 0.8) / (63_400 + 19_500), 12);
});

test('an age band without counts leaves the group without a standardised figure', () => {
  expect(standardised([...younger.slice(0, 1), { ageBand: '65-plus', counted: undefined }])).toBeUndefined();
  expect(standardised(younger.slice(0, 1))).toBeUndefined();
});

test('rounded counts weaken the test', () => {
  const ranges = { numerator: { lowest: 98, highest: 102 }, denominator: { lowest: 498, highest: 502 } };
  const rough = standardised([
    { ageBand: '16-64', counted: { ...counted(100, 500), ranges } },
    { ageBand: '65-plus', counted: counted(300, 500) },
  ]);
  const exact = standardised([
    { ageBand: '16-64', counted: counted(100, 500) },
    { ageBand: '65-plus', counted: counted(300, 500) },
  ]);
  const other = standardised(older);
  if (!rough || !exact || !other) throw new Error('all have every age');
  expect(standardisedGap(rough, other).p).toBeGreaterThan(standardisedGap(exact, other).p);
});
