import { describe, expect, test } from 'vitest';
import { normalRatioQuantile } from './normal-ratio.ts';

describe('quantile of a ratio of two normal variables', () => {
  test('of two standard normals is that of Cauchy: tan(pi (p - 1/2))', () => {
    const standard = { mean: 0, variance: 1 };
    for (const p of [0.025, 0.3, 0.75, 0.975]) {
      const ratio = normalRatioQuantile(p, { numerator: standard, denominator: standard, covariance: 0 });
      expect(ratio / Math.tan(Math.PI * (p - 0.5))).toBeCloseTo(1, 8);
    }
  });

  test("equals Fieller's limit where the denominator keeps well away from zero (Finney 1978, ch. 4)", () => {
    const [a, b, va, vb, vab, z] = [12, 8, 0.9, 0.4, 0.2, 1.959963984540054];
    const g = (z * z * vb) / (b * b);
    const root = Math.sqrt(va - 2 * (a / b) * vab + (a / b) ** 2 * vb - g * (va - (vab * vab) / vb));
    const upper = (a / b - (g * vab) / vb + (z / b) * root) / (1 - g);
    const pair = {
      numerator: { mean: a, variance: va },
      denominator: { mean: b, variance: vb },
      covariance: vab,
    };
    expect(normalRatioQuantile(0.975, pair)).toBeCloseTo(upper, 8);
  });

  test('of a fixed denominator is the normal quantile', () => {
    const pair = {
      numerator: { mean: 3, variance: 4 },
      denominator: { mean: 2, variance: 0 },
      covariance: 0,
    };
    expect(normalRatioQuantile(0.975, pair)).toBeCloseTo((3 + 1.959963984540054 * 2) / 2, 12);
  });
});
