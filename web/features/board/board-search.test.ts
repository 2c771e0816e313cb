import { expect, test } from 'vitest';
import { pinsOf, validateBoardSearch, validateChangesSearch, withPin } from './board-search.ts';

const pin = { indicator: 'mmr-1-at-2-years', populationGroup: 'children', stratum: { sex: 'all' } };
const women = { indicator: 'life-expectancy-at-birth', populationGroup: 'all', stratum: { sex: 'female' } };

test('pins are kept in order, each once, and what could be none is dropped', () => {
  const search = validateBoardSearch({
    pins: 'life-expectancy-at-birth.all.female,mmr-1-at-2-years.children,<b>.all,x.nobody,mmr-1-at-2-years.children',
    release: '2',
    populationGroup: 'nobody',
  });
  expect(search).toEqual({
    release: '2',
    pins: 'life-expectancy-at-birth.all.female,mmr-1-at-2-years.children',
    unread: { populationGroup: 'nobody' },
  });
  expect(pinsOf(search)).toEqual([women, pin]);
});

test('pinning twice is as never', () => {
  const once = withPin({ release: '1' }, pin);
  expect(once).toEqual({ release: '1', pins: 'mmr-1-at-2-years.children' });
  expect(withPin(withPin(once, women), pin)).toEqual({
    release: '1',
    pins: 'life-expectancy-at-birth.all.female',
  });
  expect(withPin(once, pin)).toEqual({ release: '1' });
});

test('releases to compare are numbers, or set apart', () => {
  expect(validateChangesSearch({ release: '3', since: '1' })).toEqual({ release: '3', since: '1' });
  expect(validateChangesSearch({ release: 'x', since: '0' })).toEqual({
    unread: { release: 'x', since: '0' },
  });
});
