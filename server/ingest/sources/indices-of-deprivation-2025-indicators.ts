/** English Indices of Deprivation 2025: the indicators beneath the domains, for each LSOA (2021). */
import type { ColumnLayout } from '../csv-header.ts';
import { openTable } from '../csv-table.ts';
import { areaOfPlace, needsAreas, requireEveryArea } from '../place-filter.ts';
import type { Source } from '../source.ts';

interface Column {
  readonly headers: readonly string[];
  readonly measure: string;
  readonly isCount?: true;
  readonly range: readonly [least: number, most: number];
}

/** Another indicator of the file is a line here, and a measure. */
const columns: Readonly<Record<string, Column>> = {
  income: {
    headers: ['income_domain_numerator', 'Income Domain numerator'],
    measure: 'residents-income-deprived',
    isCount: true,
    range: [0, 10_000],
  },
  illness: {
    headers: [
      'comparative_illness_and_disability_ratio_indicator',
      'Comparative illness and disability ratio indicator',
    ],
    measure: 'illness-and-disability-ratio',
    range: [0, 1_000],
  },
  acute: {
    headers: ['acute_morbidity_indicator', 'Acute morbidity indicator'],
    measure: 'acute-morbidity-ratio',
    range: [0, 1_000],
  },
  mental: {
    headers: ['mental_health_indicator', 'Mental health indicator'],
    measure: 'mental-health-score',
    range: [-5, 5],
  },
  lifeLost: {
    headers: ['years_of_potential_life_lost_indicator', 'Years of potential life lost indicator'],
    measure: 'years-of-life-lost',
    range: [0, 500],
  },
};

const layout: ColumnLayout = {
  name: 'indicators of the Indices of Deprivation 2025 by LSOA',
  columns: {
    area: ['lsoa21_code', 'LSOA code (2021)'],
    ...Object.fromEntries(Object.entries(columns).map(([key, { headers }]) => [key, headers])),
  },
};

export const indicesOfDeprivation2025Indicators: Source = {
  id: 'indices-of-deprivation-2025-indicators',
  title:
    'English Indices of Deprivation 2025 (CSV): indicators of health and people in income deprivation by LSOA',
  async *read(file, context) {
    const table = await openTable(file, [layout], context.problems);
    if (table === undefined || !needsAreas(table, 'lsoa', '2021', context)) return;
    const seen = new Set<string>();
    for await (const row of table.rows()) {
      context.tally.read++;
      const areaCode = areaOfPlace(row, 'area', 'lsoa', '2021', context);
      if (areaCode === undefined) continue;
      if (seen.has(areaCode)) row.refuse('area', 'the area stands in an earlier row already');
      seen.add(areaCode);
      for (const [key, { measure, isCount, range }] of Object.entries(columns)) {
        const value = isCount ? row.whole(key) : row.decimal(key);
        if (value === undefined) continue;
        const [least, most] = range;
        if (value < least || value > most) row.refuse(key, `expected a figure from ${least} to ${most}`);
        yield {
          kind: 'observation',
          row: row.number,
          measure,
          period: '2025',
          areaType: 'lsoa',
          areaCode,
          status: 'value',
          value,
        };
      }
    }
    requireEveryArea(table, 'lsoa', '2021', seen, context);
  },
};
