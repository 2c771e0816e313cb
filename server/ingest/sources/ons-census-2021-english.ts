/** Census 2021 proficiency in English by MSOA (2021), one column per answer. */
import type { Layout } from '../csv-header.ts';
import { openTable } from '../csv-table.ts';
import { areaOfPlace, needsAreas, requireEveryArea } from '../place-filter.ts';
import type { Source } from '../source.ts';

const OTHER = 'Main language is not English (English or Welsh in Wales)';
const layout: Layout = {
  name: 'Census 2021 proficiency in English',
  columns: {
    area: ['msoa21_code', 'MSOA21CD', 'Middle layer Super Output Areas Code'],
    'name?': ['msoa21_name', 'MSOA21NM', 'Middle layer Super Output Areas'],
    main: ['Main language is English (English or Welsh in Wales)'],
    other: [OTHER],
    veryWell: [`${OTHER}: Can speak English very well`],
    well: [`${OTHER}: Can speak English well`],
    notWell: [`${OTHER}: Cannot speak English well`],
    not: [`${OTHER}: Cannot speak English`],
  },
};

export const onsCensus2021English: Source = {
  id: 'ons-census-2021-english',
  title: 'Census 2021 by MSOA (CSV): proficiency in English',
  async *read(file, context) {
    const table = await openTable(file, [layout], context.problems);
    if (table === undefined || !needsAreas(table, 'msoa', '2021', context)) return;
    const seen = new Set<string>();
    for await (const row of table.rows()) {
      context.tally.read++;
      const areaCode = areaOfPlace(row, 'area', 'msoa', '2021', context);
      if (areaCode === undefined) continue;
      if (seen.has(areaCode)) row.refuse('area', 'the area stands in an earlier row already');
      seen.add(areaCode);
      const [main, other] = [row.whole('main'), row.whole('other')];
      const [veryWell, well, notWell, not] = ['veryWell', 'well', 'notWell', 'not'].map((key) =>
        row.whole(key),
      );
      if (main === undefined || other === undefined) continue;
      if (veryWell === undefined || well === undefined || notWell === undefined || not === undefined)
        continue;
      const answers = veryWell + well + notWell + not;
      // The Census moves each count by a little, so parts and whole need not agree to the person.
      if (Math.abs(answers - other) > 20)
        row.refuse('other', `expected about ${answers}, the sum of the four answers`);
      const base = {
        kind: 'observation',
        row: row.number,
        period: '2021',
        areaType: 'msoa',
        areaCode,
      } as const;
      yield { ...base, measure: 'residents-little-english', status: 'value', value: notWell + not };
      yield { ...base, measure: 'residents-asked-english', status: 'value', value: main + answers };
    }
    requireEveryArea(table, 'msoa', '2021', seen, context);
  },
};
