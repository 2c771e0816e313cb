import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as lists from '../lists.ts';
import * as random from '../random.ts';
import { exampleFiles, testDocumentation, testExamples } from '../testing-examples.ts';

const folder = import.meta.dirname;
const modules = await Promise.all(exampleFiles(folder).map((name) => import(join(folder, name))));
testExamples(folder, Object.assign({}, ...modules, lists, random));
testDocumentation(folder, ['@example']);

/** What is read, checked and named, but worked out by nobody's method. */
const withoutMethod = ['interval.ts', 'ordered-group.ts', 'requirement.ts', 'special-functions.ts'];

test('every statistic names whose method it is', () => {
  const uncited = exampleFiles(folder).filter(
    (name) => !readFileSync(join(folder, name), 'utf8').includes(' * @see '),
  );
  expect(uncited.toSorted()).toEqual(withoutMethod);
});
