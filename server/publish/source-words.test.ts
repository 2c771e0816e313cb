import { expect, test } from 'vitest';
import { sourceVerdictNote } from '../contract/source-verdict.ts';
import { findIndicator } from '../indicators/catalogue.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { sourceWords } from './source-words.ts';

const note = (verdict: 'better' | 'worse' | 'similar' | 'higher' | 'lower') =>
  sourceVerdictNote({ verdict, against: 'England' });
const definition = (id: string, part: Partial<Indicator> = {}): Indicator => {
  const found = findIndicator(id);
  if (found === undefined) throw new Error(`there is an indicator "${id}"`);
  return { ...found, ...part } as Indicator;
};

test('better and worse stay where figures may be called that', () => {
  expect(sourceWords([note('better'), 'Other.'], definition('mmr-1-at-2-years'), 'all')).toEqual([
    note('better'),
    'Other.',
  ]);
});

test('of what is not adjusted for age only the direction is told, and other notes stay', () => {
  const overweight = definition('overweight-adults');
  expect(overweight).toMatchObject({ ageAdjusted: false, polarity: 'lower-is-better' });
  expect(sourceWords(['Other.', note('better')], overweight, 'all')).toEqual(['Other.', note('lower')]);
  expect(sourceWords([note('worse')], overweight, 'all')).toEqual([note('higher')]);
  expect(sourceWords([note('similar'), note('lower')], overweight, 'all')).toEqual([
    note('similar'),
    note('lower'),
  ]);
  const checks = definition('nhs-health-checks');
  expect(sourceWords([note('better')], checks, 'all')).toEqual([note('higher')]);
});

test('so it is at the ages that lie too far apart, and not at others', () => {
  const dose = definition('covid-19-dose-1');
  expect(sourceWords([note('worse')], dose, '16-64')).toEqual([note('lower')]);
  expect(sourceWords([note('worse')], dose, '50-64')).toEqual([note('worse')]);
});

test('where neither way is better nothing is said', () => {
  expect(sourceWords([note('worse')], definition('disability', { polarity: 'neutral' }), 'all')).toEqual([]);
});
