/**
 * Reach lists, figures over time and milestones drawn at random: the JSON and the CSV of each agree, and equal what the
 * formulas give from the counts the API publishes on its maps. Nothing here calls a statistic or a view of the project.
 */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreasOverTimeReply, GroupsOverTimeReply } from '../contract/over-time-replies.ts';
import type { AreasReply, IndicatorAreasReply, IndicatorsReply } from '../contract/replies.ts';
import type { Milestone, MilestonesReply, Moment, ReachReply } from '../contract/uptake-replies.ts';
import { seededRandom } from '../random.ts';
import { demonstrationApp, testConfig } from '../testing.ts';
import { shareOf } from '../testing-share.ts';
import { readTable, writtenCount, writtenFigure, writtenNumber } from './testing-csv.ts';
import { near, same } from './testing-equal-numbers.ts';
import { limits } from './testing-gap-formulas.ts';
import { type JudgedAgain, judgedAgain, makingOf, readAt } from './testing-judged.ts';
import { type Asked, type PublishedFigure, publishedFigures } from './testing-published-counts.ts';
import { reachList } from './testing-reach-lists.ts';
import { everySelection, type Selection } from './testing-selections.ts';

const { place } = testConfig;
const LISTS = shareOf(400, 150);
const LINES = 60;
const MAPS = 60;

