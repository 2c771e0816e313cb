import { expect, test } from 'vitest';
import { LoadRefused, ProblemList } from './problems.ts';
import { onsCensus2021 } from './sources/ons-census-2021.ts';
import { readBy } from './testing.ts';

test.each([
  ['semicolons', '"lsoa21_code";"ethnic_group";"n"\n"E01000001";"Asian, Asian British or Asian Welsh";5\n'],
  ['tabs', 'lsoa21_code\tethnic_group\tn\nE01000001\tWhite\t5\n'],
])('cells that are separated by %s are told so, quoted or not', async (words, text) => {
  const { problems } = await readBy(onsCensus2021, text);
  expect(problems.map(({ expected }) => expected)).toEqual([
    expect.stringContaining(`separated by ${words}; expected commas`),
  ]);
});

test('of many problems of one kind the first are told, and how many more there are', () => {
  const problems = new ProblemList();
  for (let row = 2; row < 70; row++)
    problems.add({ file: 'deaths.csv', row, value: 'x', expected: `expected ${row} or so` });
  problems.add({ file: 'deaths.csv', row: 3, column: 'unit', value: '%', expected: 'expected Years' });
  const { message } = new LoadRefused(problems);
  expect(message).toContain('69 problems');
  expect(message).toContain('60 more of the same kind, the last in row 69');
  expect(message).toContain('row 3, column "unit": "%": expected Years');
});
