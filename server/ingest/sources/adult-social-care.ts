/** Adult social care outcomes of councils, as the Office for Local Government published them (CSV). */
import { areaOfRow, periodOfRow, valueOfRow } from '../borough-values.ts';
import type { ColumnLayout } from '../csv-header.ts';
import { openTable } from '../csv-table.ts';
import { FoundIndicators } from '../known-indicators.ts';
import { plausibleRange } from '../plausible-figures.ts';
import type { Source } from '../source.ts';

const layout: ColumnLayout = {
  name: 'adult social care outcomes',
  columns: {
    period: ['Financial year'],
    area: ['Local authority code'],
    'name?': ['Local authority name'],
    grouping: ['Grouping'],
    label: ['Measure'],
    code: ['Code'],
    value: ['Value'],
    distance: ['MADs_from_median'],
  },
};

interface Outcome {
  readonly label: string;
  readonly measure: string;
}

/** By code and label together: a code reused for something else must not pass for it. */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  ASC1: { label: 'Outcome, ASC Carer Quality of Life', measure: 'carer-quality-of-life' },
  ASC2: { label: 'Outcome, ASC Quality of Life', measure: 'social-care-quality-of-life' },
  ASC3: {
    label: 'Outcome, Ease of finding information about services : service users',
    measure: 'social-care-information-users',
  },
  ASC4: {
    label: 'Outcome, Ease of finding information about support : carers',
    measure: 'social-care-information-carers',
  },
  ASC5: {
    label: 'Outcome, Outcome of short-term services: sequel to service',
    measure: 'short-term-social-care-outcome',
  },
  ASC6: {
    label: 'Outcome, Requests resulting in a service',
    measure: 'social-care-requests',
  },
  ASC7: { label: 'Outcome, Workforce turnover rate', measure: 'social-care-staff-turnover' },
};

export const adultSocialCareSource: Source = {
  id: 'adult-social-care',
  title: 'adult social care outcomes by council (CSV, Office for Local Government)',
  async *read(file, context) {
    const table = await openTable(file, [layout], context.problems);
    if (table === undefined) return;
    const known = new FoundIndicators(context);
    for await (const row of table.rows()) {
      context.tally.read++;
      const label = row.text('label');
      const outcome = OUTCOMES[row.text('code')];
      if (!known.found(label, outcome)) continue;
      if (outcome.label !== label)
        row.refuse('label', `expected "${outcome.label}" beside ${row.text('code')}`);
      const area = areaOfRow(row, 'area', context);
      if (area === undefined) continue;
      if (row.text('grouping') !== 'LA_Raw')
        row.refuse('grouping', "expected LA_Raw: the council's own figure");
      const period = periodOfRow(row, 'period');
      // A council without a figure has no distance from the median either: a figure that was lost leaves that behind.
      const figure = valueOfRow(
        row,
        'value',
        plausibleRange(outcome.measure),
        row.text('distance') === '' ? 'missing' : undefined,
      );
      if (period === undefined || figure === undefined) continue;
      yield { kind: 'observation', row: row.number, measure: outcome.measure, period, ...area, ...figure };
    }
    known.requireOne(
      table,
      Object.values(OUTCOMES).map((outcome) => outcome.label),
    );
  },
};
