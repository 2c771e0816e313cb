/** Public health outcomes by borough, as Trafford Data Lab reshapes them from Fingertips (CSV, one file per indicator). */
import { sourceVerdictNote, sourceVerdicts } from '../../contract/source-verdict.ts';
import { areaOfRow, periodOfRow, valueOfRow } from '../borough-values.ts';
import type { ColumnLayout } from '../csv-header.ts';
import type { Row } from '../csv-row.ts';
import { openTable } from '../csv-table.ts';
import { FoundIndicators, refuseOtherForm } from '../known-indicators.ts';
import { plausibleRange } from '../plausible-figures.ts';
import type { Source } from '../source.ts';
import { measuresTo2018, outcomeMeasures, sexOf } from './public-health-outcomes-measures.ts';

const layout: ColumnLayout = {
  name: 'public health outcomes',
  columns: {
    area: ['area_code'],
    'name?': ['area_name'],
    period: ['period'],
    indicator: ['indicator'],
    form: ['measure'],
    unit: ['unit'],
    value: ['value'],
    comparison: ['compared_to_England'],
    inequality: ['inequality'],
  },
};

/** As the same hands reshaped them in 2018 and 2019: indicators that have not been reshaped since. */
const layoutOf2018: ColumnLayout = {
  name: 'public health outcomes of 2018',
  columns: {
    area: ['area_code'],
    period: ['period'],
    indicator: ['indicator'],
    measure: ['measure'],
    unit: ['unit'],
    value: ['value'],
    comparison: ['significance'],
  },
};

export const publicHealthOutcomesSource: Source = {
  id: 'public-health-outcomes',
  title: 'public health outcomes by borough, London and England (CSV, phof_*.csv)',
  async *read(file, context) {
    const table = await openTable(file, [layout, layoutOf2018], context.problems);
    if (table === undefined) return;
    const known = new FoundIndicators(context);
    const outcomes = table.layout === layoutOf2018 ? measuresTo2018 : outcomeMeasures;
    for await (const row of table.rows()) {
      context.tally.read++;
      const outcome = outcomes.find(row.text('indicator'));
      if (!known.found(row.text('indicator'), outcome)) continue;
      const area = areaOfRow(row, 'area', context);
      if (area === undefined) continue;
      if (refuseOtherForm(row, outcome)) continue;
      known.about(outcome.measure, area.areaType);
      const period = periodOfRow(row, 'period', outcome.counting);
      const figure = valueOfRow(row, 'value', plausibleRange(outcome.measure));
      const sex = sexOfRow(row);
      if (period === undefined || figure === undefined || sex === undefined) continue;
      // Of another borough nothing but its figure is shown.
      const note =
        area.areaType === 'other-borough' ? undefined : comparedWithEngland(row.text('comparison'));
      yield {
        kind: 'observation',
        row: row.number,
        measure: outcome.measure,
        period,
        ...area,
        sex,
        ...figure,
        ...(note && { note }),
      };
    }
    known.requireOne(table, outcomes.names);
  },
};

/** Life expectancy has its sexes under "inequality", mortality under "unit"; elsewhere those say who was asked. */
function sexOfRow(row: Row): string | undefined {
  const [inequality, unit] = [row.text('inequality'), row.text('unit')];
  if (inequality !== 'NA' && inequality !== '') {
    const sex = sexOf(inequality);
    if (sex === undefined) row.refuse('inequality', 'expected Male, Female or NA');
    return sex;
  }
  return sexOf(unit) ?? 'all';
}

/** The source's own verdict: the only one there can be for a value without counts or limits. */
function comparedWithEngland(words: string): string | undefined {
  const [level] = words.replace(/ 99\.8$/, '').split(' ');
  const verdict = sourceVerdicts.find(({ id }) => id === level?.toLowerCase())?.id;
  return verdict && sourceVerdictNote({ verdict, against: 'England' });
}