describe('uptake recomputed', () => {
  let demo: Awaited<ReturnType<typeof demonstrationApp>>;
  let areas: AreasReply['areas'];
  let indicators: ReadonlyMap<string, IndicatorsReply['indicators'][number]>;
  let published: Awaited<ReturnType<typeof publishedFigures>>;
  let offered: Selection[];
  const random = seededRandom(7);
  const drawn = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new Error('there is something to draw from');
    return one;
  };
  const tableAt = (url: string) => readTable(demo.app, url.replace('?', '.csv?'));
  const polarityOf = (indicator: string) => indicators.get(indicator)?.polarity;

  let shares: JudgedAgain['shares'];
  beforeAll(async () => {
    demo = await demonstrationApp();
    areas = (await demo.get<AreasReply>('/api/v1/areas')).areas;
    const listed = await demo.get<IndicatorsReply>('/api/v1/indicators');
    indicators = new Map(listed.indicators.map((one) => [one.id, one]));
    shares = (await judgedAgain(demo.db, listed.indicators)).shares;
    published = await publishedFigures(demo.get);
    // What groups are compared with plays no part here.
    offered = (await everySelection(demo.get, areas)).filter(({ reference }) => reference === 'rest');
  });
  afterAll(() => demo.close());

  test(`${LISTS} reach lists`, async () => {
    const here = (code: string) =>
      code === place.code ||
      areas.some((area) => area.code === code && area.parents.some((parent) => parent.code === place.code));
    const ofPlace = offered.filter(
      ({ fifths, area, indicator }) =>
        fifths !== 'wards' && here(area) && polarityOf(indicator) !== 'neutral',
    );
    const lists = [
      ...Map.groupBy(ofPlace, ({ area: _, groups: __, ...list }) => JSON.stringify(list)).values(),
    ];
    // Doses have so many dates that they are nearly all lists: every other time the indicator is drawn first.
    const byIndicator = [...Map.groupBy(lists, ([one]) => one?.indicator).values()];
    const seen = { rows: 0, rounded: 0, withheld: 0, proven: 0, lower: 0, byDeprivation: 0 };
    for (let index = 0; index < LISTS; index++) {
      const list = drawn(index % 2 === 0 ? lists : drawn(byIndicator));
      const target = drawn(['place', 'place', '95', '75', '50', '42.5']);
      const url = reachUrl(list, target);
      try {
        const reply = await demo.get<ReachReply>(url);
        await checkReach(reply, list, target);
        checkReachCsv(reply, await tableAt(url));
        seen.rows += reply.rows.length;
        seen.rounded += reply.roundedTo === null ? 0 : 1;
        seen.withheld += reply.counts.withheld;
        seen.proven += reply.rows.filter(({ verdict }) => verdict === 'worse').length;
        seen.lower += reply.polarity === 'lower-is-better' ? 1 : 0;
        seen.byDeprivation += reply.query.by === 'deprivation' ? 1 : 0;
      } catch (error) {
        throw new Error(`${index}: ${url}: ${(error as Error).message}`, { cause: error });
      }
    }
    for (const [kind, count] of Object.entries(seen)) expect(count, kind).toBeGreaterThan(10);
  }, 300_000);

  async function checkReach(reply: ReachReply, list: readonly Selection[], target: string): Promise<void> {
    const [first] = list;
    if (first === undefined) throw new Error('a list has areas');
    const groupsOf = async (groups: readonly string[]) =>
      Promise.all(
        list.flatMap((asked) =>
          groups.map(async (group) => ({ area: asked.area, group, figure: await published(asked, group) })),
        ),
      );
    const types = indicators.get(first.indicator)?.areaTypes ?? [];
    const readType = types.includes(place.type) ? place.type : 'ward';
    const whole = { ...first, area: place.code, areaType: place.type, readType };
    const everyone = (await published(whole, undefined)).counts;
    const hasUnknown = reply.unknownCounts.listed + reply.unknown.length + sumOf(reply.unknownCounts) > 0;
    const [cells, unknown] = [await groupsOf(first.groups), await groupsOf(hasUnknown ? ['unknown'] : [])];
    const polarity = reply.polarity === 'lower-is-better' ? reply.polarity : 'higher-is-better';
    const listed = indicators.get(first.indicator);
    if (listed === undefined) throw new Error('the indicator is listed');
    const meaning = readAt(listed, reply.query.ageBand);
    const expected = reachList(
      [...cells, ...unknown],
      target === 'place' ? everyone : Number(target),
      polarity,
      { share: shares[makingOf(meaning)], meaning, denominator: first.denominator },
    );
    const known = expected.rows.filter(({ group }) => group !== 'unknown');
    checkRows(reply.rows, known);
    checkRows(
      reply.unknown,
      expected.rows.filter(({ group }) => group === 'unknown'),
    );
    expect(reply.comparison.compared).toBe(expected.compared);
    near(reply.needed, sumNeeded(known));
    expect(sumOf(reply.counts)).toBe(cells.length);
    const both = (kind: keyof typeof reply.counts) => reply.counts[kind] + reply.unknownCounts[kind];
    for (const kind of ['reached', 'withheld', 'notCompared'] as const)
      expect([kind, both(kind)]).toEqual([kind, expected[kind]]);
    expect(both('missing') + both('nobody')).toBe(expected.missing);
    expect(reply.areas.map(({ code }) => code).toSorted()).toEqual(list.map(({ area }) => area).toSorted());
    for (const area of reply.areas) {
      near(area.needed, sumNeeded(known.filter((row) => row.area === area.code)));
      const withheld = cells.filter((cell) => cell.area === area.code && cell.figure.status === 'withheld');
      expect(area.counts.withheld).toBe(withheld.length);
    }
    if (target === 'place' && everyone !== undefined)
      near(reply.reference.value, (100 * everyone.numerator) / everyone.denominator);
  }

  test(`${LINES} sets of groups over time`, async () => {
    const lines = everyLine(offered);
    let withNew = 0;
    for (let index = 0; index < LINES; index++) {
      const line = drawn(lines);
      const url = `/api/v1/indicators/${line.indicator}/groups/over-time?${queryOf(line)}`;
      try {
        const reply = await demo.get<GroupsOverTimeReply>(url);
        expect(reply.groups.map(({ group }) => group)).toEqual(line.groups);
        const all = [
          ...reply.groups,
          ...(reply.unknown === null ? [] : [{ group: 'unknown', ...reply.unknown }]),
          { group: undefined, ...reply.whole },
        ];
        for (const { group, points } of all)
          for (const point of points)
            checkPoint(point, await published({ ...line, period: point.period }, group));
        for (const period of line.periods)
          for (const { points } of reply.groups)
            expect(points.map((point) => point.period)).toContain(period);
        withNew += checkNew(reply);
        checkGroupsCsv(reply, await tableAt(url));
      } catch (error) {
        throw new Error(`${index}: ${url}: ${(error as Error).message}`, { cause: error });
      }
    }
    expect(withNew).toBeGreaterThan(0);
  }, 300_000);

  test(`${MAPS} maps over time are those of each period`, async () => {
    let compared = 0;
    const ids = [...indicators.values()].filter(({ areaTypes }) => areaTypes.includes('ward'));
    for (let index = 0; index < MAPS; index++) {
      const { id, areaTypes, populationGroups } = drawn(ids);
      const ageBand = drawn(drawn(populationGroups).ageBands);
      const query = new URLSearchParams({ areaType: drawn(areaTypes), ageBand });
      const url = `/api/v1/indicators/${id}/areas/over-time?${query}`;
      const answer = await demo.app.inject(url);
      // Not every age is published for every type of area; then neither endpoint has it.
      if (answer.statusCode === 422) {
        expect((await demo.app.inject(`/api/v1/indicators/${id}/areas?${query}`)).statusCode).toBe(422);
        continue;
      }
      const reply = answer.json<AreasOverTimeReply>();
      for (const { period } of reply.periods) {
        const map = await demo.get<IndicatorAreasReply>(
          `/api/v1/indicators/${id}/areas?${query}&period=${period}`,
        );
        compared++;
        const at = ({ points }: { points: AreasOverTimeReply['whole']['points'] }) =>
          points.find((point) => point.period === period);
        expect(reply.areas.map((area) => ({ ...at(area), code: area.code, name: area.name }))).toEqual(
          map.areas.map((area) => ({ ...figureOf(area), code: area.code, name: area.name, period })),
        );
        const { code, name } = reply.whole;
        expect(map.benchmark).toEqual(
          at(reply.whole) === undefined ? null : expect.objectContaining({ code, name }),
        );
        expect(shownValue(at(reply.whole))).toBe(shownValue(map.benchmark ?? undefined));
      }
      const { rows } = await tableAt(url);
      const lines = reply.areas.flatMap(({ code, points }) => points.map((point) => ({ code, ...point })));
      for (const [row, line] of lines.entries())
        expect([rows[row]?.['Area code'], rows[row]?.Period, rows[row]?.Value, rows[row]?.Status]).toEqual([
          line.code,
          line.period,
          ...writtenFigure(line),
        ]);
    }
    expect(compared).toBeGreaterThan(MAPS);
  }, 300_000);

  test(`${LINES} sets of milestones`, async () => {
    const lines = everyLine(offered).filter(({ indicator }) => polarityOf(indicator) === 'higher-is-better');
    const seen = { reached: 0, 'not-reached': 0, 'cannot-tell': 0 };
    for (let index = 0; index < LINES; index++) {
      const line = drawn(lines);
      const query = queryOf(line);
      const shares = [drawn([20, 30, 40]), drawn([45, 50, 60])];
      query.set('shares', shares.join());
      const url = `/api/v1/indicators/${line.indicator}/milestones?${query}`;
      try {
        const reply = await demo.get<MilestonesReply>(url);
        const figuresOf = (asked: Asked, group: string | undefined) =>
          Promise.all(
            reply.periods.map(async ({ period }) => ({
              period,
              figure: await published({ ...asked, period }, group),
            })),
          );
        const types = indicators.get(line.indicator)?.areaTypes ?? [];
        const readType = line.fifths !== 'wards' && types.includes(place.type) ? place.type : 'ward';
        // Regions are compared with the place too, where the place has such figures.
        const hasPlace = types.includes(place.type) || types.includes('ward');
        const whole = { ...line, area: place.code, areaType: place.type, readType };
        const ofPlace = hasPlace ? await figuresOf(whole, undefined) : [];
        const all = [...reply.groups, { group: undefined, ...reply.whole }];
        for (const { group, milestones } of all) {
          const figures = await figuresOf(line, group);
          expect(milestones.map(({ share }) => share)).toEqual(shares);
          for (const milestone of milestones) {
            const weeksOf = (period: string) =>
              (endOf(period) - Date.parse(reply.eligibility.date)) / (7 * 24 * 3600 * 1000);
            checkMilestone(milestone, figures, weeksOf);
            const placeFirst = firstAt(ofPlace, milestone.share, 'value');
            const first = milestone.reached?.period;
            if (placeFirst === undefined || first === undefined) expect(milestone.weeksBehind).toBeNull();
            else near(milestone.weeksBehind, weeksOf(first) - weeksOf(placeFirst));
            seen[milestone.status] += 1;
          }
        }
        checkMilestonesCsv(reply, await tableAt(url));
      } catch (error) {
        throw new Error(`${index}: ${url}: ${(error as Error).message}`, { cause: error });
      }
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(3);
  }, 300_000);
});

