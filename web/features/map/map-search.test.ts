import { describe, expect, test } from 'vitest';
import { parseSearch, stringifySearch } from '../../shared/url/read-search.ts';
import { validateMapSearch, withQuestion } from './map-search.ts';

describe('the search of the map page', () => {
  test('survives the trip through a URL, a year staying text', () => {
    const search = {
      indicator: 'residents',
      period: '2021',
      ageBand: '65-plus',
      view: 'verdict',
      area: 'E05011095',
    };
    expect(validateMapSearch(parseSearch(stringifySearch(search)))).toEqual(search);
  });
  test('another question keeps view, display and area, and nothing of the old question', () => {
    const old = {
      indicator: 'a',
      denominator: 'nims',
      view: 'verdict',
      display: 'table',
      area: 'E1',
      release: '2',
    } as const;
    expect(withQuestion(old, { indicator: 'b', ageBand: 'all' })).toEqual({
      indicator: 'b',
      ageBand: 'all',
      view: 'verdict',
      display: 'table',
      area: 'E1',
      release: '2',
    });
  });
});
