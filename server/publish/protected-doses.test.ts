import { expect, test } from 'vitest';
import type { ObservationRow } from '../../db/intake-schema.ts';
import { PROTECT } from '../contract/policies.ts';
import { UNLIMITED } from '../disclosure/bounds/cell-bounds.ts';
import { cellOf } from '../disclosure/table/layout.ts';
import type { DoseOfTable, DosePart, DoseTable } from '../indicators/dose-tables.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { patternOf, startFrom } from './pattern.ts';
import { protectDataset, shownCounts } from './protected.ts';
import type { ProtectInput } from './protected-table.ts';
import { rowOf } from './proving.ts';

import { protectInput } from './testing-protect-input.ts';

const dose = (id: string, dates: DoseOfTable['dates']): DoseOfTable => ({
  id,
  title: id,
  with: `shots-${id}`,
  without: `shots-without-${id}`,
  awaiting: `shots-awaiting-${id}`,
  dates,
});
const table: DoseTable = {
  id: 'shots',
  dataset: 'examples',
  people: 'shots-people',
  doses: [dose('first', ['2021-01-07', '2021-06-30']), dose('second', ['2021-03-31', '2021-06-30'])],
  areas: { type: 'ward', edition: '2025' },
  parts: { type: 'msoa', edition: '2011' },
  schemes: ['census-2021-19', 'census-2021-5'],
  ageBands: ['16-49', '50-64', '65-plus'],
  widerBands: [],
  allAges: '16-plus',
  known: { people: { measure: 'register', period: '2021-06-30' }, doses: { first: 'official-first' } },
};
/** Pieces: the second MSOA lies across two wards. */
const pieces = [
  ['Ash', 'M1'],
  ['Ash', 'M2'],
  ['Birch', 'M2'],
  ['Cedar', 'M3'],
  ['Elm', 'M3'],
] as const;
const groups = { african: 'black', caribbean: 'black', 'white-british': 'white' } as const;
const crossed = ['2021-03-31', '2021-06-30'];
const shares: Record<string, number> = {
  '2021-01-07': 0.1,
  '2021-01-31': 0.2,
  '2021-03-31': 0.4,
  '2021-06-30': 0.8,
};

const about = {
  area_type: 'ward',
  sex: 'all',
  deprivation: 'all',
  status: 'value',
  lower95: null,
  upper95: null,
  note: null,
  load_id: 1,
} as const;

interface Cell {
  readonly ward: string;
  readonly msoa: string;
  readonly group: keyof typeof groups;
  readonly age: string;
}
const cells: Cell[] = pieces.flatMap(([ward, msoa]) =>
  (Object.keys(groups) as (keyof typeof groups)[]).flatMap((group) =>
    table.ageBands.map((age) => ({ ward, msoa, group, age })),
  ),
);
const peopleOf = ({ ward, msoa, group, age }: Cell) =>
  20 + 3 * ward.length + 7 * Number(msoa.at(1)) + 5 * group.length + 11 * table.ageBands.indexOf(age);
/** Few first doses among those over 64 of one piece and group. */
const countOf = (cell: Cell, id: string, date: string) => {
  const first =
    cell.ward === 'Birch' && cell.age === '65-plus' && groups[cell.group] === 'black' ? 2 : undefined;
  const had = first ?? Math.floor(peopleOf(cell) * (shares[date] ?? 0));
  return id === 'first' ? had : Math.floor(had / (date === '2021-03-31' ? 3 : 2));
};

