/** What publishing reads of intake's observations: only the measures something is made of, never everything at once. */
import { type Kysely, sql } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';
import type { ObservationRow } from '../../db/intake-schema.ts';
import { countTables } from '../indicators/count-tables.ts';
import { doseTables } from '../indicators/dose-tables.ts';
import type { DatasetDefinition, Indicator } from '../indicators/indicator.ts';
import { nationalFifths } from '../indicators/measure.ts';
import { measureOf } from '../indicators/measures.ts';
import { ObservationTable } from './observation-table.ts';

/** What an indicator is made of: its counts, those they are worked out from, and the tenths behind its fifths. */
export function measuresBehind(indicator: Indicator): string[] {
  const denominators = indicator.valueType === 'proportion' ? indicator.denominators : [];
  const named = [
    indicator.measure,
    ...denominators.flatMap((one) => [one.measure, ...(one.everyone ? [one.everyone] : [])]),
  ];
  const worked = named.flatMap((id) => {
    const living = measureOf(id).livingIn;
    return living === undefined ? [id] : [living.people, living.fifthsBy.decile];
  });
  const byFifth = indicator.strata.some((list) => list.deprivation?.some((fifth) => fifth !== 'all'));
  return byFifth ? [...worked, nationalFifths.decile] : worked;
}

/** What the tables of people of a dataset are counted from: exact counts, for protection alone. */
export function measuresCounted({ id }: DatasetDefinition): string[] {
  return [
    ...countTables
      .filter(({ dataset }) => dataset === id)
      .flatMap(({ people, with: having }) => [people, having]),
    ...doseTables
      .filter(({ dataset }) => dataset === id)
      .flatMap(({ people, doses }) => [people, ...doses.map((dose) => dose.with)]),
  ];
}

/** The official figures that the proof of those tables takes as known. */
export function measuresKnown({ id }: DatasetDefinition): string[] {
  return doseTables
    .filter(({ dataset }) => dataset === id)
    .flatMap(({ known }) => [known.people.measure, ...Object.values(known.doses)]);
}

/** Rows take several times the memory of what is kept of them, so they are read about so many at a time. */
const ROWS_AT_ONCE = 20_000;

async function* pages(db: Kysely<AllTables>, measures: readonly string[]): AsyncGenerator<ObservationRow[]> {
  if (measures.length === 0) return;
  const observed = db.selectFrom('intake.observation').where('measure', 'in', [...new Set(measures)]);
  const periods = await observed
    .select(['period', (observation) => observation.fn.countAll<number>().as('rows')])
    .groupBy('period')
    .orderBy('period')
    .execute();
  let page: string[] = [];
  let rows = 0;
  for (const [at, one] of periods.entries()) {
    page.push(one.period);
    rows += one.rows;
    if (rows < ROWS_AT_ONCE && at < periods.length - 1) continue;
    // As one JSON value, which takes a third of the time of as many rows of fifteen cells.
    // In one order, whatever that of the table: sums of the same figures are then the same to the last digit, also after a restore.
    const read = observed.select(
      sql<ObservationRow[]>`json_agg(observation order by
        period collate "C", area_code collate "C", age_band collate "C", ethnic_group collate "C", measure collate "C")`.as(
        'rows',
      ),
    );
    yield (await read.where('period', 'in', page).executeTakeFirstOrThrow()).rows;
    page = [];
    rows = 0;
  }
}

export async function readRows(
  db: Kysely<AllTables>,
  measures: readonly string[],
): Promise<ObservationRow[]> {
  return (await Array.fromAsync(pages(db, measures))).flat();
}

export async function readTable(
  db: Kysely<AllTables>,
  measures: readonly string[],
): Promise<ObservationTable> {
  const table = new ObservationTable();
  for await (const rows of pages(db, measures)) table.add(rows);
  return table;
}
