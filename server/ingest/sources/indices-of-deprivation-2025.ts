/** English Indices of Deprivation 2025: score and tenths of each LSOA (2021), or the average score of boroughs. */
import { areaOfRow } from '../borough-values.ts';
import type { ColumnLayout } from '../csv-header.ts';
import type { Row } from '../csv-row.ts';
import { openTable } from '../csv-table.ts';
import { readWhole } from '../figures.ts';
import { areaOfPlace, needsAreas, requireEveryArea } from '../place-filter.ts';
import { ScoresByRank, tenthOf } from '../rank-and-decile.ts';
import type { Item, LoadContext, Source } from '../source.ts';

/** LSOAs of England in 2021. */
const LSOAS = 33_755;

/** The columns of a domain's decile and of the rank it follows from. */
const domain = (key: string, short: string, long: string) => ({
  [key]: [`${short}_decile`, `${long} Decile (where 1 is most deprived 10% of LSOAs)`],
  [rankOf(key)]: [`${short}_rank`, `${long} Rank (where 1 is most deprived)`],
});
const rankOf = (key: string): string => `${key} rank`;

/** The column of each decile, and the measure it is stored as. */
const deciles = {
  decile: 'deprivation-decile-2025',
  income: 'deprivation-decile-2025-income',
  employment: 'deprivation-decile-2025-employment',
  education: 'deprivation-decile-2025-education',
  health: 'deprivation-decile-2025-health',
  crime: 'deprivation-decile-2025-crime',
  housing: 'deprivation-decile-2025-housing',
  environment: 'deprivation-decile-2025-environment',
} as const;

const small: ColumnLayout = {
  name: 'scores and deciles by LSOA',
  columns: {
    area: ['lsoa21_code', 'LSOA code (2021)'],
    'name?': ['lsoa21_name', 'LSOA name (2021)'],
    score: ['IMD_score', 'Index of Multiple Deprivation (IMD) Score'],
    ...domain('decile', 'IMD', 'Index of Multiple Deprivation (IMD)'),
    ...domain('income', 'Income', 'Income'),
    ...domain('employment', 'Employment', 'Employment'),
    ...domain('education', 'Education', 'Education, Skills and Training'),
    ...domain('health', 'Health', 'Health Deprivation and Disability'),
    ...domain('crime', 'Crime', 'Crime'),
    ...domain('housing', 'Housing_and_Services', 'Barriers to Housing and Services'),
    ...domain('environment', 'Environment', 'Living Environment'),
  },
};
const boroughs: ColumnLayout = {
  name: 'summary by LTLA',
  columns: {
    area: ['ltla24_code', 'Local Authority District code (2024)'],
    'name?': ['ltla24_name', 'Local Authority District name (2024)'],
    score: ['imd_average_score', 'IMD - Average score'],
  },
};

export const indicesOfDeprivation2025: Source = {
  id: 'indices-of-deprivation-2025',
  title: 'English Indices of Deprivation 2025 (CSV): LSOA scores and deciles, or LTLA summary',
  async *read(file, context) {
    const table = await openTable(file, [small, boroughs], context.problems);
    if (table === undefined) return;
    const areaType = table.layout === small ? ('lsoa' as const) : ('borough' as const);
    if (areaType === 'lsoa' && !needsAreas(table, 'lsoa', '2021', context)) return;
    const seen = new Set<string>();
    const scores = new ScoresByRank();
    for await (const row of table.rows()) {
      context.tally.read++;
      const area = areaType === 'borough' ? areaOfRow(row, 'area', context) : smallAreaOf(row, context);
      if (area === undefined) continue;
      if (seen.has(area.areaCode)) row.refuse('area', 'the area stands in an earlier row already');
      seen.add(area.areaCode);
      const base = { kind: 'observation', row: row.number, period: '2025', ...area } as const;
      const score = row.decimal('score');
      if (score !== undefined) {
        if (score < 0 || score > 100) row.refuse('score', 'expected a score from 0 to 100');
        yield { ...base, measure: 'deprivation-score-2025', status: 'value', value: score };
      }
      if (areaType !== 'lsoa') continue;
      scores.add(row, readWhole(row.text(rankOf('decile'))), score);
      yield* decilesOf(row, base);
    }
    scores.requireOrder('score');
    if (areaType === 'lsoa') requireEveryArea(table, 'lsoa', '2021', seen, context);
  },
};

function smallAreaOf(row: Row, context: LoadContext) {
  const areaCode = areaOfPlace(row, 'area', 'lsoa', '2021', context);
  return areaCode === undefined ? undefined : ({ areaType: 'lsoa', areaCode } as const);
}

function* decilesOf(
  row: Row,
  base: Pick<Item & { kind: 'observation' }, 'kind' | 'row' | 'period' | 'areaType' | 'areaCode'>,
): Generator<Item> {
  for (const [column, measure] of Object.entries(deciles)) {
    const value = tenthOf(row, column, rankOf(column), LSOAS);
    if (value !== undefined) yield { ...base, measure, status: 'value', value };
  }
}