function rows(count: typeof countOf = countOf, dates: readonly string[] = crossed): ObservationRow[] {
  const counted = (key: (cell: Cell) => readonly string[], date: string, more: (cell: Cell) => object) =>
    [...Map.groupBy(cells, (cell) => key(cell).join())].flatMap(([, those]) => {
      const [cell] = those as [Cell];
      const sum = (of: (one: Cell) => number) => those.reduce((all, one) => all + of(one), 0);
      const row = (measure: string, value: number) =>
        ({ ...about, measure, value, period: date, area_code: cell.ward, ...more(cell) }) as ObservationRow;
      return [
        row(table.people, sum(peopleOf)),
        ...table.doses
          .filter(({ dates: [from] }) => date >= from)
          .map((one) =>
            row(
              one.with,
              sum((each) => count(each, one.id, date)),
            ),
          ),
      ];
    });
  return [
    ...dates.flatMap((date) =>
      counted(
        ({ ward, msoa, group, age }) => [ward, msoa, groups[group], age],
        date,
        ({ msoa, group, age }) => ({
          overlap_code: msoa,
          ethnic_group: `census-2021-5/${groups[group]}`,
          age_band: age,
        }),
      ),
    ),
    ...['2021-01-07', ...dates].flatMap((date) =>
      counted(
        ({ ward, group }) => [ward, group],
        date,
        ({ group }) => ({
          overlap_code: '',
          ethnic_group: `census-2021-19/${group}`,
          age_band: table.allAges,
        }),
      ),
    ),
  ];
}

const wide = ['black', 'white'].map((group) => ({ scheme: 'census-2021-5' as const, group }));
const indicator = (id: string, part: DosePart) =>
  ({
    id: `${id}-${part}`,
    measure: `shots-${id}`,
    allAges: table.allAges,
    areaTypes: ['ward', 'neighbourhood', 'borough'],
    doseTable: { id: table.id, dose: id, part },
    strata: [
      { ageBands: ['all', ...table.ageBands] },
      { ageBands: ['all', ...table.ageBands], ethnicGroups: wide },
      {
        ethnicGroups: Object.keys(groups).map((group) => ({ scheme: 'census-2021-19' as const, group })),
        areaTypes: ['borough'],
      },
    ],
  }) as unknown as Indicator;

const NEIGHBOURHOODS = { Ash: 'North', Birch: 'North', Cedar: 'South', Elm: 'South' };
const input = (observed: readonly ObservationRow[], more: Partial<ProtectInput> = {}) =>
  protectInput(NEIGHBOURHOODS, {
    doses: [table],
    indicators: [indicator('first', 'share'), indicator('second', 'share'), indicator('second', 'of-before')],
    rows: observed,
    ...more,
  });
const of = (group: string, age: string) => ({
  ethnicGroup: group,
  ageBand: age,
  sex: 'all',
  deprivation: 'all',
});
const BLACK = 'census-2021-5/black';

test('crossed dates are shown by group and age, weekly ones by ward or by group; a small count is withheld with its share', () => {
  const source = shownCounts(protectDataset(input(rows())));
  const at = (measure: string, date: string, group: string, age: string, area = 'Ash') =>
    source.figures(measure, date, of(group, age), area === 'Town' ? 'borough' : 'ward')?.byArea.get(area);
  expect(at('shots-first', '2021-03-31', BLACK, '65-plus', 'Birch')).toEqual({ status: 'withheld' });
  expect(at('shots-without-first', '2021-03-31', BLACK, '65-plus', 'Birch')).toEqual({ status: 'withheld' });
  expect(at('shots-first', '2021-01-07', BLACK, '65-plus')).toBeUndefined();
  expect(at('shots-first', '2021-01-07', 'all', '16-plus')?.status).toBe('value');
  expect(at('shots-first', '2021-01-07', 'census-2021-19/african', '16-plus', 'Town')?.status).toBe('value');
  expect(at('shots-first', '2021-01-07', 'census-2021-19/african', '16-plus')).toBeUndefined();
  expect(source.periodsOf('shots-second')).toEqual(crossed);
});

