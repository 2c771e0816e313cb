import { expect, test } from 'vitest';
import type { SpcPoint, SpcReply } from '../../../server/contract/spc-reply.ts';
import { dotKinds, spcHeadline, tellingWords } from './spc-words.ts';

const point = (over: Partial<SpcPoint> = {}): SpcPoint => ({
  period: '2021',
  label: '2021',
  estimate: { status: 'shown', value: 1, interval: 'none', basis: 'published' },
  meaning: 'common-cause',
  rule: 'none',
  side: 'none',
  ...over,
});
const fallen = { meaning: 'concern', rule: 'outside-limits', side: 'low' } as const;
const reply = (points: SpcPoint[]) =>
  ({ points, variation: points.at(-1), asOf: '2022-06-01' }) as unknown as SpcReply;

test('the title says what the newest figure tells, and nothing of synthetic ones', () => {
  expect(spcHeadline('MMR', 'Here', reply([point()]))).toBe('MMR in Here: ordinary variation');
  expect(spcHeadline('MMR', 'Here', { ...reply([point()]), asOf: '2025-01-01' })).toBe(
    'MMR in Here: ordinary variation (2021, 4 years ago)',
  );
  expect(spcHeadline('MMR', 'Here', reply([point(fallen)]))).toBe('MMR in Here: a special cause of concern');
  const madeUp = point({ meaning: 'no-finding' });
  expect(spcHeadline('MMR', 'Here', reply([madeUp]))).toBe('MMR in Here as a control chart');
  expect(tellingWords(madeUp)).toBe('No finding: made for demonstration');
});

test('a point names the rule it breaks; one without a figure tells nothing', () => {
  expect(tellingWords(point())).toBe('Ordinary variation');
  expect(tellingWords(point(fallen))).toBe('Special cause: concern. A point outside the limits');
  expect(
    tellingWords(point({ estimate: { status: 'missing', reason: 'not-available', explanation: 'None.' } })),
  ).toBe('–');
});

test('the key has each kind of dot once', () => {
  expect(dotKinds({ points: [point(fallen), point(), point(fallen)] })).toEqual([
    { meaning: 'common-cause', side: 'none' },
    { meaning: 'concern', side: 'low' },
  ]);
});
