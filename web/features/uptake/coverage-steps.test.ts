import { expect, test } from 'vitest';
import { stepsWords } from './coverage-steps.ts';

test.each([
  [79.8, 95, 'Below 80%, 85%, 90% and the target of 95%.'],
  [88.1, 95, 'At or above 80% and 85%, below 90% and the target of 95%.'],
  [90, 95, 'At or above 80%, 85% and 90%, below the target of 95%.'],
  [95.2, 95, 'At or above 80%, 85%, 90% and the target of 95%.'],
  [84, undefined, 'At or above 80%, below 85% and 90%.'],
])('coverage of %s%% with a target of %s', (value, target, words) => {
  expect(stepsWords(value, target)).toBe(words);
});
