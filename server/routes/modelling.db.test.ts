/** Modelled figures of the demonstration: the error of sharing out is measured, holds, and stands wherever they are shown. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ModellingReply } from '../contract/modelling-reply.ts';
import { paths } from '../contract/paths.ts';
import type {
  AreasReply,
  IndicatorAreasReply,
  IndicatorReply,
  IndicatorsReply,
} from '../contract/replies.ts';
import { demonstrationApp, testConfig } from '../testing.ts';
import { readCsv, writtenNumber } from './testing-csv.ts';
import { normalP, scoreP, wilson } from './testing-gap-formulas.ts';
import { keptByNewest } from './testing-judged.ts';
import {
  characteristicsSharedOut,
  errorsByWard,
  insideLeftOut,
  modelledLimits,
  modelledZ,
} from './testing-modelling-formulas.ts';

const { place } = testConfig;
let demo: Awaited<ReturnType<typeof demonstrationApp>>;
let reply: ModellingReply;

beforeAll(async () => {
  demo = await demonstrationApp();
  reply = await demo.get(paths.modelling());
});
afterAll(async () => demo.close());

const measured = () => reply.datasets.flatMap(({ measurements }) => measurements);
function toWards(base: 'people' | 'households') {
  const found = measured().find((one) => one.to === 'ward' && one.base === base);
  if (found === undefined) throw new Error(`nothing measured among ${base}`);
  return found;
}

describe.each(['people', 'households'] as const)('measured among %s', (base) => {
  const known = characteristicsSharedOut().filter((one) => one.base === base);

  test('every characteristic of the Census is, and each ward has the error the formula gives', () => {
    const { characteristics, areas, pooled } = toWards(base);
    expect(characteristics.map(({ id }) => id).sort()).toEqual(known.map(({ id }) => id).sort());
    const expected = errorsByWard(known);
    expect(pooled).toBeCloseTo(expected.pooled, 9);
    expect(areas).toHaveLength(23);
    for (const { code, error } of areas) expect(error).toBeCloseTo(expected.byWard.get(code) ?? -1, 9);
  });

  test.each([
    ['as figures carry them', 'inside', 'inside'],
    ['by the error of sharing out alone', 'insideAlone', 'alone'],
  ] as const)(
    'left out in turn, 93% of true values lie inside intervals %s, and 80% of every characteristic and ward',
    (_, field, own) => {
      const measured = toWards(base);
      const tried = insideLeftOut(known);
      const shareIn = (of: typeof tried) => (100 * of.filter((one) => one[own]).length) / of.length;
      expect(measured[field]).toBeCloseTo(shareIn(tried), 9);
      expect(measured[field]).toBeGreaterThanOrEqual(93);
      for (const one of measured.characteristics) {
        expect(one[field], one.id).toBeCloseTo(shareIn(tried.filter(({ id }) => id === one.id)), 9);
        expect(one[field], one.id).toBeGreaterThanOrEqual(80);
      }
      for (const one of measured.areas) {
        expect(one[field], one.name).toBeCloseTo(shareIn(tried.filter(({ code }) => code === one.code)), 9);
        expect(one[field], one.name).toBeGreaterThanOrEqual(80);
      }
    },
  );

  test('the file holds every characteristic and every area of it', async () => {
    const { body } = await demo.app.inject(paths.modellingCsv());
    const rows = readCsv(body).filter((row) => row['Measured among'] === base && row.To === 'Ward');
    const { characteristics, areas, pooled } = toWards(base);
    expect(rows.map((row) => [row.Of, row.Id, row['Error (log odds)']])).toEqual([
      ['All', 'all', writtenNumber(pooled)],
      ...characteristics.map(({ id, error }) => ['Characteristic', id, writtenNumber(error)]),
      ...areas.map(({ code, error }) => ['Area', code, writtenNumber(error)]),
    ]);
  });

  test('neighbourhoods, which add up their wards, hold as much', () => {
    const found = measured().find((one) => one.to === 'neighbourhood' && one.base === base);
    expect(found?.areas).toHaveLength(5);
    for (const one of [found, ...(found?.areas ?? []), ...(found?.characteristics ?? [])])
      expect(one?.inside).toBeGreaterThanOrEqual(one === found ? 93 : 80);
    const largest = Math.max(...toWards(base).areas.map(({ error }) => error));
    for (const { error } of found?.areas ?? []) expect(error > 0 && error < largest).toBe(true);
  });
});

test('among people the errors are of the size found before: 0.03 to 0.09, 1.3 points for the Black share', () => {
  const { characteristics, pooled } = toWards('people');
  const errors = characteristics.map(({ error }) => error);
  expect([Math.min(...errors).toFixed(2), Math.max(...errors).toFixed(2)]).toEqual(['0.03', '0.09']);
  expect(pooled).toBeCloseTo(0.06, 2);
  expect(characteristics.find(({ id }) => id === 'ethnic-group-black')?.points.toFixed(1)).toBe('1.3');
  const social = toWards('households').characteristics.find(({ id }) => id === 'households-renting-socially');
  expect(social?.points.toFixed(1)).toBe('2.1');
});

const uptake = ['covid-19-dose-1', 'covid-19-dose-2'] as const;
const variants = uptake.flatMap((id) =>
  (['nims', 'census'] as const).map((denominator) => [id, denominator] as const),
);

describe.each(variants)('%s among %s', (id, denominator) => {
  let map: IndicatorAreasReply;
  beforeAll(async () => {
    map = await demo.get(paths.indicatorAreas(id, { denominator }));
  });
  const shown = () =>
    map.areas.flatMap((area) =>
      area.status === 'shown' && area.numerator !== undefined && area.denominator !== undefined
        ? [{ ...area, x: area.numerator, n: area.denominator }]
        : [],
    );

  function ofPlace() {
    const { benchmark } = map;
    if (benchmark?.status !== 'shown') throw new Error('the place has a figure');
    const { numerator: x = 0, denominator: n = 0, modellingError } = benchmark;
    return { x, n, modellingError };
  }

  test('each ward carries the error of its measurement, and says it in points', () => {
    const errors = new Map(toWards('people').areas.map(({ code, error }) => [code, error]));
    expect(shown()).toHaveLength(23);
    for (const { code, x, n, modellingError, notes = [], basis } of shown()) {
      const error = errors.get(code) ?? Number.NaN;
      expect(modellingError ?? 0).toBe(error);
      // Made of whole areas of the source it is their sum, as good as published, and nothing says otherwise.
      expect(basis).toBe(error === 0 ? 'published' : 'modelled');
      const points = 100 * (x / n) * (1 - x / n) * error;
      const said = points < 0.1 ? 'less than 0.1' : `about ${points.toFixed(1)}`;
      expect(notes.join()).toContain(
        error === 0 ? 'whole areas of the source, added up' : `${said} points here`,
      );
      expect(/shared out from/i.test(notes.join())).toBe(error > 0);
    }
  });

  test('wards of whole source areas have the limits of counts, and are tested as counts', () => {
    const whole = shown().filter(({ basis }) => basis === 'published');
    expect(whole.length).toBeGreaterThan(0);
    for (const { x, n, lower95, upper95 } of whole) {
      const { lower, upper } = wilson({ numerator: x, denominator: n });
      expect(lower95).toBeCloseTo(100 * lower, 9);
      expect(upper95).toBeCloseTo(100 * upper, 9);
    }
  });

  test('every ward against the rest has the p of the formula', async () => {
    const whole = ofPlace();
    expect(whole.modellingError).toBeUndefined();
    const kept = await keptByNewest(demo.db);
    const judged = new Map(kept.map(({ comparison, p }) => [comparison, p]));
    for (const { x, n, modellingError: error = 0, comparison = '', name } of shown()) {
      const own = { numerator: x, denominator: n };
      const rest = { numerator: whole.x - x, denominator: whole.n - n };
      const expected = error > 0 ? normalP(modelledZ({ x, n, error }, whole)) : scoreP(own, rest);
      // What was not judged with the release is looked up, and its p is not kept.
      const p = judged.get(comparison);
      if (denominator === 'nims') expect(p, name).toBeDefined();
      if (p !== undefined) expect(p, name).toBeCloseTo(expected, 8);
    }
  });

  test('sums over the place stay exact', () => {
    const sum = (part: 'x' | 'n') => shown().reduce((all, area) => all + area[part], 0);
    expect(sum('x')).toBeCloseTo(ofPlace().x, 6);
    expect(sum('n')).toBeCloseTo(ofPlace().n, 6);
  });
});

interface Found {
  readonly where: string;
  /** The area it is of, where one is named around it. */
  readonly code: string;
  readonly figure: Readonly<Record<string, unknown>>;
}

