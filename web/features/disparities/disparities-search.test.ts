import { expect, test } from 'vitest';
import {
  answerQueryOf,
  gapsQueryOf,
  overviewQueryOf,
  validateDisparitiesSearch,
  withBreakdown,
  withIndicator,
} from './disparities-search.ts';

const search = validateDisparitiesSearch({
  indicator: 'overcrowding',
  by: 'ethnicGroup',
  ethnicScheme: 'census-2021-5',
  area: 'E09000001',
  reference: 'white',
  period: '2021',
  ageBand: '65-plus',
  group: 'black',
  compare: 'place',
  measure: 'ratio',
  release: '3',
});

test('a whole link is kept, and what cannot be an answer is set apart', () => {
  expect(Object.keys(search)).toHaveLength(11);
  expect(
    validateDisparitiesSearch({ by: 'height', area: 'E09 <b>', measure: 'odds', release: 'x', indicator: 4 }),
  ).toEqual({ unread: { by: 'height', area: 'E09 <b>', measure: 'odds', release: 'x' } });
});
test('other groups leave no group of the old ones behind; the indicator stays where only the scheme changes', () => {
  expect(withBreakdown(search, 'ethnicGroup', 'census-2021-19')).toMatchObject({
    indicator: 'overcrowding',
    ethnicScheme: 'census-2021-19',
  });
  expect(withBreakdown(search, 'ethnicGroup', 'census-2021-19')).not.toHaveProperty('reference');
  expect(withBreakdown(search, 'deprivation', undefined)).toEqual({
    by: 'deprivation',
    area: 'E09000001',
    compare: 'place',
    measure: 'ratio',
    release: '3',
  });
  expect(withBreakdown({ ...search, reference: 'best' }, 'deprivation', undefined).reference).toBe('best');
});
test('another outcome starts from its own newest period and everyone', () => {
  const next = withIndicator(search, 'household-deprivation', 'other');
  expect(next).toMatchObject({ indicator: 'household-deprivation', group: 'other', area: 'E09000001' });
  expect(next).not.toHaveProperty('period');
  expect(next).not.toHaveProperty('ageBand');
});
test('each request takes the parts it knows', () => {
  expect(overviewQueryOf(search)).toEqual({
    by: 'ethnicGroup',
    ethnicScheme: 'census-2021-5',
    area: 'E09000001',
    reference: 'white',
    release: 3,
  });
  expect(answerQueryOf(search)).toMatchObject({ period: '2021', ageBand: '65-plus', release: 3 });
  expect(answerQueryOf(search)).not.toHaveProperty('group');
  expect(gapsQueryOf(search, 'black')).toEqual({
    by: 'ethnicGroup',
    ethnicScheme: 'census-2021-5',
    ageBand: '65-plus',
    period: '2021',
    compare: 'place',
    measure: 'ratio',
    group: 'black',
    release: 3,
  });
});
