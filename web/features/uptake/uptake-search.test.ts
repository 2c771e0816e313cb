import { expect, test } from 'vitest';
import { changedSearch } from '../../shared/url/read-search.ts';
import { type UptakeSearch, validateUptakeSearch, withVaccine } from './uptake-search.ts';

test('keeps what could be asked, also of another release', () => {
  const asked = {
    indicator: 'covid-19-dose-2-from-records',
    area: 'E05011110',
    ageBand: '50-64',
    ethnicScheme: 'census-2021-5',
    ethnicGroup: 'black',
    denominator: 'census',
    period: '2021-07-15',
    moment: '2021-03-31',
    target: '95',
    tally: 'new',
    display: 'table',
    rows: 'wards',
    release: '3',
  };
  expect(validateUptakeSearch(asked)).toEqual(asked);
});

test('sets apart what could not', () => {
  expect(
    validateUptakeSearch({
      indicator: '<b>',
      area: 7,
      denominator: 'voters',
      target: '101',
      tally: 'some',
      display: 'globe',
      ethnicScheme: 'mine',
      release: '-1',
      other: 'x',
    }),
  ).toEqual({
    unread: {
      indicator: '<b>',
      denominator: 'voters',
      target: '101',
      tally: 'some',
      display: 'globe',
      ethnicScheme: 'mine',
      release: '-1',
      other: 'x',
    },
  });
});

test.each(['place', '0', '7.5', '95', '100'])('a target may be %s', (target) => {
  expect(validateUptakeSearch({ target })).toEqual({ target });
});
test.each(['100.5', '-3', '1e2', 'half'])('a target may not be "%s"', (target) => {
  expect(validateUptakeSearch({ target })).toEqual({ unread: { target } });
});

test('a part set to undefined is left out', () => {
  expect(changedSearch<UptakeSearch>({ area: 'a', target: '95' }, { target: undefined })).toEqual({
    area: 'a',
  });
});

test('another vaccine keeps who and where, and drops dates of the one before', () => {
  const search = { indicator: 'a', area: 'E05011110', ageBand: '50-64', period: '2021', moment: '2020' };
  expect(withVaccine(search, 'b')).toEqual({ indicator: 'b', area: 'E05011110', ageBand: '50-64' });
});
