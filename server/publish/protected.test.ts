import { describe, expect, test } from 'vitest';
import type { ObservationRow } from '../../db/intake-schema.ts';
import { type PolicyNumbers, PROTECT } from '../contract/policies.ts';
import { boundsOfCell } from '../disclosure/bounds/published-table.ts';
import { changesOf } from '../disclosure/feasible/move.ts';
import type { CountTable } from '../indicators/count-tables.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { StratumParts } from './figures.ts';
import { patternOf, startFrom } from './pattern.ts';
import { protectDataset, shownCounts } from './protected.ts';
import type { ProtectedCounts } from './protected-counts.ts';
import type { ProtectedTable, ProtectInput } from './protected-table.ts';
import { rowOf } from './proving.ts';

import { protectInput } from './testing-protect-input.ts';

const table: CountTable = {
  id: 'checks',
  dataset: 'examples',
  people: 'checks-people',
  with: 'checks-with',
  without: 'checks-without',
  areas: { type: 'ward', edition: '2025' },
  schemes: ['census-2021-5'],
  ageBands: ['16-64', '65-plus'],
};
const neighbourhoods = { Ash: 'North', Birch: 'North', Cedar: 'North', Elm: 'South', Oak: 'South' };
const wards = Object.keys(neighbourhoods);
const groups = ['asian', 'black', 'white'];

/** A ward, group and age band in which so many have it and so many have not; the others are large. */
type Small = Readonly<Record<string, readonly [having: number, lacking: number]>>;

function rows(small: Small, period = '2024-25'): ObservationRow[] {
  return wards.flatMap((ward, w) =>
    groups.flatMap((group, g) =>
      table.ageBands.flatMap((age, a) => {
        const [having, lacking] = small[`${ward} ${group} ${age}`] ?? [
          40 + 7 * w + 3 * g + a,
          60 + 5 * w + g + 2 * a,
        ];
        const row = (measure: string, value: number): ObservationRow => ({
          measure,
          value,
          period,
          area_type: 'ward',
          area_code: ward,
          overlap_code: '',
          ethnic_group: `census-2021-5/${group}`,
          age_band: age,
          sex: 'all',
          deprivation: 'all',
          status: 'value',
          lower95: null,
          upper95: null,
          note: null,
          load_id: 1,
        });
        return [row(table.people, having + lacking), row(table.with, having)];
      }),
    ),
  );
}

const share = {
  id: 'checks',
  measure: table.with,
  areaTypes: ['ward', 'neighbourhood', 'borough'],
  countTable: { id: table.id, part: 'share' },
  strata: [
    {
      ageBands: ['all', ...table.ageBands],
      ethnicGroups: groups.map((group) => ({ scheme: 'census-2021-5' as const, group })),
    },
    { ageBands: ['all', ...table.ageBands] },
  ],
} as unknown as Indicator;

const input = (observed: readonly ObservationRow[], more: Partial<ProtectInput> = {}) =>
  protectInput(neighbourhoods, { tables: [table], indicators: [share], rows: observed, ...more });
const stratum = (group: string, age: string) => ({
  ethnicGroup: group === 'all' ? 'all' : `census-2021-5/${group}`,
  ageBand: age,
  sex: 'all',
  deprivation: 'all',
});
/** The cell of the one table of one period. */
const cellOf = (one: ProtectedTable | undefined, measure: string, area: string, parts: StratumParts) =>
  (one as ProtectedCounts | undefined)?.cells.cellOf(measure, area, parts);
const few: Small = {
  'Birch asian 65-plus': [3, 22],
  'Elm black 16-64': [18, 2],
  'Oak white 65-plus': [0, 12],
};

function theOne(tables: readonly ProtectedTable[]): ProtectedTable {
  const [one] = tables;
  if (one === undefined) throw new Error('one table, one period');
  return one;
}

const others: Readonly<Record<keyof PolicyNumbers, number>> = {
  largestSmall: 5,
  roundedTo: 3,
  notBelow: 3,
  edition: PROTECT.edition + 1,
};
const otherPolicy = (number: keyof PolicyNumbers) => ({ ...PROTECT, [number]: others[number] });

const editions = new Map<string, ProtectedTable>();
/** An edition that several tests look at: protecting gives the same each time, and takes seconds. */
function edition(name: string, protectedNow: () => readonly ProtectedTable[]): ProtectedTable {
  const known = editions.get(name) ?? theOne(protectedNow());
  editions.set(name, known);
  return known;
}
const firstEdition = () => edition('first', () => protectDataset(input(rows(few))));
/** The same counts once more, under a policy with another number. */
const nextEdition = (number: keyof PolicyNumbers) =>
  edition(number, () =>
    protectDataset(input(rows(few), { earlier: [rowOf(firstEdition())], policy: otherPolicy(number) })),
  );

