/** Each rule finds the sentence that it is for. */
import { expect, test } from 'vitest';
import type { Estimate } from '../server/contract/estimate.ts';
import type { IndicatorSummary } from '../server/contract/replies.ts';
import { brokenRules, type Told } from './testing-sentence-rules.ts';

const shown = (value: number, basis: 'published' | 'synthetic' = 'published'): Estimate => ({
  status: 'shown',
  value,
  interval: 'none',
  basis,
});
const about = {
  title: 'Overcrowded households',
  shortTitle: 'Overcrowding',
  decimals: 1,
  kind: 'service',
  polarity: 'lower-is-better',
  counted: 'households',
  ageAdjusted: null,
  unadjustedAges: [],
  scaleNote: null,
  scaleReversed: false,
  scaleFirst: null,
  isOfAreas: false,
} as unknown as IndicatorSummary;
const told = (sentence: string, more: Partial<Told> = {}): Told => ({
  where: 'here',
  sentence,
  about,
  figures: [shown(3), shown(2), shown(1)],
  tested: true,
  period: '2026',
  dated: { asOf: '2026-11-27' },
  tellsValues: true,
  names: [],
  ...more,
});
const rule = (sentence: string, more: Partial<Told> = {}) =>
  brokenRules(told(sentence, more)).map((name) => name.split(':')[0]);

const twice = {
  period: '2021',
  dated: { asOf: '2026-11-27', dates: { '2021': 'Indices of 2025, residents of 2021' } },
};

test('a right sentence breaks none', () => {
  expect(rule('Overcrowding: highest in Ash (3.0%)')).toEqual([]);
  expect(rule('Overcrowding: no figure to show', { figures: [] })).toEqual([]);
  expect(rule('Overcrowding: 3.0% (Indices of 2025, residents of 2021)', twice)).toEqual([]);
});

const old = { period: '2021' };
const score = { about: { ...about, scaleNote: 'Higher = more deprived' } };
const unadjusted = { about: { ...about, ageAdjusted: false } };
test.each<[string, string, Partial<Told>]>([
  ['rank', 'Overcrowding: highest in Ash (3.0%)', { figures: [shown(3)] }],
  ['rank', 'Overcrowding: highest in Ash (3.0%)', { figures: [shown(3), shown(3), shown(3)] }],
  ['rank', 'Overcrowding: lowest in Ash (3.0%)', {}],
  ['scale', 'Overcrowding: highest in Ash (3.0)', score],
  ['noun', 'Overcrowding: 887 people', {}],
  ['tense', 'Overcrowding: 3.0%', old],
  ['tense', 'Overcrowding: now 3.0%, 5 years ago', old],
  ['dates', 'Overcrowding: 3.0%', twice],
  ['dates', 'Overcrowding: 3.0% (Indices of 2025, residents of 2021, 5 years ago)', twice],
  ['absence', 'Overcrowding: no ward stands out', { figures: [] }],
  ['absence', 'Overcrowding: no ward stands out beyond chance', { tested: false }],
  ['kind', 'Overcrowding: worse in Ash', { about: { ...about, kind: 'determinant' } }],
  ['age', 'Overcrowding: 3.0%', unadjusted],
  ['kind', 'Overcrowding: worse in Ash, not adjusted for age', unadjusted],
  ['basis', 'Overcrowding: highest in Ash (3.0%)', { figures: [shown(3, 'synthetic'), shown(2), shown(1)] }],
])('%s: "%s"', (name, sentence, more) => {
  expect(rule(sentence, more)).toContain(name);
});

test('a value is told in its unit, and none that is made up', () => {
  const rate = { ...about, unit: 'per-100000', decimals: 1 } as IndicatorSummary;
  expect(rule('Falls: 3.0 in Here', { about: rate })).toContain('unit');
  expect(rule('Falls: 3.0 per 100,000 in Here', { about: rate })).not.toContain('unit');
  const figures = [{ ...shown(3), basis: 'synthetic' as const }];
  const share = { ...about, decimals: 1 } as IndicatorSummary;
  expect(rule('Falls: 3.0% in Here', { about: share, figures })).toContain('basis');
  expect(rule('Falls in Here', { about: share, figures })).not.toContain('basis');
});