test('shown counts are rounded, and those still without are the difference of two of them', () => {
  const source = shownCounts(protectDataset(input(rows())));
  const sum = (of: (cell: Cell) => number) => cells.reduce((all, cell) => all + of(cell), 0);
  const [people, having] = [sum(peopleOf), sum((cell) => countOf(cell, 'first', '2021-06-30'))].map(
    (count) => 5 * Math.round(count / 5),
  );
  const at = (measure: string) =>
    source.figures(measure, '2021-06-30', of('all', '16-plus'), 'borough')?.byArea.get('Town');
  expect(at('shots-people')).toEqual({ status: 'value', value: people });
  expect(at('shots-first')).toEqual({ status: 'value', value: having });
  expect(at('shots-without-first')).toEqual({ status: 'value', value: (people ?? 0) - (having ?? 0) });
});

test('every small count of what is shown has a witness, over all doses and dates together', () => {
  const [one] = protectDataset(input(rows()));
  expect(one?.report.open).toEqual([]);
  expect(one?.protection.published.sensitive.size).toBeGreaterThan(5);
  expect(one?.report.witnesses).toBeGreaterThan(0);
});

test('official totals that agree are known to the proof; one that does not agree is not', () => {
  const official = (msoa: string, value: number) =>
    ({
      ...about,
      measure: 'official-first',
      area_type: 'msoa',
      area_code: msoa,
      period: '2021-06-30',
      overlap_code: '',
      ethnic_group: 'all',
      age_band: '65-plus',
      value,
    }) as ObservationRow;
  const truth = cells
    .filter(({ msoa, age }) => msoa === 'M2' && age === '65-plus')
    .reduce((all, cell) => all + countOf(cell, 'first', '2021-06-30'), 0);
  const knownWith = (value: number) => {
    const [one] = protectDataset(input([...rows(), official('M2', value)]));
    return one?.protection.published.statuses.filter((status) => status === 'known').length;
  };
  expect(knownWith(truth)).toBe(1);
  expect(knownWith(truth + 1)).toBe(0);
});

test('what was found for the same counts is checked and taken; for other counts it is not', () => {
  const [found] = protectDataset(input(rows()));
  if (found === undefined) throw new Error('one table');
  const stages: string[] = [];
  const options = { patterns: [patternOf(found)], log: (line: string) => stages.push(line) };
  const [again] = protectDataset(input(rows(), options));
  expect(again?.protection.published.statuses).toEqual(found.protection.published.statuses);
  expect(stages.join()).not.toMatch(/withholding/);
  const more: typeof countOf = (cell, id, date) =>
    cell.ward === 'Elm' && id === 'first' && date === '2021-06-30'
      ? countOf(cell, id, date) + 1
      : countOf(cell, id, date);
  protectDataset(input(rows(more), options));
  expect(stages.join()).toMatch(/withholding/);
});

test.each(['largestSmall', 'roundedTo', 'notBelow', 'edition'] as const)(
  'what was found under a policy with another number is not taken: %s',
  (number) => {
    const [found] = protectDataset(input(rows()));
    if (found === undefined) throw new Error('one table');
    const { table: own, protection } = found;
    expect(startFrom([patternOf(found)], own, protection.published.policy)).toBeDefined();
    const other = { ...PROTECT, [number]: PROTECT[number] + 2 };
    expect(startFrom([patternOf(found)], own, other)).toBeUndefined();
  },
);

