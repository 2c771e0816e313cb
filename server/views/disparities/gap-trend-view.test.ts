import { describe, expect, test } from 'vitest';
import { type Made, madeQuestion } from '../../judge/groups/testing-question.ts';
import { gapTrendView } from './gap-trend-view.ts';

const view = (made: Made) => {
  const { question, rows } = madeQuestion(made);
  return gapTrendView(question, rows);
};
/** Black against white, by the percentage with the outcome in each year; 2,000 people each. */
const years = (gaps: Readonly<Record<string, readonly [black: number, white: number]>>): Made => ({
  counts: Object.fromEntries(
    Object.entries(gaps).map(([period, [black, white]]) => [
      period,
      { black: [20 * black, 2000], white: [20 * white, 2000] },
    ]),
  ),
  reference: 'white',
});
const trendOf = (made: Made) => view(made).groups[0]?.trend;

describe('where a gap is going', () => {
  test('narrowing: it was there, and there is less of it', () => {
    const trend = trendOf(years({ '2020': [40, 60], '2021': [45, 60], '2022': [50, 60], '2023': [55, 60] }));
    expect(trend).toMatchObject({ verdict: 'narrowing', from: '2020', to: '2023' });
    expect(trend?.change?.value).toBeCloseTo(15, 0);
    expect(trend?.reading).toMatch(
      /^Narrowing from 2020 to 2023: the gap went from about −20\.0 to −5\.0 percentage points/,
    );
  });

  test('of figures made for demonstration no course is told in words', () => {
    const made = years({ '2020': [40, 60], '2021': [45, 60], '2022': [50, 60], '2023': [55, 60] });
    const [real, synthetic] = [trendOf(made), trendOf({ ...made, basis: 'synthetic' })];
    expect(real?.reading).not.toBe('');
    expect(synthetic).toMatchObject({ verdict: 'narrowing', reading: '', change: real?.change });
  });

  test('widening, either way round', () => {
    expect(trendOf(years({ '2020': [55, 60], '2023': [40, 60] }))?.verdict).toBe('widening');
    expect(trendOf(years({ '2020': [65, 60], '2023': [80, 60] }))?.verdict).toBe('widening');
  });

  test('reversed only where it is there at both ends', () => {
    expect(trendOf(years({ '2020': [50, 60], '2023': [70, 60] }))?.verdict).toBe('reversed');
    expect(trendOf(years({ '2020': [50, 60], '2023': [60.5, 60] }))?.verdict).toBe('narrowing');
  });

  test('no clear change where chance explains it', () => {
    expect(trendOf(years({ '2020': [50, 60], '2021': [51, 60], '2022': [50, 60] }))?.verdict).toBe(
      'no-clear-change',
    );
  });

  test('looks at the last five periods', () => {
    const trend = trendOf(
      years({
        '2016': [10, 60],
        '2019': [50, 60],
        '2020': [50, 60],
        '2021': [50, 60],
        '2022': [50, 60],
        '2023': [50, 60],
      }),
    );
    expect(trend).toMatchObject({ verdict: 'no-clear-change', from: '2019' });
  });

  test('has every period as a point, with the gap and its interval', () => {
    const [black, white] = view(years({ '2020': [40, 60], '2021': [45, 60] })).groups;
    expect(black?.points.map(({ period, difference }) => [period, difference?.value])).toEqual([
      ['2020', expect.closeTo(-20, 9)],
      ['2021', expect.closeTo(-15, 9)],
    ]);
    expect(white).toMatchObject({ isReference: true, trend: { verdict: 'cannot-be-tested' } });
  });
});

describe('the change cannot be tested', () => {
  const reason = (made: Made) => {
    const trend = trendOf(made);
    expect(trend?.verdict).toBe('cannot-be-tested');
    return trend?.reading;
  };

  test('in counts so far', () => {
    expect(reason({ ...years({ '2020': [40, 60], '2021': [45, 60] }), periodKind: 'cumulative' })).toMatch(
      /can only rise/,
    );
  });

  test('in one period', () => {
    expect(reason(years({ '2020': [40, 60] }))).toMatch(/no earlier period/);
  });

  test('where a period compared is withheld', () => {
    const made = years({ '2020': [40, 60], '2021': [45, 60] });
    expect(
      reason({ ...made, counts: { ...made.counts, '2021': { black: null, white: [1200, 2000] } } }),
    ).toMatch(/newest gap is withheld or missing/);
  });

  test('between periods that overlap; the newest two that do not are compared instead', () => {
    const rolling: Made = {
      ...years({ '2018--2020': [40, 60], '2019--2021': [45, 60], '2021--2023': [55, 60] }),
      periodKind: 'rolling',
    };
    expect(trendOf(rolling)).toMatchObject({ verdict: 'narrowing', from: '2018--2020', to: '2021--2023' });
    const close: Made = {
      ...years({ '2019--2021': [45, 60], '2020--2022': [55, 60] }),
      periodKind: 'rolling',
    };
    expect(reason(close)).toMatch(/no earlier period/);
  });
});

test('rounded counts need a larger change', () => {
  const made = years({ '2020': [50, 60], '2023': [54.5, 60] });
  const [plain, rounded] = [trendOf(made), trendOf({ ...made, policy: 'protect' })];
  expect(rounded?.p).toBeGreaterThan(plain?.p ?? 1);
});

test('the largest and the best group are those of the newest period throughout', () => {
  const made: Made = {
    counts: {
      '2020': { black: [400, 3000], white: [500, 1000] },
      '2021': { black: [400, 1000], white: [500, 2000] },
    },
    reference: 'largest',
  };
  const reply = view(made);
  expect(reply.groups.map(({ group, isReference }) => [group, isReference])).toEqual([
    ['black', false],
    ['white', true],
  ]);
  expect(reply.groups[0]?.points.every(({ difference }) => difference !== undefined)).toBe(true);
});

test('the course of a gap begins after a break of method, and none is told of one figure', () => {
  const made = years({ '2020': [40, 60], '2021': [45, 60], '2022': [50, 60], '2023': [55, 60] });
  const { question, rows } = madeQuestion(made);
  const trendSince = (date: string, synthetic = false) =>
    gapTrendView({ ...question, breaks: [{ date, title: 'Counted anew', synthetic }] }, rows).groups[0]
      ?.trend;
  expect(trendSince('2022-01-01')).toMatchObject({ from: '2022', to: '2023' });
  expect(trendSince('2022-01-02')?.reading).not.toMatch(/narrowing/i);
  // One that is made for demonstration breaks no real figures.
  expect(trendSince('2022-01-01', true)).toMatchObject({ from: '2020' });
});
