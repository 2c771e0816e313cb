import { expect, test } from 'vitest';
import { likeness, nearest } from './nearest.ts';

test('likeness is 1 for the same letters, 0 for none in common, and the same both ways', () => {
  expect(likeness('covid-19-dose-1', 'COVID 19 dose 1')).toBe(1);
  expect(likeness('abc', 'xyz')).toBe(0);
  expect(likeness('', '')).toBe(0);
  // "night" and "nacht" have one of four pairs each in common (the example of the literature).
  expect(likeness('night', 'nacht')).toBe(0.25);
  expect(likeness('residents', 'resident')).toBe(likeness('resident', 'residents'));
});

test('finds what was meant by a slip, by id or title, the most alike first; nothing where nothing is near', () => {
  const held = [
    { id: 'covid-19-dose-2', title: 'Second COVID-19 dose' },
    { id: 'covid-19-dose-1', title: 'First COVID-19 dose' },
    { id: 'overcrowding', title: 'Overcrowded households' },
  ];
  const near = (written: string) =>
    nearest(written, held, ({ id, title }) => [id, title]).map(({ id }) => id);
  expect(near('covid-dose-1')[0]).toBe('covid-19-dose-1');
  expect(near('overcrowded')).toEqual(['overcrowding']);
  expect(near('life-expectancy')).toEqual([]);
});
