/** The error of sharing out, measured on areas whose truth is known. */
import { describe, expect, test } from 'vitest';
import type { AreaLinkRow, ObservationRow } from '../../db/intake-schema.ts';
import type { AreaType } from '../contract/dimensions.ts';
import { covid19Dose1 } from '../indicators/covid-19-vaccination.ts';
import { Apportionment } from './apportionment.ts';
import { deriveSeries } from './derive.ts';
import { proportionEstimate } from './estimate.ts';
import { addedUp, NOT_MEASURED, withModelling } from './modelled.ts';
import { Modelling } from './modelling.ts';
import { ObservationTable } from './observation-table.ts';
import { Observed } from './observed.ts';

const link = (from: string, to: string): AreaLinkRow => {
  const [from_type, from_edition, from_code] = from.split(' ') as [AreaType, string, string];
  const [to_type, to_edition, to_code] = to.split(' ') as [AreaType, string, string];
  return { from_type, from_edition, from_code, to_type, to_edition, to_code, weight: 1 };
};

/** MSOA M1 is cut between the west and the east ward; M2 and M3 lie in one each; M3 is all of the north. */
const small = [
  ['A', 'M1', 'west'],
  ['B', 'M1', 'east'],
  ['C', 'M2', 'east'],
  ['D', 'M3', 'north'],
] as const;
const links = small.flatMap(([code, msoa, ward]) => [
  link(`lsoa 2011 ${code}`, `lsoa 2021 ${code}`),
  link(`lsoa 2011 ${code}`, `msoa 2011 ${msoa}`),
  link(`lsoa 2021 ${code}`, `ward 2025 ${ward}`),
]);

const row = (measure: string, area_code: string, value: number, stratum: Partial<ObservationRow> = {}) =>
  ({
    measure,
    period: '2021',
    area_type: 'lsoa',
    area_code,
    overlap_code: '',
    status: 'value',
    value,
    ethnic_group: 'all',
    age_band: 'all',
    sex: 'all',
    deprivation: 'all',
    lower95: null,
    upper95: null,
    note: null,
    load_id: 1,
    ...stratum,
  }) satisfies ObservationRow;

const residents = { A: 600, B: 400, C: 1_000, D: 1_500 };
const disabled = { A: 60, B: 80, C: 150, D: 300 };
const rowsOf = (measure: string, counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([code, count]) => row(measure, code, count));

function modellingOf(rows: readonly ObservationRow[]) {
  const table = new ObservationTable().add([...rowsOf('residents', residents), ...rows]);
  return new Modelling(new Apportionment({ areas: [], links }, 'E09000099', table), table);
}
const toWards = { from: { type: 'msoa', edition: '2011' }, to: 'ward' } as const;
const disability = [
  ...rowsOf('residents-disabled', disabled),
  ...rowsOf('residents-asked-disability', residents),
];
const logit = (share: number) => Math.log(share / (1 - share));

describe('one characteristic', () => {
  // M1 holds 140 disabled among 1,000; the west gets 600/1000 of them, the east 400/1000 beside its own 150.
  const west = logit(84 / 600) - logit(60 / 600);
  const east = logit(206 / 1_400) - logit(230 / 1_400);
  const [measured] = modellingOf(disability).measurementsOf(toWards);

  test('gives each area the error of its share as shared out', () => {
    const errors = new Map(measured?.areas.map(({ code, error }) => [code, error]));
    // One table says little of one area: its mean square is averaged with that of all three.
    const all = (west ** 2 + east ** 2) / 3;
    expect(errors.get('west')).toBeCloseTo(Math.sqrt((west ** 2 + all) / 2), 9);
    expect(errors.get('east')).toBeCloseTo(Math.sqrt((east ** 2 + all) / 2), 9);
    expect(errors.get('north')).toBe(0);
    expect(measured?.pooled).toBeCloseTo(Math.sqrt((west ** 2 + east ** 2) / 3), 9);
  });

  test('says its share and its error in points, and that nothing was left to try it by', () => {
    expect(measured?.characteristics).toEqual([
      expect.objectContaining({ id: 'residents-disabled', table: 'Disability', inside: null }),
    ]);
    const [{ share = 0, points = 0 } = {}] = measured?.characteristics ?? [];
    expect(share).toBeCloseTo((100 * 590) / 3_500, 9);
    const inPoints = [100 * (84 / 600 - 0.1), 100 * (206 / 1_400 - 230 / 1_400), 0];
    expect(points).toBeCloseTo(Math.sqrt(inPoints.reduce((sum, one) => sum + one ** 2, 0) / 3), 9);
    expect(measured?.inside).toBeNull();
  });
});

