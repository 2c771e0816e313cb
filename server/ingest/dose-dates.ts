/** Doses of several dates held against each other: the same people, counts that never fall, sums that agree. */
import { nestedEthnicSchemes } from '../contract/dimensions.ts';
import type { DoseTable } from '../indicators/dose-tables.ts';
import type { ProblemList } from './problems.ts';

/** People of one row, and those of them with each dose so far; undefined where a dose is not counted yet. */
export interface DoseRow {
  readonly row: number;
  /** What the row is about: its area, then its ethnic group, then the rest. */
  readonly codes: readonly string[];
  readonly people: number;
  readonly doses: readonly (number | undefined)[];
}

/** One date of one part of a table, as a file gives it. */
export interface FileDoseDate {
  readonly table: DoseTable;
  readonly isCrossed: boolean;
  readonly period: string;
  readonly file: string;
  readonly rows: ReadonlyMap<string, DoseRow>;
}

export const doseColumn = (dose: string): string => dose.replaceAll('-', '_');

/** Lists what is wrong between the dates of one load; what was loaded before is seen when publishing. */
export function compareDates(dates: readonly FileDoseDate[], problems: ProblemList): void {
  for (const part of Map.groupBy(dates, ({ table, isCrossed }) => `${table.id} ${isCrossed}`).values()) {
    const inOrder = part.toSorted((a, b) => (a.period < b.period ? -1 : 1));
    for (const date of inOrder.slice(1)) requireSamePeople(date, inOrder[0] as FileDoseDate, problems);
    for (const [at, date] of inOrder.entries()) requireNoFall(date, inOrder.slice(0, at), problems);
  }
  for (const weekly of dates.filter(({ isCrossed }) => !isCrossed)) {
    const crossed = dates.find(
      ({ isCrossed, table, period }) => isCrossed && table === weekly.table && period === weekly.period,
    );
    if (crossed !== undefined) requireSameSums(weekly, crossed, problems);
  }
}

function requireSamePeople(date: FileDoseDate, first: FileDoseDate, problems: ProblemList): void {
  for (const [key, { row, people }] of date.rows) {
    const before = first.rows.get(key);
    if (before === undefined || before.people === people) continue;
    const expected = `expected the same people as in row ${before.row} of ${first.file} (${first.period}): nobody moves between dates`;
    problems.add({ file: date.file, row, column: 'people', unsaid: true, expected });
  }
}

/** Each dose is held against the last date before that counts it. */
function requireNoFall(date: FileDoseDate, earlier: readonly FileDoseDate[], problems: ProblemList): void {
  for (const [at, { id }] of date.table.doses.entries()) {
    const before = earlier.findLast(({ rows }) => rows.values().next().value?.doses[at] !== undefined);
    if (before === undefined) continue;
    for (const [key, { row, doses }] of date.rows) {
      const then = before.rows.get(key);
      if ((doses[at] ?? Number.POSITIVE_INFINITY) >= (then?.doses[at] ?? 0)) continue;
      const expected = `expected at least as many as in row ${then?.row} of ${before.file} (${before.period}): counts so far never fall`;
      problems.add({ file: date.file, row, column: doseColumn(id), unsaid: true, expected });
    }
  }
}

/** Where a week ends on a crossed date, both count the same people and doses of each area and wide ethnic group. */
function requireSameSums(weekly: FileDoseDate, crossed: FileDoseDate, problems: ProblemList): void {
  const { schemes, doses } = weekly.table;
  const wide = nestedEthnicSchemes.find(
    ({ finer, coarser }) => finer === schemes[0] && coarser === schemes[1],
  );
  const keyOf = (area = '', group = '') => `${area} ${group}`;
  const byGroup = Map.groupBy(weekly.rows.values(), ({ codes: [area, group = ''] }) =>
    keyOf(area, wide?.groupOf[group]),
  );
  const pieces = Map.groupBy(crossed.rows.values(), ({ codes: [area, group] }) => keyOf(area, group));
  const counts = [
    { column: 'people', of: ({ people }: DoseRow) => people as number | undefined },
    ...doses.map(({ id }, at) => ({ column: doseColumn(id), of: (one: DoseRow) => one.doses[at] })),
  ];
  for (const [key, rows] of byGroup) {
    for (const { column, of } of counts) {
      const [own, other] = [total(rows.map(of)), total((pieces.get(key) ?? []).map(of))];
      if (own === undefined || other === undefined || own === other) continue;
      const expected = `expected the groups of ${key.split(' ').join(', ')} to add up to its pieces in ${crossed.file} (${crossed.period})`;
      problems.add({ file: weekly.file, row: rows[0]?.row ?? 0, column, unsaid: true, expected });
    }
  }
}

/** Undefined where a count is not there: a dose that one of the two does not count yet. */
function total(counts: readonly (number | undefined)[]): number | undefined {
  return counts.reduce<number | undefined>(
    (sum, count) => (sum === undefined || count === undefined ? undefined : sum + count),
    0,
  );
}
