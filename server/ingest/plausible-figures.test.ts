import { describe, expect, test } from 'vitest';
import { indicators } from '../indicators/catalogue.ts';
import { measures } from '../indicators/measures.ts';
import { implausibilityOf, plausibleRange } from './plausible-figures.ts';

const of = (measure: string, value: number, period = '2023', areaType: 'borough' | 'lsoa' = 'borough') =>
  implausibilityOf({ measure, period, areaType, value });

describe('a figure', () => {
  test.each([
    ['deaths per 1,000 for those per 100,000', 'preventable-mortality', 1.6],
    ['months of life for years', 'life-expectancy-at-birth', 955],
    ['a tenth of a life', 'life-expectancy-at-birth', 7.96],
    ['more than all', 'smoking-adults', 1310],
    ['a score out of a hundred', 'life-satisfaction', 72.3],
  ])('that is %s is refused or to be confirmed', (_, measure, value) => {
    expect(of(measure, value)?.expected).toMatch(/expected a figure of|has been from/);
  });

  test('that is a share for a percentage may be right, if somebody says so; one that cannot be may not', () => {
    expect(of('smoking-adults', 0.131)).toMatchObject({ mayBeRight: true });
    expect(of('smoking-adults', 131)).toMatchObject({ mayBeRight: false });
  });

  test('of nothing is a figure where a rate or a share can be nothing', () => {
    expect(of('campylobacter-incidence', 0)).toBeUndefined();
    expect(of('life-expectancy-at-birth', 0)).toBeDefined();
  });

  test('has limits within the same bounds', () => {
    const about = { measure: 'smoking-adults', period: '2023', areaType: 'borough', value: 13.1 } as const;
    expect(implausibilityOf({ ...about, lower95: 11, upper95: 15 })).toBeUndefined();
    expect(implausibilityOf({ ...about, lower95: 11, upper95: 15_400 })?.expected).toMatch(/limits/);
  });

  test('is of a period in which it was counted', () => {
    expect(of('covid-19-dose-1', 12, '1999-07-15')?.expected).toMatch(/before anything .* on 2020-12-08/);
    expect(of('residents', 12, '1999')).toMatchObject({ mayBeRight: false });
    expect(of('residents', 12, '2021')).toBeUndefined();
  });

  test('is of at most as many people as live in any area of its kind; its own number is never said', () => {
    const faults = [of('residents', 246_000, '2021', 'lsoa'), of('residents-nims', 38_100_000, '2021')];
    expect(faults.map((fault) => fault?.expected)).toEqual([
      expect.stringMatching(/no lsoa .* at most 12,000$/),
      expect.stringMatching(/no borough .* at most 1,300,000$/),
    ]);
  });
});

test('every measure that is a value and that an indicator shows has bounds of its own', () => {
  const shown = new Set(indicators.map(({ measure }) => measure));
  const unbounded = [...measures.values()]
    .filter(({ id, valueType, synthetic }) => valueType === 'value' && synthetic !== true && shown.has(id))
    .filter(({ id }) => plausibleRange(id)[1] === Number.POSITIVE_INFINITY);
  expect(unbounded.map(({ id }) => id)).toEqual([]);
});
