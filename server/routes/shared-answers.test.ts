import { expect, test } from 'vitest';
import { SharedAnswers } from './shared-answers.ts';

test('the same question asked again before its answer is there is not worked out twice', async () => {
  const answers = new SharedAnswers();
  let worked = 0;
  const answer = async () => {
    await new Promise((later) => setImmediate(later));
    return ++worked;
  };
  const first = [answers.of('map', answer), answers.of('map', answer), answers.of('trend', answer)];
  expect(await Promise.all(first)).toEqual([1, 1, 2]);
  expect(await answers.of('map', answer)).toBe(3);
});

test('a failure reaches everybody who asked, and is not remembered', async () => {
  const answers = new SharedAnswers();
  const failing = () => answers.of('map', async () => Promise.reject(new Error('away')));
  await expect(Promise.all([failing(), failing()])).rejects.toThrow('away');
  expect(await answers.of('map', async () => 'back')).toBe('back');
});
