/** NHS Staff Survey (CSV): percentages and how many answered, for each trust and year. */
import { staffQuestions } from '../../indicators/staff-survey.ts';
import { servingAreaOfRow, skipRow, valueOfRow } from '../borough-values.ts';
import type { ColumnLayout } from '../csv-header.ts';
import { openTable } from '../csv-table.ts';
import type { Source } from '../source.ts';

const layout: ColumnLayout = {
  name: 'NHS Staff Survey by organisation',
  columns: {
    area: ['ODS code'],
    year: ['Year'],
    weighting: ['Weighting'],
    ...Object.fromEntries(
      staffQuestions.flatMap(({ id, column }) => [
        [`${id} base`, [`${column}_base`]],
        [`${id} rate`, [`${column}_rate`]],
      ]),
    ),
  },
};

const WEIGHTING = 'Occupation Group';

export const nhsStaffSurvey: Source = {
  id: 'nhs-staff-survey',
  title: 'NHS Staff Survey: percentages and answers by trust and year (CSV)',
  async *read(file, context) {
    const table = await openTable(file, [layout], context.problems);
    if (table === undefined) return;
    const found = new Map<string, Set<string>>();
    for await (const row of table.rows()) {
      context.tally.read++;
      const area = servingAreaOfRow(row, 'area', context);
      if (area === undefined) continue;
      const period = row.text('year');
      if (!/^20\d\d$/.test(period)) row.refuse('year', 'expected the year of the survey, such as 2024');
      // Some organisations have a row without weights beside the one that others are comparable with.
      if (row.text('weighting') === 'Unweighted') {
        skipRow(context.tally, 'percentages without weights');
        continue;
      }
      if (row.text('weighting') !== WEIGHTING)
        row.refuse('weighting', `expected ${WEIGHTING}, or Unweighted`);
      const trusts = found.get(period) ?? new Set();
      if (trusts.has(area.areaCode))
        row.refuse('area', `${area.areaCode} has an earlier row of ${period} already`);
      found.set(period, trusts.add(area.areaCode));
      for (const { id } of staffQuestions) {
        const figure = valueOfRow(row, `${id} rate`, [0, 100]);
        const answers = row.whole(`${id} base`);
        if (figure === undefined || answers === undefined) continue;
        const note = `${answers.toLocaleString('en-GB')} members of staff answered.`;
        yield { kind: 'observation', row: row.number, measure: id, period, ...area, ...figure, note };
      }
    }
    const trusts = (context.place.servedBy ?? []).filter(({ type }) => type === 'trust');
    for (const [period, held] of found)
      for (const { code, name } of trusts.filter((one) => !held.has(one.code)))
        context.problems.add({
          file: file.name,
          value: period,
          expected: `a row of ${name} (${code}); is the file cut short?`,
        });
    if (trusts.length === 0) {
      const expected = `no trust is named under "servedBy" in the file of the place ${context.place.name}`;
      context.problems.add({ file: file.name, expected });
    }
  },
};
