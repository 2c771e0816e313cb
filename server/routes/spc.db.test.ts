import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../contract/problem.ts';
import type { IndicatorReply, IndicatorsReply, TrendReply } from '../contract/replies.ts';
import type { SpcReply } from '../contract/spc-reply.ts';
import { demonstrationApp, testConfig } from '../testing.ts';
import { readTable, writtenFigure, writtenNumber } from './testing-csv.ts';

const { place } = testConfig;
const average = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Mean and limits of Wheeler's chart of individual values, from the formula: undefined where a value is missing. */
function chartOf(values: readonly (number | undefined)[]) {
  const mean = average(values.filter((value) => value !== undefined));
  const ranges = values.flatMap((value, i) => {
    const before = values[i - 1];
    return value === undefined || before === undefined ? [] : [Math.abs(value - before)];
  });
  const kept = ranges.filter((range) => range < 3.267 * average(ranges));
  return { mean, lower: mean - 2.66 * average(kept), upper: mean + 2.66 * average(kept) };
}

type Signs = readonly (-1 | 0 | 1 | undefined)[];
const sign = (value: number) => Math.sign(value) as -1 | 0 | 1;

/** Which values lie in a stretch of at least so many equal signs that are not zero. */
function inRuns(signs: Signs, least: number): boolean[] {
  return signs.map((own, at) => {
    if (own === undefined || own === 0) return false;
    let [from, to] = [at, at];
    while (signs[from - 1] === own) from--;
    while (signs[to + 1] === own) to++;
    return to - from + 1 >= least;
  });
}

/** The first rule each value breaks, from their wording. */
function rulesOf(values: readonly (number | undefined)[]): string[] {
  const { mean, lower, upper } = chartOf(values);
  const sides: Signs = values.map((value) => (value === undefined ? undefined : sign(value - mean)));
  const steps: Signs = values.map((value, i) => {
    const before = values[i - 1];
    return value === undefined || before === undefined ? undefined : sign(value - before);
  });
  const climbing = inRuns(steps, 6);
  const near = (value: number | undefined) =>
    value !== undefined &&
    value <= upper &&
    value >= lower &&
    Math.abs(value - mean) > (2 * (upper - mean)) / 3;
  const paired = (at: number) =>
    near(values[at]) &&
    [at - 2, at - 1, at].some((start) => {
      const three = [start, start + 1, start + 2];
      if (start < 0 || start + 2 >= values.length || sides[start] === undefined) return false;
      return three.every((i) => sides[i] === sides[at]) && three.filter((i) => near(values[i])).length >= 2;
    });
  const shifted = inRuns(sides, 7);
  return values.map((value, at) => {
    if (value === undefined) return 'none';
    if (value > upper || value < lower) return 'outside-limits';
    if (climbing[at] || climbing[at + 1]) return 'seven-one-way';
    if (paired(at)) return 'two-of-three';
    return shifted[at] ? 'seven-one-side' : 'none';
  });
}

