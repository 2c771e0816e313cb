/** The examples speak of a town of five wards: by the rules for single cells alone, four counts of one are given away. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { PROTECT } from '../contract/policies.ts';
import * as random from '../random.ts';
import { exampleFiles, testDocumentation, testExamples } from '../testing-examples.ts';
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
const primary = suppressPrimary(table);
const town = { people, ward, table, primary, policy: PROTECT, published: protect(table).published };

const here = import.meta.dirname;
const rooms = readdirSync(here, { withFileTypes: true }).filter((one) => one.isDirectory());
const folders = [here, ...rooms.map(({ name }) => join(here, name))];
const files = folders.flatMap((folder) => exampleFiles(folder).map((name) => join(folder, name)));
const modules = await Promise.all(files.map((file) => import(file)));
const library = Object.assign({}, ...modules, random, town);

describe.each(folders.map((folder) => [folder.slice(here.length + 1) || 'disclosure', folder]))(
  '%s',
  (_, folder) => {
    testExamples(folder, library);
    testDocumentation(folder);
  },
);