/** Every object of a reply that a reader takes for a modelled figure or a gap of one. */
function modelledIn(value: unknown, { where, code }: Pick<Found, 'where' | 'code'>): Found[] {
  if (Array.isArray(value)) return value.flatMap((one) => modelledIn(one, { where, code }));
  if (typeof value !== 'object' || value === null) return [];
  const figure: Found['figure'] = { ...value };
  const own = { where, code: typeof figure.code === 'string' ? figure.code : code };
  const inner = Object.values(figure).flatMap((one) => modelledIn(one, own));
  return figure.basis === 'modelled' ? [{ ...own, figure }, ...inner] : inner;
}

describe('wherever a modelled figure is shown', () => {
  const found: Found[] = [];
  const numbers = (figure: Found['figure'], ...names: readonly string[]) =>
    names.map((name) => (typeof figure[name] === 'number' ? (figure[name] as number) : Number.NaN));

  beforeAll(async () => {
    const { areas } = await demo.get<AreasReply>(paths.areas());
    const ofType = (type: string) =>
      areas.filter((area) => area.type === type && area.parents.some(({ code }) => code === place.code));
    const codes = [place.code, ...ofType('ward').map(({ code }) => code)];
    codes.push(...ofType('neighbourhood').map(({ code }) => code));
    const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
    const urls = codes.flatMap((area) => [
      `/api/v1/areas/${area}/indicators`,
      `/api/v1/board?area=${area}`,
      `/api/v1/disparities?by=deprivation&area=${area}`,
    ]);
    for (const { id } of indicators) {
      const { areaTypes, available } = await demo.get<IndicatorReply>(paths.indicator(id));
      if (!available.some((one) => one.areaType === 'ward')) continue;
      const at = `/api/v1/indicators/${id}`;
      for (const type of areaTypes)
        urls.push(`${at}/areas?areaType=${type}`, `${at}/areas/over-time?areaType=${type}`);
      for (const reference of ['rest', 'largest', 'best', '5'])
        urls.push(`${at}/disparities?by=deprivation&reference=${reference}`);
      urls.push(`${at}/disparities/trend?by=deprivation`, `${at}/groups/over-time?by=deprivation`);
      for (const target of ['place', '70']) urls.push(`${at}/reach?by=deprivation&target=${target}`);
      for (const area of codes.slice(0, 3)) urls.push(`${at}/trend?area=${area}`);
    }
    for (const url of urls) {
      const { statusCode, body } = await demo.app.inject(url);
      // Not everything can be asked of everything: a refusal says what can.
      if (statusCode === 200) {
        const code = codes.find((one) => url.includes(one)) ?? '';
        found.push(...modelledIn(JSON.parse(body), { where: url, code }));
      } else expect([404, 422], url).toContain(statusCode);
    }
  }, 600_000);

  const figures = () => found.filter(({ figure }) => figure.status === 'shown');

  test('it is seen on every page that has any', () => {
    for (const page of ['/areas?', '/over-time', '/areas/E', '/disparities?by', '/trend', 'deprivation&area'])
      expect({ page, seen: found.some(({ where }) => where.includes(page)) }).toEqual({ page, seen: true });
    expect(figures().length).toBeGreaterThan(500);
  });

  test('its limits are those of chance and of modelling, at both levels, or it has none and says why', () => {
    for (const { where, figure } of figures()) {
      if (figure.interval === 'none') {
        expect(String(figure.notes), where).toMatch(/No interval|no interval/);
        continue;
      }
      // An age-standardised figure is of no counts of its own: its limits are combined from those of its ages.
      if (figure.numerator === undefined && figure.modellingError === undefined) continue;
      const [x = 0, n = 0, error = 0] = numbers(figure, 'numerator', 'denominator', 'modellingError');
      expect(error, where).toBeGreaterThanOrEqual(0);
      const expected = [
        error === 0 ? wilson({ numerator: x, denominator: n }) : modelledLimits(x, n, error),
        ...(error === 0 ? [] : [modelledLimits(x, n, error, 3.090232306167813)]),
      ];
      const given = [numbers(figure, 'lower95', 'upper95'), numbers(figure, 'lower998', 'upper998')];
      for (const [at, { lower, upper }] of expected.entries()) {
        expect(given[at]?.[0], where).toBeCloseTo(100 * lower, 6);
        expect(given[at]?.[1], where).toBeCloseTo(100 * upper, 6);
      }
    }
  });

  test('none rests on counts alone: what is made of whole source areas is not called modelled', () => {
    const bare = figures().filter(
      ({ figure }) =>
        figure.interval === 'ours' && figure.numerator !== undefined && figure.modellingError === 0,
    );
    expect(bare.map(({ where, code }) => `${where} ${code}`)).toEqual([]);
  });

  test('a gap of it against everyone else is as unsure as the formula says', () => {
    const gaps = figures().flatMap(({ figure, where }) => {
      const gap = figure.gap as { p?: number; reference?: Record<string, number> } | undefined;
      const isRest = where.includes('reference=rest');
      return gap?.p === undefined || gap.reference === undefined || !isRest ? [] : [{ figure, gap, where }];
    });
    expect(gaps.length).toBeGreaterThanOrEqual(10);
    for (const { figure, gap, where } of gaps) {
      const [x = 0, n = 0, error = 0] = numbers(figure, 'numerator', 'denominator', 'modellingError');
      const { numerator = 0, denominator = 0 } = gap.reference ?? {};
      const z = modelledZ({ x, n, error }, { x: x + numerator, n: n + denominator });
      expect(error, where).toBeGreaterThan(0);
      expect(gap.p, where).toBeCloseTo(normalP(z), 8);
    }
  });
});
