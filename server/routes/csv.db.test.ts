import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreaIndicatorsReply } from '../contract/area-replies.ts';
import type { IndicatorAreasReply, TrendReply } from '../contract/replies.ts';
import { demonstrationApp, testConfig } from '../testing.ts';
import { readTable, writtenFigure, writtenNumber } from './testing-csv.ts';

const { place } = testConfig;

describe('CSV files', () => {
  let running: Awaited<ReturnType<typeof demonstrationApp>>;
  const download = async (path: string) => {
    const reply = await readTable(running.app, `/api/v1${path}`);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers).toHaveProperty('content-type', expect.stringMatching(/^text\/csv; charset=utf-8/));
    const { 'content-disposition': name } = reply.headers as Record<string, string>;
    return { ...reply, name };
  };

  beforeAll(async () => {
    running = await demonstrationApp();
  });
  afterAll(() => running.close());

  test('areas: the very figures of the reply, the place last, facts beside it', async () => {
    const query = 'covid-19-dose-1/areas%s?ageBand=65-plus'.split('%s');
    const reply = await running.get<IndicatorAreasReply>(`/api/v1/indicators/${query.join('')}`);
    const { facts, rows, name } = await download(`/indicators/${query.join('.csv')}`);
    expect(facts).toMatchObject({ Title: reply.title, Release: '2' });
    for (const fact of ['Period', 'Basis', 'Source', 'Licence']) expect(facts[fact]).toMatch(/./);
    expect(name).toContain('covid-19-dose-1-ward-2021-07-15-release-2.csv');
    expect(rows.length).toBe(reply.areas.length + 1);
    for (const [index, area] of reply.areas.entries()) {
      const row = rows[index];
      expect(row?.['Area code']).toBe(area.code);
      expect(row?.['Area name']).toBe(area.name);
      if (area.status !== 'shown') throw new Error('every ward has a figure');
      expect([row?.Value, row?.Status, row?.Unit]).toEqual([...writtenFigure(area), '%']);
      expect(row?.['Lower 95% limit']).toBe(writtenNumber(area.lower95));
      expect(row?.['Upper 95% limit']).toBe(writtenNumber(area.upper95));
      expect(row?.['Gap to the rest']).toBe(writtenNumber(area.gap));
      expect([row?.Comparison, row?.p]).toEqual([area.comparison, writtenNumber(area.p)]);
      expect([row?.['Period start'], row?.['Period end']]).toEqual(['2021-07-15', '2021-07-15']);
    }
    expect(rows.at(-1)).toMatchObject({ 'Area code': place.code, 'Area name': place.name });
  });

  test('areas among a population that is not judged: figures as they are, no p and no gap, and why', async () => {
    const query = 'covid-19-dose-1/areas%s?ageBand=65-plus&denominator=census'.split('%s');
    const { areas } = await running.get<IndicatorAreasReply>(`/api/v1/indicators/${query.join('')}`);
    const { rows } = await download(`/indicators/${query.join('.csv')}`);
    for (const [index, area] of areas.entries()) {
      if (area.status !== 'shown') throw new Error('every ward has a figure');
      expect(rows[index]?.Value).toBe(writtenNumber(area.value));
      expect([rows[index]?.p, rows[index]?.['Gap to the rest']]).toEqual(['', '']);
      expect(rows[index]?.['Why not tested']).toMatch(/^Another population is the one judged/);
    }
  });

  test('a trend: one line a period, missing ones marked', async () => {
    const reply = await running.get<TrendReply>('/api/v1/indicators/mmr-1-at-2-years/trend');
    const { facts, rows } = await download('/indicators/mmr-1-at-2-years/trend.csv');
    expect(facts).toMatchObject({ Title: reply.title, Test: reply.trend.test });
    expect(rows.map((row) => row.Period)).toEqual(reply.points.map(({ period }) => period));
    expect(rows.map((row) => [row.Value, row.Status])).toEqual(
      reply.points.map(({ estimate }) => writtenFigure(estimate)),
    );
  });

  test('an area: one line for each row of its profile', async () => {
    const reply = await running.get<AreaIndicatorsReply>(`/api/v1/areas/${place.code}/indicators`);
    const { facts, rows } = await download(`/areas/${place.code}/indicators.csv`);
    expect(facts.Title).toContain(place.name);
    expect(rows.map((row) => row.Indicator)).toEqual(reply.indicators.map(({ title }) => title));
    expect(rows.every((row) => row.Source !== '' && row.Licence !== '')).toBe(true);
  });

  test('a file from memory keeps its name and type', async () => {
    const [first, second] = [
      await running.app.inject('/api/v1/indicators/residents/areas.csv'),
      await running.app.inject('/api/v1/indicators/residents/areas.csv'),
    ];
    expect(second.headers['content-disposition']).toBe(first.headers['content-disposition']);
    expect(second.headers['content-type']).toBe(first.headers['content-type']);
    expect(second.body).toBe(first.body);
  });

  test('a question that is refused gets problem details, not a file', async () => {
    const unknown = await running.app.inject('/api/v1/indicators/no-such-indicator/areas.csv');
    expect(unknown.statusCode).toBe(404);
    const refused = await running.app.inject('/api/v1/indicators/covid-19-dose-1/areas.csv?sex=female');
    expect(refused.statusCode).toBe(422);
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});