test('people and households are measured apart, a rare characteristic not at all', () => {
  const households = { A: 300, B: 200, C: 500, D: 700 };
  const modelling = modellingOf([
    ...disability,
    ...rowsOf('households-overcrowded', { A: 30, B: 60, C: 90, D: 100 }),
    ...rowsOf('households-deprived', { A: 9, B: 60, C: 90, D: 100 }),
    ...rowsOf('households-asked-occupancy', households),
    ...rowsOf('households-asked-deprivation', households),
  ]);
  const measured = modelling.measurementsOf(toWards);
  expect(measured.map(({ base, characteristics }) => [base, characteristics.map(({ id }) => id)])).toEqual([
    ['people', ['residents-disabled']],
    ['households', ['households-overcrowded']],
  ]);
  const errorIn = (base: 'people' | 'households') =>
    modelling.errorsOf(toWards, base, () => new Map())?.get('west');
  expect(errorIn('households')).not.toBe(errorIn('people'));
});

describe('an area that wards are added up to', () => {
  const hoods = [
    ['west', 'out'],
    ['north', 'out'],
    ['east', 'in'],
  ] as const;
  const table = new ObservationTable().add([...rowsOf('residents', residents), ...disability]);
  const around = [
    ...links,
    ...hoods.map(([ward, hood]) => link(`ward 2025 ${ward}`, `neighbourhood illustrative ${hood}`)),
  ];
  const apportionment = new Apportionment({ areas: [], links: around }, 'E09000099', table);
  const modelling = new Modelling(apportionment, table);
  const errorOf = (to: 'ward' | 'neighbourhood', code: string, counts: [number, number][] = []) =>
    modelling
      .errorsOf(
        { ...toWards, to },
        'people',
        () =>
          new Map(
            counts.map(([numerator, denominator], at) => [hoods[at]?.[0] ?? '', { numerator, denominator }]),
          ),
      )
      ?.get(code);

  test('takes their errors as independent, weighed by the counts of the figure', () => {
    const [one, two] = [
      [100, 600],
      [300, 1_500],
    ] as [number, number][];
    const spread = ([x, n]: [number, number]) => x * (1 - x / n);
    const west = errorOf('ward', 'west') ?? Number.NaN;
    // The north has no error of its own.
    const expected = (spread(one ?? [0, 1]) * west) / spread([400, 2_100]);
    expect(errorOf('neighbourhood', 'out', [one ?? [0, 1], two ?? [0, 1]])).toBeCloseTo(expected, 12);
  });

  test('of one ward alone has the error of that', () => {
    expect(
      errorOf('neighbourhood', 'in', [
        [1, 2],
        [1, 2],
        [200, 1_400],
      ]),
    ).toBeCloseTo(errorOf('ward', 'east') ?? Number.NaN, 12);
  });
});

test('a characteristic lacking a small area is not known exactly', () => {
  expect(
    modellingOf(disability.filter(({ area_code }) => area_code !== 'D')).measurementsOf(toWards),
  ).toEqual([]);
  const withheld = disability.map((one) =>
    one.area_code === 'D' ? { ...one, status: 'missing' as const, value: null } : one,
  );
  expect(modellingOf(withheld).measurementsOf(toWards)).toEqual([]);
});

