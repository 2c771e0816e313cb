/**
 * The board of the demonstration, recomputed from the numbers other routes give: formulas written out here, nothing
 * of the statistics library or the views.
 */
import type { Kysely, KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReleaseTables } from '../../db/schema.ts';
import { buildApp } from '../app.ts';
import type { BoardReply, BoardRow } from '../contract/board-reply.ts';
import { aims, populationGroups } from '../contract/dimensions.ts';
import type { DisparitiesReply } from '../contract/disparity-replies.ts';
import type { Estimate } from '../contract/estimate.ts';
import { parsePeriod } from '../contract/periods.ts';
import type { IndicatorsReply, TrendReply } from '../contract/replies.ts';
import { boardList } from '../indicators/board.ts';
import { demonstrationApp, testConfig } from '../testing.ts';
import { readCsv, writtenFigure } from './testing-csv.ts';
import { gapOf, scoreP } from './testing-gap-formulas.ts';
import {
  calledOf,
  isUntested,
  type JudgedAgain,
  judgedAgain,
  keptByNewest,
  largestRejected,
} from './testing-judged.ts';

const { place } = testConfig;
const Z = 1.959963984540054;

/** Both tails of the normal distribution: its power series (Abramowitz & Stegun 26.2.11), far out its asymptote (26.2.12). */
function twoSided(z: number): number {
  const x = Math.abs(z);
  if (x > 6) {
    return (2 * Math.exp((-x * x) / 2) * (1 - 1 / x ** 2 + 3 / x ** 4)) / (x * Math.sqrt(2 * Math.PI));
  }
  let term = x;
  let sum = x;
  for (let k = 1; k < 200; k++) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return 1 - (2 * sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}
interface Figure {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}
interface Counts {
  readonly n: number;
  readonly of: number;
}
function wilson({ n, of }: Counts): Figure {
  const p = n / of;
  const middle = (2 * n + Z * Z) / (2 * (of + Z * Z));
  const half = (Z * Math.sqrt(Z * Z + 4 * n * (1 - p))) / (2 * (of + Z * Z));
  return { value: 100 * p, lower: 100 * (middle - half), upper: 100 * (middle + half) };
}
function newcombe(a: Figure, b: Figure): Figure {
  const value = a.value - b.value;
  return {
    value,
    lower: value - Math.sqrt((a.value - a.lower) ** 2 + (b.upper - b.value) ** 2),
    upper: value + Math.sqrt((a.upper - a.value) ** 2 + (b.value - b.lower) ** 2),
  };
}
interface Made {
  readonly difference: Figure;
  readonly p: number;
}
function ofCounts(a: Counts, b: Counts): Made {
  const pooled = (a.n + b.n) / (a.of + b.of);
  const z = (a.n / a.of - b.n / b.of) / Math.sqrt(pooled * (1 - pooled) * (1 / a.of + 1 / b.of));
  return { difference: newcombe(wilson(a), wilson(b)), p: twoSided(z) };
}
/** A modelled part against the rest: what one has too much the other has too little. */
function ofModelled(a: Counts, b: Counts, error: number): Made {
  const part = { numerator: a.n, denominator: a.of, error };
  const rest = { numerator: b.n, denominator: b.of, error: (error * a.of) / b.of, opposes: true };
  const { value, lower, upper } = gapOf(part, rest);
  return {
    difference: { value: 100 * value, lower: 100 * lower, upper: 100 * upper },
    p: scoreP(part, rest),
  };
}
function ofLimits(a: Figure, b: Figure): Made {
  const [first, second] = [a, b].map(({ lower, upper }) => (upper - lower) / (2 * Z));
  const z = (a.value - b.value) / Math.hypot(first ?? 0, second ?? 0);
  return { difference: newcombe(a, b), p: twoSided(z) };
}
const countsIn = (estimate: Estimate): Counts | undefined =>
  estimate.status === 'shown' && estimate.numerator !== undefined && estimate.denominator !== undefined
    ? { n: estimate.numerator, of: estimate.denominator }
    : undefined;
const limitsIn = (estimate: Estimate): Figure | undefined =>
  estimate.status === 'shown' && estimate.lower95 !== undefined && estimate.upper95 !== undefined
    ? { value: estimate.value, lower: estimate.lower95, upper: estimate.upper95 }
    : undefined;
function made(a: Estimate, b: Estimate): Made | undefined {
  const [x, y, l, m] = [countsIn(a), countsIn(b), limitsIn(a), limitsIn(b)];
  if (x && y) return ofCounts(x, y);
  return l && m ? ofLimits(l, m) : undefined;
}
const valueIn = (estimate: Estimate): Figure | undefined =>
  estimate.status === 'shown'
    ? { value: estimate.value, lower: estimate.value, upper: estimate.value }
    : undefined;
const NONE: Figure = { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };
interface Line extends Made {
  readonly start: number;
  readonly end: number;
}
/** Weighted least squares through gaps, each by the inverse of its variance: the change from first to last. */
function lineOf(points: readonly { time: number; gap: Figure }[]): Line {
  const weighted = points.map(({ time, gap }) => ({
    time,
    value: gap.value,
    weight: ((2 * Z) / (gap.upper - gap.lower)) ** 2,
  }));
  const sum = (of: (point: (typeof weighted)[number]) => number) =>
    weighted.reduce((total, point) => total + of(point), 0);
  const all = sum(({ weight }) => weight);
  const middle = sum(({ weight, time }) => weight * time) / all;
  const level = sum(({ weight, value }) => weight * value) / all;
  const spread = sum(({ weight, time }) => weight * (time - middle) ** 2);
  const slope = sum(({ weight, time, value }) => weight * (time - middle) * (value - level)) / spread;
  const [first, last] = [weighted[0]?.time ?? 0, weighted.at(-1)?.time ?? 0];
  const value = slope * (last - first);
  const error = (last - first) / Math.sqrt(spread);
  const difference = { value, lower: value - Z * error, upper: value + Z * error };
  const start = level + slope * (first - middle);
  return { difference, p: twoSided(value / error), start, end: start + value };
}
const rowsOf = (board: BoardReply): BoardRow[] => board.aims.flatMap(({ rows }) => rows);
const isSynthetic = (row: BoardRow) => row.basis === 'synthetic';
const days = (id: string) => {
  const { start, end } = parsePeriod(id) ?? { start: '', end: '' };
  return (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
};

describe('the board of the demonstration', () => {
  let running: Awaited<ReturnType<typeof demonstrationApp>>;
  let board: BoardReply;
  /** Tests behind each row, made from the trends. */
  const changes = new Map<BoardRow, Made>();
  const against = new Map<BoardRow['comparisons'][number], Made>();
  const gaps = new Map<BoardRow['gaps'][number], { now: Made; trends: number[]; trend?: Line }>();
  let judged: JudgedAgain;

  const pointsOf = async (row: BoardRow, more: Record<string, string>) => {
    const { sex, ageBand, denominator, populationGroup } = row.stratum;
    const asked = { sex, ageBand, populationGroup, ...(denominator && { denominator }), ...more };
    const url = `/api/v1/indicators/${row.indicator}/trend?${new URLSearchParams(asked)}`;
    return (await running.get<TrendReply>(url)).points;
  };
  /** The wards of one fifth, added up, in each period: as the page of gaps gives them. */
  const pointsOfWards = async (row: BoardRow, periods: readonly string[], value: Record<string, string>) =>
    Promise.all(
      periods.map(async (period) => {
        const { ageBand, populationGroup } = row.stratum;
        const asked = { by: 'deprivation', fifths: 'wards', ageBand, populationGroup, period };
        const { groups } = await running.get<DisparitiesReply>(
          `/api/v1/indicators/${row.indicator}/disparities?${new URLSearchParams(asked)}`,
        );
        const found = groups.find(({ group }) => group === value.deprivation);
        if (found === undefined) throw new Error(`there is a fifth ${value.deprivation}`);
        return { period, label: period, estimate: found as Estimate };
      }),
    );
  /** Earlier periods to compare with, newest first. */
  const earlier = (kind: string, periods: readonly string[], latest: string) => {
    const own = parsePeriod(latest);
    if (own === undefined || kind === 'cumulative') return [];
    let before = own.start;
    return periods
      .map((id) => ({ id, ...parsePeriod(id) }))
      .sort((a, b) => ((a.end ?? '') < (b.end ?? '') ? 1 : -1))
      .filter(({ id, start = '', end = '' }) => {
        const season = days(latest) > 300 || start.slice(5, 7) === own.start.slice(5, 7);
        if (end >= before || !season || Math.abs(days(id) - days(latest)) > days(latest) / 20 + 2)
          return false;
        before = start;
        return true;
      })
      .map(({ id }) => id);
  };

  beforeAll(async () => {
    running = await demonstrationApp();
    board = await running.get<BoardReply>('/api/v1/board');
    judged = await judgedAgain(
      running.db,
      (await running.get<IndicatorsReply>('/api/v1/indicators')).indicators,
    );
    for (const row of rowsOf(board)) {
      const { periodKind, available } = await running.get<{
        periodKind: string;
        available: {
          areaType: string;
          ageBand: string;
          periods: string[];
          ethnicScheme?: string;
          ethnicGroup: string;
          deprivation: string;
        }[];
      }>(`/api/v1/indicators/${row.indicator}`);
      const points = await pointsOf(row, { area: place.code });
      const at = (list: TrendReply['points'], period: string) =>
        list.find((point) => point.period === period)?.estimate;
      const shown = points.filter(({ estimate }) => estimate.status === 'shown').map(({ period }) => period);
      const [since] = earlier(periodKind, shown, row.period);
      const [now, then] = [at(points, row.period), at(points, since ?? '')];
      const change = now && then && made(now, then);
      if (change) changes.set(row, change);
      for (const one of row.comparisons) {
        const wide = at(await pointsOf(row, { area: one.area.code }), row.period);
        expect(one.estimate).toEqual(wide);
        const [part, whole] = [countsIn(row.latest), wide && countsIn(wide)];
        if (row.polarity === 'neutral' || wide === undefined) continue;
        const test =
          part && whole
            ? ofCounts(part, { n: whole.n - part.n, of: whole.of - part.of })
            : made(row.latest, wide);
        if (test) against.set(one, test);
      }
      const heldByWards = (period: string) =>
        available.some(
          ({ areaType, ageBand, periods }) =>
            areaType === 'ward' && ageBand === row.stratum.ageBand && periods.includes(period),
        );
      for (const gap of row.gaps) {
        const values =
          gap.by === 'deprivation'
            ? ['1', '2', '3', '4', '5'].map((deprivation) => ({ deprivation }))
            : [
                ...new Set(
                  available
                    .filter(({ ethnicScheme }) => ethnicScheme === gap.scheme)
                    .map(({ ethnicGroup }) => ethnicGroup),
                ),
              ].map((ethnicGroup) => ({ ethnicGroup }));
        const series = await Promise.all(
          values.map(async (value) => ({
            value,
            points:
              gap.fifths === 'wards'
                ? await pointsOfWards(row, shown.filter(heldByWards), value)
                : await pointsOf(row, { area: place.code, ...value }),
          })),
        );
        const gapsAt = (period: string): { id: string; test: Made }[] => {
          const counted = series.map(({ value, points: own }) => {
            const figure = at(own, period);
            const error = figure?.status === 'shown' ? figure.modellingError : undefined;
            return { id: Object.values(value)[0] ?? '', counts: figure && countsIn(figure), error };
          });
          const whole = (all: typeof counted) => ({
            n: all.reduce((sum, { counts }) => sum + (counts?.n ?? 0), 0),
            of: all.reduce((sum, { counts }) => sum + (counts?.of ?? 0), 0),
          });
          const figure = at(points, period);
          const everyone = (figure && countsIn(figure)) || whole(counted);
          return counted.map(({ id, counts: own = { n: 0, of: 0 }, error }) => {
            const rest = { n: everyone.n - own.n, of: everyone.of - own.of };
            return { id, test: error === undefined ? ofCounts(own, rest) : ofModelled(own, rest, error) };
          });
        };
        const current = gapsAt(row.period);
        const five = (series[0]?.points ?? []).map(({ period }) => period).slice(-5);
        expect(gap.trend.since).toBe(five.length > 1 ? (five[0] ?? null) : null);
        const trends = current.map(({ id }) => ({
          id,
          trend:
            five.length < 2
              ? undefined
              : lineOf(
                  five.map((period) => ({
                    time: Date.parse(parsePeriod(period)?.end ?? '') / (365.25 * 86_400_000),
                    gap: gapsAt(period).find((one) => one.id === id)?.test.difference ?? NONE,
                  })),
                ),
        }));
        const own = current.find(({ id }) => id === gap.group);
        const trend = trends.find(({ id }) => id === gap.group)?.trend;
        if (own === undefined) throw new Error(`no figures of the group ${gap.group}`);
        const all = trends.flatMap((one) => one.trend?.p ?? []);
        gaps.set(gap, { now: own.test, trends: all, ...(trend && { trend }) });
      }
    }
  });
  afterAll(() => running.close());

  /** How many comparisons the page shows a test of. */
  const testedOn = (synthetic: boolean) =>
    rowsOf(board)
      .filter((row) => isSynthetic(row) === synthetic && !isUntested(row))
      .flatMap((row) => [
        ...(changes.has(row) ? [row] : []),
        ...row.comparisons.filter((one) => against.has(one)),
        ...row.gaps,
        ...row.gaps.filter((one) => gaps.get(one)?.trend !== undefined),
      ]).length;
  const near = (found: { value: number; lower95: number; upper95: number; p: number }, mine: Made) => {
    expect(found.value).toBeCloseTo(mine.difference.value, 8);
    expect(found.lower95).toBeCloseTo(mine.difference.lower, 6);
    expect(found.upper95).toBeCloseTo(mine.difference.upper, 6);
    expect(found.p).toBeCloseTo(mine.p, 6);
  };

  test('says how many tests stand behind it, of real and of synthetic figures', () => {
    expect(board.tests.real.compared).toBe(testedOn(false));
    expect(board.tests.synthetic.compared).toBe(testedOn(true));
    expect(board.tests.real.compared).toBeGreaterThan(10);
    expect(board.tests.real.expectedByChance).toBeCloseTo(board.tests.real.compared / 20, 10);
  });

  test('every change is the one recomputed, better or worse only where it stands', () => {
    for (const row of rowsOf(board)) {
      const mine = changes.get(row);
      if (mine === undefined || row.change.difference === undefined) {
        expect(row.change.verdict, row.indicator).toBe('cannot-be-tested');
        expect(mine, row.indicator).toBeUndefined();
        expect(row.change.test).toMatch(/\.$/);
        continue;
      }
      near(row.change.difference, mine);
      const stands = judged.proven.has(row.change.comparison);
      const moved = calledOf(row, mine.difference.value > 0);
      expect(row.change.verdict, row.indicator).toBe(stands ? moved : 'no-clear-change');
      const excludes = mine.difference.lower > 0 || mine.difference.upper < 0;
      expect(row.change.couldBeChance).toBe(!stands && excludes);
    }
    expect(changes.size).toBeGreaterThan(10);
  });

  test('every comparison with a larger area is the one recomputed against its rest', () => {
    for (const row of rowsOf(board))
      for (const one of row.comparisons) {
        const mine = against.get(one);
        if (mine === undefined || one.difference === undefined) {
          expect(one.verdict).toBe('not-compared');
          continue;
        }
        near(one.difference, mine);
        const stands = judged.proven.has(one.comparison);
        expect(one.verdict).toBe(stands ? calledOf(row, mine.difference.value > 0) : 'similar');
      }
    expect(against.size).toBeGreaterThan(5);
  });

  test('every gap and its trend are those recomputed', () => {
    for (const row of rowsOf(board))
      for (const gap of row.gaps) {
        const mine = gaps.get(gap);
        if (mine === undefined) throw new Error('every gap has counts');
        near(gap.difference, mine.now);
        const stands = judged.proven.has(gap.comparison);
        expect(gap.verdict).toBe(stands ? calledOf(row, mine.now.difference.value > 0) : 'similar');
        // Where a gap is going is looked up: the groups of the row are a list.
        const share = judged.shares[isSynthetic(row) ? 'synthetic' : 'real'];
        const below = largestRejected(mine.trends, 0.05 * share);
        if (mine.trend === undefined || gap.trend.change === undefined) {
          expect(gap.trend.verdict).toBe('cannot-be-tested');
          continue;
        }
        near(gap.trend.change, mine.trend);
        const moved = Math.abs(mine.trend.end) < Math.abs(mine.trend.start) ? 'narrowing' : 'widening';
        expect(gap.trend.verdict).toBe(mine.trend.p <= below ? moved : 'no-clear-change');
      }
    expect(gaps.size).toBeGreaterThan(4);
  });

  test('every course is told by the interval it names and the date it is due', () => {
    const told = rowsOf(board).flatMap((row) => (row.target === null ? [] : [{ row, target: row.target }]));
    expect(told.length).toBeGreaterThan(4);
    for (const { row, target } of told) {
      const own = limitsIn(row.latest) ?? valueIn(row.latest);
      const beyond = ({ lower, upper }: Figure) =>
        row.polarity === 'higher-is-better' ? lower >= target.value : upper <= target.value;
      const short = ({ lower, upper }: Figure) =>
        row.polarity === 'higher-is-better' ? upper < target.value : lower > target.value;
      if (own === undefined) throw new Error('a row with a target has a figure');
      const { due = '' } = target;
      const end = parsePeriod(row.period)?.end ?? '';
      if (end < due && board.asOf > due) expect(target.course).toBe('date-passed');
      // What holds at all times holds today: a figure of years ago does not tell.
      else if (due === '' && row.age !== undefined) expect(target.course).toBe('cannot-tell');
      else if (beyond(own) && (due === '' || end >= due)) expect(target.course).toBe('met');
      else if (beyond(own)) expect(target.course).toBe(row.age === undefined ? 'on-course' : 'cannot-tell');
      else if (due === '') expect(target.course).toBe(short(own) ? 'not-met' : 'cannot-tell');
      if (target.projected === undefined) continue;
      const { value, lower95: lower, upper95: upper } = target.projected;
      const line = { value, lower, upper };
      expect(target.course).toBe(beyond(line) ? 'on-course' : short(line) ? 'not-on-course' : 'cannot-tell');
    }
  });

  test('says that a date has passed, that an action is overdue, and how old a figure is', () => {
    const row = (indicator: string) => rowsOf(board).find((one) => one.indicator === indicator);
    expect(row('covid-19-dose-2')?.target?.course).toBe('date-passed');
    // Its count of five years ended on 31 March 2026, two years before the target is due.
    expect(row('nhs-health-checks')?.target?.course).toBe('on-course');
    const turnover = row('social-care-staff-turnover')?.target;
    expect(turnover?.course).toBe('cannot-tell');
    expect(turnover?.because).toContain('The last figure is of 2022/23');
    expect(row('covid-19-dose-2')?.age).toBeGreaterThanOrEqual(5);
    expect(row('mmr-1-at-2-years')?.age).toBeUndefined();
    const actions = rowsOf(board).flatMap(({ decisions }) => decisions);
    expect(actions.find(({ id }) => id === 'turnover')?.overdue).toBe(true);
    expect(actions.find(({ id }) => id === 'care-home-staff')?.overdue).toBe(false);
    const summary = board.aims.find(({ aim }) => aim === 'staff')?.summary.join(' ');
    expect(summary).toMatch(/First COVID-19 dose, care home staff \(up to 14 March 2021, \d+ years ago\)/);
  });

  test('gives the one headline verdict on change, which the page of the indicator repeats', async () => {
    for (const { indicator, stratum, change } of rowsOf(board)) {
      const { sex, populationGroup, ageBand } = stratum;
      const query = new URLSearchParams({ populationGroup, ageBand, ...(sex !== 'all' && { sex }) });
      const trend = await running.get<TrendReply>(`/api/v1/indicators/${indicator}/trend?${query}`);
      expect(trend.change, indicator).toEqual(change);
    }
    const beside = await running.get<TrendReply>('/api/v1/indicators/rotavirus-at-1-year/trend');
    expect(beside.change?.verdict).toMatch(/better|worse|no-clear-change/);
  });

  test('has something for every aim and population group, and everything of its list', () => {
    for (const { id: aim } of aims)
      for (const { id: group } of populationGroups) {
        const found = rowsOf(board).filter((row) => row.aim === aim && row.populationGroup === group);
        expect([...new Set(found.map(({ indicator }) => indicator))]).toEqual(boardList[aim][group]);
      }
  });

  test('shows a gap wherever the release judged the groups of a row', async () => {
    const kept = (await keptByNewest(running.db)).filter(({ p }) => p !== null);
    const wanted = new Set<string>();
    for (const row of rowsOf(board)) {
      const own = row.change.comparison.split(':').slice(0, 3).join(':');
      const judged = kept.filter(
        ({ comparison }) => comparison.startsWith(`${own}:${place.code}.`) && comparison.endsWith(':rest'),
      );
      const ways = judged.map(({ comparison }) =>
        /\.(ward-)?fifth-/.test(comparison) ? 'deprivation' : 'ethnicGroup',
      );
      // Neither way being better, nobody is worse off.
      const expected = row.polarity === 'neutral' ? [] : [...new Set(ways)].sort();
      expect(row.gaps.map(({ by }) => by).sort(), own).toEqual(expected);
      for (const way of expected) wanted.add(`${row.indicator} ${way}`);
      for (const gap of row.gaps) {
        const verdict = judged.find(({ comparison }) => comparison === gap.comparison)?.verdict;
        expect(gap.verdict, gap.comparison).toBe(verdict);
      }
    }
    expect(wanted).toContain('covid-19-dose-2 deprivation');
    expect(wanted.size).toBeGreaterThan(3);
  });

  test('calls what is not adjusted for age higher or lower, and says so in its sentences', () => {
    const unadjusted = rowsOf(board).filter(({ ageAdjusted }) => ageAdjusted === false);
    expect(unadjusted.length).toBeGreaterThan(5);
    for (const { indicator, change, comparisons, gaps, sourceVerdict } of unadjusted) {
      const told = [change, ...comparisons, ...gaps, ...(sourceVerdict ? [sourceVerdict] : [])];
      for (const { verdict } of told) expect(['better', 'worse'], indicator).not.toContain(verdict);
    }
    const said = board.aims.flatMap(({ summary }) => summary).join(' ');
    expect(said).toMatch(/lower on Obesity in adults \(not adjusted for age\)/);
    expect(board.opening.map(({ text }) => text).join(' ')).not.toMatch(/obesity in adults|inactive/i);
  });

  test('read on a day knows no decision of after that day', async () => {
    const decided = ({ aims }: BoardReply) =>
      aims.flatMap(({ rows }) => rows).flatMap(({ decisions }) => decisions.map(({ date }) => date));
    const day = decided(board).sort()[0] ?? '';
    const earlier = await buildApp({
      db: running.db,
      config: testConfig,
      now: () => new Date(`${day}T12:00:00Z`),
    });
    const then = (await earlier.inject('/api/v1/board')).json<BoardReply>();
    await earlier.close();
    expect(then.asOf).toBe(day);
    expect(new Set(decided(then))).toEqual(new Set([day]));
    expect(new Set(decided(board)).size).toBeGreaterThan(1);
  });

  test('speaks of real figures only', () => {
    const made = rowsOf(board).filter(isSynthetic);
    expect(made.length).toBeGreaterThan(0);
    const said = board.aims.flatMap(({ summary }) => summary).join(' ');
    for (const { shortTitle } of made) expect(said).not.toContain(shortTitle);
  });

  test('gives the same rows as CSV, the synthetic ones marked', async () => {
    const lines = readCsv((await running.app.inject('/api/v1/board.csv')).body);
    expect(lines).toHaveLength(rowsOf(board).length);
    for (const [at, row] of rowsOf(board).entries()) {
      const line = lines[at];
      expect([line?.['Indicator code'], line?.Indicator]).toEqual([row.indicator, row.title]);
      expect([line?.Value, line?.Status]).toEqual(writtenFigure(row.latest));
      expect(Object.values(line ?? {}).includes('Synthetic')).toBe(isSynthetic(row));
    }
  });

  test('takes at most three statements, once its release and the one before are in memory', async () => {
    let statements = 0;
    const counter: KyselyPlugin = {
      transformQuery: ({ node }) => {
        statements++;
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const db: Kysely<ReleaseTables> = running.db.withPlugin(counter);
    const app = await buildApp({ db, config: testConfig, now: () => new Date(0), keepReplies: false });
    await app.inject('/api/v1/board');
    statements = 0;
    expect((await app.inject('/api/v1/board')).statusCode).toBe(200);
    expect(statements).toBeGreaterThan(0);
    expect(statements).toBeLessThanOrEqual(3);
    await app.close();
  });
});
