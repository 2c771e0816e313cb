import { join } from 'node:path';
import { exampleFiles, testDocumentation, testExamples } from '../../testing-examples.ts';
import { town } from '../testing-town.ts';

const folder = import.meta.dirname;
const files = ['release', 'figures', 'groups', 'candidates'].flatMap((room) =>
  exampleFiles(join(folder, '..', room)).map((name) => join(folder, '..', room, name)),
);
const modules = await Promise.all(files.map((file) => import(file)));
testExamples(folder, Object.assign({}, ...modules, town));
testDocumentation(folder);
