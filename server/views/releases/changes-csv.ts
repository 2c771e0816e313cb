/** What changed between two releases as a CSV file: one line for each change. Pure. */

import type { ChangedCell, ChangesReply } from '../../contract/changes-reply.ts';
import { bases, definitionParts, flipReasons, labelOf, units } from '../../contract/dimensions.ts';
import { lowerFirst } from '../../contract/phrases.ts';
import { type CsvCell, csvFile } from '../writing/csv.ts';
import { valueCell } from '../writing/estimate-cells.ts';
import { MARKS } from '../writing/source-facts.ts';
import { dayInWords } from '../writing/words.ts';

/** What one line says; what a change has none of is left empty. */
interface Line {
  readonly what: string;
  readonly indicator?: string;
  readonly title: string;
  readonly period?: string;
  readonly unit?: string;
  readonly before?: CsvCell;
  readonly after?: CsvCell;
  readonly basis?: string;
  readonly why?: string;
}

const columns: readonly (readonly [keyof Line, title: string])[] = [
  ['what', 'What changed'],
  ['indicator', 'Indicator'],
  ['title', 'Title'],
  ['period', 'Period'],
  ['unit', 'Unit'],
  ['before', 'Before'],
  ['after', 'After'],
  ['basis', 'Basis'],
  ['why', 'Why'],
];

export function changesCsv(reply: ChangesReply): string {
  const { area, from, to, summary } = reply;
  return csvFile(
    [
      ['Area', `${area.name} (${area.code})`],
      ['From', `Release ${from.id}, ${from.publishedAt}`],
      ['To', `Release ${to.id}, ${to.publishedAt}`],
      ['Summary', summary.join(' ')],
      MARKS,
    ],
    columns.map(([, title]) => title),
    [...figureLines(reply), ...verdictLines(reply), ...definitionLines(reply)].map((line) =>
      columns.map(([column]) => line[column] ?? ''),
    ),
  );
}

function figureLines(reply: ChangesReply): Line[] {
  return [
    ...reply.newPeriods.flatMap(({ periods, basis, ...of }) =>
      periods.map(({ label }) => ({ ...named('New period', { ...of, basis }), period: label })),
    ),
    ...cellLines('Revised', reply.revisions),
    ...cellLines('Newly withheld', reply.withheld),
    ...cellLines('Newly shown', reply.shown),
    ...cellLines('No longer available', reply.missing),
    ...cellLines('Withdrawn', reply.withdrawn),
    ...reply.withdrawals.map(({ what, withdrawnAt, by, reason }) => ({
      what: 'Withdrawal',
      title: what,
      why: `${dayInWords(withdrawnAt)}, ${by}: ${reason}`,
    })),
  ];
}

const cellLines = (what: string, cells: readonly ChangedCell[]): Line[] =>
  cells.map((cell) => ({
    ...named(what, cell),
    period: cell.periodLabel,
    unit: labelOf(units, cell.unit),
    before: valueCell(cell.before),
    after: valueCell(cell.after),
  }));

const verdictLines = ({ verdicts }: ChangesReply): Line[] =>
  verdicts.map(({ about, indicator, shortTitle, before, after, synthetic, because }) => ({
    what: `Verdict on ${about}`,
    indicator,
    title: shortTitle,
    before,
    after,
    basis: synthetic ? labelOf(bases, 'synthetic') : '',
    why: labelOf(flipReasons, because),
  }));

const definitionLines = ({ definitions, newIndicators, discontinuedIndicators }: ChangesReply): Line[] => [
  ...definitions.flatMap(({ parts, ...of }) =>
    parts.map(({ part, before, after }) => ({
      ...named(`Defined anew: ${lowerFirst(labelOf(definitionParts, part))}`, of),
      before,
      after,
    })),
  ),
  ...newIndicators.map((one) => named('New indicator', one)),
  ...discontinuedIndicators.map((one) => named('Discontinued indicator', one)),
];

const named = (
  what: string,
  { indicator, title, basis }: Pick<ChangedCell, 'indicator' | 'title' | 'basis'>,
): Line => ({ what, indicator, title, basis: basis.map((id) => labelOf(bases, id)).join(', ') });
