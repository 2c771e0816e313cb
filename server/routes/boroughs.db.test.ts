/** The place among the boroughs it is compared with. Expected figures were counted by hand in the publishers' files. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BoroughsReply } from '../contract/boroughs-reply.ts';
import type { Problem } from '../contract/problem.ts';
import type {
  AreasReply,
  IndicatorAreasReply,
  IndicatorReply,
  IndicatorsReply,
} from '../contract/replies.ts';
import { demonstrationApp, testConfig } from '../testing.ts';
import { readTable } from './testing-csv.ts';

const { place } = testConfig;
let running: Awaited<ReturnType<typeof demonstrationApp>>;
beforeAll(async () => {
  running = await demonstrationApp();
});
afterAll(() => running?.close());

const ask = (path: string) => running.app.inject(`/api/v1${path}`);

const get = async <Reply>(path: string): Promise<Reply> => (await ask(path)).json();
const boroughs = (id: string, query = '') => get<BoroughsReply>(`/indicators/${id}/boroughs${query}`);
const figureOf = (reply: BoroughsReply, code: string) => {
  const found = reply.boroughs.find((one) => one.code === code);
  return found?.status === 'shown' ? found : undefined;
};

describe('as the publishers have it', () => {
  test.each([
    // PHOF, 2023 - 25: 23 of 32 above 79.6, 6 below, two level.
    [
      'life-expectancy-at-birth',
      '?sex=male',
      79.6,
      'joint 7th lowest of 32 London boroughs with a figure',
      80.55,
    ],
    [
      'life-expectancy-at-birth',
      '?sex=female',
      83.8,
      'joint 5th lowest of 32 London boroughs with a figure',
      84.8,
    ],
    // PHOF, 2024: 29 above 6.8, 2 below.
    ['smoking-adults', '', 6.8, '3rd lowest of 32 London boroughs with a figure', 8.75],
    // ONS, year to November 2025: 24 above 16.3418, 7 below, one of them 16.3 too.
    ['obesity-adults', '', 16.3418, 'joint 7th lowest of 32 London boroughs with a figure', 20.38114],
    // MHCLG, average score: 15 above 23.328, 16 below.
    ['deprivation-score-2025', '', 23.328, '16th highest of 32 London boroughs with a figure', 23.1845],
  ])('%s%s', async (id, query, value, words, median) => {
    const reply = await boroughs(id, query);
    expect(figureOf(reply, place.code)?.value).toBeCloseTo(value, 6);
    expect(reply.position?.words).toBe(words);
    expect(reply.median).toBeCloseTo(median, 6);
    expect(reply.medianWords).toMatch(/^Median of the 32 London boroughs .*not the figure of London\.$/);
  });

  test('published limits of others stay as they are, and counts are those of the workbook', async () => {
    // ONS: Hackney.
    const obesity = figureOf(await boroughs('obesity-adults'), 'E09000012');
    expect(obesity?.interval).toBe('published');
    // COVER, January to March 2025, 24 months: 62.6% of 942 children.
    const hackney = figureOf(await boroughs('mmr-1-at-2-years', '?period=2024-25-Q4'), 'E09000012');
    expect(hackney).toMatchObject({ interval: 'ours', numerator: 590, denominator: 942 });
    // COVER: 19 above 79.8%, 12 below; at 5 years 6 above 77.0%.
    expect((await boroughs('mmr-1-at-2-years', '?period=2024-25-Q4')).position?.words).toBe(
      '13th lowest of 32 London boroughs with a figure',
    );
    expect((await boroughs('mmr-2-at-5-years', '?period=2024-25-Q4')).position?.words).toBe(
      '7th highest of 32 London boroughs with a figure',
    );
  });
});

test('every position, tie and median follows from the figures beside it, whatever the indicator', async () => {
  const { indicators } = await get<IndicatorsReply>('/indicators');
  let compared = 0;
  for (const { id, decimals, unit } of indicators) {
    const { otherBoroughs } = await get<IndicatorReply>(`/indicators/${id}`);
    const period = otherBoroughs.at(-1);
    if (period === undefined) continue;
    const reply = await boroughs(id, `?period=${period}`);
    const shown = reply.boroughs.flatMap((one) => (one.status === 'shown' ? [one] : []));
    const own = shown.find(({ role }) => role === 'place');
    if (reply.position === null) {
      expect(unit === 'decile' || shown.length < 5 || own === undefined, id).toBe(true);
      expect(reply.withoutPosition, id).toBeTruthy();
      continue;
    }
    compared++;
    const rounded = (value: number) => value.toFixed(decimals);
    const [ours, values] = [own?.value ?? Number.NaN, shown.map(({ value }) => value)];
    const above = values.filter((one) => one > ours && rounded(one) !== rounded(ours)).length;
    const below = values.filter((one) => one < ours && rounded(one) !== rounded(ours)).length;
    expect(reply.position, id).toMatchObject({
      at: 1 + Math.min(above, below),
      level: values.length - above - below - 1,
      of: values.length,
    });
    const sorted = values.toSorted((a, b) => a - b);
    const middle = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
    expect(reply.median, id).toBeCloseTo(((middle[0] ?? 0) + (middle[1] ?? 0)) / 2, 9);
    expect(
      shown.every(({ basis }) => basis === 'published'),
      id,
    ).toBe(true);
  }
  expect(compared).toBeGreaterThan(50);
});

test('peers are those of the file of the place, with how they were chosen', async () => {
  const reply = await boroughs('smoking-adults');
  const peers = reply.boroughs.filter(({ role }) => role === 'peer').map(({ code }) => code);
  expect(peers).toEqual(place.comparators?.peers?.codes.toSorted());
  expect(reply.peersChosen?.words).toBe(place.comparators?.peers?.chosen);
});

test('the others are compared, never served: no list, map, page or verdict has them', async () => {
  const other = place.comparators?.others[0]?.code ?? '';
  const { areas } = await get<AreasReply>('/areas');
  expect(areas.filter(({ type }) => type === 'other-borough')).toEqual([]);
  expect(areas.some(({ code }) => code === other)).toBe(false);
  expect((await ask(`/areas/${other}/indicators`)).statusCode).toBe(404);
  const whole = await get<IndicatorAreasReply>('/indicators/smoking-adults/areas?areaType=borough');
  expect(whole.areas.map(({ code }) => code)).toEqual([place.code]);
  const asked = await ask('/indicators/smoking-adults/areas?areaType=other-borough');
  expect(asked.statusCode).toBe(422);
  expect(asked.json<Problem>().allowed).not.toContain('other-borough');
  const { available, areaTypes } = await get<IndicatorReply>('/indicators/smoking-adults');
  expect([...areaTypes, ...available.map(({ areaType }) => areaType)]).not.toContain('other-borough');
  const judged = await get<{ comparisons: { comparison: string }[] }>(
    '/comparisons?indicator=smoking-adults',
  );
  expect(judged.comparisons.some(({ comparison }) => comparison.includes(other))).toBe(false);
});

test('a period in which no other has a figure has none of them, and no position', async () => {
  const { otherBoroughs } = await get<IndicatorReply>('/indicators/smoking-adults');
  expect(otherBoroughs).toEqual(['2024']);
  const reply = await boroughs('smoking-adults', '?period=2020');
  expect(reply).toMatchObject({ boroughs: [], position: null, median: null });
  // Where nothing is held of the whole place there is nothing to compare.
  expect((await ask('/indicators/deprivation-decile-2025/boroughs')).statusCode).toBe(422);
  // Of people from records nobody publishes another borough's.
  const { otherBoroughs: none } = await get<IndicatorReply>('/indicators/nhs-health-check-uptake');
  expect(none).toEqual([]);
});

test('the file says the same, and that nothing was tested', async () => {
  const reply = await boroughs('smoking-adults');
  const { facts, rows } = await readTable(running.app, '/api/v1/indicators/smoking-adults/boroughs.csv');
  expect(facts[`Position of ${place.name}`]).toBe(reply.position?.words);
  expect(facts.Test).toMatch(/^none: positions are not tested/);
  expect(facts.Median).toBe(reply.medianWords);
  expect(rows.map((row) => row['Area code'])).toEqual(reply.boroughs.map(({ code }) => code));
  expect(rows.filter((row) => row.Which === 'The place')).toHaveLength(1);
});
