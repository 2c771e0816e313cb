import { expect, test } from 'vitest';
import { pictureName } from './picture.ts';

test('a file is called as the figure is, in letters any system takes', () => {
  expect(pictureName('Second dose: lowest in Peckham (60.4%), 15 July 2021')).toBe(
    'second-dose-lowest-in-peckham-60-4-15-july-2021.png',
  );
  expect(pictureName('“Not known”')).toBe('not-known.png');
});
