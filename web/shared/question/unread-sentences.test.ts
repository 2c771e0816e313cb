import { expect, test } from 'vitest';
import { unreadSentences } from './unread-sentences.ts';

test('what cannot be read is named by what it would have been', () => {
  expect(unreadSentences({ view: 'sideways', nonsense: 'x' })).toEqual([
    'The link asks for “sideways” as a way to colour the map, and there is none of that name. The page shows what it does without.',
    'The link asks for “nonsense”, which this page does not know. It is left out.',
  ]);
});
