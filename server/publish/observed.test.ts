import { describe, expect, test } from 'vitest';
import type { AreaLinkRow, ObservationRow } from '../../db/intake-schema.ts';
import type { AreaType } from '../contract/dimensions.ts';
import { Apportionment } from './apportionment.ts';
import { basisAt, type StratumParts } from './figures.ts';
import { ObservationTable } from './observation-table.ts';
import { Observed } from './observed.ts';

/**
 * Three small areas: A and B make up MSOA 1, C is MSOA 2. A lies in the west ward, B and C in the east one, so
 * MSOA 1 has to be shared out. C was split in 2021 into C1 and C2.
 */
const link = (from: string, to: string, weight: number | null = 1): AreaLinkRow => {
  const [from_type, from_edition, from_code] = from.split(' ') as [AreaType, string, string];
  const [to_type, to_edition, to_code] = to.split(' ') as [AreaType, string, string];
  return { from_type, from_edition, from_code, to_type, to_edition, to_code, weight };
};
const links = [
  link('lsoa 2021 A', 'ward 2025 west'),
  link('lsoa 2021 B', 'ward 2025 east'),
  link('lsoa 2021 C1', 'ward 2025 east'),
  link('lsoa 2021 C2', 'ward 2025 west'),
  link('lsoa 2011 A', 'lsoa 2021 A'),
  link('lsoa 2011 B', 'lsoa 2021 B'),
  link('lsoa 2011 C', 'lsoa 2021 C1', null),
  link('lsoa 2011 C', 'lsoa 2021 C2', null),
  link('lsoa 2011 A', 'msoa 2011 M1'),
  link('lsoa 2011 B', 'msoa 2011 M1'),
  link('lsoa 2011 C', 'msoa 2011 M2'),
];

const row = (
  measure: string,
  period: string,
  area_type: AreaType,
  area_code: string,
  age_band: string,
  value: number | null,
  status: ObservationRow['status'] = 'value',
): ObservationRow =>
  ({
    measure,
    period,
    area_type,
    area_code,
    overlap_code: '',
    age_band,
    value,
    status,
    ethnic_group: 'all',
    sex: 'all',
    deprivation: 'all',
    lower95: null,
    upper95: null,
    load_id: 1,
  }) as ObservationRow;

const census = (code: string, younger: number, older: number) => [
  row('residents', '2021', 'lsoa', code, '0-64', younger),
  row('residents', '2021', 'lsoa', code, '65-plus', older),
];
const residents = [
  ...census('A', 100, 30),
  ...census('B', 300, 10),
  ...census('C1', 50, 20),
  ...census('C2', 150, 5),
];
const estimates = [
  ...[
    ['A', 12],
    ['B', 4],
    ['C', 8],
  ].flatMap(([code, seventy]) => [
    row('residents-mid-2020', '2020', 'lsoa', String(code), '70', Number(seventy)),
    row('residents-mid-2020', '2020', 'lsoa', String(code), '71', 0),
  ]),
];
const doses = [
  row('covid-19-dose-1', '2021-07-15', 'msoa', 'M1', '65-plus', 36),
  row('covid-19-dose-1', '2021-07-15', 'msoa', 'M2', '65-plus', 25),
  row('covid-19-dose-1', '2021-07-15', 'msoa', 'M1', '70-71', 8),
  row('covid-19-dose-1', '2021-07-15', 'msoa', 'M2', '70-71', 6),
];
const observedOf = (rows: readonly ObservationRow[], between: readonly AreaLinkRow[] = links) => {
  const table = new ObservationTable().add(rows);
  return new Observed(table, new Apportionment({ areas: [], links: between }, 'E09000099', table));
};
/** Where the list of MSOAs is held as well: then it is known which are without a figure. */
const observedWithAreas = (rows: readonly ObservationRow[], msoas: readonly string[]) => {
  const table = new ObservationTable().add(rows);
  const areas = msoas.map((code) => ({
    type: 'msoa' as const,
    edition: '2011',
    code,
    name: code,
    known_as: null,
  }));
  return new Observed(table, new Apportionment({ areas, links }, 'E09000099', table));
};
const at = (ageBand: string): StratumParts => ({
  ethnicGroup: 'all',
  ageBand,
  sex: 'all',
  deprivation: 'all',
});
const values = (figures: ReturnType<Observed['figures']>) =>
  Object.fromEntries(
    [...(figures?.byArea ?? [])].map(([code, figure]) => [
      code,
      figure.status === 'value' ? figure.value : figure.status,
    ]),
  );

const basesOf = (figures: ReturnType<Observed['figures']>) =>
  Object.fromEntries(
    [...(figures?.byArea.keys() ?? [])].map((code) => [code, figures && basisAt(figures, code)]),
  );

