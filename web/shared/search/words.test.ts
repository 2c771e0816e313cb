import { describe, expect, test } from 'vitest';
import { findByWords } from './words.ts';

const titles = [
  'First COVID-19 dose',
  'Second COVID-19 dose',
  'Obesity in Year 6',
  'Smoking, by practice records',
  'Dental decay at 5',
  'Severe mental illness, recorded',
  'Children’s social care',
];
const find = (typed: string) => findByWords(typed, titles, (title) => title);

describe('what is found by words', () => {
  test('words may stand in any order and be begun only', () => {
    expect(find('dose sec').found).toEqual(['Second COVID-19 dose']);
    expect(find('6 obesity').found).toEqual(['Obesity in Year 6']);
  });
  test('hyphens, apostrophes and capitals make no difference', () => {
    expect(find('COVID19').found).toEqual(titles.slice(0, 2));
    expect(find('childrens').found).toEqual(['Children’s social care']);
  });
  test.each([
    ['obestiy', 'Obesity in Year 6'],
    ['smokng', 'Smoking, by practice records'],
    ['sevre', 'Severe mental illness, recorded'],
    ['sceond', 'Second COVID-19 dose'],
    ['childern', 'Children’s social care'],
  ])('a slip is forgiven and said: %s', (typed, title) => {
    expect(find(typed)).toEqual({ found: [title], alike: [typed] });
  });
  test('what is spelled alike stands in only for what is not there', () => {
    expect(find('dental')).toEqual({ found: ['Dental decay at 5'], alike: [] });
    expect(find('mental')).toEqual({ found: ['Severe mental illness, recorded'], alike: [] });
  });
  test('nothing typed finds all, and what nothing is like finds none', () => {
    expect(find('  ').found).toEqual(titles);
    expect(find('xylophone').found).toEqual([]);
    expect(find('dose xylophone').found).toEqual([]);
  });
});
