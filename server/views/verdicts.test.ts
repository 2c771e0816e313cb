import { describe, expect, test } from 'vitest';
import type { Estimate } from '../contract/estimate.ts';
import { verdictsOf } from './verdicts.ts';

const shown = (numerator: number, denominator: number): Estimate => ({
  status: 'shown',
  value: (100 * numerator) / denominator,
  interval: 'ours',
  numerator,
  denominator,
  basis: 'published',
});
const whole = (areas: readonly (readonly [number, number])[]) =>
  shown(
    areas.reduce((sum, [x]) => sum + x, 0),
    areas.reduce((sum, [, n]) => sum + n, 0),
  );

/** The score test written from its formula, so that nothing of ours checks itself. */
function zAgainstRest(
  [x, n]: readonly [number, number],
  all: readonly (readonly [number, number])[],
): number {
  const [totalX, totalN] = [all.reduce((s, [a]) => s + a, 0), all.reduce((s, [, b]) => s + b, 0)];
  const [restX, restN] = [totalX - x, totalN - n];
  const pooled = totalX / totalN;
  return (x / n - restX / restN) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / restN));
}

describe('a verdict', () => {
  const areas = [
    [300, 1000],
    [500, 1000],
    [510, 1000],
    [490, 1000],
    [700, 1000],
  ] as const;
  const estimates = areas.map(([x, n]) => shown(x, n));

  test('is better or worse only where the test against the rest rejects', () => {
    const verdicts = verdictsOf(estimates, whole(areas), 'higher-is-better').map((judged) => judged.verdict);
    expect(verdicts).toEqual(['worse', 'similar', 'similar', 'similar', 'better']);
    const z = areas.map((area) => zAgainstRest(area, areas));
    expect(z.map((value) => (Math.abs(value) < 1.96 ? 'similar' : value > 0 ? 'better' : 'worse'))).toEqual(
      verdicts,
    );
  });

  test('turns round where lower is better, the gap keeps its sign', () => {
    const up = verdictsOf(estimates, whole(areas), 'higher-is-better');
    const down = verdictsOf(estimates, whole(areas), 'lower-is-better');
    expect(down.map((judged) => judged.verdict)).toEqual([
      'better',
      'similar',
      'similar',
      'similar',
      'worse',
    ]);
    expect(down.map((judged) => judged.gap)).toEqual(up.map((judged) => judged.gap));
    expect(up[0]?.gap).toBeCloseTo(30 - 55, 10);
  });

  test('is not given where neither direction is better, or without counts', () => {
    const neutral = verdictsOf(estimates, whole(areas), 'neutral');
    expect(neutral.every((judged) => judged.verdict === 'not-compared' && judged.gap === undefined)).toBe(
      true,
    );
    const bare: Estimate = {
      status: 'shown',
      value: 20,
      interval: 'published',
      lower95: 1,
      upper95: 50,
      basis: 'published',
    };
    const withheld: Estimate = { status: 'withheld', reason: 'small' };
    const judged = verdictsOf([bare, withheld, shown(300, 1000)], shown(2000, 5000), 'higher-is-better');
    expect(judged.map((one) => one.verdict)).toEqual(['not-compared', 'not-compared', 'worse']);
  });

  test('says what could be chance: a plain test would flag it, so many compared do not bear it', () => {
    const many = Array.from({ length: 40 }, (_, i) => [i === 0 ? 535 : 500, 1000] as const);
    const [first, ...others] = verdictsOf(
      many.map(([x, n]) => shown(x, n)),
      whole(many),
      'higher-is-better',
    );
    expect(Math.abs(zAgainstRest(many[0] as [number, number], many))).toBeGreaterThan(1.96);
    expect(first).toMatchObject({ verdict: 'similar', couldBeChance: true });
    expect(others.some((judged) => judged.couldBeChance)).toBe(false);
  });

  test('is not given to the only area there is: nothing is left to compare with', () => {
    expect(verdictsOf([shown(30, 100)], shown(30, 100), 'higher-is-better')[0]?.verdict).toBe('not-compared');
  });
});

test('rounded counts are judged at the least favourable true ones', () => {
  const area = shown(60, 200);
  const benchmark = shown(150, 400);
  const plain = verdictsOf([area], benchmark, 'higher-is-better');
  const rounded = verdictsOf([area], benchmark, 'higher-is-better', 5);
  expect(plain[0]?.verdict).toBe('worse');
  expect(rounded[0]?.verdict).toBe('worse');
  const close = shown(65, 200);
  expect(verdictsOf([close], benchmark, 'higher-is-better')[0]?.verdict).toBe('worse');
  expect(verdictsOf([close], benchmark, 'higher-is-better', 5)[0]).toMatchObject({
    verdict: 'similar',
    couldBeChance: true,
  });
});
