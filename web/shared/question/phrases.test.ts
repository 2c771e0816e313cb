import { expect, test } from 'vitest';
import { ethnicSchemes } from '../../../server/contract/dimensions.ts';
import { questionPhrase, residentsPhrase } from './phrases.ts';

test.each([
  ['all', 'people of every ethnic group'],
  ['census-2021-5/black', 'Black residents'],
  ['census-2021-5/mixed', 'residents of mixed or multiple ethnic groups'],
  ['census-2021-5/other', 'residents of the Other ethnic group'],
  ['census-2021-5/unknown', 'residents whose ethnic group is not known'],
  ['census-2021-19/white-british', 'White British residents'],
  ['census-2021-19/any-other', 'residents of the Other ethnic group'],
  ['nhs-16/white-british', 'White British residents'],
  ['nhs-16/other-white', 'other White residents'],
])('%s is %s', (ethnicity, words) => {
  expect(residentsPhrase(ethnicity)).toBe(words);
});

test('every group of a scheme but "unknown" has words of its own, without the punctuation of its label', () => {
  for (const { id, groups } of ethnicSchemes) {
    const phrases = groups.map(({ id: group }) => residentsPhrase(`${id}/${group}`));
    expect(new Set(phrases).size).toBe(groups.length);
    for (const phrase of phrases) expect(phrase).toMatch(/^[A-Za-z][A-Za-z ]* residents$|^residents /);
  }
});

test('the only population group there is goes unnamed: its membership says who is counted', () => {
  const selection = {
    populationGroup: 'working-age',
    areaType: 'borough',
    denominator: '',
    ageBand: 'all',
    ethnicity: 'all',
    sex: 'all',
    deprivation: 'all',
    period: '2024-25',
  };
  const group = (id: 'all' | 'working-age') => ({
    id,
    membership: 'Adults aged 18 and over.',
    ageBands: ['all'],
  });
  const phrase = (...populationGroups: ReturnType<typeof group>[]) =>
    questionPhrase({ shortTitle: 'Overweight', populationGroups }, selection);
  expect(phrase(group('working-age'))).toBe('Overweight, 2024/25');
  expect(phrase(group('all'), group('working-age'))).toBe('Overweight, working-age adults, 2024/25');
});
