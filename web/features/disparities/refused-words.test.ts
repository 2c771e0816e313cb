import { expect, test } from 'vitest';
import { refusedSentences, type ShownGaps } from './refused-words.ts';

const shown: ShownGaps = {
  area: 'Elmstead',
  query: {
    by: 'ethnicGroup',
    ethnicScheme: 'census-2021-5',
    reference: 'rest',
    period: '2021',
    ageBand: 'all',
    sex: 'all',
    populationGroup: 'all',
  },
  groups: [{ group: 'white', label: 'White' }],
};

test.each([
  ['area', 'E05999999', 'an area called “E05999999”. This page shows Elmstead.'],
  ['reference', 'zzz', 'a comparison with a group called “zzz”. This page shows one with everyone else.'],
  ['period', '1999', '1999. This page shows 2021.'],
  ['ageBand', '65-plus', 'people aged 65 and over. This page shows people of all ages.'],
  ['sex', 'female', 'females. This page shows both sexes.'],
  ['by', 'deprivation', 'groups by deprivation. This page shows ethnic groups (Census 2021, five groups).'],
  [
    'ethnicScheme',
    'nhs-16',
    'ethnic groups (NHS 16+1 ethnic categories). This page shows ethnic groups (Census 2021, five groups).',
  ],
])('a refused %s is named beside what is shown', (field, value, words) => {
  expect(refusedSentences([{ field, value }], shown)).toEqual([`There are no figures here for ${words}`]);
});

test('a part refused by several replies is named once, and nothing refused is not spoken of', () => {
  const twice = { field: 'area', value: 'x' };
  expect(refusedSentences([twice, twice], shown)).toHaveLength(1);
  expect(refusedSentences([], shown)).toEqual([]);
});
