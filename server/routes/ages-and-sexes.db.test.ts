/** Gaps by sex and by age: each worked out again from figures that other replies give. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgesAndSexesReply, SidesRow } from '../contract/ages-and-sexes.ts';
import { paths } from '../contract/paths.ts';
import type { IndicatorAreasReply, TrendReply } from '../contract/replies.ts';
import { demonstrationApp, testConfig } from '../testing.ts';
import { readCsv } from './testing-csv.ts';

const { place } = testConfig;
const Z95 = 1.959963984540054;

describe('gaps by sex and by age', () => {
  let demo: Awaited<ReturnType<typeof demonstrationApp>>;
  let reply: AgesAndSexesReply;
  beforeAll(async () => {
    demo = await demonstrationApp();
    reply = await demo.get<AgesAndSexesReply>(paths.agesAndSexes());
  }, 600_000);
  afterAll(() => demo.close());

  const rowOf = (by: 'sex' | 'age', indicator: string): SidesRow => {
    const row = reply.sections.find((one) => one.by === by)?.rows.find((one) => one.indicator === indicator);
    if (row === undefined) throw new Error(`no row of ${indicator} by ${by}`);
    return row;
  };

  test('healthy life expectancy: women 62.7, men 62.6, tested by the published limits alone', async () => {
    const { sides, period } = rowOf('sex', 'healthy-life-expectancy-at-birth');
    const figures = await Promise.all(
      (['female', 'male'] as const).map(async (sex) => {
        const { points } = await demo.get<TrendReply>(
          paths.trend('healthy-life-expectancy-at-birth', { area: place.code, sex }),
        );
        const estimate = points.find((point) => point.period === period)?.estimate;
        if (estimate?.status !== 'shown') throw new Error('both sexes have a figure');
        const { value, lower95 = Number.NaN, upper95 = Number.NaN } = estimate;
        return { value, error: (upper95 - lower95) / 2 / Z95 };
      }),
    );
    const [women, men] = figures;
    if (women === undefined || men === undefined) throw new Error('two sexes');
    expect([women.value, men.value]).toEqual([62.7, 62.6]);
    const error = Math.hypot(women.error, men.error);
    expect(sides[0]?.difference?.value).toBeCloseTo(women.value - men.value, 9);
    expect(sides[0]?.p).toBeCloseTo(2 * (1 - normal((women.value - men.value) / error)), 5);
    expect(sides[0]?.verdict).toBe('similar');
    expect(sides[1]).toMatchObject({ against: '', verdict: 'not-compared' });
  });

  test('what comes without limits is not tested, and says why', () => {
    const [women] = rowOf('sex', 'life-expectancy-at-birth').sides;
    expect(women).toMatchObject({ verdict: 'not-compared', untested: expect.stringContaining('limits') });
    expect(women?.difference).toBeUndefined();
  });

  test('carers: 32.4% aged 18 to 64 and 51.2% aged 65 and over, in the one year that has both', () => {
    const { sides, period } = rowOf('age', 'social-contact-carers');
    expect(period).toBe('2016-17');
    expect(
      sides.map(({ group, estimate }) => [group, estimate.status === 'shown' && estimate.value]),
    ).toEqual([
      ['18-64', 32.4],
      ['65-plus', 51.2],
    ]);
    expect(sides[0]).toMatchObject({ verdict: 'lower', difference: { value: expect.closeTo(-18.8, 9) } });
  });

  test('doses by age add up to everyone, and each age is compared with all others by counts', async () => {
    const { sides } = rowOf('age', 'covid-19-dose-2');
    const whole = await demo.get<IndicatorAreasReply>(
      paths.indicatorAreas('covid-19-dose-2', { areaType: 'borough' }),
    );
    const everyone = whole.areas[0];
    if (everyone?.status !== 'shown') throw new Error('everyone has a figure');
    const { numerator = 0, denominator = 0 } = everyone;
    const counts = sides.map(({ estimate }) => {
      if (estimate.status !== 'shown') throw new Error('every age has a figure');
      return { having: estimate.numerator ?? 0, among: estimate.denominator ?? 0 };
    });
    expect(counts.reduce((sum, one) => sum + one.having, 0)).toBe(numerator);
    expect(counts.reduce((sum, one) => sum + one.among, 0)).toBe(denominator);
    for (const [at, { having, among }] of counts.entries()) {
      const rest = (numerator - having) / (denominator - among);
      expect(sides[at]?.difference?.value).toBeCloseTo(100 * (having / among - rest), 9);
      expect(['higher', 'lower', 'similar']).toContain(sides[at]?.verdict);
    }
  });

  test('it opens with at most seven lines, from real figures only, and no id is shared by two answers', () => {
    expect(reply.opening.length).toBeGreaterThan(0);
    expect(reply.opening.length).toBeLessThanOrEqual(7);
    const all = reply.sections.flatMap(({ rows }) => rows);
    expect(all.flatMap(({ basis }) => basis)).not.toContain('synthetic');
    const ids = all.flatMap(({ sides }) => sides.map(({ comparison }) => comparison));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('an area has one answer, whichever page asks: a ward by itself says what the ward beside it leaves as it was', async () => {
    const ward = 'E05011096';
    const own = await demo.get<AgesAndSexesReply>(paths.agesAndSexes({ area: ward }));
    const [section] = own.sections;
    expect(own.sections.map(({ by }) => by)).toEqual(['age']);
    expect(
      section?.rows.every(({ sides }) => sides.every(({ comparison }) => comparison.includes(ward))),
    ).toBe(true);
    // Judged with the same ages of every ward.
    const compared = new Set(section?.rows.flatMap(({ sides }) => sides.map((side) => side.compared)));
    expect(Math.max(...compared)).toBeGreaterThan(13 * 20);
  });

  test('the file has a line for each figure', async () => {
    const file = await demo.app.inject(paths.agesAndSexesCsv());
    const rows = readCsv(file.payload);
    expect(rows).toHaveLength(
      reply.sections.flatMap(({ rows: own }) => own.flatMap(({ sides }) => sides)).length,
    );
    expect(new Set(rows.map((row) => row.Verdict)).size).toBeGreaterThan(1);
  });
});

/** Abramowitz and Stegun 26.2.17: the normal distribution function to 7.5e-8. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z >= 0 ? 1 - tail : tail;
}
