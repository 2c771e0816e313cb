/** English Indices of Deprivation 2019: national rank and tenth of each LSOA (2011). */
import type { ColumnLayout } from '../csv-header.ts';
import { openTable } from '../csv-table.ts';
import { areaOfPlace, needsAreas, requireEveryArea } from '../place-filter.ts';
import { tenthOf } from '../rank-and-decile.ts';
import type { Source } from '../source.ts';

const layout: ColumnLayout = {
  name: 'Indices of Deprivation 2019 by LSOA',
  columns: {
    area: ['lsoa11_code', 'LSOA code (2011)'],
    'name?': ['lsoa11_name', 'LSOA name (2011)'],
    rank: ['IMD_rank', 'Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)'],
    decile: [
      'IMD_decile',
      'Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)',
    ],
  },
};
/** LSOAs of England in 2011. */
const LSOAS = 32_844;

export const indicesOfDeprivation2019: Source = {
  id: 'indices-of-deprivation-2019',
  title: 'English Indices of Deprivation 2019 (CSV): LSOA ranks and deciles',
  async *read(file, context) {
    const table = await openTable(file, [layout], context.problems);
    if (table === undefined || !needsAreas(table, 'lsoa', '2011', context)) return;
    const seen = new Set<string>();
    for await (const row of table.rows()) {
      context.tally.read++;
      const areaCode = areaOfPlace(row, 'area', 'lsoa', '2011', context);
      if (areaCode === undefined) continue;
      if (seen.has(areaCode)) row.refuse('area', 'the area stands in an earlier row already');
      seen.add(areaCode);
      const value = tenthOf(row, 'decile', 'rank', LSOAS);
      if (value === undefined) continue;
      yield {
        kind: 'observation',
        row: row.number,
        measure: 'deprivation-decile-2019',
        period: '2019',
        areaType: 'lsoa',
        areaCode,
        status: 'value',
        value,
      };
    }
    requireEveryArea(table, 'lsoa', '2011', seen, context);
  },
};
