/** The examples speak of a town of five wards: with the rules for single counts alone, four counts of one are given away. */
import { join } from 'node:path';
import { exampleFiles, type Library, testExamples } from '../testing-examples.ts';
import { protect } from './protect.ts';
import { suppressPrimary } from './suppress/primary.ts';
import { dimensionOf } from './table/hierarchy.ts';
import { tableOf } from './table/table.ts';

const people: Readonly<Record<string, number>> = { Ash: 8, Birch: 1, Cedar: 1, Elm: 1, Oak: 1 };
const ward = dimensionOf(
  'ward',
  [['ward']],
  Object.keys(people).map((code) => ({ ward: code })),
);
const table = tableOf([ward], ([code = '']) => people[code]);
const town = { people, ward, table, primary: suppressPrimary(table), published: protect(table).published };

const folder = import.meta.dirname;
const modules: readonly Library[] = await Promise.all(
  exampleFiles(folder).map((name) => import(join(folder, name))),
);
testExamples(folder, Object.assign({}, ...modules, town));
