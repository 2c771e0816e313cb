import { expect, test } from 'vitest';
import type { AreaIndicator } from '../../../server/contract/area-replies.ts';
import { besidePeople, standingWords, trackedRows } from './tracked.ts';

const row = (indicator: string, populationGroup: string, sex = 'all', verdict = 'cannot-be-tested') =>
  ({
    indicator,
    populationGroup,
    stratum: { sex },
    periodLabel: '2021',
    change: { verdict, couldBeChance: false, sinceLabel: '2020' },
    estimate: { status: 'shown', value: 1, interval: 'none', basis: 'modelled' },
  }) as unknown as AreaIndicator;
const all = [
  row('doses', 'all'),
  row('doses', 'frailty'),
  row('life', 'all', 'female'),
  row('life', 'all', 'male'),
  row('mmr', 'children'),
];
const namesOf = (rows: readonly AreaIndicator[]) =>
  rows.map(({ indicator, populationGroup, stratum }) => `${indicator} ${populationGroup} ${stratum.sex}`);

test('indicators come in the order named, for the group asked for where they have it', () => {
  expect(namesOf(trackedRows(all, ['mmr', 'doses'], 'frailty'))).toEqual([
    'mmr children all',
    'doses frailty all',
  ]);
});
test('an indicator without a figure for everyone has one row for each sex', () => {
  expect(namesOf(trackedRows(all, ['life']))).toEqual(['life all female', 'life all male']);
});
test('an indicator that is not held has none', () => {
  expect(trackedRows(all, ['happiness'])).toEqual([]);
});
test('a figure says its period, the judged change and its basis, no change that was not tested and none of synthetic figures', () => {
  expect(standingWords(row('mmr', 'children', 'all', 'no-clear-change'))).toBe(
    '2021; change since 2020: no clear change; modelled',
  );
  expect(standingWords(row('mmr', 'children'))).toBe('2021; modelled');
  // A change of years ago is no word on today.
  expect(standingWords({ ...row('mmr', 'children', 'all', 'no-clear-change'), age: 5 })).toBe(
    '2021, 5 years ago; modelled',
  );
  const made = {
    ...row('mmr', 'children', 'all', 'worse'),
    estimate: { status: 'shown', basis: 'synthetic' },
  };
  expect(standingWords(made as AreaIndicator)).toBe('2021');
});

test('beside the words of real people stands no figure that is made up', () => {
  const made = { status: 'shown', value: 1, interval: 'none', basis: 'synthetic' } as const;
  const rows = [
    row('mmr', 'children'),
    { ...row('gp', 'all'), estimate: made },
    { ...row('referrals', 'all'), estimate: null, place: made },
  ];
  expect(namesOf(besidePeople(rows))).toEqual(['mmr children all']);
});
