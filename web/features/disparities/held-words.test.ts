import { describe, expect, test } from 'vitest';
import { answer } from '../../testing-answer.ts';
import { overviewTitle, worseCounts } from './heat-words.ts';
import { describedOf, heldWords, noneProvenWords, outcomesOf } from './held-words.ts';
import { gapOf, labelled, overviewOf, rowOf } from './testing-gaps.ts';

const shown = (basis: 'published' | 'synthetic') =>
  ({ status: 'shown', value: 40, interval: 'ours', basis }) as const;
const cell = (
  points: number,
  found: 'worse' | 'similar',
  basis: 'published' | 'synthetic' = 'published',
) => ({
  ...labelled('black'),
  estimate: shown(basis),
  gap: gapOf(points, found, basis),
});
const untested = {
  ...labelled('black'),
  estimate: shown('published'),
  gap: { ...answer, direction: 'not-compared', verdict: 'not-compared', isReference: false },
} as const;
const real = rowOf('Real', [cell(5, 'worse')]);
const level = rowOf('Level', [cell(1, 'similar')]);
const made = rowOf('Made', [cell(9, 'worse', 'synthetic')]);
const housing = rowOf('Crowding', [cell(9, 'worse')], { kind: 'determinant' });
const areas = rowOf('In poor areas', [cell(20, 'worse')], { kind: 'determinant', isOfAreas: true });
const illness = rowOf('Illness', [cell(30, 'worse')], { ageAdjusted: false });

describe('what is held is said before any gap', () => {
  test('the real outcomes by name, and how many others are made up', () => {
    expect(heldWords(overviewOf([real, made, areas]))).toBe(
      'Real outcomes and services by ethnic group held for Elmstead: real. 1 other is synthetic: made for demonstration.',
    );
  });
  test('that there is none, where there is none', () => {
    expect(heldWords(overviewOf([made, made, areas]))).toBe(
      'No real outcome or service by ethnic group is held for Elmstead. All 2 shown are synthetic: made for demonstration.',
    );
  });
});

describe('no figure, no test, and a test that does not reject are three sentences', () => {
  test.each([
    ['no real outcome or service by ethnic group is held', [made, areas]],
    ['none of the real gaps by ethnic group can be tested', [rowOf('Untested', [untested])]],
    ['no group is proven worse, of 1 real gap tested', [level]],
  ])('%s', (words, rows) => {
    expect(noneProvenWords(overviewOf(rows))).toBe(words);
    expect(overviewTitle(overviewOf(rows))).toBe(`Gaps in Elmstead: ${words}`);
  });
});

describe('where nothing can be worse, worse is not spoken of', () => {
  const sided = (group: string, points: number, direction: 'higher' | 'lower') => ({
    ...labelled(group),
    estimate: shown('published'),
    gap: { ...gapOf(points, 'similar'), direction, verdict: direction },
  });
  const aged = (cells: Parameters<typeof rowOf>[1]) => rowOf('Disability', cells, { ageAdjusted: false });

  test('which groups are higher and lower, not adjusted for age', () => {
    const row = aged([sided('black', 5, 'higher'), sided('white', -5, 'lower'), cell(1, 'similar')]);
    expect(overviewTitle(overviewOf([row, made]))).toBe(
      'Gaps in Elmstead: disability higher for Black residents, lower for White residents, not adjusted for age',
    );
  });
  test('that none stands out, where none does', () => {
    expect(noneProvenWords(overviewOf([aged([cell(1, 'similar')])]))).toBe(
      'disability beyond chance for no group, not adjusted for age',
    );
  });
  test('beside what can be worse it is not counted as if it could', () => {
    expect(noneProvenWords(overviewOf([level, aged([sided('black', 5, 'higher')])]))).toBe(
      'no group is proven worse, of 1 real gap tested that can be called better or worse',
    );
  });
});

test('causes and who lives here stand apart from outcomes, and are counted worse for nobody', () => {
  const all = overviewOf([real, housing, areas, made]);
  expect(outcomesOf(all)).toEqual([real, made]);
  expect(describedOf(all)).toEqual([housing, areas]);
  expect(worseCounts(all)).toBe(
    'Of 1 outcome or service with real figures, proven worse: Black residents on 1.',
  );
});

test('what depends on age and is not adjusted for it is counted worse for nobody', () => {
  expect(worseCounts(overviewOf([illness]))).toBe('');
  expect(worseCounts(overviewOf([real, illness]))).toBe(
    'Of 2 outcomes and services with real figures, of which 1 can be called better or worse, proven worse: Black residents on 1.',
  );
});
