import { expect, test } from 'vitest';
import { illustratedName } from './area-words.ts';

test('an area that no official list knows is named with that', () => {
  expect(illustratedName({ name: 'Elm Hill', illustrative: true })).toBe('Elm Hill (illustrative)');
  expect(illustratedName({ name: 'Elmstead' })).toBe('Elmstead');
});
