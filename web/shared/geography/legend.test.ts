import { describe, expect, test } from 'vitest';
import type { ComparedAreaEstimate } from '../../../server/contract/estimate.ts';
import { missing, type WithoutFigure, withdrawn, withheld } from '../../../server/contract/without-figure.ts';
import { answer } from '../../testing-answer.ts';
import { verdictLooks } from '../ui/verdict-looks.ts';
import { valueClasses, verdictCounts } from './legend.ts';
import { paintOf } from './paint.ts';
import { firstOrder, sortAreas } from './table-order.ts';
import { withoutFigureCounts } from './without-figure.ts';

const percent = { unit: 'percent', decimals: 1 } as const;
const shown = (
  name: string,
  value: number,
  verdict: 'better' | 'worse' | 'similar' = 'similar',
): ComparedAreaEstimate => ({
  code: name,
  name,
  verdict,
  ...answer,
  status: 'shown',
  value,
  interval: 'none',
  basis: 'published',
});
const without = (name: string, none: WithoutFigure): ComparedAreaEstimate => ({
  code: name,
  name,
  verdict: 'not-compared',
  ...answer,
  ...none,
});
const areas = [
  shown('Ash', 10, 'worse'),
  without('Yew', withheld('small-counts')),
  shown('Beech', 30, 'better'),
  shown('Cedar', 20),
  without('Elm', missing('not-available')),
];

describe('the legend', () => {
  test('counts every shown area once and marks the average in its class', () => {
    const classes = valueClasses(areas, { ...shown('Place', 25) }, [15, 25], percent);
    expect(classes.map((item) => item.areas)).toEqual([1, 1, 1]);
    expect(classes.map((item) => item.benchmarkAt !== undefined)).toEqual([false, false, true]);
  });
  test('a class whose areas all have one value is named by it, and an average beside it lies at its end', () => {
    const zeros = Array.from({ length: 22 }, (_, index) => shown(`Ash ${index}`, 0));
    const classes = valueClasses([...zeros, shown('Beech', 13.4)], shown('Place', 0.6), [13.4], percent);
    expect(classes.map(({ label, areas: held }) => [label, held])).toEqual([
      ['0.0%', 22],
      ['13.4%', 1],
    ]);
    expect(classes[0]?.benchmarkAt).toBeGreaterThan(0.9);
    expect(valueClasses(zeros, null, [], percent).map(({ label }) => label)).toEqual(['0.0%']);
    const several = [shown('Ash', 1), shown('Beech', 2), shown('Cedar', 9)];
    expect(valueClasses(several, null, [9], percent).map(({ label }) => label)).toEqual([
      'Under 9.0%',
      '9.0%',
    ]);
  });
  test('a total of people is not an average of the wards', () => {
    const classes = valueClasses(areas, shown('Place', 25), [15], { unit: 'people', decimals: 0 });
    expect(classes.every((item) => item.benchmarkAt === undefined)).toBe(true);
  });
  test('counts verdicts of shown areas only, and what is withheld apart from what is missing', () => {
    expect(Object.fromEntries(verdictCounts(areas).map((item) => [item.verdict, item.areas]))).toEqual({
      better: 1,
      worse: 1,
      higher: 0,
      lower: 0,
      similar: 1,
      'not-compared': 0,
    });
    expect(withoutFigureCounts(areas)).toMatchObject([
      { pattern: 'withheld', areas: 1 },
      { pattern: 'missing', areas: 1 },
    ]);
  });
});

test('what was withdrawn is counted apart from what is missing, in words of its own', () => {
  expect(
    withoutFigureCounts([without('Ash', withdrawn()), without('Elm', missing('not-available'))]),
  ).toEqual([
    { pattern: 'missing', text: 'Missing: not collected or not available', areas: 1 },
    { pattern: 'withdrawn', text: 'Withdrawn since it was published', areas: 1 },
  ]);
});

describe('the paint', () => {
  test('an area without a figure has a pattern and no colour of the scale, in either view', () => {
    for (const view of ['value', 'verdict'] as const) {
      expect(paintOf(without('Yew', withheld('small-counts')), view, [15], percent)).toEqual({
        fill: '#ffffff',
        pattern: 'withheld',
      });
      expect(paintOf(without('Elm', missing('not-available')), view, [15], percent)).toEqual({
        fill: '#ffffff',
        pattern: 'missing',
      });
      expect(paintOf(without('Ash', withdrawn()), view, [15], percent)).toEqual({
        fill: '#ffffff',
        pattern: 'withdrawn',
      });
    }
  });
  test('where the lowest figure has most of what is measured, it is the darkest and leads the list', () => {
    const fills = [1, 20].map(
      (value) => paintOf(shown('Ash', value), 'value', [15], { ...percent, scaleReversed: true }).fill,
    );
    expect(fills).toEqual(
      [1, 20].map((value) => paintOf(shown('Ash', value), 'value', [15], percent).fill).toReversed(),
    );
    const tenths = { unit: 'decile', decimals: 0, scaleReversed: true } as const;
    const classes = valueClasses([shown('Ash', 1), shown('Beech', 20)], null, [15], tenths);
    expect(classes.map(({ fill }) => fill)).toEqual(fills);
    const tenth = { polarity: 'neutral', scaleReversed: true } as const;
    expect(firstOrder(tenth)).toEqual({ column: 'value', descending: false });
    expect(firstOrder({ ...tenth, scaleReversed: false }).descending).toBe(true);
  });
  test('each verdict has a mark of its own', () => {
    const looks = Object.values(verdictLooks);
    expect(new Set(looks.map(({ mark }) => mark)).size).toBe(looks.length);
    // Not beyond chance is not equal.
    expect(verdictLooks.similar.mark).toBe('~');
    expect(looks.map(({ mark }) => mark)).not.toContain('=');
    expect(paintOf(shown('Ash', 10, 'worse'), 'verdict', [], percent)).toMatchObject({ mark: 'worse' });
  });
});

describe('the order of the table', () => {
  const names = (column: 'name' | 'value' | 'verdict', descending: boolean) =>
    sortAreas(areas, { column, descending }).map(({ name }) => name);
  test('areas without a figure are last by name, whichever way values run', () => {
    expect(names('value', false)).toEqual(['Ash', 'Cedar', 'Beech', 'Elm', 'Yew']);
    expect(names('value', true)).toEqual(['Beech', 'Cedar', 'Ash', 'Elm', 'Yew']);
  });
  test('worse comes first by verdict', () => {
    expect(names('verdict', false)).toEqual(['Ash', 'Cedar', 'Beech', 'Elm', 'Yew']);
  });
  test('by name, every area has its place', () => {
    expect(names('name', false)).toEqual(['Ash', 'Beech', 'Cedar', 'Elm', 'Yew']);
  });
});
