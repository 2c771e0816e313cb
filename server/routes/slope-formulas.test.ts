import { expect, test } from 'vitest';
import { limitsOfSlopes } from './testing-gap-formulas.ts';

const of = (shares: readonly number[], people = 1000, error = 0) =>
  shares.map((numerator) => ({ numerator, denominator: people, ...(error > 0 && { error }) }));

/** Limits widen with modelling, and with fifths off the line, and narrow with people: the formulas are not blind to any. */
test('limits of slopes say what errors there are', () => {
  const width = (groups: Parameters<typeof limitsOfSlopes>[0], measure: string) => {
    const [lower, upper] = limitsOfSlopes(groups)[measure] ?? [0, 0];
    return upper - lower;
  };
  for (const measure of [
    'slope-index',
    'relative-index',
    'absolute-concentration-index',
    'relative-concentration-index',
  ]) {
    const plain = width(of([300, 320, 340, 360, 380]), measure);
    expect(plain).toBeGreaterThan(0);
    expect(width(of([300, 320, 340, 360, 380], 1000, 0.1), measure)).toBeGreaterThan(plain);
    expect(width(of([300, 420, 240, 460, 280]), measure)).toBeGreaterThan(2 * plain);
    expect(width(of([3000, 3200, 3400, 3600, 3800], 10_000), measure)).toBeLessThan(plain / 3);
  }
});

test('five fifths of no difference lie about nothing: a slope of 0, a ratio of 1', () => {
  const found = limitsOfSlopes(of([300, 300, 300, 300, 300]));
  expect(found['slope-index']?.[0]).toBeCloseTo(-(found['slope-index']?.[1] ?? 0), 9);
  expect((found['relative-index']?.[0] ?? 0) * (found['relative-index']?.[1] ?? 0)).toBeCloseTo(1, 9);
});
