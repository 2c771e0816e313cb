/** No count that an official source published is shown rounded and called made up. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paths } from '../contract/paths.ts';
import type { IndicatorAreasReply, IndicatorReply, IndicatorsReply } from '../contract/replies.ts';
import { demonstrationApp } from '../testing.ts';

/** Counts are rounded to the nearest five. */
const ROUNDED = 2;

interface Pair {
  readonly indicator: string;
  readonly key: string;
  readonly basis: string;
  readonly having: number;
  readonly among: number;
}

describe('figures of everyone', () => {
  let demo: Awaited<ReturnType<typeof demonstrationApp>>;
  let pairs: Pair[];

  beforeAll(async () => {
    demo = await demonstrationApp();
    const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
    const found: Pair[] = [];
    for (const { id } of indicators.filter((one) => one.unit === 'percent'))
      found.push(...(await pairsOf(id, indicators.find((one) => one.id === id)?.latestPeriod ?? '')));
    pairs = found;
  }, 600_000);
  afterAll(() => demo.close());

  /** Every share of everyone that has counts, in every area, at every age and on every population, at the newest date. */
  async function pairsOf(id: string, period: string): Promise<Pair[]> {
    const { available } = await demo.get<IndicatorReply>(paths.indicator(id));
    const rows = available.filter(
      (row) =>
        row.ethnicGroup === 'all' &&
        row.sex === 'all' &&
        row.deprivation === 'all' &&
        ['ward', 'neighbourhood', 'borough'].includes(row.areaType) &&
        row.periods.includes(period),
    );
    const replies = await Promise.all(
      rows.map(async ({ areaType, ageBand, denominator }) => {
        const query = { areaType, ageBand, period, ...(denominator && { denominator }) };
        const { areas } = await demo.get<IndicatorAreasReply>(paths.indicatorAreas(id, query));
        return areas.flatMap((area): Pair[] =>
          area.status === 'shown' && area.numerator !== undefined && area.denominator !== undefined
            ? [
                {
                  indicator: id,
                  key: [area.code, ageBand, period].join(),
                  basis: area.basis,
                  having: area.numerator,
                  among: area.denominator,
                },
              ]
            : [],
        );
      }),
    );
    return replies.flat();
  }

  test('no figure called synthetic is an official one, rounded or not', () => {
    const published = Map.groupBy(
      pairs.filter(({ basis }) => basis === 'published'),
      ({ key }) => key,
    );
    const made = pairs.filter(({ basis }) => basis === 'synthetic');
    // There is something to compare: otherwise nothing could be found.
    expect(made.length).toBeGreaterThan(100);
    const official = made.filter(({ key, having, among }) =>
      (published.get(key) ?? []).some(
        (one) => Math.abs(one.having - having) <= ROUNDED && Math.abs(one.among - among) <= ROUNDED,
      ),
    );
    expect(official).toEqual([]);
  });

  test('second doses by 15 July 2021 from records: everyone is 119,785 of 324,066, as published', async () => {
    const [ofRecords, official] = await Promise.all(
      ['covid-19-dose-2-from-records', 'covid-19-dose-2'].map((id) =>
        demo.get<IndicatorAreasReply>(paths.indicatorAreas(id, { areaType: 'borough' })),
      ),
    );
    const [area] = ofRecords?.areas ?? [];
    expect(area).toMatchObject({ basis: 'published', numerator: 119_785, denominator: 324_066 });
    expect(official?.areas[0]).toMatchObject({
      basis: 'published',
      numerator: 119_785,
      denominator: 324_066,
    });
    expect(area?.status === 'shown' && area.notes?.join(' ')).toContain('official count');
  });

  test('a ward made of whole official areas keeps its official figure, and is still judged among made-up ones', async () => {
    const { areas } = await demo.get<IndicatorAreasReply>(
      paths.indicatorAreas('covid-19-dose-2-from-records', { areaType: 'ward' }),
    );
    const official = areas.filter((area) => area.status === 'shown' && area.basis === 'published');
    expect(official.map(({ name }) => name)).toEqual(['Dulwich Wood']);
    const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
    expect(indicators.find(({ id }) => id === 'covid-19-dose-2-from-records')?.basis).toEqual(['synthetic']);
  });
});
