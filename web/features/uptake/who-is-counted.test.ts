import { expect, test } from 'vitest';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { wholeGroupOf } from './question.ts';

const populationGroups: IndicatorReply['populationGroups'] = [
  { id: 'all', membership: 'People aged 16 and over.', ageBands: ['all', '16-24', '65-plus'] },
  { id: 'frailty', membership: 'People aged 65 and over.', ageBands: ['65-plus', '80-plus'] },
];
const membershipOf = (ageBand: string) =>
  wholeGroupOf({
    definition: { populationGroups } as IndicatorReply,
    selection: {
      populationGroup: 'all',
      areaType: 'borough',
      denominator: 'nims',
      ageBand,
      ethnicity: 'all',
      sex: 'all',
      deprivation: 'all',
      period: '2021-07-15',
    },
  })?.membership;

test('"all ages" is told with the age they begin at, and a band with the group it makes up whole', () => {
  expect(membershipOf('all')).toBe('People aged 16 and over.');
  expect(membershipOf('65-plus')).toBe('People aged 65 and over.');
});
test('a band within a group says itself who is counted', () => {
  expect(membershipOf('80-plus')).toBeUndefined();
});