test('a sum needs every part: an area that has no figure at all leaves the place without one', () => {
  const whole = observedWithAreas([...residents, ...doses], ['M1', 'M2']);
  expect(values(whole.figures('covid-19-dose-1', '2021-07-15', at('65-plus'), 'borough'))).toEqual({
    E09000099: 61,
  });
  const lacking = observedWithAreas([...residents, ...doses], ['M1', 'M2', 'M3']);
  expect(values(lacking.figures('covid-19-dose-1', '2021-07-15', at('65-plus'), 'borough'))).toEqual({
    E09000099: 'missing',
  });
});

describe('counts of MSOAs become counts of wards', () => {
  const observed = observedOf([...residents, ...estimates, ...doses]);

  test('by Census residents of the same ages, where its bands fit', () => {
    const figures = observed.figures('covid-19-dose-1', '2021-07-15', at('65-plus'), 'ward');
    // M1: 30 of its 40 older residents live in A (west), 10 in B (east). M2: 20 of 25 in C1 (east), 5 in C2 (west).
    expect(values(figures)).toEqual({ west: 36 * 0.75 + 25 * 0.2, east: 36 * 0.25 + 25 * 0.8 });
    expect(basesOf(figures)).toEqual({ west: 'modelled', east: 'modelled' });
  });

  test('else by single years of age of 2020, a split area by all its residents', () => {
    const figures = observed.figures('covid-19-dose-1', '2021-07-15', at('70-71'), 'ward');
    // M1: 12 of 16 in A. M2 is C alone: of its 225 residents C1 has 70 (east), C2 155 (west).
    expect(values(figures)).toEqual({
      west: expect.closeTo(8 * 0.75 + 6 * (155 / 225), 12),
      east: expect.closeTo(8 * 0.25 + 6 * (70 / 225), 12),
    });
  });

  test('an area made of whole ones is published among others that are modelled, at every age and for every measure', () => {
    // A further MSOA, which lies in a third ward of its own, and none of another ward does.
    const alone = [
      'lsoa 2021 D > ward 2025 north',
      'lsoa 2011 D > lsoa 2021 D',
      'lsoa 2011 D > msoa 2011 M3',
    ];
    const between = [...links, ...alone.map((one) => link(...(one.split(' > ') as [string, string])))];
    const more = [
      ...census('D', 10, 40),
      // Of the two parts of M1 one has nobody of 70 and 71, as estimated: it is cut all the same.
      row('residents-mid-2020', '2020', 'lsoa', 'A', '70', 16),
      row('residents-mid-2020', '2020', 'lsoa', 'B', '70', 0),
      ...['A', 'B', 'C', 'D'].map((code) => row('residents-mid-2020', '2020', 'lsoa', code, '71', 0)),
      row('residents-mid-2020', '2020', 'lsoa', 'C', '70', 8),
      row('residents-mid-2020', '2020', 'lsoa', 'D', '70', 8),
      ...['65-plus', '70-71'].flatMap((band) =>
        ['covid-19-dose-1', 'covid-19-dose-2', 'residents-nims'].map((measure) =>
          row(measure, '2021-07-15', 'msoa', 'M3', band, 33),
        ),
      ),
      ...doses.flatMap((one) =>
        ['covid-19-dose-2', 'residents-nims'].map((measure) => ({ ...one, measure })),
      ),
    ];
    const all = observedOf([...residents, ...doses, ...more], between);
    for (const band of ['65-plus', '70-71'])
      for (const measure of ['covid-19-dose-1', 'covid-19-dose-2', 'residents-nims']) {
        const figures = all.figures(measure, '2021-07-15', at(band), 'ward');
        expect(basesOf(figures)).toEqual({ west: 'modelled', east: 'modelled', north: 'published' });
        expect(values(figures).north).toBe(33);
      }
  });

  test('and of the whole place, where they add up exactly', () => {
    const figures = observed.figures('covid-19-dose-1', '2021-07-15', at('65-plus'), 'borough');
    expect(values(figures)).toEqual({ E09000099: 61 });
    expect(figures?.basis).toBe('published');
  });

  test('whatever the residents are, the total stays', () => {
    for (const band of ['65-plus', '70-71']) {
      const wards = values(observed.figures('covid-19-dose-1', '2021-07-15', at(band), 'ward'));
      const whole = values(observed.figures('covid-19-dose-1', '2021-07-15', at(band), 'borough'));
      expect(Object.values(wards).reduce((sum: number, value) => sum + Number(value), 0)).toBeCloseTo(
        Number(whole.E09000099),
        12,
      );
    }
  });

  test('never out of a part that is withheld or missing', () => {
    const with_ = (status: 'withheld' | 'missing') =>
      observedOf([
        ...residents,
        ...doses.slice(1, 2),
        row('covid-19-dose-1', '2021-07-15', 'msoa', 'M1', '65-plus', null, status),
      ]);
    for (const status of ['withheld', 'missing'] as const) {
      const wards = with_(status).figures('covid-19-dose-1', '2021-07-15', at('65-plus'), 'ward');
      expect(values(wards)).toEqual({ west: status, east: status });
      const whole = with_(status).figures('covid-19-dose-1', '2021-07-15', at('65-plus'), 'borough');
      expect(values(whole)).toEqual({ E09000099: status });
    }
  });
});

