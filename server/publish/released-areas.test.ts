import { expect, test } from 'vitest';
import { releasedAreas } from './released-areas.ts';

const place = { code: 'E09000099', name: 'Exampleton', type: 'borough' as const, parents: [] };

const area = (type: 'ward' | 'lsoa', edition: string, code: string, name: string) => ({
  type,
  edition,
  code,
  name,
  known_as: null,
});
const released = (...areas: ReturnType<typeof area>[]) =>
  releasedAreas(areas, [], place)
    .filter(({ type }) => type === 'ward' || type === 'lsoa')
    .map(({ edition, code, name }) => ({ edition, code, name }));

test('a ward of a lookup and of a boundary file is one area, by the name in the boundary file', () => {
  expect(
    released(area('ward', '', 'E05000001', 'A name of a lookup'), area('ward', '2025', 'E05000001', 'North')),
  ).toEqual([{ edition: '2025', code: 'E05000001', name: 'North' }]);
});

test('a ward that only a lookup names is published by that name', () => {
  expect(released(area('ward', '', 'E05000001', 'North'))).toEqual([
    { edition: '', code: 'E05000001', name: 'North' },
  ]);
});

test('a list without names does not take away the name that another gives', () => {
  expect(
    released(
      area('lsoa', '2011', 'E01000001', 'Small 1'),
      area('lsoa', '2021', 'E01000001', 'E01000001'),
    ).map(({ name }) => name),
  ).toEqual(['Small 1', 'Small 1']);
});
