/** What one row of doses counted from records says: about whom, at which date, how many with each dose. */
import { parsePeriod } from '../contract/periods.ts';
import type { DoseTable } from '../indicators/dose-tables.ts';
import type { Row } from './csv-row.ts';
import { doseColumn, type FileDoseDate } from './dose-dates.ts';
import { areaOf, groupsOfScheme, oneOfExpected, wholeCountAt } from './inner-cells.ts';
import type { LoadContext, ObservationItem } from './source.ts';

export type DoseStratum = Pick<ObservationItem, 'areaType' | 'ethnicScheme'> & {
  readonly areaCode: string;
  readonly ethnicGroup: string;
  readonly ageBand: string;
  readonly overlapCode: string;
};

/** What a row of a crossed date is about; undefined, with the row refused, where a code is wrong. */
export function crossedStratum(row: Row, table: DoseTable, context: LoadContext): DoseStratum | undefined {
  const [, wide] = table.schemes;
  const areaCode = areaOf(row, 'area', table.areas, context);
  const overlapCode = areaOf(row, 'part', table.parts, context);
  const ethnicGroup = oneOfExpected(row, 'group', groupsOfScheme(wide));
  const ageBand = oneOfExpected(row, 'age', table.ageBands);
  if (areaCode === undefined || overlapCode === undefined) return undefined;
  if (ethnicGroup === undefined || ageBand === undefined) return undefined;
  return { areaType: table.areas.type, areaCode, overlapCode, ethnicScheme: wide, ethnicGroup, ageBand };
}

/** The same of a week. */
export function weekOf(row: Row, table: DoseTable, context: LoadContext): DoseStratum | undefined {
  const [finest] = table.schemes;
  const areaCode = areaOf(row, 'area', table.areas, context);
  const ethnicGroup = oneOfExpected(row, 'group', groupsOfScheme(finest));
  if (areaCode === undefined || ethnicGroup === undefined) return undefined;
  const about = { areaType: table.areas.type, areaCode, overlapCode: '' };
  return { ...about, ethnicScheme: finest, ethnicGroup, ageBand: table.allAges };
}

export function dateOf(row: Row): string | undefined {
  const period = parsePeriod(row.text('period'));
  if (period !== undefined && period.start === period.end) return period.id;
  row.refuseUnsaid('period', 'expected a date such as 2021-07-15');
  return undefined;
}

/** Each dose given among those with the one before; none counted after one that is not. Undefined where one is refused. */
export function dosesOf(
  row: Row,
  table: DoseTable,
  people: number | undefined,
): readonly (number | undefined)[] | undefined {
  const counts: (number | undefined)[] = [];
  let [most, column] = [people, 'people'];
  let [refused, isCounted] = [people === undefined, true];
  for (const [at, { id }] of table.doses.entries()) {
    if (row.text(id) === '' && at > 0) {
      isCounted = false;
      counts.push(undefined);
      continue;
    }
    const count = wholeCountAt(row, id);
    counts.push(count);
    const isTooMany = count !== undefined && most !== undefined && count > most;
    if (!isCounted) row.refuseUnsaid(id, 'expected nothing: the dose before is not counted at this date');
    else if (isTooMany) row.refuseUnsaid(id, `expected at most the number in the column "${column}"`);
    refused ||= count === undefined || !isCounted || isTooMany;
    [most, column] = [count, doseColumn(id)];
  }
  return refused ? undefined : counts;
}

/** A dose is counted in every row of a date or, before it began, in none. */
export function countsSameDoses(
  row: Row,
  { table, rows }: FileDoseDate,
  doses: readonly (number | undefined)[],
): boolean {
  const first = rows.values().next().value;
  const other = doses.findIndex((count, at) => (count === undefined) !== (first?.doses[at] === undefined));
  const dose = table.doses[other];
  if (dose === undefined) return true;
  const right = doses[other] === undefined ? 'a number' : 'nothing';
  row.refuseUnsaid(
    dose.id,
    `expected ${right}, as in row ${first?.row}: a dose is counted in every row of a date, or in none`,
  );
  return false;
}
