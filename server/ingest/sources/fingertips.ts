/** The CSV export of OHID's Fingertips: values with their limits, counts and denominators (26 or 27 columns). */
import { ageRange } from '../../contract/age-bands.ts';
import { areaOfRow, KnownIndicators, periodOfRow, valueOfRow } from '../borough-values.ts';
import { type Layout, openTable, type Row } from '../csv-table.ts';
import { readDecimal } from '../figures.ts';
import type { Source } from '../source.ts';
import { outcomeMeasures, sexOf } from './public-health-outcomes-measures.ts';

const layout: Layout = {
  name: 'Fingertips export',
  // The header was given "Compared to goal" before the rows were.
  mayLackLast: 1,
  columns: {
    indicator: ['Indicator Name'],
    area: ['Area Code'],
    sex: ['Sex'],
    age: ['Age'],
    category: ['Category Type'],
    period: ['Time period'],
    value: ['Value'],
    lower: ['Lower CI 95.0 limit'],
    upper: ['Upper CI 95.0 limit'],
    note: ['Value note'],
  },
};

export const fingertips: Source = {
  id: 'fingertips',
  title: 'Fingertips export (CSV): values with 95% limits, by district, region and country',
  async *read(file, context) {
    const table = await openTable(file, [layout], context.problems);
    if (table === undefined) return;
    const known = new KnownIndicators(context);
    for await (const row of table.rows()) {
      context.tally.read++;
      const outcome = outcomeMeasures.get(row.text('indicator'));
      if (!known.found(row.text('indicator'), outcome)) continue;
      const area = areaOfRow(row, 'area', context);
      // Breakdowns by deprivation tenth and the like are figures of England's areas, not of this one.
      if (area === undefined || row.text('category') !== '') continue;
      const period = periodOfRow(row, 'period');
      const figure = valueOfRow(row, 'value', outcome.range);
      const limits = limitsOf(row, figure?.value ?? undefined);
      const sex = sexOf(row.text('sex'));
      const ageBand = ageBandOf(row.text('age'));
      if (sex === undefined) row.refuse('sex', 'expected Persons, Male or Female');
      if (ageBand === undefined)
        row.refuse('age', 'expected an age such as All ages, 0-9 yrs, 18+ yrs or 5 yrs');
      if (!period || !figure || !limits || !sex || !ageBand) continue;
      const note = row.text('note');
      yield {
        kind: 'observation',
        row: row.number,
        measure: outcome.measure,
        period,
        ...area,
        sex,
        ageBand,
        ...figure,
        ...(figure.status === 'value' && limits),
        ...(note !== '' && { note: `The source notes: ${note}` }),
      };
    }
    known.requireOne(table, [...outcomeMeasures.keys()]);
  },
};

function limitsOf(row: Row, value: number | undefined): { lower95?: number; upper95?: number } | undefined {
  if (row.text('lower') === '' && row.text('upper') === '') return {};
  const [lower95, upper95] = [readDecimal(row.text('lower')), readDecimal(row.text('upper'))];
  if (
    lower95 !== undefined &&
    upper95 !== undefined &&
    value !== undefined &&
    lower95 <= value &&
    value <= upper95
  ) {
    return { lower95, upper95 };
  }
  row.refuse(
    lower95 === undefined || (value ?? lower95) < lower95 ? 'lower' : 'upper',
    'expected limits on both sides of the value',
  );
  return undefined;
}

/** "Not applicable" and measures at birth speak of everyone. */
function ageBandOf(words: string): string | undefined {
  if (/^(All ages|Not applicable)$/i.test(words)) return 'all';
  const band = words
    .replace(/ ?(yrs?|years?)$/i, '')
    .replace(/\+$/, '-plus')
    .replace(/^<\s*(\d+)$/, (_, n) => `0-${Number(n) - 1}`);
  return ageRange(band) === undefined ? undefined : band;
}