interface Line extends Omit<Selection, 'period' | 'reference'> {
  readonly period: string;
  /** Periods with a shown figure of the first group somewhere. */
  readonly periods: readonly string[];
}

/** Selections that differ in nothing but the period are one line. */
const everyLine = (selections: readonly Selection[]): Line[] =>
  [...Map.groupBy(selections, ({ period: _, ...line }) => JSON.stringify(line)).values()].flatMap((same) =>
    same.slice(0, 1).map((one) => ({ ...one, periods: same.map(({ period }) => period) })),
  );

function queryOf({ by, scheme, fifths, area, ageBand, denominator }: Line): URLSearchParams {
  return new URLSearchParams({
    by,
    area,
    ageBand,
    ...(scheme !== undefined && { ethnicScheme: scheme }),
    ...(fifths !== undefined && { fifths }),
    ...(denominator !== undefined && { denominator }),
  });
}

function reachUrl([first]: readonly Selection[], target: string): string {
  if (first === undefined) throw new Error('a list has areas');
  const { indicator, by, scheme, areaType, period, ageBand, denominator } = first;
  const query = new URLSearchParams({
    by,
    areaType,
    period,
    ageBand,
    target,
    ...(scheme !== undefined && { ethnicScheme: scheme }),
    ...(denominator !== undefined && { denominator }),
  });
  return `/api/v1/indicators/${indicator}/reach?${query}`;
}

