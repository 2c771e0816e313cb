/** Conditions recorded by general practices (QOF), modelled to districts by the House of Commons Library (CSV). */
import { areaOfRow, valueOfRow } from '../borough-values.ts';
import type { ColumnLayout } from '../csv-header.ts';
import { type CsvTable, openTable } from '../csv-table.ts';
import { FoundIndicators } from '../known-indicators.ts';
import { yearInName } from '../period-words.ts';
import type { LoadContext, Source } from '../source.ts';

const layout: ColumnLayout = {
  name: 'QOF prevalence by district',
  columns: {
    area: ['lad_code'],
    'name?': ['lad_name'],
    group: ['group_code'],
    register: ['register'],
    list: ['list'],
    value: ['prevalence'],
  },
};

const MEASURES: Readonly<Record<string, string>> = {
  CHD: 'coronary-heart-disease-recorded',
  COPD: 'copd-recorded',
  DEM: 'dementia-recorded',
  DM: 'diabetes-recorded',
  HYP: 'hypertension-recorded',
  MH: 'severe-mental-illness-recorded',
};

export const qofPrevalence: Source = {
  id: 'qof-prevalence',
  onePeriodAFile: true,
  title: 'QOF prevalence by district, modelled by the House of Commons Library (CSV)',
  async *read(file, context) {
    const table = await openTable(file, [layout], context.problems);
    if (table === undefined) return;
    const period = periodOf(table, context);
    if (period === undefined) return;
    const known = new FoundIndicators(context);
    for await (const row of table.rows()) {
      context.tally.read++;
      const measure = MEASURES[row.text('group')];
      if (!known.found(`QOF group ${row.text('group')}`, measure)) continue;
      const area = areaOfRow(row, 'area', context);
      if (area === undefined) continue;
      const figure = valueOfRow(row, 'value', [0, 1]);
      const [register, list] = [row.decimal('register'), row.decimal('list')];
      if (figure === undefined || register === undefined || list === undefined) continue;
      if (figure.value !== null && Math.abs(register / list - figure.value) > 1e-6) {
        row.refuse('value', `expected ${register / list}: the register as a share of the list`);
      }
      const value = figure.value === null ? null : 100 * figure.value;
      yield { kind: 'observation', row: row.number, measure, period, ...area, status: figure.status, value };
    }
    known.requireOne(table, Object.keys(MEASURES));
  },
};

/** The file carries no date, so its name or the command has to. */
function periodOf({ file }: CsvTable, { period, problems }: LoadContext): string | undefined {
  const named = yearInName(file.name);
  const found = period ?? named;
  if (named !== undefined && found !== named) {
    const expected = `the name of the file says ${named}, --period says ${found}; expected one year`;
    problems.add({ file: file.name, expected });
    return undefined;
  }
  if (found !== undefined) return found;
  problems.add({
    file: file.name,
    expected:
      'the file does not say what year it is for: give --period 2019-20, or a name such as qof_prevalence_2019_20.csv',
  });
  return undefined;
}
