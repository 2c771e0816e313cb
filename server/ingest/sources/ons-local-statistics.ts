/** ONS "Explore local statistics" (CSV): one layout for every indicator, with 95% limits, for districts, regions and countries. */
import { areaOfRow, limitsOfRow, periodOfRow, valueOfRow } from '../borough-values.ts';
import { type Layout, openTable, type Row } from '../csv-table.ts';
import { FoundIndicators, IndicatorList, type KnownIndicator } from '../known-indicators.ts';
import { type StatusWithout, statusWithout } from '../marks.ts';
import type { LoadContext, ObservationItem, Source } from '../source.ts';

const layout: Layout = {
  name: 'ONS Explore local statistics',
  columns: {
    area: ['areacd'],
    indicator: ['indicator'],
    period: ['period'],
    value: ['observation'],
    measure: ['measure'],
    unit: ['unit'],
    lower: ['lci_95'],
    upper: ['uci_95'],
    status: ['status'],
    notes: ['notes'],
  },
};

/** Another indicator of ONS is a line here, and a measure. */
const indicators = new IndicatorList([
  {
    measure: 'healthy-life-expectancy-at-birth',
    names: ['Male healthy life expectancy'],
    sex: 'male',
    range: [0, 120],
    unit: 'yrs',
  },
  {
    measure: 'healthy-life-expectancy-at-birth',
    names: ['Female healthy life expectancy'],
    sex: 'female',
    range: [0, 120],
    unit: 'yrs',
  },
  {
    measure: 'cancer-diagnosed-early',
    names: ['Cancer diagnosis at stage 1 and 2'],
    range: [0, 100],
    unit: '%',
  },
  { measure: 'obesity-adults', names: ['Adult obesity prevalence'], range: [0, 100], unit: '%' },
  {
    measure: 'preventable-cardiovascular-mortality',
    names: ['Preventable cardiovascular mortality (England)'],
    range: [0, 1_000],
    unit: 'Rate per 100,000 population',
  },
  { measure: 'life-satisfaction', names: ['Satisfaction'], range: [0, 10], unit: 'Score out of 10' },
  { measure: 'worthwhile', names: ['Worthwhile'], range: [0, 10], unit: 'Score out of 10' },
  { measure: 'happiness', names: ['Happiness'], range: [0, 10], unit: 'Score out of 10' },
  { measure: 'anxiety', names: ['Anxiety'], range: [0, 10], unit: 'Score out of 10' },
]);

/** The letter of a mark stands beside the empty cell, without its brackets; u is for a figure too unreliable to give. */
const withoutBy = (letter: string): StatusWithout | undefined =>
  letter === 'u' ? 'missing' : statusWithout(`[${letter}]`);

export const onsLocalStatistics: Source = {
  id: 'ons-local-statistics',
  title: 'ONS Explore local statistics (CSV): values with 95% limits, by district, region and country',
  async *read(file, context) {
    const table = await openTable(file, [layout], context.problems);
    if (table === undefined) return;
    const found = new FoundIndicators(context);
    for await (const row of table.rows()) {
      context.tally.read++;
      const indicator = indicators.find(row.text('indicator'));
      if (!found.found(row.text('indicator'), indicator)) continue;
      const item = itemOf(row, indicator, context);
      if (item !== undefined) yield item;
    }
    found.requireOne(table, indicators.names);
  },
};

function itemOf(row: Row, indicator: KnownIndicator, context: LoadContext): ObservationItem | undefined {
  const area = areaOfRow(row, 'area', context);
  if (area === undefined) return undefined;
  const unit = row.text('unit');
  if (unit !== indicator.unit) row.refuse('unit', `expected ${indicator.unit}`);
  const period = periodOfRow(row, 'period');
  const status = row.text('status');
  const without = withoutBy(status);
  const figure = valueOfRow(row, 'value', indicator.range, without);
  const limits = figure && limitsOfRow(row, ['lower', 'upper'], figure.value);
  if (unit !== indicator.unit || !period || !figure || !limits) return undefined;
  if (figure.value !== null && without !== undefined) {
    row.refuse('status', `expected nothing beside a value: ${status} says that there is none`);
    return undefined;
  }
  // Words under "status" are a note: "Value for Hackney and City of London combined".
  const words = [without === undefined ? status : '', row.text('notes')].filter(Boolean);
  return {
    kind: 'observation',
    row: row.number,
    measure: indicator.measure,
    period,
    ...area,
    ...(indicator.sex !== undefined && { sex: indicator.sex }),
    ...figure,
    ...limits,
    ...(words.length > 0 && { note: `The source notes: ${words.join('. ')}` }),
  };
}
