/** What publishing reads of intake's observations: only the measures something is made of, never everything at once. */
import type { Kysely } from 'kysely';
import type { AllTables, ObservationRow } from '../../db/schema.ts';
import { countTables } from '../indicators/count-tables.ts';
import { doseTables } from '../indicators/dose-tables.ts';
import type { DatasetDefinition, Indicator } from '../indicators/indicator.ts';
import { measureOf, nationalFifths } from '../indicators/measures.ts';
import { ObservationTable } from './observation-table.ts';

/** What an indicator is made of: its counts, those they are worked out from, and the tenths behind its fifths. */
export function measuresBehind(indicator: Indicator): string[] {
  const denominators = indicator.kind === 'proportion' ? indicator.denominators : [];
  const named = [indicator.measure, ...denominators.map((one) => one.measure)];
  const worked = named.flatMap((id) => {
    const living = measureOf(id).livingIn;
    return living === undefined ? [id] : [living.people, living.fifthsBy.decile];
  });
  const byFifth = indicator.strata.some((list) => list.deprivation?.some((fifth) => fifth !== 'all'));
  return byFifth ? [...worked, nationalFifths.decile] : worked;
}

/** What the tables of people of a dataset are counted from, and the official figures their proof takes as known. */
export function measuresCounted({ id }: DatasetDefinition): string[] {
  const tables = countTables.filter((table) => table.dataset === id);
  const ofDoses = doseTables.filter((table) => table.dataset === id);
  return [
    ...tables.flatMap(({ people, with: having }) => [people, having]),
    ...ofDoses.flatMap(({ people, doses, known }) => [
      people,
      ...doses.map((dose) => dose.with),
      known.people.measure,
      ...Object.values(known.doses),
    ]),
  ];
}

/** Rows take several times the memory of what is kept of them, so they are read about so many at a time. */
const ROWS_AT_ONCE = 20_000;

async function* pages(db: Kysely<AllTables>, measures: readonly string[]): AsyncGenerator<ObservationRow[]> {
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
    yield observed.selectAll().where('period', 'in', page).execute();
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
