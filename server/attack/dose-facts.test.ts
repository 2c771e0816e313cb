import { expect, test } from 'vitest';
import type { IndicatorReply } from '../contract/replies.ts';
import { UNLIMITED } from '../disclosure/bounds/cell-bounds.ts';
import { doseFactsOf, smallAmong, stagesAbout } from './dose-facts.ts';
import type { GatheredFigure } from './figure.ts';

const definition = (part: string, before: string | null = null) =>
  ({
    unit: 'percent',
    doseTable: { id: 'doses', dose: 'second', before, part },
    denominators: [{ id: 'nims' }, { id: 'census' }],
  }) as unknown as IndicatorReply;
const figure = (estimate: object, more: object = {}): GatheredFigure => ({
  release: 1,
  indicator: 'doses',
  period: '2021-03-31',
  area: 'E05000001',
  stratum: { denominator: 'nims', ethnicGroup: 'all', ageBand: 'all', sex: 'all', deprivation: 'all' },
  estimate: { status: 'shown', ...estimate } as GatheredFigure['estimate'],
  ...more,
});
const share = { value: 62.5, numerator: 25, denominator: 40 };
const having = { stage: 'second 2021-03-31', lowest: 23, highest: 27 };

test('a share gives those with the dose, everybody, and that those without are many', () => {
  expect(doseFactsOf(figure(share), definition('share'))).toEqual([
    having,
    { stage: 'people', lowest: 38, highest: 42 },
    { stage: 'without second 2021-03-31', lowest: 8, highest: UNLIMITED },
  ]);
});

test('where everybody is known exactly, fewer than eight without are none', () => {
  const facts = doseFactsOf(figure({ ...share, numerator: 40, denominator: 41 }), definition('share'));
  expect(facts).toEqual([
    { stage: 'second 2021-03-31', lowest: 38, highest: 42 },
    { stage: 'people', lowest: 41, highest: 41 },
    { stage: 'without second 2021-03-31', lowest: 0, highest: 0 },
  ]);
});

test('a share of people counted by somebody else gives those with the dose alone', () => {
  const census = { stratum: { ...figure({}).stratum, denominator: 'census' } };
  expect(doseFactsOf(figure(share, census), definition('share'))).toEqual([having]);
  expect(stagesAbout(figure(share, census), definition('share'))).toEqual(['second 2021-03-31']);
});

test('a share of those with the dose before gives who waits', () => {
  const definitionOf = definition('of-before', 'first');
  expect(doseFactsOf(figure(share), definitionOf).map(({ stage }) => stage)).toEqual([
    'second 2021-03-31',
    'first 2021-03-31',
    'awaiting second 2021-03-31',
  ]);
  expect(smallAmong(figure({}), definitionOf)).toHaveLength(5);
});

test.each([
  [0, 0, 0],
  [10, 8, 14],
  [15, 11, 19],
  [100, 96, 104],
])('%i still to reach are the difference of two rounded counts: %i to %i', (value, lowest, highest) => {
  expect(doseFactsOf(figure({ value }), definition('without'))).toEqual([
    { stage: 'without second 2021-03-31', lowest, highest },
  ]);
});

test('new people lie within the limits that are given', () => {
  const added = { since: '2021-03-25', lowest: 6, highest: 14 };
  expect(doseFactsOf(figure(share, { added }), definition('share')).at(-1)).toEqual({
    stage: 'new second 2021-03-31 since 2021-03-25',
    lowest: 6,
    highest: 14,
  });
});
