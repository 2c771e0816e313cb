import { describe, expect, test } from 'vitest';
import type { AreaIndicator } from '../../../server/contract/area-replies.ts';
import type { IndicatorSummary } from '../../../server/contract/replies.ts';
import { choicesOf, filters, foundIndicators, heldIndicators, isNarrowed } from './indicators-found.ts';
import { type IndicatorsSearch, validateIndicatorsSearch } from './indicators-search.ts';

const indicator = (id: string, more: Partial<IndicatorSummary>) =>
  ({
    id,
    title: id,
    shortTitle: id,
    aim: 'outcomes',
    kind: 'outcome',
    populationGroups: [{ id: 'all', membership: '', ageBands: [] }],
    areaTypes: ['borough'],
    basis: ['published'],
    latestPeriod: '2024',
    ...more,
  }) as IndicatorSummary;
const row = (id: string, age?: number) =>
  ({ indicator: id, publishedHere: true, ...(age !== undefined && { age }) }) as AreaIndicator;

const held = heldIndicators(
  [
    indicator('smoking', {}),
    indicator('obesity', { areaTypes: ['ward', 'borough'] }),
    indicator('flu', { kind: 'service', basis: ['synthetic'] }),
    indicator('falls', { populationGroups: [{ id: 'frailty', membership: '', ageBands: [] }] }),
    indicator('trust staff', { aim: 'staff', kind: 'service', areaTypes: ['region'], latestPeriod: '2019' }),
  ],
  {
    asOf: '2026-11-28',
    indicators: [row('smoking'), row('obesity', 5), row('obesity'), row('flu'), row('falls', 8)],
  },
);
const idsFor = (search: IndicatorsSearch) =>
  foundIndicators(held, search).found.map((one) => one.indicator.id);
const countsOf = (name: string, search: IndicatorsSearch) => {
  const filter = filters.find((one) => one.name === name);
  if (filter === undefined) throw new Error(`there is no filter ${name}`);
  return Object.fromEntries(choicesOf(filter, held, search).map(({ id, count }) => [id, count]));
};

describe('the list of indicators', () => {
  test('one is as old as its newest figure of the place, and where it has none as the newest there is', () => {
    expect(held.map(({ age }) => age)).toEqual(['recent', 'recent', 'recent', 'old', 'old']);
  });
  test('every filter narrows, and they narrow together', () => {
    expect(idsFor({})).toHaveLength(5);
    expect(idsFor({ kind: 'service' })).toEqual(['flu', 'trust staff']);
    expect(idsFor({ kind: 'service', aim: 'staff' })).toEqual(['trust staff']);
    expect(idsFor({ populationGroup: 'frailty' })).toEqual(['falls']);
    expect(idsFor({ areaType: 'ward' })).toEqual(['obesity']);
    expect(idsFor({ basis: 'synthetic' })).toEqual(['flu']);
    expect(idsFor({ age: 'old' })).toEqual(['falls', 'trust staff']);
    expect(idsFor({ q: 'smokng', kind: 'service' })).toEqual([]);
  });
  test('real figures only leaves out what is synthetic', () => {
    expect(idsFor({ figures: 'real' })).not.toContain('flu');
    expect(countsOf('basis', { figures: 'real' })).toEqual({ published: 4 });
  });
  test('a choice says how many it would find, whatever is chosen in its own filter', () => {
    expect(countsOf('kind', {})).toEqual({ outcome: 3, service: 2 });
    expect(countsOf('kind', { kind: 'service' })).toEqual({ outcome: 3, service: 2 });
    expect(countsOf('kind', { age: 'recent' })).toEqual({ outcome: 2, service: 1 });
    for (const { name } of filters)
      for (const [id, count] of Object.entries(countsOf(name, { q: 's' })))
        expect(idsFor(validateIndicatorsSearch({ q: 's', [name]: id }))).toHaveLength(count);
  });
  test('what is chosen stays among the choices where it finds nothing', () => {
    expect(countsOf('kind', { q: 'smoking', kind: 'service' })).toEqual({ outcome: 1, service: 0 });
  });
  test('a release and the switch narrow nothing', () => {
    expect(isNarrowed({ release: '1', figures: 'real', q: ' ' })).toBe(false);
    expect(isNarrowed({ q: 'flu' })).toBe(true);
    expect(isNarrowed({ age: 'old' })).toBe(true);
  });
});

test('the address keeps what can be asked, and by name what cannot', () => {
  const asked = { q: 'mmr dose', kind: 'service', basis: 'published', age: 'old', figures: 'real' };
  expect(validateIndicatorsSearch(asked)).toEqual(asked);
  expect(validateIndicatorsSearch({ kind: 'guess' })).toEqual({ unread: { kind: 'guess' } });
});
