import { describe, expect, test } from 'vitest';
import { xmrChart } from './xmr-chart.ts';

const series = (values: readonly (number | undefined)[]) =>
  values.map((value, i) => ({ date: `2024-${String(i + 1).padStart(2, '0')}`, value }));

describe('control chart of individual values', () => {
  test('has limits 2.66 mean moving ranges from the mean (Wheeler 2000)', () => {
    // Ranges 2, 2, 2: mean 2; values average 11.
    const [group] = xmrChart(series([10, 12, 10, 12])).groups;
    expect(group?.mean).toBe(11);
    expect(group?.limits).toEqual({ lower: 11 - 5.32, upper: 11 + 5.32 });
    expect(group?.short).toBe(true);
  });

  test('marks a point outside the limits before any other rule', () => {
    const values = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 30];
    const point = xmrChart(series(values)).groups[0]?.points.at(-1);
    expect(point).toMatchObject({
      cause: { rule: 'outside the limits', side: 'high' },
      meaning: 'improvement',
    });
  });

  test('marks seven rising points, the first of them too; a tie ends the run', () => {
    const rise = [10, 11, 12, 13, 14, 15, 16];
    const rules = (values: readonly number[]) =>
      xmrChart(series(values)).groups[0]?.points.map(({ cause }) => cause.rule === 'common cause');
    const jitter = [13, 9, 17, 9, 17, 9];
    expect(rules([...jitter, ...rise])?.slice(-7)).toEqual(Array(7).fill(false));
    expect(rules([...jitter, 10, 11, 12, 13, 13, 14, 15])?.slice(-7)).toEqual(Array(7).fill(true));
  });

  test('a missing value ends a run and gives no range', () => {
    const [group] = xmrChart(series([10, undefined, 50, 52, 50])).groups;
    expect(group?.limits?.upper).toBeCloseTo((10 + 50 + 52 + 50) / 4 + 2.66 * 2, 12);
  });

  test('starts afresh at a rebase', () => {
    const chart = xmrChart(series([10, 12, 10, 50, 52, 50]), { rebaseFrom: ['2024-04'] });
    expect(chart.groups.map(({ points }) => points.length)).toEqual([3, 3]);
  });

  test('passes consistently when even the worse limit clears the target', () => {
    const values = series([10, 12, 10, 12]);
    expect(xmrChart(values, { target: 5 }).assurance).toBe('consistent pass');
    expect(xmrChart(values, { target: 5, improvement: 'decrease' }).assurance).toBe('consistent fail');
    expect(xmrChart(values, { target: 11 }).assurance).toBe('inconsistent');
    expect(xmrChart(values, { target: 5, improvement: 'neutral' }).assurance).toBeUndefined();
  });

  test('has no limits where values never change', () => {
    expect(xmrChart(series([50, 50, 50])).groups[0]?.limits).toBeUndefined();
  });
});
