import { describe, expect, test } from 'vitest';
import { bandPath, linePath, stepsPath, timeScale } from './time-scale.ts';

const rows = [{ time: 0 }, { time: 10 }, { time: 40 }];
const scale = timeScale(rows, [20, 40, 60]);

describe('places on a plot', () => {
  test('distances are those in time, with a little room at both ends', () => {
    const [first, second, last] = rows.map(({ time }) => scale.x(time));
    expect(first).toBe(3);
    expect(last).toBe(97);
    expect((second ?? 0) - 3).toBeCloseTo((97 - 3) / 4, 1);
  });
  test('the highest of the axis is at the top', () => {
    expect([20, 40, 60, 50].map((value) => scale.y(value))).toEqual([100, 50, 0, 25]);
  });
  test('a single date and a single value stand in the middle', () => {
    const single = timeScale([{ time: 5 }], [7]);
    expect([single.x(5), single.y(7)]).toEqual([50, 50]);
  });
});

describe('what is drawn', () => {
  test('a line breaks where there is no figure', () => {
    const values = [20, null, 40];
    const points = rows.map(({ time }, at) => ({ time, value: values[at] ?? null }));
    expect(linePath(scale, points)).toBe('M3 100M97 50');
    expect(linePath(scale, points.slice(0, 1))).toBe('M3 100');
    expect(linePath(scale, [])).toBe('');
  });
  test('a band goes along its upper limits and back along its lower', () => {
    const points = [
      { time: 0, limits: [20, 40] as const },
      { time: 40, limits: [40, 60] as const },
    ];
    expect(bandPath(scale, points)).toBe('M3 50L97 0L97 50L3 100Z');
  });
  test('a step lasts from the date before; where nothing is said of it there is none', () => {
    const points = [
      { time: 10, value: 40 },
      { time: 20, value: null },
      { time: 40, value: 60 },
    ];
    expect(stepsPath(scale, 0, points)).toBe('M3 100V50H26.5V100ZM50 100V0H97V100Z');
  });
});