test('counts are added up to every level and rounded; a small one is withheld, a zero is shown', () => {
  const source = shownCounts([firstEdition()]);
  const at = (
    measure: string,
    type: 'ward' | 'neighbourhood' | 'borough',
    area: string,
    group: string,
    age: string,
  ) => source.figures(measure, '2024-25', stratum(group, age), type)?.byArea.get(area);
  expect(at(table.with, 'ward', 'Birch', 'asian', '65-plus')).toEqual({ status: 'withheld' });
  expect(at(table.without, 'ward', 'Birch', 'asian', '65-plus')).toEqual({ status: 'value', value: 20 });
  expect(at(table.people, 'ward', 'Birch', 'asian', '65-plus')).toEqual({ status: 'value', value: 25 });
  expect(at(table.with, 'ward', 'Oak', 'white', '65-plus')).toEqual({ status: 'value', value: 0 });
  const inNorth = rows(few).filter(
    (row) => row.measure === table.with && ['Ash', 'Birch', 'Cedar'].includes(row.area_code),
  );
  const sum = inNorth.reduce((all, row) => all + (row.value ?? 0), 0);
  expect(at(table.with, 'neighbourhood', 'North', 'all', 'all')).toEqual({
    status: 'value',
    value: 5 * Math.round(sum / 5),
  });
  expect(source.figures(table.with, '2024-25', stratum('all', 'all'), 'borough')?.byArea.has('Town')).toBe(
    true,
  );
});

test('ages the table has not are no figure', () => {
  const source = shownCounts([firstEdition()]);
  expect(source.figures(table.with, '2024-25', stratum('all', '16-24'), 'ward')).toBeUndefined();
  expect(source.figures(table.with, '2023-24', stratum('all', 'all'), 'ward')).toBeUndefined();
});

test('the same counts published again show the same, and what is kept says what they were', () => {
  const first = firstEdition();
  const [again] = protectDataset(input(rows(few), { earlier: [rowOf(first)] }));
  expect(again?.protection.published.statuses).toEqual(first.protection.published.statuses);
  expect(rowOf(first).truth).toEqual([...first.table.truth]);
});

test.each(Object.keys(others) as (keyof PolicyNumbers)[])(
  'the same counts are proved anew under a policy with another number: %s',
  (number) => {
    const policy = otherPolicy(number);
    const again = nextEdition(number);
    expect(again.protection.proof.witnesses.length).toBeGreaterThan(0);
    expect(again.report.open).toEqual([]);
    expect(rowOf(again).policy).toEqual(policy);
    // A third time it is as it was.
    const [third] = protectDataset(input(rows(few), { earlier: [rowOf(again)], policy }));
    expect(third?.protection.proof.witnesses).toEqual([]);
  },
);

test('an edition is read by its own policy: what it rounded to the nearest 5 is so still', () => {
  const second = nextEdition('roundedTo');
  const cell = cellOf(second, table.with, 'Oak', stratum('black', '65-plus')) ?? -1;
  const { published } = second.protection;
  const count = published.table.truth[cell] ?? 0;
  expect(published.statuses[cell]).toBe('shown');
  const [five, three] = [5, 3].map((base) => base * Math.round(count / base)) as [number, number];
  expect(boundsOfCell(published, cell, 'shown')).toEqual({
    lowest: Math.max(five - 2, three - 1),
    highest: Math.min(five + 2, three + 1),
  });
});

test('statuses are kept as words, so that no order of a list can misread them', () => {
  const first = firstEdition();
  const kept = JSON.parse(JSON.stringify(rowOf(first))) as ReturnType<typeof rowOf>;
  const cell = cellOf(first, table.with, 'Birch', stratum('asian', '65-plus')) ?? -1;
  expect(kept.statuses[cell]).toBe('small');
  expect(new Set(kept.statuses)).toEqual(new Set(first.protection.published.statuses));
});

describe('what a search found is used again', () => {
  const [first] = protectDataset(input(rows(few)));
  if (first === undefined) throw new Error('one table, one period');
  const pattern = patternOf(first);
  const isUsed = (given: Parameters<typeof protectDataset>[0], policy = PROTECT) =>
    protectDataset({ ...given, policy, rulesOnly: true }).map(
      (one) => startFrom([pattern], one.table, policy) !== undefined,
    );

  test('for the same counts under the same policy', () => {
    expect(isUsed(input(rows(few)))).toEqual([true]);
  });

  test.each(Object.entries(others))('not under another %s', (number, value) => {
    expect(isUsed(input(rows(few)), { ...PROTECT, [number]: value })).toEqual([false]);
  });

  test('not for one count more', () => {
    expect(isUsed(input(rows({ ...few, 'Birch asian 65-plus': [3, 23] })))).toEqual([false]);
  });

  test('not where the ages stand in another order', () => {
    const [youngest, ...older] = table.ageBands;
    const ageBands = [...older, youngest] as unknown as CountTable['ageBands'];
    expect(isUsed(input(rows(few), { tables: [{ ...table, ageBands }] }))).toEqual([false]);
  });
});

