import { join } from 'node:path';
import { exampleFiles, testDocumentation, testExamples } from '../testing-examples.ts';

const folder = import.meta.dirname;
const modules = await Promise.all(exampleFiles(folder).map((name) => import(join(folder, name))));
testExamples(folder, Object.assign({}, ...modules));
testDocumentation(folder, ['@throws', '@see', '@example']);
