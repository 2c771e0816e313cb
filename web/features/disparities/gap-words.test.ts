import { describe, expect, test } from 'vitest';
import {
  columnName,
  differenceWords,
  formatSigned,
  groupName,
  groupNames,
  peopleSentence,
  peopleSize,
  peopleWords,
  ratioWithLimits,
  roundedPeople,
  signedWithLimits,
} from './gap-words.ts';
import { inSentence } from './in-sentence.ts';
import { gapOf } from './testing-gaps.ts';

const decimals = { decimals: 1 };

test('signs are real ones, and nothing has none', () => {
  expect([4.24, -4.25, 0.04, -0.04, -1234.5].map((value) => formatSigned(value, 1))).toEqual([
    '+4.2',
    '−4.3',
    'under +0.1',
    'over −0.1',
    '−1,234.5',
  ]);
  expect(signedWithLimits({ value: -2, lower95: -3, upper95: 0.5 }, 1)).toBe('−2.0 (−3.0 to +0.5)');
  expect(ratioWithLimits({ value: 2.034, lower95: 1.98, upper95: 2.081 })).toBe('2.03 (1.98 to 2.08)');
});

describe('a difference in words', () => {
  test('says the side once where the whole interval lies on it, the nearer end first', () => {
    expect(differenceWords({ value: 17.9, lower95: 17.5, upper95: 18.3 }, decimals)).toBe(
      '17.9 points higher (17.5 to 18.3)',
    );
    expect(differenceWords({ value: -1.9, lower95: -3.2, upper95: -0.4 }, decimals)).toBe(
      '1.9 points lower (0.4 to 3.2)',
    );
  });
  test('says both sides where the interval holds no gap', () => {
    expect(differenceWords({ value: -0.3, lower95: -0.8, upper95: 0.3 }, decimals)).toBe(
      '0.3 points lower (0.8 lower to 0.3 higher)',
    );
  });
  test('claims no side for what rounds to nothing, and needs no interval', () => {
    expect(differenceWords({ value: 0.01 }, decimals)).toBe('0.0 points apart');
    expect(differenceWords({ value: 1 }, { decimals: 0 })).toBe('1 point higher');
  });
});

describe('people behind a gap', () => {
  const worse = { value: 120, lower95: 40, upper95: 200 };
  test('are more where low is good and fewer where high is good', () => {
    expect(peopleWords(worse, 'lower-is-better')).toBe('120 more (40 to 200)');
    expect(peopleWords(worse, 'higher-is-better')).toBe('120 fewer (40 to 200)');
  });
  test('of a group that does better go the other way, the nearer end first', () => {
    const better = { value: -120, lower95: -200, upper95: -40 };
    expect(peopleWords(better, 'lower-is-better')).toBe('120 fewer (40 to 200)');
    expect(peopleSize(better, 'higher-is-better', 'people')).toBe('about 120 (40 to 200) more people');
  });
  test('may be on either side', () => {
    const either = { value: 60, lower95: -60, upper95: 180 };
    expect(peopleWords(either, 'lower-is-better')).toBe('60 more (60 fewer to 180 more)');
    expect(peopleSize(either, 'lower-is-better', 'households')).toBe(
      'between about 60 fewer and 180 more households',
    );
  });
  test('are rounded in sentences, never up to a round number too far', () => {
    expect([7, 99, 128, 1234, 13_829, 245_678].map(roundedPeople)).toEqual([
      '7',
      '99',
      '130',
      '1,230',
      '13,800',
      '246,000',
    ]);
  });
  test('are told against the reference by name, and not at all where there are none', () => {
    expect(peopleSentence(gapOf(5, 'worse'), 'lower-is-better', 'people')).toBe(
      'about 500 (400 to 600) more people than if the group were level with everyone else',
    );
    const { people: _, ...without } = gapOf(5, 'worse');
    expect(peopleSentence(without, 'lower-is-better', 'people')).toBeUndefined();
  });
});

test('names are short in heads of columns and whole enough in sentences', () => {
  expect(
    [
      'Asian, Asian British or Asian Welsh',
      'Mixed or Multiple ethnic groups',
      'Other ethnic group',
      'White: English, Welsh, Scottish, Northern Irish or British',
      'Black or Black British: Any other Black background',
      'Most deprived fifth',
      'Second least deprived fifth',
      'Middle fifth of wards in Ashbury',
    ].map(columnName),
  ).toEqual(['Asian', 'Mixed', 'Other', 'White British', 'Other Black', 'Most', '2nd least', 'Middle']);
  expect(
    ['Other ethnic group', 'Most deprived fifth', 'Black: African'].map((label) => groupName(label)),
  ).toEqual(['residents of the Other ethnic group', 'the most deprived fifth', 'African residents']);
  expect(groupName('Most deprived fifth of small areas in England')).toBe(
    'the most deprived fifth of small areas in England',
  );
  expect([inSentence('Everyone else'), inSentence('White')]).toEqual(['everyone else', 'White']);
});

test('groups side by side say once what they share: residents, or whose fifths they are', () => {
  const [most, middle] = ['Most deprived fifth of wards in Ashbury', 'Middle fifth of wards in Ashbury'];
  expect(groupNames([most, middle])).toBe('the most deprived fifth and the middle fifth of wards in Ashbury');
  expect(groupNames([most])).toBe('the most deprived fifth of wards in Ashbury');
  expect(groupNames([most, 'Middle fifth of small areas in England'])).toBe(
    'the most deprived fifth of wards in Ashbury and the middle fifth of small areas in England',
  );
  expect(groupNames(['White', 'Black: African'])).toBe('White and African residents');
  expect(groupNames(['White', 'Other ethnic group'])).toBe(
    'White residents and residents of the Other ethnic group',
  );
});
