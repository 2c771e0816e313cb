/** Census 2021 tables by MSOA (2021), one column an answer: proficiency in English, unpaid care. */
import type { ColumnLayout } from '../csv-header.ts';
import { openTable } from '../csv-table.ts';
import { areaOfPlace, needsAreas, requireEveryArea } from '../place-filter.ts';
import type { Source } from '../source.ts';

interface AnswerTable extends ColumnLayout {
  /** A column that holds the sum of others. */
  readonly sum: { readonly of: readonly string[]; readonly stands: string };
  readonly counted: { readonly measure: string; readonly answers: readonly string[] };
  /** Everybody asked: columns that hold each person once. */
  readonly asked: { readonly measure: string; readonly answers: readonly string[] };
}

const area = ['msoa21_code', 'MSOA21CD', 'Middle layer Super Output Areas Code'];
const name = ['msoa21_name', 'MSOA21NM', 'Middle layer Super Output Areas'];
const OTHER = 'Main language is not English (English or Welsh in Wales)';
const spoken = ['veryWell', 'well', 'notWell', 'not'];
const hours = ['to9', 'to19', 'to34', 'to49', 'from50'];

const tables: readonly AnswerTable[] = [
  {
    name: 'Census 2021 proficiency in English',
    columns: {
      area,
      'name?': name,
      main: ['Main language is English (English or Welsh in Wales)'],
      other: [OTHER],
      veryWell: [`${OTHER}: Can speak English very well`],
      well: [`${OTHER}: Can speak English well`],
      notWell: [`${OTHER}: Cannot speak English well`],
      not: [`${OTHER}: Cannot speak English`],
    },
    sum: { of: spoken, stands: 'other' },
    counted: { measure: 'residents-little-english', answers: ['notWell', 'not'] },
    asked: { measure: 'residents-asked-english', answers: ['main', ...spoken] },
  },
  {
    name: 'Census 2021 provision of unpaid care',
    columns: {
      area,
      'name?': name,
      total: ['total'],
      none: ['provides_no_unpaid_care'],
      to9: ['provides_9_hours_or_less_unpaid_care_a_week'],
      to19: ['provides_10_to_19_hours_unpaid_care_a_week'],
      to34: ['provides_20_to_34_hours_unpaid_care_a_week'],
      to49: ['provides_35_to_49_hours_unpaid_care_a_week'],
      from50: ['provides_50_or_more_hours_unpaid_care_a_week'],
    },
    sum: { of: ['none', ...hours], stands: 'total' },
    counted: { measure: 'residents-giving-unpaid-care', answers: hours },
    asked: { measure: 'residents-asked-unpaid-care', answers: ['none', ...hours] },
  },
];
/** The Census moves each count by a little, so parts and whole need not agree to the person. */
const PERTURBED = 20;

export const onsCensus2021ByMsoa: Source = {
  id: 'ons-census-2021-by-msoa',
  title: 'Census 2021 by MSOA (CSV): proficiency in English or unpaid care',
  async *read(file, context) {
    const table = await openTable(file, tables, context.problems);
    const layout = tables.find((one) => one === table?.layout);
    if (table === undefined || layout === undefined || !needsAreas(table, 'msoa', '2021', context)) return;
    const seen = new Set<string>();
    for await (const row of table.rows()) {
      context.tally.read++;
      const areaCode = areaOfPlace(row, 'area', 'msoa', '2021', context);
      if (areaCode === undefined) continue;
      if (seen.has(areaCode)) row.refuse('area', 'the area stands in an earlier row already');
      seen.add(areaCode);
      const { sum, counted, asked } = layout;
      const answers = new Map(
        [...new Set([...sum.of, sum.stands, ...asked.answers])].map((key) => [key, row.whole(key)]),
      );
      if ([...answers.values()].includes(undefined)) continue;
      const sumOf = (keys: readonly string[]) => keys.reduce((all, key) => all + (answers.get(key) ?? 0), 0);
      if (Math.abs(sumOf(sum.of) - sumOf([sum.stands])) > PERTURBED)
        row.refuse(sum.stands, `expected about ${sumOf(sum.of)}, the sum of the answers`);
      const base = {
        kind: 'observation',
        row: row.number,
        period: '2021',
        areaType: 'msoa',
        areaCode,
        status: 'value',
      } as const;
      yield { ...base, measure: counted.measure, value: sumOf(counted.answers) };
      yield { ...base, measure: asked.measure, value: sumOf(asked.answers) };
    }
    requireEveryArea(table, 'msoa', '2021', seen, context);
  },
};
