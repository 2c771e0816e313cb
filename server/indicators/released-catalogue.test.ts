import { expect, test } from 'vitest';
import { boardList } from './board.ts';
import { datasets, indicators } from './catalogue.ts';
import {
  catalogueOf,
  catalogueToday,
  type DatasetDefinitions,
  definitionsToday,
  listingToday,
  releasedCatalogue,
} from './released-catalogue.ts';

test('every definition is plain data: written down as JSON and read again it says the same', () => {
  for (const { id } of datasets) {
    const definitions = definitionsToday(id);
    expect(JSON.parse(JSON.stringify(definitions)), id).toEqual(definitions);
  }
});

test('what the product defines today is every indicator in its order, with the board', () => {
  const { indicators: all, board } = catalogueToday();
  expect(all.map(({ id }) => id)).toEqual(indicators.map(({ id }) => id));
  expect(board).toEqual(boardList);
});

test('a release goes by what was written down, in the order that was, and by today’s where nothing was', () => {
  const [childhood, residents] = ['childhood-vaccination', 'residents'].map((id) => definitionsToday(id));
  if (childhood === undefined || residents === undefined) throw new Error('two datasets are defined');
  const renamed: DatasetDefinitions = {
    ...childhood,
    title: 'Jabs',
    indicators: childhood.indicators.map((one) => ({ ...one, title: `Old: ${one.title}` })),
  };
  const order = [...childhood.indicators, ...residents.indicators].map(({ id }) => id);
  const found = releasedCatalogue(
    [
      { id: 1, dataset: 'residents' },
      { id: 2, dataset: 'childhood-vaccination' },
    ],
    new Map([[2, renamed]]),
    { order, board: boardList },
  );
  expect(found.indicators.map(({ id }) => id)).toEqual(order);
  expect(found.find('mmr-1-at-2-years')?.title).toMatch(/^Old: /);
  expect(found.find('residents')).toEqual(residents.indicators[0]);
  expect(found.titleOf('childhood-vaccination')).toBe('Jabs');
  expect(found.titleOf('never-heard-of')).toBe('never-heard-of');
  expect(found.editionsOf('residents')).toEqual({ lsoa: '2021' });
  expect(found.find('covid-19-dose-1')).toBeUndefined();
});

test('an order names only what is held', () => {
  const listing = listingToday(new Set(['residents', 'mmr-1-at-2-years']));
  expect(listing.order).toEqual(['residents', 'mmr-1-at-2-years']);
  expect(catalogueOf([definitionsToday('residents')], listing).indicators.map(({ id }) => id)).toContain(
    'residents',
  );
});
