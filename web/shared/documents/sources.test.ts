import { expect, test } from 'vitest';
import { dayWords, numbered } from './sources.ts';

const sources = ['minutes', 'plan', 'demonstration'].map((id) => ({ id, publisher: 'The board', title: id }));

test('sources are numbered as they are first cited, those nobody asserts left out', () => {
  const cited = [
    { source: 'plan', synthetic: false },
    { source: 'demonstration', synthetic: true },
    { source: 'minutes', synthetic: false },
    { source: 'plan', synthetic: false },
  ];
  expect(numbered(sources, cited).map(({ number, source }) => [number, source.id])).toEqual([
    [1, 'plan'],
    [2, 'minutes'],
  ]);
  expect(numbered(sources, [])).toEqual([]);
});

test('a source says when it was published, else when it was read', () => {
  const source = { id: 'a', publisher: 'b', title: 'c' };
  expect(dayWords({ ...source, date: '2014-06-17', read: '2026-11-22' })).toBe('published 17 June 2014');
  expect(dayWords({ ...source, read: '2026-11-22' })).toBe('read on 22 November 2026');
  expect(dayWords(source)).toBe('');
});