/** An area of a map without its answer. */
function figureOf({
  comparison: _,
  verdict: __,
  couldBeChance: ___,
  compared: ____,
  judged: _____,
  p: ______,
  untested: _______,
  gap: ________,
  ...figure
}: IndicatorAreasReply['areas'][number]) {
  return figure;
}

const sumOf = (counts: ReachReply['counts']) => Object.values(counts).reduce((sum, count) => sum + count, 0);
const sumNeeded = (rows: ReturnType<typeof reachList>['rows']) =>
  rows.reduce((sum, { needed }) => sum + needed.value, 0);

/** The rows expected, those that need most people first. */
function checkRows(rows: ReachReply['rows'], expected: ReturnType<typeof reachList>['rows']): void {
  const keyOf = (area: string, group: string) => `${area} ${group}`;
  const found = new Map(rows.map((row) => [keyOf(row.area.code, row.group), row]));
  expect([...found.keys()].toSorted()).toEqual(expected.map((row) => keyOf(row.area, row.group)).toSorted());
  for (const row of expected) {
    const given = found.get(keyOf(row.area, row.group));
    same(given?.needed, row.needed);
    same(given?.difference, row.difference, 100);
    if (row.verdict === 'not-compared') expect(given?.p).toBeUndefined();
    else near(given?.p, row.p);
    expect([given?.verdict, given?.couldBeChance]).toEqual([row.verdict, row.couldBeChance]);
  }
  for (const [index, row] of rows.entries())
    expect(row.needed.value).toBeLessThanOrEqual((rows[index - 1]?.needed.value ?? Infinity) + 1e-9);
}

function checkReachCsv(reply: ReachReply, { facts, rows }: Awaited<ReturnType<typeof readTable>>): void {
  expect(facts).toMatchObject({
    Title: reply.title,
    'Groups listed': String(reply.counts.listed),
    'Groups withheld, not listed': String(reply.counts.withheld),
  });
  const lines = [...reply.rows, ...reply.unknown];
  expect(rows.map((row) => `${row['Area code']} ${row['Group code']}`)).toEqual(
    [...lines, ...reply.notCompared].map(({ area, group }) => `${area.code} ${group}`),
  );
  for (const [index, line] of lines.entries())
    expect([rows[index]?.Needed, rows[index]?.['Needed, upper 95% limit'], rows[index]?.p]).toEqual([
      writtenCount(line.needed.value),
      writtenCount(line.needed.upper95),
      writtenNumber(line.p),
    ]);
}

type Point = GroupsOverTimeReply['whole']['points'][number];

function checkPoint(point: Point, { status, counts }: PublishedFigure): void {
  expect([point.period, point.status]).toEqual([point.period, status]);
  if (point.status !== 'shown' || counts === undefined) return;
  near(point.value, (100 * counts.numerator) / counts.denominator);
  // The sample of a property of areas is areas: its limits are not those of people.
  if (point.smallAreas !== undefined) return;
  if (counts.numerator > counts.denominator) {
    expect(point).toMatchObject({ interval: 'none' });
    expect(point.lower95).toBeUndefined();
    return;
  }
  near(point.lower95, 100 * limits(counts).lower);
  near(point.upper95, 100 * limits(counts).upper);
}