describe('control charts', () => {
  let running: Awaited<ReturnType<typeof demonstrationApp>>;
  const spcOf = (path: string) => running.get<SpcReply>(`/api/v1/indicators/${path}`);
  const refusalOf = async (path: string) => {
    const reply = await running.app.inject(`/api/v1/indicators/${path}`);
    return { status: reply.statusCode, detail: reply.json<Problem>().detail };
  };
  beforeAll(async () => {
    running = await demonstrationApp();
  });
  afterAll(() => running.close());

  test('every indicator has one wherever it has thirteen separate periods, and a reason elsewhere', async () => {
    const { indicators } = await running.get<IndicatorsReply>('/api/v1/indicators');
    const charted: string[] = [];
    for (const { id, areaTypes } of indicators) {
      if (!areaTypes.includes('borough')) continue;
      const { periodKind } = await running.get<IndicatorReply>(`/api/v1/indicators/${id}`);
      const { points } = await running.get<TrendReply>(`/api/v1/indicators/${id}/trend`);
      const shown = points.filter(({ estimate }) => estimate.status === 'shown').length;
      if (periodKind === 'separate' && shown >= 13) {
        charted.push(id);
        expect((await spcOf(`${id}/spc`)).points).toHaveLength(points.length);
        continue;
      }
      const { status, detail } = await refusalOf(`${id}/spc`);
      expect(status).toBe(422);
      expect(detail).toMatch(/^A control chart needs/);
    }
    expect(charted).toContain('mmr-2-at-5-years');
  });

  test.each(['mmr-1-at-2-years', 'mmr-2-at-5-years', '6-in-1-at-1-year', '4-in-1-booster-at-5-years'])(
    'mean, limits and rules of %s are those of the formula',
    async (id) => {
      const reply = await spcOf(`${id}/spc`);
      const values = reply.points.map(({ estimate }) =>
        estimate.status === 'shown' ? estimate.value : undefined,
      );
      const { mean, lower, upper } = chartOf(values);
      expect(reply.mean).toBeCloseTo(mean, 10);
      expect(reply.limits?.lower).toBeCloseTo(lower, 10);
      expect(reply.limits?.upper).toBeCloseTo(upper, 10);
      expect(reply.points.map(({ rule }) => rule)).toEqual(rulesOf(values));
      for (const { estimate, side, meaning, rule } of reply.points) {
        if (rule === 'none') expect([side, meaning]).toEqual(['none', 'common-cause']);
        else expect(meaning).toBe(side === 'high' ? 'improvement' : 'concern');
        if (estimate.status === 'shown' && rule === 'seven-one-side')
          expect(side).toBe(estimate.value > mean ? 'high' : 'low');
      }
      const newest = reply.points.findLast(({ estimate }) => estimate.status === 'shown');
      expect(reply.variation).toMatchObject({ period: newest?.period, rule: newest?.rule });
    },
  );

  test('a target of the documents gives assurance, in a sentence that can be checked', async () => {
    const reply = await spcOf('mmr-2-at-5-years/spc');
    expect(reply.target).toMatchObject({ value: 95, synthetic: false });
    const upper = reply.limits?.upper ?? 100;
    expect(upper).toBeLessThan(95);
    expect(reply.assurance).toBe('fail');
    expect(reply.sentences.at(-1)).toBe(
      `The target of at least 95% is missed every time unless something changes: even the upper limit, ${upper.toFixed(1)}%, does not reach it.`,
    );
    const elsewhere = await spcOf('mmr-2-at-5-years/spc?area=E92000001');
    expect([elsewhere.target, elsewhere.assurance, elsewhere.sentences.length]).toEqual([null, 'none', 1]);
    const without = await spcOf('rotavirus-at-1-year/spc');
    expect([without.target, without.assurance]).toEqual([null, 'none']);
  });

  test('counts so far, overlapping periods and few periods are refused, each with its reason', async () => {
    expect(await refusalOf('covid-19-dose-1/spc')).toEqual({
      status: 422,
      detail: 'A control chart needs separate periods; these are counts so far, which only rise.',
    });
    expect(await refusalOf('life-expectancy-at-birth/spc')).toEqual({
      status: 422,
      detail: 'A control chart needs separate periods; these overlap.',
    });
    expect(await refusalOf('campylobacter-incidence/spc')).toEqual({
      status: 422,
      detail: 'A control chart needs 13 separate periods with a figure; there are 3.',
    });
    expect((await refusalOf('no-such-indicator/spc')).status).toBe(404);
    expect((await refusalOf('mmr-2-at-5-years/spc?area=E09999999')).status).toBe(404);
    expect((await refusalOf('mmr-2-at-5-years/spc?ageBand=0-15')).status).toBe(422);
  });

  test('the CSV file has the figures, limits and rules of the reply', async () => {
    const reply = await spcOf('mmr-2-at-5-years/spc');
    const { facts, rows, headers } = await readTable(
      running.app,
      '/api/v1/indicators/mmr-2-at-5-years/spc.csv',
    );
    expect(headers).toHaveProperty(
      'content-disposition',
      expect.stringContaining(`mmr-2-at-5-years-spc-${place.code}-release-2.csv`),
    );
    expect(facts).toMatchObject({
      'In words': reply.sentences.join(' '),
      Target: '95% with both doses of MMR',
      Release: '2',
    });
    const cell = (row: number, name: string) => rows[row]?.[name];
    expect(rows).toHaveLength(reply.points.length);
    for (const [row, { period, estimate, rule }] of reply.points.entries()) {
      expect(cell(row, 'Period')).toBe(period);
      expect(cell(row, 'Lower process limit')).toBe(writtenNumber(reply.limits?.lower));
      expect(Number(cell(row, 'Target'))).toBe(95);
      expect([cell(row, 'Value'), cell(row, 'Status')]).toEqual(writtenFigure(estimate));
      if (estimate.status !== 'shown') expect(cell(row, 'Rule')).toBe('');
      if (rule === 'none' && estimate.status === 'shown') expect(cell(row, 'Rule')).toBe('No rule is broken');
    }
  });
});
