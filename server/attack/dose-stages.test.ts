import { expect, test } from 'vitest';
import { type DatedDose, doseStages } from './dose-stages.ts';

const first = { dose: 'first', before: null } as const;
const second = { dose: 'second', before: 'first' } as const;
const dates: readonly DatedDose[] = [
  { ...first, date: '2021-01-07', isCrossed: true },
  { ...first, date: '2021-01-14', isCrossed: false },
  { ...first, date: '2021-01-21', isCrossed: true },
  { ...second, date: '2021-01-21', isCrossed: true },
];

test('everybody, doses and dates differ by people without, waiting, or new', () => {
  const { dimension, isCrossed } = doseStages(dates);
  const said = dimension.sums.map((sum) => sum.map((code) => dimension.codes[code]).join(' = ')).sort();
  expect(said).toEqual([
    'first 2021-01-14 = first 2021-01-07 = new first 2021-01-14 since 2021-01-07',
    'first 2021-01-21 = first 2021-01-07 = new first 2021-01-21 since 2021-01-07',
    'first 2021-01-21 = first 2021-01-14 = new first 2021-01-21 since 2021-01-14',
    'first 2021-01-21 = second 2021-01-21 = awaiting second 2021-01-21',
    'people = first 2021-01-07 = without first 2021-01-07',
    'people = first 2021-01-14 = without first 2021-01-14',
    'people = first 2021-01-21 = without first 2021-01-21',
    'people = second 2021-01-21 = without second 2021-01-21',
  ]);
  const onlyWeekly = dimension.codes.filter((_, code) => !isCrossed[code]);
  expect(onlyWeekly).toEqual(
    [
      'first 2021-01-14',
      'new first 2021-01-14 since 2021-01-07',
      'without first 2021-01-14',
      'new first 2021-01-21 since 2021-01-14',
    ].sort((a, b) => dimension.codes.indexOf(a) - dimension.codes.indexOf(b)),
  );
});

test('any counts of everybody and of doses by date give every difference', () => {
  const { dimension } = doseStages(dates);
  const counts = [100, 20, 30, 50, 10];
  const all = dimension.codes.map((_, code) =>
    counts.reduce(
      (sum, count, finest) =>
        sum + count * (dimension.within[finest]?.find((one) => one.code === code)?.times ?? 0),
      0,
    ),
  );
  for (const [whole, ...parts] of dimension.sums)
    expect(all[whole]).toBe(parts.reduce((sum, part) => sum + (all[part] ?? 0), 0));
  expect(all.slice(0, counts.length)).toEqual(counts);
});
