import { describe, expect, test } from 'vitest';
import {
  asAnswered,
  changed,
  parseSearch,
  stringifySearch,
  validateMapSearch,
  withQuestion,
} from './map-search.ts';

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
  test('an empty search has no question mark', () => {
    expect(stringifySearch({})).toBe('');
  });
  test('drops what could not be an answer and keeps the rest', () => {
    const raw = {
      indicator: '<script>',
      ageBand: '0-15',
      view: 'sideways',
      display: 'table',
      area: 7,
      nonsense: 'x',
    };
    expect(validateMapSearch(raw)).toEqual({ ageBand: '0-15', display: 'table' });
    expect(validateMapSearch({ release: '0' })).toEqual({});
  });
  test('a part set to undefined is left out', () => {
    expect(changed({ area: 'E05011095', view: 'value' }, { area: undefined })).toEqual({ view: 'value' });
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
  test('is as answered only where no part it names was changed', () => {
    expect(asAnswered({ ageBand: '80-plus' }, { indicator: 'a', ageBand: '80-plus' })).toBe(true);
    expect(asAnswered({ ageBand: '80-plus' }, { indicator: 'a', ageBand: 'all' })).toBe(false);
    expect(asAnswered({ denominator: 'nims' }, { indicator: 'a' })).toBe(false);
  });
});