test('of two dates with others between them few new people are sensitive: inferred neither exactly nor as one to three', () => {
  const dates = ['2021-01-31', ...crossed];
  // One more in each of two quarters.
  const slowly: typeof countOf = (cell, id, date) => {
    const isSlow =
      cell.ward === 'Elm' && cell.age === '65-plus' && id === 'first' && groups[cell.group] === 'black';
    if (!isSlow || !dates.includes(date)) return countOf(cell, id, date);
    return cell.group === 'african' ? 60 + dates.indexOf(date) : 60;
  };
  const [one] = protectDataset(input(rows(slowly, dates)));
  if (one === undefined) throw new Error('one table');
  expect(one.report.open).toEqual([]);
  const sensitiveCount = (stage: string) =>
    one.protection.published.sensitive.get(cellOf(one.table, ['Elm', BLACK, '65-plus', stage]) ?? -1);
  const alternatives = [
    { lowest: 0, highest: 0 },
    { lowest: PROTECT.notBelow, highest: UNLIMITED },
  ];
  expect(sensitiveCount('new first 2021-03-31 since 2021-01-31')).toEqual({ count: 1, alternatives });
  expect(sensitiveCount('new first 2021-06-30 since 2021-01-31')).toEqual({ count: 2, alternatives });
  // Once they are few no more they are still kept: whoever read the edition before has it.
  const faster: typeof countOf = (cell, id, date) => {
    const isOne = cell.ward === 'Elm' && cell.group === 'african' && cell.age === '65-plus' && id === 'first';
    return slowly(cell, id, date) + (isOne && date === '2021-06-30' ? 20 : 0);
  };
  const [next] = protectDataset(input(rows(faster, dates), { earlier: [rowOf(one)] }));
  const cell = next && cellOf(next.table, ['Elm', BLACK, '65-plus', 'new first 2021-06-30 since 2021-01-31']);
  expect(next?.protection.published.sensitive.get(cell ?? -1)?.count).toBe(2);
});

test('the same counts published again show the same', () => {
  const [first] = protectDataset(input(rows()));
  if (first === undefined) throw new Error('one table');
  const [again] = protectDataset(input(rows(), { earlier: [rowOf(first)] }));
  expect(again?.protection.published.statuses).toEqual(first.protection.published.statuses);
});

test('counts that fall, a missing cell, people who differ, weeks that disagree are named', () => {
  const changed = (change: (row: ObservationRow) => Partial<ObservationRow> | undefined) =>
    rows().flatMap((row) => {
      const how = change(row);
      return how === undefined ? [] : [{ ...row, ...how }];
    });
  const isOne = (row: ObservationRow, date: string, measure: string) =>
    row.measure === measure && row.period === date && row.area_code === 'Elm' && row.overlap_code === 'M3';
  expect(() =>
    protectDataset(input(changed((row) => (isOne(row, '2021-06-30', 'shots-first') ? { value: 0 } : {})))),
  ).toThrow(/area=Elm M3.*counts so far never fall/);
  expect(() =>
    protectDataset(input(changed((row) => (isOne(row, '2021-06-30', 'shots-people') ? { value: 999 } : {})))),
  ).toThrow(/people of Elm, M3.* differ between dates/);
  expect(() =>
    protectDataset(
      input(
        changed((row) =>
          row.overlap_code === '' &&
          row.period === '2021-06-30' &&
          row.area_code === 'Ash' &&
          row.measure === 'shots-first'
            ? { value: (row.value ?? 0) + 1 }
            : {},
        ),
      ),
    ),
  ).toThrow(/weeks that agree with crossed dates/);
});

test('what official totals alone tell of few people is named, who and when and never how many; the rest is not', () => {
  // Ash is made of M1 and a piece of M2: one first dose in the first and none in the second, as everybody knows.
  const one: typeof countOf = (cell, id, date) => {
    if (cell.msoa === 'M3' || cell.age !== '65-plus') return countOf(cell, id, date);
    return Number(cell.msoa === 'M1' && cell.group === 'african' && id === 'first' && date === '2021-06-30');
  };
  const official = (msoa: string, value: number) =>
    ({
      ...about,
      measure: 'official-first',
      area_type: 'msoa',
      area_code: msoa,
      period: '2021-06-30',
      overlap_code: '',
      ethnic_group: 'all',
      age_band: '65-plus',
      value,
    }) as ObservationRow;
  const toldWith = (...more: readonly ObservationRow[]) =>
    protectDataset(input([...rows(one), ...more]))[0]?.toldElsewhere;
  expect(toldWith()).toEqual([]);
  const told = toldWith(official('M1', 1), official('M2', 0)) ?? [];
  expect(told).toContain('Ash, aged 65 and over: people with first by 30 June 2021');
  // Once for everybody, and for what Ash lies in: nobody else of the North had one.
  for (const line of told) expect(line).toMatch(/^(Ash|North), aged 65 and over: people /);
});
