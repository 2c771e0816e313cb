/** What COVER workbooks say of one figure in another place too: in further sheets, in the sum of all authorities, in its own digits. */

import type { Row } from '../csv-row.ts';
import { lastDigit, readDecimal, readWhole } from '../figures.ts';
import { namedAreasOf } from '../place-filter.ts';
import type { Sheet } from '../sheet.ts';
import type { LoadContext } from '../source.ts';

import { coverAgeOf, kindOfColumn, measureOfVaccine, vaccineOf } from './ukhsa-cover-columns.ts';
import type { CoverSheet } from './ukhsa-cover-sheets.ts';

/** What a row calls the area it is about. */
export const coverWordsOf = (row: Row) => ({
  code: row.text('code'),
  region: row.text('regionCode'),
  names: [row.text('name'), row.text('regionName')],
});

const AUTHORITY = /^E(?:06|08|09|10)\d{6}$/;

/** Lists where the children of all authorities are more than those of the country, whose row holds them too. */
export function refuseOtherSum({ table, denominator }: CoverSheet, { place }: LoadContext): void {
  const country = namedAreasOf(place).find(({ type }) => type === 'country');
  const rows = [...table.rows()];
  const childrenOf = (wanted: readonly Row[]): number | undefined => {
    const counts = wanted.map((row) => readWhole(row.at(denominator)));
    return counts.length === 0 ? undefined : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  };
  // Workbooks before 2024/25 Q3 give the country no code.
  const all = childrenOf(rows.filter((row) => country?.isRow(coverWordsOf(row))));
  const own = rows.find((row) => row.text('code') === place.code);
  const sum = childrenOf(rows.filter((row) => AUTHORITY.test(row.text('code'))));
  if (all !== undefined && all > 0 && sum !== undefined && sum > all)
    own?.refuseAt(
      denominator,
      `the local authorities add up to ${sum} children, ${country?.name} has ${all}; is one of their numbers too high?`,
    );
}

/** Lists the figures of the place that another sheet of the workbook, which goes by other regions, has otherwise. */
export function refuseOtherSheets(
  { age, sheet, table, denominator, vaccines }: CoverSheet,
  sheets: readonly Sheet[],
  { place }: LoadContext,
): void {
  const own = [...table.rows()].find((row) => row.text('code') === place.code);
  if (own === undefined) return;
  for (const other of sheets) {
    const headerAt = other.rows.slice(0, 20).findIndex((row) => isOfAge(row, age));
    const headers = other.rows[headerAt] ?? [];
    const cells = other.rows.slice(headerAt + 1).find((row) => row.includes(place.code));
    if (other === sheet || headerAt === -1 || cells === undefined) continue;
    const indexOf = (measure: string) =>
      headers.findIndex(
        (header) => coverAgeOf(header) === age && measureOfVaccine(age, vaccineOf(header) ?? '') === measure,
      );
    // Of fewer children, such as those offered a vaccine, the sheet has none of these vaccines.
    if (vaccines.every(({ measure }) => indexOf(measure) === -1)) continue;
    const there = [
      [denominator, headers.findIndex((header) => kindOfColumn(header) === 'denominator')] as const,
      ...vaccines.map(({ index, measure }) => [index, indexOf(measure)] as const),
    ];
    for (const [index, at] of there) {
      const [here, said] = [own.at(index), cells[at] ?? ''];
      if (differ(here, said)) own.refuseAt(index, `sheet "${other.name}" says ${said} of the same`);
    }
  }
}

const isOfAge = (row: readonly string[], age: CoverSheet['age']): boolean =>
  row.some((cell) => kindOfColumn(cell) === 'code') &&
  row.some((cell) => kindOfColumn(cell) === 'denominator' && coverAgeOf(cell) === age);

function differ(one: string, other: string): boolean {
  const [a, b] = [readDecimal(one), readDecimal(other)];
  return a !== undefined && b !== undefined && Math.abs(a - b) > Math.max(lastDigit(one), lastDigit(other));
}

/** Lists columns that hold shares of one where percentages belong. */
export function refuseShares({ table, vaccines }: CoverSheet): void {
  for (const { index, vaccine } of vaccines) {
    const figures = [...table.rows()].flatMap((row) => readDecimal(row.at(index)) ?? []);
    if (figures.length > 0 && Math.max(...figures) <= 1)
      table.refuse(`expected percentages of ${vaccine}; every one of its figures is 1 or less`);
  }
}

/** Digits of a percentage that was worked out by the spreadsheet and never rounded. */
const UNROUNDED = 1e-6;

/** Whether a percentage that was never rounded is one of whole children. */
export function isOfWholeChildren(percent: string, children: number): boolean {
  const value = readDecimal(percent);
  if (value === undefined || lastDigit(percent) > UNROUNDED) return true;
  const made = (value * children) / 100;
  return Math.abs(made - Math.round(made)) < 0.001;
}
