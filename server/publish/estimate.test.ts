import { expect, test } from 'vitest';
import { ABOVE_ALL } from '../judge/figures/counted-estimate.ts';
import { plainEstimate, possibleShare, proportionEstimate } from './estimate.ts';
import { NOBODY, NOT_AVAILABLE, sumOfFigures } from './figures.ts';

const count = (value: number) => ({ status: 'value' as const, value });
const notShown = (reason: string) => ({ status: 'missing', reason, value: null });

test('a percentage has Wilson limits at both levels (Newcombe 1998: 81 of 263)', () => {
  const estimate = proportionEstimate(count(81), count(263), 'published');
  expect(estimate).toMatchObject({ status: 'shown', interval: 'ours', numerator: 81, denominator: 263 });
  expect(estimate.value).toBeCloseTo(30.798, 3);
  expect(estimate.lower95).toBeCloseTo(25.53, 2);
  expect(estimate.upper95).toBeCloseTo(36.62, 2);
  expect(estimate.lower998).toBeLessThan(estimate.lower95 ?? 0);
  expect(estimate.upper998).toBeGreaterThan(estimate.upper95 ?? 100);
});

test('above 100% it is shown without an interval, and says why', () => {
  const estimate = proportionEstimate(count(12), count(10), 'modelled');
  expect(estimate).toMatchObject({
    value: 120,
    interval: 'none',
    lower95: null,
    upper998: null,
    notes: [ABOVE_ALL],
  });
});

test('zero is a number; withheld, missing and nobody to count among are not', () => {
  expect(proportionEstimate(count(0), count(10), 'published')).toMatchObject({
    status: 'shown',
    value: 0,
    lower95: 0,
  });
  expect(proportionEstimate({ status: 'withheld' }, count(10), 'published').status).toBe('withheld');
  expect(proportionEstimate(NOT_AVAILABLE, { status: 'withheld' }, 'published').status).toBe('withheld');
  expect(proportionEstimate(count(3), NOT_AVAILABLE, 'published')).toMatchObject(notShown('not-available'));
  const notCollected = { status: 'missing', reason: 'not-collected' } as const;
  expect(proportionEstimate(notCollected, count(9), 'published')).toMatchObject(notShown('not-collected'));
  for (const [numerator, denominator] of [
    [count(0), count(0)],
    [NOT_AVAILABLE, count(0)],
    [NOBODY, NOBODY],
  ] as const)
    expect(proportionEstimate(numerator, denominator, 'published')).toMatchObject(
      notShown('nobody-to-count'),
    );
  // Counted among nobody: the two counts do not belong together.
  expect(proportionEstimate(count(3), count(0), 'published')).toMatchObject(notShown('not-available'));
});

test('nobody to count adds nobody to a sum, and of nobody alone there is nobody to count', () => {
  expect(sumOfFigures([count(3), NOBODY, count(4)])).toEqual(count(7));
  expect(sumOfFigures([NOBODY, NOBODY])).toEqual(NOBODY);
  expect(sumOfFigures([NOBODY, NOT_AVAILABLE])).toEqual(NOT_AVAILABLE);
  expect(sumOfFigures([NOT_AVAILABLE, { status: 'withheld' }])).toEqual({ status: 'withheld' });
  expect(sumOfFigures([])).toEqual(NOT_AVAILABLE);
});

test('nothing of a figure that is not shown is kept', () => {
  for (const none of [{ status: 'withheld' }, NOT_AVAILABLE, NOBODY] as const) {
    const { value, numerator, denominator, lower95, reason } = proportionEstimate(
      none,
      count(10),
      'published',
    );
    expect([value, numerator, denominator, lower95]).toEqual([null, null, null, null]);
    expect(reason).not.toBe('');
  }
});

test('a value keeps the limits its source published, and gets none where it published none', () => {
  expect(
    plainEstimate({ status: 'value', value: 79.6, lower95: 79, upper95: 80.2 }, 'published'),
  ).toMatchObject({
    interval: 'published',
    lower95: 79,
    upper95: 80.2,
  });
  expect(plainEstimate(count(23.3), 'published')).toMatchObject({ interval: 'none', lower95: null });
});

test('a share that no true counts behind its rounded ones could have is withheld', () => {
  const small = (people: number) => people >= 1 && people <= 7;
  const near = (shown: number) =>
    shown === 0 ? [0] : [-2, -1, 0, 1, 2].map((by) => shown + by).filter((people) => !small(people));
  let withheld = 0;
  for (let people = 10; people <= 200; people += 5)
    for (let having = 0; having <= people; having += 5) {
      if (having === 5) continue;
      const shares = near(people).flatMap((n) =>
        near(having).flatMap((x) => (x <= n && !small(n - x) ? [(100 * x) / n] : [])),
      );
      const shown = proportionEstimate(count(having), count(people), 'synthetic');
      const isPossible =
        Math.min(...shares) <= Number(shown.value) && Number(shown.value) <= Math.max(...shares);
      const found = possibleShare(shown);
      expect(found.status, `${having} of ${people}`).toBe(isPossible ? 'shown' : 'withheld');
      if (found.status === 'withheld') withheld++;
    }
  // One for each number of people.
  expect(withheld).toBe(38);
});
