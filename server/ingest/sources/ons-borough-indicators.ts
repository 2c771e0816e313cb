/** ONS indicators of local authorities (CSV): the subnational indicators, and the indicators behind the Health Index. */
import { areaOfRow, periodOfRow, valueOfRow } from '../borough-values.ts';
import type { ColumnLayout } from '../csv-header.ts';
import { openTable } from '../csv-table.ts';
import { FoundIndicators, IndicatorList, refuseOtherForm } from '../known-indicators.ts';
import { plausibleRange } from '../plausible-figures.ts';
import type { Source } from '../source.ts';

const percent = { form: 'Percentage', units: ['%'] };
const score = { form: 'Mean', units: ['Score out of 10'] };

/** Each layout of the file with the indicators it is read for. */
const layouts: readonly (ColumnLayout & { readonly indicators: IndicatorList })[] = [
  {
    name: 'ONS subnational indicators',
    // "value" beside it is a standardised score; "real" is the figure.
    columns: {
      area: ['unique'],
      'name?': ['group'],
      period: ['Period'],
      label: ['Indicator'],
      form: ['Measure'],
      unit: ['unit'],
      value: ['real'],
    },
    indicators: new IndicatorList([
      {
        ...percent,
        measure: 'key-stage-2-standard',
        names: [
          'Pupils meeting the expected standard in reading, writing and maths at the end of key stage 2',
        ],
      },
      { ...percent, measure: 'persistent-absence', names: ['Persistent absences for all pupils'] },
      {
        ...percent,
        measure: 'early-years-communication',
        names: [
          'Children at expected level for communication and language by end of early years foundation stage',
        ],
      },
      { ...percent, measure: 'cancer-diagnosed-early', names: ['Cancer diagnosis at stage 1 and 2'] },
      { ...score, measure: 'life-satisfaction', names: ['Life satisfaction'] },
      { ...score, measure: 'anxiety', names: ['Anxiety'] },
    ]),
  },
  {
    name: 'indicators of the ONS Health Index',
    columns: {
      area: ['ltla21_code', 'lad21_code'],
      period: ['year'],
      label: ['indicator'],
      value: ['value'],
    },
    // The file gives no units.
    indicators: new IndicatorList([
      { measure: 'health-index-frailty', names: ['Frailty'] },
      {
        measure: 'health-index-gp-appointments',
        names: ['Patients offered acceptable GP practice appointments'],
      },
      { measure: 'health-index-cancer-screening', names: ['Cancer screening attendance'] },
    ]),
  },
];

export const onsBoroughIndicatorsSource: Source = {
  id: 'ons-borough-indicators',
  title: 'ONS indicators of local authorities (CSV): subnational indicators, or those of the Health Index',
  async *read(file, context) {
    const table = await openTable(file, layouts, context.problems);
    const list = layouts.find((one) => one === table?.layout)?.indicators;
    if (table === undefined || list === undefined) return;
    const indicators = new FoundIndicators(context);
    for await (const row of table.rows()) {
      context.tally.read++;
      const indicator = list.find(row.text('label'));
      if (!indicators.found(row.text('label'), indicator)) continue;
      const area = areaOfRow(row, 'area', context);
      if (area === undefined) continue;
      if (refuseOtherForm(row, indicator)) continue;
      const period = periodOfRow(row, 'period');
      const figure = valueOfRow(row, 'value', plausibleRange(indicator.measure));
      if (period === undefined || figure === undefined) continue;
      yield { kind: 'observation', row: row.number, measure: indicator.measure, period, ...area, ...figure };
    }
    indicators.requireOne(table, list.names);
  },
};
