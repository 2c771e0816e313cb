/** What is asked for by name and is not there is refused with what there is, in words; what is offered has figures. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DisparityOverviewReply } from '../contract/gap-replies.ts';
import { paths } from '../contract/paths.ts';
import type { Problem } from '../contract/problem.ts';
import type {
  AreasReply,
  IndicatorAreasReply,
  IndicatorReply,
  IndicatorsReply,
} from '../contract/replies.ts';
import { demonstrationApp } from '../testing.ts';

let running: Awaited<ReturnType<typeof demonstrationApp>>;
beforeAll(async () => {
  running = await demonstrationApp();
});
afterAll(() => running.close());

const dose = 'indicators/covid-19-dose-1';

describe('a question that cannot be answered', () => {
  test.each([
    [`${dose}/areas?ethnicGroup=black`, 422, 'ethnicGroup'],
    [`${dose}/areas?period=1999`, 422, 'period'],
    [`${dose}/areas?areaType=galaxy`, 400, 'areaType'],
    [`${dose}/areas?ageBand=3-7`, 422, 'ageBand'],
    [`${dose}/areas.csv?period=1999`, 422, 'period'],
    [`${dose}/disparities?by=deprivation&reference=nobody`, 422, 'reference'],
    ['disparities?reference=nobody', 422, 'reference'],
    ['disparities.csv?reference=nobody', 422, 'reference'],
    ['disparities?ethnicScheme=nhs-16', 422, 'ethnicScheme'],
    ['board?populationGroup=giants', 400, 'populationGroup'],
  ])('%s is refused (%i), naming what there is', async (path, status, field) => {
    const reply = await running.app.inject(`/api/v1/${path}`);
    const problem = reply.json<Problem>();
    expect([reply.statusCode, problem.field]).toEqual([status, field]);
    expect(problem.allowed?.length).toBeGreaterThan(0);
    for (const allowed of problem.allowed ?? []) expect(problem.detail).toContain(allowed);
  });
  test.each([
    ['indicators/no-such-indicator', 'id'],
    ['areas/E05999999/indicators', 'code'],
    ['disparities?area=E05999999', 'area'],
    ['board?area=E05999999', 'area'],
    ['board?release=99', 'release'],
  ])('%s is not found', async (path, field) => {
    const reply = await running.app.inject(`/api/v1/${path}`);
    expect([reply.statusCode, reply.json<Problem>().field]).toEqual([404, field]);
  });
  test.each([
    `${dose}/areas?period=soon`,
    `${dose}/areas?ageBand=old`,
    `${dose}/gaps`,
    'board?release=first',
    'indicators/COVID!',
    `${dose}/reach?target=900`,
  ])('%s is malformed, which is said without a machine’s words', async (path) => {
    const reply = await running.app.inject(`/api/v1/${path}`);
    expect(reply.statusCode).toBe(400);
    const { detail } = reply.json<Problem>();
    expect(detail).toMatch(/^"\w+" (cannot be "|is missing)/);
    expect(detail).not.toMatch(/[\^$\\]|must|pattern|undefined/);
  });
});

describe('what is offered has figures', () => {
  test('every stratum, type of area and period of every definition', async () => {
    const { indicators } = await running.get<IndicatorsReply>(paths.indicators());
    let asked = 0;
    for (const { id } of indicators) {
      const { available, populationGroups } = await running.get<IndicatorReply>(paths.indicator(id));
      for (const { periods, denominator, ...row } of available) {
        // A row serves whichever population group its ages belong to.
        const group = populationGroups.find(({ ageBands }) => ageBands.includes(row.ageBand));
        for (const period of [periods[0], periods.at(-1)]) {
          if (period === undefined || group === undefined) continue;
          const { areas } = await running.get<IndicatorAreasReply>(
            paths.indicatorAreas(id, {
              ...row,
              populationGroup: group.id,
              ...(denominator && { denominator }),
              period,
            }),
          );
          expect(
            areas.some(({ status }) => status === 'shown'),
            `${id} ${JSON.stringify(row)} ${period}`,
          ).toBe(true);
          asked++;
        }
      }
    }
    expect(asked).toBeGreaterThan(1000);
  }, 120_000);

  test('every area the page of gaps offers', async () => {
    const { areas } = await running.get<AreasReply>(paths.areas());
    const offered = areas.filter(({ type }) => ['borough', 'neighbourhood', 'ward'].includes(type));
    for (const { code } of offered) {
      const { indicators } = await running.get<DisparityOverviewReply>(
        paths.disparityOverview({ area: code }),
      );
      const shown = indicators
        .flatMap(({ cells }) => cells)
        .filter(({ estimate }) => estimate.status === 'shown');
      expect(shown.length, code).toBeGreaterThan(0);
    }
  });
});
