/** The examples of every room, run with all that the rooms export and the town they speak of. */
import { join } from 'node:path';
import { describe } from 'vitest';
import { exampleFiles, testDocumentation, testExamples } from '../testing-examples.ts';
import { town } from './testing-town.ts';

const rooms = ['.', 'candidates', 'figures', 'groups', 'release'];
const folderOf = (room: string) => join(import.meta.dirname, room);
const files = rooms.flatMap((room) => exampleFiles(folderOf(room)).map((name) => join(folderOf(room), name)));
const modules = await Promise.all(files.map((file) => import(file)));
const library = Object.assign({}, ...modules, town);

describe.each(rooms)('room %s', (room) => {
  testExamples(folderOf(room), library);
  // A judgement is a rule of this project: it has an example; where somebody else's method is used, its citation stands beside.
  testDocumentation(folderOf(room), ['@example']);
});
