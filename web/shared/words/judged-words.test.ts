import { expect, test } from 'vitest';
import type { Answer } from '../../../server/contract/answer.ts';
import { judgedWords, pWords } from './judged-words.ts';

const answer: Answer = {
  comparison: 'mmr:2025:all:E05000001:rest',
  verdict: 'similar',
  couldBeChance: true,
  compared: 46,
  judged: 'judged',
  p: 0.03141,
};
const list = { name: '', making: 'real', p: 0.001, selected: true, level: 0.02 } as const;

test('p has two figures that matter, and is never nothing', () => {
  expect([0.03141, 0.5, 1, 0.00012, 0.0000034, 1e-9, 0].map(pWords)).toEqual([
    '0.031',
    '0.5',
    '1',
    '0.0001',
    '0.000003',
    'under 0.000001',
    'under 0.000001',
  ]);
});

test('each list says how many it holds, whether it shows the difference, and how far it goes', () => {
  expect(
    judgedWords(answer, [
      { ...list, sort: 'area', compared: 1, largestRejected: 0.00212, rejects: false },
      { ...list, sort: 'indicator', compared: 46, largestRejected: 0.0404, rejects: true },
      { ...list, sort: 'group', compared: 120, largestRejected: null, rejects: false },
    ]),
  ).toBe(
    'p 0.031. Its indicator: shown (46 compared, p up to 0.04 is). ' +
      'Its area: not shown (1 compared, p up to 0.0021 is). ' +
      'Its group or reference: not shown (120 compared, nothing is).',
  );
});

test('before the lists are read, and where it was looked up, with how many it was judged', () => {
  expect(judgedWords(answer)).toBe('p 0.031, judged with 46 comparisons of its indicator.');
  expect(judgedWords({ ...answer, judged: 'looked-up', compared: 5 })).toBe(
    'p 0.031, looked up among 5 comparisons of its kind.',
  );
});

test('of what was not tested there is nothing to say', () => {
  const { p: _, ...untested } = answer;
  expect(judgedWords({ ...untested, verdict: 'not-compared', compared: 0 })).toBe('');
});