/** @returns how many points say how many people are new. */
function checkNew({ whole, groups, roundedTo, periodKind }: GroupsOverTimeReply): number {
  for (const point of groups.flatMap(({ points }) => points)) expect(point).not.toHaveProperty('new');
  let found = 0;
  for (const [index, point] of whole.points.entries()) {
    const before = whole.points[index - 1];
    if (point.new === undefined) continue;
    expect(periodKind).toBe('cumulative');
    if (point.status !== 'shown' || before?.status !== 'shown') throw new Error('both counts are shown');
    const people = (point.numerator ?? Number.NaN) - (before.numerator ?? Number.NaN);
    expect(point.new.since).toBe(before.period);
    // Two counts of five and more say so many, give or take four; of fewer than eight nothing more is said.
    expect(point.new.status).toBe(roundedTo !== null && people + 4 < 8 ? 'withheld' : 'shown');
    if (point.new.status === 'withheld')
      expect(Object.keys(point.new).sort()).toEqual(['reason', 'since', 'status']);
    else {
      near(point.new.people, people);
      expect(point.new.lowest === undefined).toBe(roundedTo === null);
    }
    found++;
  }
  return found;
}

const writtenNew = (counted: Point['new']): string[] => {
  if (counted === undefined) return ['', ''];
  return [counted.status === 'withheld' ? '' : writtenCount(counted.people), counted.status];
};

function checkGroupsCsv(reply: GroupsOverTimeReply, { rows }: Awaited<ReturnType<typeof readTable>>): void {
  const lines = [
    ...reply.groups,
    ...(reply.unknown === null ? [] : [{ group: 'unknown', ...reply.unknown }]),
    { group: 'all', points: reply.whole.points },
  ].flatMap(({ group, points }) => points.map((point: Point) => ({ group, point })));
  expect(rows.length).toBe(lines.length);
  for (const [index, { group, point }] of lines.entries())
    expect([
      rows[index]?.['Group code'],
      rows[index]?.Period,
      rows[index]?.Value,
      rows[index]?.Status,
      rows[index]?.['New people'],
      rows[index]?.['New people: status'],
    ]).toEqual([group, point.period, ...writtenFigure(point), ...writtenNew(point.new)]);
}

interface Dated {
  readonly period: string;
  readonly figure: PublishedFigure;
}

/** The first period whose figure, or a limit of it, reaches a share. */
function firstAt(figures: readonly Dated[], share: number, which: 'value' | 'lower' | 'upper') {
  return figures.find(({ figure: { counts } }) => {
    if (counts === undefined) return false;
    const isAbove = counts.numerator > counts.denominator;
    if (isAbove) return which === 'value';
    const reached = which === 'value' ? counts.numerator / counts.denominator : limits(counts)[which];
    return 100 * reached >= share - 1e-9;
  })?.period;
}

function checkMilestone(
  milestone: Milestone,
  figures: readonly Dated[],
  weeksOf: (period: string) => number,
): void {
  const { share, reached, earliest, latest, status } = milestone;
  const first = firstAt(figures, share, 'value');
  const isAbove = figures.some(
    ({ period, figure: { counts } }) =>
      period === first && counts !== undefined && counts.numerator > counts.denominator,
  );
  const is = (moment: Moment | null, period: string | undefined) => {
    expect(moment?.period).toBe(period);
    if (moment !== null) near(moment.weeks, weeksOf(moment.period));
  };
  is(reached, first);
  is(earliest, isAbove ? undefined : firstAt(figures, share, 'upper'));
  is(latest, isAbove ? undefined : firstAt(figures, share, 'lower'));
  const newest = figures.at(-1)?.figure.status;
  expect(status).toBe(first !== undefined ? 'reached' : newest === 'shown' ? 'not-reached' : 'cannot-tell');
}

function checkMilestonesCsv(reply: MilestonesReply, { rows }: Awaited<ReturnType<typeof readTable>>): void {
  const lines = reply.groups.flatMap(({ group, milestones }) =>
    milestones.map((milestone) => ({ group, ...milestone })),
  );
  for (const [index, line] of lines.entries())
    expect([
      rows[index]?.['Group code'],
      rows[index]?.['Share, %'],
      rows[index]?.Reached,
      rows[index]?.['Weeks behind'],
    ]).toEqual([line.group, String(line.share), line.reached?.period ?? '', writtenNumber(line.weeksBehind)]);
}

/** The last day of a date, of a year, of a financial year, or of several years pooled. */
function endOf(period: string): number {
  const [, financial] = /^(\d{4})-\d{2}$/.exec(period) ?? [];
  if (financial !== undefined) return Date.parse(`${Number(financial) + 1}-03-31`);
  const [, last] = /(?:^|--)(\d{4})$/.exec(period) ?? [];
  return Date.parse(last === undefined ? period : `${last}-12-31`);
}

const shownValue = (estimate: { status: string; value?: number } | undefined) =>
  estimate?.status === 'shown' ? estimate.value : estimate?.status;
