import { expect, test } from 'vitest';
import { sourceVerdictIn, sourceVerdictNote, sourceVerdicts, sourceVerdictWords } from './source-verdict.ts';

test('every verdict is read back from its note', () => {
  for (const { id: verdict } of sourceVerdicts) {
    const told = { verdict, against: 'South East London' };
    expect(sourceVerdictIn(['Another note.', sourceVerdictNote(told)])).toEqual(told);
  }
  expect(sourceVerdictIn([])).toBeUndefined();
  expect(sourceVerdictIn(['Better than expected.', 'Worse than England.'])).toBeUndefined();
});

test('the note of the demonstration, and the words of a row', () => {
  const note =
    'Worse than England, according to the source, which publishes the limits it judged by elsewhere.';
  const told = sourceVerdictIn([note]);
  expect(told && sourceVerdictNote(told)).toBe(note);
  expect(told && sourceVerdictWords(told, 'OHID')).toBe('Worse than England, OHID');
  expect(told && sourceVerdictWords(told, 'OHID', '22.2%')).toBe('Worse than England (22.2%), OHID');
  expect(sourceVerdictWords({ verdict: 'similar', against: 'England' }, 'OHID')).toBe(
    'Similar to England, OHID',
  );
});
