/** The name of a file says of when it is, as often as the file itself or the command does: where two say it they must agree. */
import { expect, test } from 'vitest';
import { sourceOf } from './sources.ts';
import { type ReadOfTest, readAllBy } from './testing.ts';
import { written } from './testing-mutations.ts';
import { publications } from './testing-publications.ts';

async function problemsOf(own: string, name: string, options: ReadOfTest = {}) {
  const publication = publications().find((one) => one.name === own);
  if (publication === undefined) throw new Error(`there is no publication ${own}`);
  const file = await written({ publication: { ...publication, name } });
  return (await readAllBy(sourceOf(publication.source), [file], options)).problems;
}

test.each([
  ['ltla_2021-07-15.csv', { period: '2021-07-15' }, 'doses_2021-07-15.csv'],
  ['2016_2017_Q1.xlsx', { period: '2016-17-Q1' }, 'cover-2016-17-Q1.xlsx'],
  ['qof_prevalence_2019_20.csv', { period: '2019-20' }, 'QOF 2019-20.csv'],
])(
  '%s is read by its name, by the command, and by any other name that says the same',
  async (own, command, alike) => {
    expect(await problemsOf(own, own)).toEqual([]);
    expect(await problemsOf(own, own, command)).toEqual([]);
    expect(await problemsOf(own, alike)).toEqual([]);
  },
);

test.each([
  ['ltla_2021-07-15.csv', 'ltla_2021-07-15.csv', { period: '2021-07-22' }, /2021-07-15.*2021-07-22/],
  ['qof_prevalence_2019_20.csv', 'qof_prevalence_2019_20.csv', { period: '2020-21' }, /2019-20.*2020-21/],
  ['2016_2017_Q1.xlsx', '2016_2017_Q2.xlsx', {}, /2016-17-Q1, 2016-17-Q2/],
  ['2016_2017_Q1.xlsx', 'cover_2017_18_Q1.xlsx', {}, /2016-17-Q1, 2017-18-Q1/],
] as const)(
  '%s under the name %s is refused where the two differ, with both said',
  async (own, name, options, said) => {
    const problems = await problemsOf(own, name, options);
    expect(problems).toHaveLength(1);
    expect(`${problems[0]?.file} ${problems[0]?.value} ${problems[0]?.expected}`).toMatch(said);
  },
);