describe('doses of MSOAs, published for wards', () => {
  const doses = ['M1', 'M2', 'M3'].flatMap((code) => [
    { ...row('covid-19-dose-1', code, 60, { age_band: '16-plus' }), area_type: 'msoa', period: '2021-07-15' },
    { ...row('residents-nims', code, 90, { age_band: '16-plus' }), area_type: 'msoa', period: '2021-07-15' },
  ]) as ObservationRow[];
  const grown = Object.entries(residents).map(([code, count]) =>
    row('residents', code, count, { age_band: '16-plus' }),
  );

  function publishedOf(known: readonly ObservationRow[]) {
    const table = new ObservationTable().add([...grown, ...doses, ...known]);
    const apportionment = new Apportionment({ areas: [], links }, 'E09000099', table);
    const modelling = new Modelling(apportionment, table);
    const series = deriveSeries(covid19Dose1, new Observed(table, apportionment), (...asked) =>
      modelling.errorsOf(...asked),
    );
    return [...series].flatMap(({ estimates }) => estimates);
  }

  test('carry the error of their ward; those of MSOAs and of the whole place none', () => {
    const found = publishedOf(disability);
    const ofWards = found.filter(({ area_type }) => area_type === 'ward');
    for (const one of ofWards.filter(({ area_code }) => area_code !== 'north')) {
      expect(one).toMatchObject({ basis: 'modelled', interval: 'ours' });
      expect(one.modelling_error ?? 0).toBeGreaterThan(0);
    }
    // The north ward is a whole MSOA: nothing about it is an estimate of ours, and no note says so.
    for (const one of found.filter((each) => each.area_type !== 'ward' || each.area_code === 'north')) {
      expect(one).toMatchObject({ basis: 'published', interval: 'ours' });
      expect(one).not.toHaveProperty('modelling_error');
      expect(one.notes.join()).not.toMatch(/shared out from/i);
    }
    expect(ofWards.map(({ area_code }) => area_code)).toContain('north');
  });

  test('where nothing is loaded to measure by have no limits, and say why', () => {
    const ofWards = publishedOf([]).filter(
      ({ area_type, basis }) => area_type === 'ward' && basis === 'modelled',
    );
    expect(ofWards.length).toBeGreaterThan(0);
    for (const one of ofWards) {
      expect(one).toMatchObject({ status: 'shown', interval: 'none', lower95: null });
      expect(one.notes).toContain(NOT_MEASURED);
    }
  });
});

describe('a figure that was shared out', () => {
  const count = (value: number) => ({ status: 'value', value }) as const;
  const figure = proportionEstimate(count(640), count(800), 'modelled');
  const from = toWards.from;

  test('has limits of chance and modelling together at both levels, and says the error in points', () => {
    const found = withModelling(figure, { from, error: 0.09 });
    for (const [z, lower, upper] of [
      [1.959964, found.lower95, found.upper95],
      [3.090232, found.lower998, found.upper998],
    ] as const) {
      const half = z * Math.sqrt(1 / 640 + 1 / 160 + 0.09 ** 2);
      expect(logit((lower ?? 0) / 100)).toBeCloseTo(logit(0.8) - half, 5);
      expect(logit((upper ?? 0) / 100)).toBeCloseTo(logit(0.8) + half, 5);
    }
    expect(found).toMatchObject({ value: figure.value, interval: 'ours', modelling_error: 0.09 });
    expect(found.notes.join()).toContain('about 1.4 points here');
  });

  test('made of whole areas is published, as counts alone have it, and says that nothing was shared out', () => {
    const published = proportionEstimate(count(640), count(800), 'published');
    expect(addedUp(published, from)).toEqual({
      ...published,
      notes: [expect.stringMatching(/whole areas of the source, added up/)],
    });
    expect(addedUp(published, undefined)).toBe(published);
  });

  test('without a measurement has no limits and says why', () => {
    const found = withModelling(figure, { from, error: undefined });
    expect(found).toMatchObject({ interval: 'none', lower95: null, upper998: null, notes: [NOT_MEASURED] });
    expect(found).not.toHaveProperty('modelling_error');
  });

  test('of none or all has none either', () => {
    for (const numerator of [0, 800]) {
      const found = withModelling(proportionEstimate(count(numerator), count(800), 'modelled'), {
        from,
        error: 0.09,
      });
      expect(found).toMatchObject({ interval: 'none', lower95: null, upper95: null });
      expect(found.notes.join()).toMatch(/none or all/);
    }
  });
});
