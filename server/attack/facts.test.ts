import { expect, test } from 'vitest';
import type { IndicatorReply } from '../contract/replies.ts';
import { UNLIMITED } from '../disclosure/bounds/cell-bounds.ts';
import { proportion } from '../stats/proportion.ts';
import { factsOf } from './facts.ts';
import type { GatheredFigure } from './figure.ts';

const definition = (part: string, unit = 'percent') =>
  ({ unit, countTable: { id: 'checks', part } }) as IndicatorReply;
const figure = (estimate: object): GatheredFigure => ({
  release: 1,
  indicator: 'checks',
  period: '2024-25',
  area: 'E05000001',
  stratum: { ethnicGroup: 'all', ageBand: 'all', sex: 'all', deprivation: 'all' },
  estimate: estimate as GatheredFigure['estimate'],
});
const plain = { withheldIsSmall: false };

test('a shown count lies among those that round to it; nobody is nobody', () => {
  expect(factsOf(figure({ status: 'shown', value: 10 }), definition('people', 'people'), plain)).toEqual([
    { outcome: 'Total', lowest: 8, highest: 12 },
  ]);
  expect(factsOf(figure({ status: 'shown', value: 0 }), definition('with', 'people'), plain)).toEqual([
    { outcome: 'with', lowest: 0, highest: 0 },
  ]);
});

test('a count that is not rounded is taken as it is: were it served, anybody could read it', () => {
  expect(factsOf(figure({ status: 'shown', value: 5 }), definition('with', 'people'), plain)).toEqual([
    { outcome: 'with', lowest: 5, highest: 5 },
  ]);
});

test('a share gives all three counts, from its interval too where it gives none', () => {
  const { value, lower, upper } = proportion(40, 65);
  const given = { status: 'shown', value: 100 * value, numerator: 40, denominator: 65 };
  const inverted = { status: 'shown', value: 100 * value, lower95: 100 * lower, upper95: 100 * upper };
  const facts = [
    { outcome: 'with', lowest: 38, highest: 42 },
    { outcome: 'Total', lowest: 63, highest: 67 },
    { outcome: 'without', lowest: 8, highest: UNLIMITED },
  ];
  expect(factsOf(figure(given), definition('share'), plain)).toEqual(facts);
  expect(factsOf(figure(inverted), definition('share'), plain)).toEqual(facts);
});

test('a share of everybody says that nobody is without it', () => {
  const all = { status: 'shown', value: 100, numerator: 40, denominator: 40 };
  expect(factsOf(figure(all), definition('share'), plain)[2]).toEqual({
    outcome: 'without',
    lowest: 0,
    highest: 0,
  });
});

test('a withheld count says nothing, unless everything withheld is known to be small', () => {
  const withheld = figure({ status: 'withheld', reason: 'protection' });
  expect(factsOf(withheld, definition('with', 'people'), plain)).toEqual([]);
  expect(factsOf(withheld, definition('with', 'people'), { withheldIsSmall: true })).toEqual([
    { outcome: 'with', lowest: 1, highest: 7 },
  ]);
  expect(factsOf(withheld, definition('share'), { withheldIsSmall: true })).toEqual([]);
});