test('small areas add up to wards, and ages to wider bands', () => {
  const observed = observedOf(residents);
  expect(values(observed.figures('residents', '2021', at('all'), 'ward'))).toEqual({
    west: 130 + 155,
    east: 310 + 70,
  });
  expect(observed.figures('residents', '2021', at('25-34'), 'ward')).toBeUndefined();
});

test('a score of small areas is averaged over residents, and never made up from nobody', () => {
  const scores = ['A', 'B', 'C1', 'C2'].map((code, i) =>
    row('deprivation-score-2025', '2025', 'lsoa', code, 'all', 10 * (i + 1)),
  );
  const observed = observedOf([...residents, ...scores]);
  expect(values(observed.figures('deprivation-score-2025', '2025', at('all'), 'ward'))).toEqual({
    west: expect.closeTo((10 * 130 + 40 * 155) / 285, 12),
    east: expect.closeTo((20 * 310 + 30 * 70) / 380, 12),
  });
  expect(values(observedOf(scores).figures('deprivation-score-2025', '2025', at('all'), 'ward'))).toEqual({
    west: 'missing',
    east: 'missing',
  });
});

test('what a source published for an area stands, whatever its parts would give', () => {
  const observed = observedOf([
    ...residents,
    ...doses,
    row('covid-19-dose-1', '2021-07-15', 'borough', 'E09000099', '65-plus', 99),
  ]);
  const figures = observed.figures('covid-19-dose-1', '2021-07-15', at('65-plus'), 'borough');
  expect([values(figures), figures?.basis]).toEqual([{ E09000099: 99 }, 'published']);
});

describe('the small areas of one national fifth', () => {
  /** A lies in the second tenth, so the most deprived fifth; B and C1 in the second fifth; C2 in the last. */
  const tenths = Object.entries({ A: 2, B: 3, C1: 4, C2: 10 }).map(([code, tenth]) =>
    row('deprivation-decile-2025', '2025', 'lsoa', code, 'all', tenth),
  );
  const overcrowded = Object.entries({ A: 7, B: 5, C1: 3, C2: 1 }).map(([code, count]) =>
    row('households-overcrowded', '2021', 'lsoa', code, 'all', count),
  );
  const inFifth = (deprivation: string) => ({ ...at('all'), deprivation });

  test('add up for the place and for wards; wards without any are not there', () => {
    const observed = observedOf([...residents, ...tenths, ...overcrowded]);
    const of = (fifth: string, type: AreaType) => {
      const figures = observed.figures('households-overcrowded', '2021', inFifth(fifth), type);
      return [figures?.basis, values(figures)];
    };
    expect(of('1', 'borough')).toEqual(['published', { E09000099: 7 }]);
    expect(of('2', 'borough')).toEqual(['published', { E09000099: 8 }]);
    expect(of('1', 'ward')).toEqual(['published', { west: 7 }]);
    expect(of('2', 'ward')).toEqual(['published', { east: 8 }]);
    expect(observed.figures('households-overcrowded', '2021', inFifth('3'), 'borough')).toBeUndefined();
  });

  test('stay unknown where one of them is', () => {
    const withheld = row('households-overcrowded', '2021', 'lsoa', 'B', 'all', null, 'withheld');
    const observed = observedOf([...residents, ...tenths, ...overcrowded, withheld]);
    expect(values(observed.figures('households-overcrowded', '2021', inFifth('2'), 'borough'))).toEqual({
      E09000099: 'withheld',
    });
  });

  test('are none of measures published for other areas only', () => {
    const observed = observedOf([...residents, ...tenths, ...doses]);
    expect(observed.figures('covid-19-dose-1', '2021-07-15', inFifth('1'), 'borough')).toBeUndefined();
  });

  test('give the people who live in the most deprived one, of whichever group is asked', () => {
    const asian = Object.entries({ A: 20, B: 30, C1: 5, C2: 1 }).map(([code, count]) => ({
      ...row('residents', '2021', 'lsoa', code, 'all', count),
      ethnic_group: 'census-2021-5/asian',
    }));
    const observed = observedOf([...residents, ...asian, ...tenths]);
    const measure = 'residents-in-living-in-deprived-areas';
    expect(observed.periodsOf(measure)).toEqual(['2021']);
    const of = (ethnicGroup: string, type: AreaType) =>
      values(observed.figures(measure, '2021', { ...at('all'), ethnicGroup }, type));
    expect(of('all', 'borough')).toEqual({ E09000099: 130 });
    expect(of('census-2021-5/asian', 'borough')).toEqual({ E09000099: 20 });
    expect(of('census-2021-5/asian', 'ward')).toEqual({ west: 20, east: 0 });
  });
});

