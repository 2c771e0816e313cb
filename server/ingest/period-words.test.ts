import { expect, test } from 'vitest';
import { periodOfWords } from './period-words.ts';

test.each([
  ['2024', '2024'],
  ['2019 revised', '2019'],
  ['2023/24', '2023-24'],
  ['2016-17', '2016-17'],
  ['2023 - 25', '2023--2025'],
  ['2018 - 2020', '2018--2020'],
  ['2021/22 Q1', '2021-06-30'],
  ['2021/22 Q1 - 2024/25 Q4', '2025-03-31'],
  ['04/2022 - 03/2023', '2022-23'],
  ['Sep-23', '2023-09-30'],
])('%s is %s', (words, period) => {
  expect(periodOfWords(words)).toBe(period);
});

test.each([
  '',
  'latest',
  '2023/25',
  '2020/21 - 24/25',
  '10/2022 - 09/2023',
  '2021/22 Q5',
  'Foo-23',
  '2025 - 23',
])('"%s" is not understood', (words) => {
  expect(periodOfWords(words)).toBeUndefined();
});
