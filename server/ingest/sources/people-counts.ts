/** Stewards' extracts of people counted from records (server/ingest/README.md): the inner cells of count tables. */
import { parsePeriod } from '../../contract/periods.ts';
import { type CountTable, countTables } from '../../indicators/count-tables.ts';
import type { ColumnLayout } from '../csv-header.ts';
import type { Row } from '../csv-row.ts';
import { openTable } from '../csv-table.ts';
import { areaOf, groupsOfScheme, InnerCells, oneOfExpected, wholeCountAt } from '../inner-cells.ts';
import type { Item, LoadContext, Source } from '../source.ts';

const layout: ColumnLayout = {
  name: 'counts of people',
  columns: {
    table: ['table'],
    period: ['period'],
    area: ['area_code'],
    group: ['ethnic_group'],
    age: ['age_band'],
    people: ['people'],
    with: ['with'],
  },
};

export const peopleCounts: Source = peopleCountsOf(countTables);

/** The source for these tables. */
export function peopleCountsOf(tables: readonly CountTable[]): Source {
  return {
    id: 'people-counts',
    title:
      'counts of people from records (CSV): by ward, ethnic group and age band, those with something among all',
    countsPeople: true,
    async *read(file, context) {
      const table = await openTable(file, [layout], context.problems);
      if (table === undefined) return;
      const cells = new InnerCells<CountTable>(file, context);
      for await (const batch of table.batches()) {
        context.tally.read += batch.length;
        yield batch.flatMap((row) => itemsOf(row, tables, context, cells));
      }
      cells.requireAll((counted) => cellsOf(counted, context));
    },
  };
}

function itemsOf(
  row: Row,
  tables: readonly CountTable[],
  context: LoadContext,
  cells: InnerCells<CountTable>,
): Item[] {
  const table = oneOfExpected(row, 'table', tables, (candidate) => candidate.id);
  const period = row.text('period');
  const isPeriod = parsePeriod(period) !== undefined;
  if (!isPeriod) row.refuseUnsaid('period', 'expected a period such as 2024-25, 2024 or 2024-25-Q1');
  if (table === undefined || !cells.havePlace(table.areas)) return [];
  const areaCode = areaOf(row, 'area', table.areas, context);
  const ethnicGroup = oneOfExpected(row, 'group', groupsOfScheme(table.schemes[0]));
  const ageBand = oneOfExpected(row, 'age', table.ageBands);
  const [people, having] = [wholeCountAt(row, 'people'), wholeCountAt(row, 'with')];
  if (areaCode === undefined || ethnicGroup === undefined || ageBand === undefined || !isPeriod) return [];
  if (!cells.add(row, table, period, [areaCode, ethnicGroup, ageBand])) return [];
  if (people === undefined || having === undefined) return [];
  if (having > people) {
    row.refuseUnsaid('with', 'expected at most the number in the column "people"');
    return [];
  }
  const about = {
    kind: 'observation',
    row: row.number,
    period,
    areaType: table.areas.type,
    areaCode,
  } as const;
  const stratum = { ethnicScheme: table.schemes[0], ethnicGroup, ageBand, status: 'value' } as const;
  return [
    { ...about, ...stratum, measure: table.people, value: people },
    { ...about, ...stratum, measure: table.with, value: having },
  ];
}

const cellsOf = ({ areas, schemes, ageBands }: CountTable, context: LoadContext) =>
  context.areas
    .codes(areas.type, areas.edition)
    .flatMap((area) =>
      groupsOfScheme(schemes[0]).flatMap((group) => ageBands.map((age) => [area, group, age])),
    );