test('people of a piece of an area are not taken for the area', () => {
  const whole = row('residents', '2021', 'ward', 'west', '65-plus', 90);
  const piece = { ...row('residents', '2021', 'ward', 'west', '65-plus', 7), overlap_code: 'M1' };
  const found = (...rows: ObservationRow[]) =>
    values(observedOf(rows).figures('residents', '2021', at('65-plus'), 'ward'));
  expect(found(whole, piece)).toEqual({ west: 90 });
  expect(found(piece)).toEqual({});
});

test('figures that were modelled before they were loaded stay so, wherever they are shown', () => {
  const observed = observedOf([row('residents-modelled', '2021', 'ward', 'west', '65-plus', 90)]);
  expect(observed.figures('residents-modelled', '2021', at('65-plus'), 'ward')?.basis).toBe('modelled');
  expect(observed.figures('residents-modelled', '2021', at('65-plus'), 'borough')?.basis).toBe('modelled');
});

test('figures of wards are added up for the neighbourhoods they lie in', () => {
  const wards = ['west', 'east'].map((ward) =>
    row('residents-modelled', '2021', 'ward', ward, '65-plus', 90),
  );
  const around = ['west', 'east'].map((ward) => link(`ward 2025 ${ward}`, 'neighbourhood illustrative N', 1));
  const observed = observedOf(wards, around);
  const figures = observed.figures('residents-modelled', '2021', at('65-plus'), 'neighbourhood');
  expect(values(figures)).toEqual({ N: 180 });
  expect(figures?.basis).toBe('modelled');
});

describe('a neighbourhood is its wards, added up, whatever areas a source uses', () => {
  const around = [
    ...links,
    ...['west', 'east'].map((ward) => link(`ward 2025 ${ward}`, 'neighbourhood illustrative N', 1)),
  ];
  const sumOfWards = (observed: Observed, measure: string, period: string) =>
    Object.values(values(observed.figures(measure, period, at('65-plus'), 'ward'))).reduce<number>(
      (sum, value) => sum + Number(value),
      0,
    );

  test('from small areas and from MSOAs alike', () => {
    const observed = observedOf([...residents, ...doses], around);
    for (const [measure, period] of [
      ['residents', '2021'],
      ['covid-19-dose-1', '2021-07-15'],
    ] as const) {
      const figures = observed.figures(measure, period, at('65-plus'), 'neighbourhood');
      expect(Number(values(figures).N)).toBeCloseTo(sumOfWards(observed, measure, period), 9);
      // Both MSOAs lie wholly in it, so nothing is shared out.
      expect(figures?.basis).toBe('published');
      expect([...(figures?.sharedOut?.areas ?? [])]).toEqual([]);
    }
  });

  test('it is modelled where an MSOA is cut between two of them, and says what it was shared out from', () => {
    const apart = [
      ...links,
      ...['west', 'east'].map((ward) => link(`ward 2025 ${ward}`, `neighbourhood illustrative ${ward}`, 1)),
    ];
    const observed = observedOf([...residents, ...doses], apart);
    const basisOf = (measure: string, period: string) =>
      observed.figures(measure, period, at('65-plus'), 'neighbourhood');
    expect(basesOf(basisOf('covid-19-dose-1', '2021-07-15'))).toEqual({ west: 'modelled', east: 'modelled' });
    expect(basisOf('covid-19-dose-1', '2021-07-15')?.sharedOut?.from).toEqual({
      type: 'msoa',
      edition: '2011',
    });
    expect(basesOf(basisOf('residents', '2021'))).toEqual({ west: 'published', east: 'published' });
  });

  test('withheld where a part is', () => {
    const withheld = row('covid-19-dose-1', '2021-07-15', 'msoa', 'M2', '65-plus', null, 'withheld');
    const observed = observedOf([...residents, ...doses, withheld], around);
    expect(values(observed.figures('covid-19-dose-1', '2021-07-15', at('65-plus'), 'neighbourhood'))).toEqual(
      {
        N: 'withheld',
      },
    );
  });
});
