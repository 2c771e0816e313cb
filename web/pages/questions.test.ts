import { expect, test } from 'vitest';
import { readers } from './questions.ts';

test('counting Census residents instead changes the denominator, and nothing else', () => {
  const searches = readers.flatMap(({ questions }) => questions);
  const [by, instead] = [/^Which wards were behind/, /Census residents instead/].map(
    (text) => searches.find((question) => text.test(question.text))?.search,
  );
  expect(by?.denominator).toBe('nims');
  expect(instead).toEqual({ ...by, denominator: 'census' });
});
