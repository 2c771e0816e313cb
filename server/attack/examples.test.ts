/** The examples speak of a place of two wards, and of one table of people with and without something. */
import { join } from 'node:path';
import { exampleFiles, testExamples } from '../testing-examples.ts';

const stratum = { ethnicGroup: 'all', ageBand: 'all', sex: 'all', deprivation: 'all' };
const definitions = [{ areaTypes: ['ward', 'borough'], available: [stratum] }];
const areas = [
  { code: 'A', type: 'ward', parents: [{ code: 'P', type: 'borough' }] },
  { code: 'B', type: 'ward', parents: [{ code: 'P', type: 'borough' }] },
  { code: 'P', type: 'borough', parents: [] },
];

const folder = import.meta.dirname;
const modules = await Promise.all(exampleFiles(folder).map((name) => import(join(folder, name))));
testExamples(folder, Object.assign({}, ...modules, { definitions, areas, stratum }));
