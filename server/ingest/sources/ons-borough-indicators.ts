/** ONS indicators of local authorities (CSV): the subnational indicators, and the indicators behind the Health Index. */
import { areaOfRow, KnownIndicators, periodOfRow, valueOfRow } from '../borough-values.ts';
import { type Layout, openTable } from '../csv-table.ts';
import type { Source } from '../source.ts';

const subnational: Layout = {
  name: 'ONS subnational indicators',
  // "value" beside it is a standardised score; "real" is the figure.
  columns: { area: ['unique'], period: ['Period'], label: ['Indicator'], unit: ['unit'], value: ['real'] },
};
const healthIndex: Layout = {
  name: 'indicators of the ONS Health Index',
  columns: { area: ['ltla21_code', 'lad21_code'], period: ['year'], label: ['indicator'], value: ['value'] },
};

interface Known {
  readonly measure: string;
  readonly range: readonly [number, number];
  /** As the file must give it; the Health Index gives none. */
  readonly unit?: string;
}

const percent = { range: [0, 100], unit: '%' } as const;
const score = { range: [0, 10], unit: 'Score out of 10' } as const;

const SUBNATIONAL: Readonly<Record<string, Known>> = {
  'Pupils meeting the expected standard in reading, writing and maths at the end of key stage 2': {
    ...percent,
    measure: 'key-stage-2-standard',
  },
  'Persistent absences for all pupils': { ...percent, measure: 'persistent-absence' },
  'Children at expected level for communication and language by end of early years foundation stage': {
    ...percent,
    measure: 'early-years-communication',
  },
  'Cancer diagnosis at stage 1 and 2': { ...percent, measure: 'cancer-diagnosed-early' },
  'Life satisfaction': { ...score, measure: 'life-satisfaction' },
  Anxiety: { ...score, measure: 'anxiety' },
};
const HEALTH_INDEX: Readonly<Record<string, Known>> = {
  Frailty: { measure: 'health-index-frailty', range: [0, 100_000] },
  'Patients offered acceptable GP practice appointments': {
    measure: 'health-index-gp-appointments',
    range: [0, 100],
  },
  'Cancer screening attendance': { measure: 'health-index-cancer-screening', range: [0, 100] },
};

export const onsBoroughIndicators: Source = {
  id: 'ons-borough-indicators',
  title: 'ONS indicators of local authorities (CSV): subnational indicators, or those of the Health Index',
  async *read(file, context) {
    const table = await openTable(file, [subnational, healthIndex], context.problems);
    if (table === undefined) return;
    const list = table.layout === subnational ? SUBNATIONAL : HEALTH_INDEX;
    const known = new KnownIndicators(context);
    for await (const row of table.rows()) {
      context.tally.read++;
      const indicator = list[row.text('label')];
      if (!known.found(row.text('label'), indicator)) continue;
      const area = areaOfRow(row, 'area', context);
      if (area === undefined) continue;
      if (indicator.unit !== undefined && row.text('unit') !== indicator.unit) {
        row.refuse('unit', `expected ${indicator.unit}`);
      }
      const period = periodOfRow(row, 'period');
      const figure = valueOfRow(row, 'value', indicator.range);
      if (period === undefined || figure === undefined) continue;
      yield { kind: 'observation', row: row.number, measure: indicator.measure, period, ...area, ...figure };
    }
    known.requireOne(table, Object.keys(list));
  },
};
