import { expect, test } from 'vitest';
import type { AreasReply } from '../../../server/contract/replies.ts';
import { matchingAreas, searchable } from './match.ts';

type Area = AreasReply['areas'][number];
const area = (name: string, code: string, type: Area['type'] = 'ward'): Area => ({
  name,
  code,
  type,
  parents: [],
});

const areas = [
  area('Borough & Bankside', 'E05011095'),
  area("St George's", 'E05011114'),
  area('Old Kent Road', 'E05011109'),
  area('Peckham', 'E05011110'),
  area('Peckham Rye', 'E05011111'),
  area('North Peckham', 'E02000809', 'msoa'),
];
const found = (typed: string) => matchingAreas(areas, typed).map(({ name }) => name);

test('a name that is or begins with it comes first, then one with such a word', () => {
  expect(found('peckham')).toEqual(['Peckham', 'Peckham Rye', 'North Peckham']);
  expect(found('rye')).toEqual(['Peckham Rye']);
  expect(found('KENT')).toEqual(['Old Kent Road']);
});

test('apostrophes, ampersands and case do not matter', () => {
  expect(found('st georges')).toEqual(["St George's"]);
  expect(found('borough and bank')).toEqual(['Borough & Bankside']);
  expect(found('St George’s')).toEqual(["St George's"]);
});

test('a code finds its area, whole or begun', () => {
  expect(found('e05011110')).toEqual(['Peckham']);
  expect(found('E0501111')).toEqual(["St George's", 'Peckham', 'Peckham Rye']);
});

test('nothing typed finds nothing, and so does a name there is not', () => {
  expect(found('  ')).toEqual([]);
  expect(found('Timbuktu')).toEqual([]);
});

test('wards come before small areas; region and country are left out', () => {
  const all = [area('Small', 'E01', 'lsoa'), area('England', 'E92', 'country'), area('Ward', 'E05')];
  expect(searchable(all).map(({ name }) => name)).toEqual(['Ward', 'Small']);
});
