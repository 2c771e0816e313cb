import { expect, test } from 'vitest';
import type { Estimate } from '../../contract/estimate.ts';
import { isTested } from '../figures/two-figures.ts';
import type { SidesQuestion } from '../groups/ages-and-sexes.ts';
import { town } from '../testing-town.ts';
import { sideCandidates } from './of-ages-and-sexes.ts';

const [series] = town.snapshot.seriesOf(town.question.indicator.id);
if (series === undefined) throw new Error('the town has figures');
const { area, indicator } = town.question;

const questionOf = (ids: readonly string[]): SidesQuestion => ({
  by: 'age',
  indicator: { ...indicator, polarity: 'neutral', ageAdjusted: null },
  area,
  codes: [area.code],
  period: '2024-25',
  sides: ids.map((id) => ({ id, label: `Aged ${id}`, series: { ...series, age_band: id } })),
  roundedTo: null,
});
const counted = (numerator: number, denominator: number): Estimate => ({
  status: 'shown',
  value: (100 * numerator) / denominator,
  interval: 'ours',
  numerator,
  denominator,
  basis: 'published',
});
const limited = (value: number, lower95: number, upper95: number): Estimate => ({
  status: 'shown',
  value,
  interval: 'published',
  lower95,
  upper95,
  basis: 'published',
});
const found = (figures: readonly Estimate[], ids = ['0-15', '16-64', '65-plus'].slice(0, figures.length)) =>
  sideCandidates(questionOf(ids), area.code, figures).map(({ id, outcome }) => ({
    reference: id.split(':').at(-1),
    told: isTested(outcome) ? Number(outcome.difference.value.toFixed(4)) : outcome.reason,
  }));

test('of more than two ages that are counted each is compared with all others together', () => {
  const figures = [counted(10, 100), counted(30, 100), counted(80, 200)];
  expect(found(figures)).toEqual([
    { reference: 'other-ages', told: Number((10 - (100 * 110) / 300).toFixed(4)) },
    { reference: 'other-ages', told: 0 },
    { reference: 'other-ages', told: 20 },
  ]);
});

test('of more than two that come with limits each is compared with the first', () => {
  const figures = [limited(30, 20, 40), limited(50, 40, 60), limited(60, 50, 70)];
  expect(found(figures).map(({ told }) => told)).toEqual([
    'The others are compared with this figure.',
    20,
    30,
  ]);
});

test('limits further above than below give no standard error, and nothing is tested by them', () => {
  const [first] = found([limited(4, 2, 9), limited(8, 6, 10)]);
  expect(first?.told).toContain('not as far above the figure as below it');
});

test('a figure without limits, and one that is withheld, say so', () => {
  const bare: Estimate = { status: 'shown', value: 80, interval: 'none', basis: 'published' };
  expect(found([bare, bare])[0]?.told).toContain('without counts or limits');
  const withheld: Estimate = { status: 'withheld', reason: 'small-counts', explanation: '' };
  expect(found([withheld, counted(3, 9)])[0]?.told).toBe('A figure is withheld to protect people.');
});

test('a figure is compared with one of its own people only: ids of an age never name the rest of the place', () => {
  const [first] = sideCandidates(questionOf(['0-15', '16-plus']), area.code, [counted(1, 9), counted(2, 9)]);
  expect(first?.id).toContain(':0-15:');
  expect(first?.id.endsWith(':rest')).toBe(false);
});
