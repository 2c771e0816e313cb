/** Every figure and sentence of the first page, found again in the replies of the pages it leads to. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreaIndicator, AreaIndicatorsReply } from '../contract/area-replies.ts';
import type { BoardReply } from '../contract/board-reply.ts';
import type { DisparityOverviewReply } from '../contract/gap-replies.ts';
import { type HomeReply, MOST_AT_A_GLANCE } from '../contract/home-reply.ts';
import type { AreasReply, IndicatorsReply } from '../contract/replies.ts';
import { rowKey } from '../contract/row-key.ts';
import { glanceList } from '../indicators/glance.ts';
import { demonstrationApp, testConfig } from '../testing.ts';

const { place } = testConfig;

describe('the first page', () => {
  let running: Awaited<ReturnType<typeof demonstrationApp>>;
  let home: HomeReply;
  let wards: AreaIndicatorsReply[];
  const profileOf = (code: string) => running.get<AreaIndicatorsReply>(`/api/v1/areas/${code}/indicators`);

  beforeAll(async () => {
    running = await demonstrationApp();
    home = await running.get<HomeReply>('/api/v1/home');
    const { areas } = await running.get<AreasReply>('/api/v1/areas?type=ward');
    wards = await Promise.all(areas.map(({ code }) => profileOf(code)));
  });
  afterAll(() => running.close());

  const isReal = ({ estimate }: AreaIndicator) =>
    estimate?.status === 'shown' && estimate.basis !== 'synthetic';
  /** Written anew from DESIGN's words: outcomes and services, one way better, adjusted for age where it matters, of people. */
  const isJudged = (row: AreaIndicator) =>
    ['outcome', 'service'].includes(row.kind) &&
    row.polarity !== 'neutral' &&
    row.ageAdjusted !== false &&
    !row.isOfAreas;
  const judgedIn = ({ indicators }: AreaIndicatorsReply) =>
    indicators.filter((row) => row.publishedHere && isReal(row) && isJudged(row));
  const countOf = (rows: readonly AreaIndicator[], verdict: string) =>
    new Set(rows.filter((row) => row.verdict === verdict).map(({ indicator }) => indicator)).size;

  test('shows six real figures of the list, each with the change that the page of the place gives it', async () => {
    const { indicators } = await profileOf(place.code);
    const real = glanceList.filter((key) => indicators.some((row) => rowKey(row) === key && isReal(row)));
    expect(home.glance.map(rowKey)).toEqual(real.slice(0, MOST_AT_A_GLANCE));
    expect(home.glance).toHaveLength(MOST_AT_A_GLANCE);
    for (const shown of home.glance) {
      const row = indicators.find((one) => rowKey(one) === rowKey(shown));
      expect(shown).toMatchObject({
        latest: row?.estimate,
        change: row?.change,
        period: row?.period,
        sparkline: row?.sparkline,
      });
      expect(shown.basis).not.toBe('synthetic');
    }
  });

  test('the list of figures names indicators there are, each once', async () => {
    const { indicators } = await running.get<IndicatorsReply>('/api/v1/indicators');
    const ids = new Set(indicators.map(({ id }) => id));
    expect(glanceList.filter((key) => !ids.has(key.split('.')[0] ?? ''))).toEqual([]);
    expect(new Set(glanceList).size).toBe(glanceList.length);
  });

  test('names the wards that are worse on most, as their own pages count them', () => {
    const counted = wards
      .map((profile) => {
        const rows = judgedIn(profile).filter(({ verdict }) => verdict !== 'not-compared');
        return {
          code: profile.area.code,
          name: profile.area.name,
          worse: countOf(rows, 'worse'),
          better: countOf(rows, 'better'),
          compared: new Set(rows.map(({ indicator }) => indicator)).size,
        };
      })
      .filter(({ worse }) => worse > 0)
      .sort((a, b) => b.worse - a.worse || a.better - b.better || (a.name < b.name ? -1 : 1));
    expect(home.wards.map(({ text: _, ...ward }) => ward)).toEqual(counted.slice(0, 3));
    expect(home.wards).toHaveLength(3);
    for (const { code, text } of home.wards) {
      const profile = wards.find(({ area }) => area.code === code);
      const worse = profile === undefined ? [] : judgedIn(profile).filter((row) => row.verdict === 'worse');
      const titles = [...new Map(worse.map((row) => [row.indicator, row.shortTitle])).values()];
      expect(titles.filter((title) => !text.includes(title))).toEqual([]);
    }
  });

  test('the widest difference is between ethnic groups where one counts, else the widest of all others', async () => {
    const overviews = await Promise.all(
      ['ethnicGroup', 'deprivation'].map((by) =>
        running.get<DisparityOverviewReply>(`/api/v1/disparities?by=${by}&figures=real`),
      ),
    );
    const ofGroups = overviews.flatMap(({ query, indicators }) =>
      indicators.flatMap((row) =>
        row.cells
          .filter(({ gap }) => gap.verdict === 'worse' && row.isOfAreas !== true && row.ageAdjusted !== false)
          .filter(() => row.kind === 'outcome' || row.kind === 'service')
          .flatMap(({ estimate, gap }) =>
            estimate.status === 'shown' && gap.difference !== undefined
              ? [
                  {
                    by: query.by as string,
                    comparison: gap.comparison,
                    isOld: row.age !== undefined,
                    size: Math.abs(gap.difference.value / estimate.value),
                  },
                ]
              : [],
          ),
      ),
    );
    const ofWards = wards.flatMap((profile) =>
      judgedIn(profile).flatMap(({ verdict, comparison, gap = 0, age, estimate }) =>
        verdict === 'worse' && estimate?.status === 'shown'
          ? [
              {
                by: 'ward',
                comparison,
                isOld: age !== undefined,
                size: estimate.value === 0 ? 0 : Math.abs(gap / estimate.value),
              },
            ]
          : [],
      ),
    );
    const ethnic = ofGroups.filter(({ by }) => by === 'ethnicGroup');
    const among = ethnic.length > 0 ? ethnic : [...ofGroups, ...ofWards];
    const [widest] = among.sort((a, b) => Number(a.isOld) - Number(b.isOld) || b.size - a.size);
    expect(home.widest?.comparison).toBe(widest?.comparison);
    expect(home.widest).toMatchObject({ verdict: 'worse', between: widest?.by });
    expect(home.betweenEthnicGroups === null).toBe(ethnic.length > 0);
  });

  test('says what moved last as the board does, and nothing of any synthetic indicator', async () => {
    const board = await running.get<BoardReply>('/api/v1/board');
    expect(home.changed).toEqual(board.changed);
    const { indicators } = await running.get<IndicatorsReply>('/api/v1/indicators');
    const synthetic = indicators.filter(({ basis }) => basis.every((one) => one === 'synthetic'));
    expect(synthetic.length).toBeGreaterThan(0);
    const ids = new Set(synthetic.map(({ id }) => id));
    const named = [
      ...home.glance.map(({ indicator }) => indicator),
      ...(home.widest === null ? [] : [home.widest.indicator]),
      ...(home.changed?.lines ?? []).map(({ row }) => row.split('.')[0] ?? ''),
    ];
    expect(named.filter((id) => ids.has(id))).toEqual([]);
  });
});
