import { expect, test } from 'vitest';
import type { UptakeGroupFigure } from './figures-at.ts';
import { notesByGroup } from './notes-by-group.ts';

const figure = (label: string, ...notes: string[]): UptakeGroupFigure => ({
  group: label,
  label,
  estimate: { status: 'shown', value: 37, interval: 'none', basis: 'modelled', notes },
});
const error = (points: string) =>
  `Sharing out errs by about ${points} points here; the interval includes that.`;

test('a note about all groups stands alone, any other names the groups it is about', () => {
  const columns = [
    [figure('Everyone', 'Aged 16 and over.'), figure('Most', 'Aged 16 and over.', error('0.8'))],
    [figure('Everyone'), figure('Most', error('0.8')), figure('Least', 'Aged 16 and over.', error('1.2'))],
  ];
  expect(notesByGroup(columns)).toEqual([
    'Aged 16 and over.',
    `Most: ${error('0.8')}`,
    `Least: ${error('1.2')}`,
  ]);
});

test('no two notes below one table say different things of "here"', () => {
  const wards = ['A', 'B', 'C'].map((label, index) => figure(label, error(`${index + 1}.0`)));
  for (const note of notesByGroup([wards])) expect(note).toMatch(/^[ABC]: /);
});
