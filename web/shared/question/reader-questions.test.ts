import { expect, test } from 'vitest';
import type { PlaceReply } from '../../../server/contract/place-reply.ts';
import { answeredFor, readers } from './reader-questions.ts';

test('counting Census residents instead changes the denominator, and nothing else', () => {
  const searches = readers.flatMap(({ questions }) => questions);
  const [by, instead] = [/^Which wards were behind/, /Census residents instead/].map(
    (text) => searches.find((question) => text.test(question.text))?.search,
  );
  expect(by?.denominator).toBe('nims');
  expect(instead).toEqual({ ...by, denominator: 'census' });
});

test('a reader stands on the home page only where some question can be answered', () => {
  const place: PlaceReply = {
    release: 1,
    place: { code: 'E09000099', name: 'Exampleton', type: 'borough', parents: [] },
    documents: [],
    contact: null,
    covid19Vaccination: false,
  };
  const names = (held: readonly string[] | undefined, reply: PlaceReply | undefined) =>
    readers.filter((reader) => answeredFor(reader, held, reply) !== undefined).map(({ name }) => name);
  expect(names(['residents'], place)).toEqual(['Partnership board', '{programme} leads', 'Planners']);
  expect(names([], place)).not.toContain('Planners');
  expect(names(undefined, undefined)).toHaveLength(readers.length);
});
