/** ONS "Explore local statistics" (CSV): one layout for every indicator, with 95% limits, for districts, regions and countries. */
import { areaOfRow, limitsOfRow, periodOfRow, valueOfRow } from '../borough-values.ts';
import type { ColumnLayout } from '../csv-header.ts';
import type { Row } from '../csv-row.ts';
import { openTable } from '../csv-table.ts';
import { FoundIndicators, IndicatorList, type KnownIndicator, refuseOtherForm } from '../known-indicators.ts';
import { type StatusWithout, statusWithout } from '../marks.ts';
import { plausibleRange } from '../plausible-figures.ts';
import type { LoadContext, ObservationItem, Source } from '../source.ts';

const layout: ColumnLayout = {
  name: 'ONS Explore local statistics',
  columns: {
    area: ['areacd'],
    'name?': ['areanm'],
    indicator: ['indicator'],
    period: ['period'],
    value: ['observation'],
    form: ['measure'],
    unit: ['unit'],
    lower: ['lci_95'],
    upper: ['uci_95'],
    status: ['status'],
    notes: ['notes'],
  },
};

const years = { form: 'Years', units: ['yrs'] };
const percent = { form: 'Percentage', units: ['%'] };
const per100000 = { form: 'Rate per 100,000 population', units: ['Rate per 100,000 population'] };
const score = { form: 'Mean', units: ['Score out of 10'] };

/** Another indicator of ONS is a line here, and a measure. */
const indicators = new IndicatorList([
  {
    measure: 'healthy-life-expectancy-at-birth',
    names: ['Male healthy life expectancy'],
    sex: 'male',
    ...years,
  },
  {
    measure: 'healthy-life-expectancy-at-birth',
    names: ['Female healthy life expectancy'],
    sex: 'female',
    ...years,
  },
  {
    measure: 'cancer-diagnosed-early',
    names: ['Cancer diagnosis at stage 1 and 2'],
    ...percent,
  },
  { measure: 'obesity-adults', names: ['Adult obesity prevalence'], ...percent },
  {
    measure: 'preventable-cardiovascular-mortality',
    names: ['Preventable cardiovascular mortality (England)'],
    ...per100000,
  },
  { measure: 'life-satisfaction', names: ['Satisfaction'], ...score },
  { measure: 'worthwhile', names: ['Worthwhile'], ...score },
  { measure: 'happiness', names: ['Happiness'], ...score },
  { measure: 'anxiety', names: ['Anxiety'], ...score },
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
      if (item === undefined) continue;
      found.about(row.text('indicator'), item.areaType);
      yield item;
    }
    found.requireOne(table, indicators.names);
  },
};

function itemOf(row: Row, indicator: KnownIndicator, context: LoadContext): ObservationItem | undefined {
  const area = areaOfRow(row, 'area', context);
  if (area === undefined) return undefined;
  if (refuseOtherForm(row, indicator)) return undefined;
  const period = periodOfRow(row, 'period');
  const status = row.text('status');
  const without = withoutBy(status);
  const figure = valueOfRow(row, 'value', plausibleRange(indicator.measure), without);
  const limits = figure && limitsOfRow(row, ['lower', 'upper'], figure.value);
  if (!period || !figure || !limits) return undefined;
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
