/** Tables with known answers, typed in as facts, each with its source. No real person is in any of them. */
import type { PolicyNumbers } from '../contract/policies.ts';
import type { PublishedTable } from './bounds/published-table.ts';
import { type PublishedOptions, suppressPrimary } from './suppress/primary.ts';
import { type Chains, dimensionOf } from './table/hierarchy.ts';
import { cellOf, codeIn, codesOf } from './table/layout.ts';
import { type Table, tableOf } from './table/table.ts';

/** What other software assumes: exact counts are shown, and of a withheld one nothing is known. */
export const EXACT: PolicyNumbers = { largestSmall: 0, roundedTo: 1, notBelow: 0, edition: 2 };

/** A table of rows by columns with one further dimension in its columns; rows carry the codes above them. */
function tableFrom(
  rows: Readonly<Record<string, Readonly<Record<string, string>>>>,
  chains: Chains,
  columns: readonly string[],
  counts: Readonly<Record<string, readonly number[]>>,
): Table {
  const across = Object.entries(rows).map(([code, above]) => ({ [chains[0][0]]: code, ...above }));
  const row = dimensionOf('row', chains, across);
  const column = dimensionOf(
    'column',
    [['column']],
    columns.map((code) => ({ column: code })),
  );
  return tableOf([row, column], ([r = '', c = '']) => counts[r]?.[columns.indexOf(c)]);
}

/**
 * Two or more are withheld in every line, yet (w, b) follows: (230 + 250) - (89 + 124 + 31) = 236 and (1021 + 770) -
 * (92 + 59 + 800 + 651) = 189, and 236 - 189 = 47.
 *
 * @see sdcTools/sdcTable, tests/testthat/test-simpleheuristic.R at 6393dfb6.
 */
export function hiddenLeak(): PublishedTable {
  const { table, options } = hiddenLeakTable();
  return suppressPrimary(table, options);
}

export function hiddenLeakTable(): { readonly table: Table; readonly options: PublishedOptions } {
  const table = tableFrom({ w: {}, x: {}, y: {}, z: {} }, [['row']], ['a', 'b', 'c', 'd'], {
    w: [30, 47, 64, 89],
    x: [90, 124, 5, 31],
    y: [92, 100, 59, 85],
    z: [800, 991, 651, 685],
  });
  const given = ['w a', 'w b', 'w c', 'x a', 'x c', 'y b', 'y d', 'z b', 'z d'];
  return {
    table,
    options: { policy: EXACT, isSensitive: (cell) => given.includes(codesOf(table, cell).join(' ')) },
  };
}

/**
 * Eight areas in two groupings, three or fewer being small. Each grouping alone is safe; of both, county-1 and the
 * small areas differ by K and N alone.
 *
 * @see sdcTools/sdcTable, tests/testthat/test-linked-tables.R at 6393dfb6.
 */
const areas = {
  A: { county: 'county-1', group: 'small' },
  B: { county: 'county-1', group: 'small' },
  I: { county: 'county-1', group: 'small' },
  J: { county: 'county-1', group: 'small' },
  K: { county: 'county-2', group: 'small' },
  L: { county: 'county-2', group: 'big' },
  M: { county: 'county-2', group: 'big' },
  N: { county: 'county-2', group: 'small' },
};
const people: Readonly<Record<string, number>> = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 };

export function linkedTable(...groupings: readonly [string, ...string[]]): Table {
  const chains = groupings.map((grouping) => ['area', grouping] as const) as unknown as Chains;
  const area = dimensionOf(
    'area',
    chains,
    Object.entries(areas).map(([code, above]) => ({ area: code, ...above })),
  );
  return tableOf([area], ([code = '']) => people[code]);
}

/**
 * People with heart disease by age: of 20 aged 21-30 8 have it, and 7 of the 19 men among them: so one woman, who has it.
 *
 * @see opensafely/documentation, docs/outputs/sdc.md.
 */
export function differencedTable(): { readonly table: Table; readonly options: PublishedOptions } {
  const total: Readonly<Record<string, readonly [number, number]>> = {
    '21-30': [8, 20],
    '31-40': [10, 25],
    '41-50': [15, 30],
    '51-plus': [25, 40],
  };
  const male: Readonly<Record<string, readonly [number, number]>> = {
    '21-30': [7, 19],
    '31-40': [5, 15],
    '41-50': [8, 18],
    '51-plus': [13, 25],
  };
  const dimension = (name: string, codes: readonly string[]) =>
    dimensionOf(
      name,
      [[name]],
      codes.map((code) => ({ [name]: code })),
    );
  const table = tableOf(
    [
      dimension('age', Object.keys(total)),
      dimension('sex', ['male', 'female']),
      dimension('outcome', ['with', 'without']),
    ],
    ([age = '', sex = '', outcome = '']) => {
      const counted = (by: typeof total) => {
        const [having, all] = by[age] as readonly [number, number];
        return outcome === 'with' ? having : all - having;
      };
      return sex === 'male' ? counted(male) : counted(total) - counted(male);
    },
  );
  // Women are never published, and yet their counts must not be inferred.
  const female = table.dimensions[1]?.codes.indexOf('female');
  return { table, options: { publish: (cell) => (codeIn(table, cell, 1) === female ? 'no' : 'yes') } };
}

/** @see statisticsnorway/GaussSuppression 1.2.3 (MIT), data sets z1 and z2. */
const purposes = ['other', 'work', 'assistance', 'benefit'];
const byArea: Readonly<Record<string, readonly number[]>> = {
  A: [11, 11, 55, 36],
  B: [7, 1, 29, 18],
  C: [5, 8, 35, 25],
  D: [13, 2, 17, 13],
  E: [9, 14, 63, 52],
  F: [12, 9, 24, 22],
  G: [6, 4, 22, 8],
  H: [9, 3, 38, 15],
};

export const z1 = (): Table =>
  tableFrom(Object.fromEntries(Object.keys(byArea).map((code) => [code, {}])), [['area']], purposes, byArea);

/** Eleven areas in seven counties, and in two groups of their own. */
export function z2(): Table {
  const county: Readonly<Record<string, string>> = {
    ...{ A: '1', B: '4', C: '5', D: '5', E: '6', F: '6', G: '8', H: '8', I: '1', J: '10', K: '10' },
  };
  const counts = { ...byArea, I: [3, 0, 9, 2], J: [9, 0, 32, 20], K: [4, 2, 18, 11] };
  const rows = Object.keys(counts).map((code) => [
    code,
    { county: county[code] ?? '', group: 'IJK'.includes(code) ? '400' : '300' },
  ]);
  const chains: Chains = [
    ['area', 'county'],
    ['area', 'group'],
  ];
  return tableFrom(Object.fromEntries(rows), chains, purposes, counts);
}

export const cellNamed = (table: Table, ...codes: string[]): number => {
  const cell = cellOf(table, codes);
  if (cell === undefined) throw new Error(`there is no cell ${codes.join(', ')}`);
  return cell;
};