test('an edition whose ages stood in another order is read by their names, and shows the same', () => {
  const [first] = protectDataset(input(rows(few)));
  const [youngest, ...older] = table.ageBands;
  const ageBands = [...older, youngest] as unknown as CountTable['ageBands'];
  if (first === undefined) throw new Error('one table, one period');
  const [second] = protectDataset(
    input(rows(few), { tables: [{ ...table, ageBands }], earlier: [rowOf(first)] }),
  );
  expect(second?.table.dimensions.map(({ codes }) => codes)).not.toEqual(
    first.table.dimensions.map(({ codes }) => codes),
  );
  let seen = 0;
  for (const measure of [table.with, table.without, table.people])
    for (const area of [...wards, 'North', 'Town'])
      for (const group of ['all', ...groups])
        for (const age of ['all', ...table.ageBands]) {
          const [own, before] = [second, first].map((one) => cellOf(one, measure, area, stratum(group, age)));
          if (own === undefined || before === undefined) continue;
          expect(second?.protection.published.statuses[own]).toBe(
            first.protection.published.statuses[before],
          );
          seen++;
        }
  expect(seen).toBeGreaterThan(100);
});

test('other counts are proved anew', () => {
  const first = firstEdition();
  const more = rows({ ...few, 'Cedar white 16-64': [61, 70] });
  const [again] = protectDataset(input(more, { earlier: [rowOf(first)] }));
  expect(again?.protection.proof.witnesses.length).toBeGreaterThan(0);
});

test('the same counts are proved anew where more is known of them than before', () => {
  const first = firstEdition();
  const [again] = protectDataset(
    input(rows(few), { tables: [{ ...table, peopleKnown: true }], earlier: [rowOf(first)] }),
  );
  expect(again?.protection.proof.witnesses.length).toBeGreaterThan(0);
});

test('a revised table is proved beside the one before: what that showed still bounds what this may show', () => {
  const first = firstEdition();
  const revised = rows({ ...few, 'Birch asian 65-plus': [4, 21], 'Ash white 16-64': [5, 40] });
  const [second] = protectDataset(input(revised, { earlier: [rowOf(first)] }));
  expect(second?.protection.published.earlier).toHaveLength(1);
  // Both the count as it was, 3, and as it is, 4, are kept; the move of the witness fits both editions.
  const { published, proof } = second?.protection ?? { published: undefined, proof: undefined };
  expect([...(proof?.inferred ?? []), ...(proof?.unsettled ?? [])]).toEqual([]);
  const cell = cellOf(second, table.with, 'Birch', stratum('asian', '65-plus')) ?? -1;
  expect(published?.sensitive.get(cell)?.count).toBe(3);
});

test('a version beside one that gives a count away is refused, and the cell is named', () => {
  // Five small counts of a line that sums to few: everybody can tell them from what was shown without a proof.
  const line: Small = Object.fromEntries(
    wards.map((ward, w) => [`${ward} asian 65-plus`, [w === 0 ? 8 : 1, 30 + w]]),
  );
  const [careless] = protectDataset(input(rows(line), { rulesOnly: true }));
  if (careless === undefined) throw new Error('one table, one period');
  const revised = rows({ ...line, 'Oak white 65-plus': [50, 50] });
  expect(() => protectDataset(input(revised, { earlier: [rowOf(careless)] }))).toThrow(
    /checks 2024-25: the proof fails for \d+ small counts.*area=Birch, ethnicGroup=census-2021-5\/asian/s,
  );
});

test('an inner cell without a count is named, and so is a code that an earlier version had', () => {
  const first = firstEdition();
  const gap = rows(few).filter((row) => !(row.area_code === 'Elm' && row.ethnic_group.endsWith('black')));
  expect(() => protectDataset(input(gap))).toThrow(/no count for area=Elm, ethnicGroup=census-2021-5\/black/);
  const withoutBlack = rows(few).filter((row) => !row.ethnic_group.endsWith('black'));
  expect(() => protectDataset(input(withoutBlack, { earlier: [rowOf(first)] }))).toThrow(
    /an earlier version has .*census-2021-5\/black.*, which this one lacks/,
  );
});

test('everybody of an area and age, where the Census gives them, is known to the proof and still shown rounded', () => {
  const known = { ...table, peopleKnown: true } as const;
  const [one] = protectDataset(input(rows(few), { tables: [known] }));
  if (one === undefined) throw new Error('one table, one period');
  const { proof, published } = one.protection;
  const everybody = cellOf(one, table.people, 'Birch', stratum('all', '65-plus')) ?? -1;
  expect(published.statuses[everybody]).toBe('known');
  expect(proof.witnesses.length).toBeGreaterThan(0);
  for (const move of proof.witnesses)
    expect(changesOf(one.table, move).map(({ cell }) => cell)).not.toContain(everybody);
  const exact = one.table.truth[everybody] ?? 0;
  expect(exact % 5).not.toBe(0);
  const shown = shownCounts([one]).figures(table.people, '2024-25', stratum('all', '65-plus'), 'ward');
  expect(shown?.byArea.get('Birch')).toEqual({ status: 'value', value: 5 * Math.round(exact / 5) });
});
