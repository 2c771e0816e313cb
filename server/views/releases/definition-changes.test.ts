import { expect, test } from 'vitest';
import { childhoodVaccinations } from '../../indicators/childhood-vaccination.ts';
import { definitionChanges, isMeantOtherwise } from './definition-changes.ts';

const [mmr] = childhoodVaccinations;
if (mmr === undefined) throw new Error('childhood vaccination is defined');

test('nothing differs from itself, nor from what is written down and read again', () => {
  expect(definitionChanges(mmr, mmr)).toEqual([]);
  expect(definitionChanges(JSON.parse(JSON.stringify(mmr)), mmr)).toEqual([]);
});

test('each part that differs is told in words before and after', () => {
  const after = { ...mmr, title: 'Jabs', polarity: 'lower-is-better' as const, ageAdjusted: false };
  expect(definitionChanges(mmr, after)).toEqual([
    { part: 'title', before: mmr.title, after: 'Jabs' },
    { part: 'polarity', before: 'Higher is better', after: 'Lower is better' },
    { part: 'age', before: 'does not depend on age', after: 'not adjusted for age' },
  ]);
});

test('what has no words of its own is told to differ all the same', () => {
  expect(definitionChanges(mmr, { ...mmr, decimals: 3 })).toEqual([{ part: 'other', before: '', after: '' }]);
});

test('words change no verdict; polarity, kind, age and strata may', () => {
  expect(isMeantOtherwise(mmr, { ...mmr, title: 'Jabs', method: 'Otherwise.', caveats: [] })).toBe(false);
  expect(isMeantOtherwise(mmr, { ...mmr, polarity: 'neutral' })).toBe(true);
  expect(isMeantOtherwise(mmr, { ...mmr, kind: 'context' })).toBe(true);
  expect(isMeantOtherwise(mmr, { ...mmr, ageAdjusted: false })).toBe(true);
  expect(isMeantOtherwise(mmr, { ...mmr, strata: [] })).toBe(true);
});
