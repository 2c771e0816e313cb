/** What changed between two releases as a table: one row for each change. Pure. */
import type { ChangedCell, ChangesReply } from '../../contract/changes-reply.ts';
import { bases, definitionParts, flipReasons, labelOf, units } from '../../contract/dimensions.ts';
import type { Estimate } from '../../contract/estimate.ts';
import { parsePeriod } from '../../contract/periods.ts';
import { lowerFirst } from '../../contract/phrases.ts';
import { valueColumns, wordsOfBases } from '../tables/figure-columns.ts';
import {
  coded,
  columnsOf,
  dayColumn,
  type FileTable,
  fileTableOf,
  required,
  type TableColumn,
  textColumn,
  whole,
} from '../tables/table.ts';
import { dayInWords } from '../writing/words.ts';

/** What one row says; what a change has none of is left empty. */
interface Change {
  readonly what: string;
  readonly indicator?: string;
  readonly title: string;
  readonly period?: string;
  readonly periodLabel?: string;
  readonly unit?: string;
  readonly before?: Estimate;
  readonly after?: Estimate;
  readonly wordsBefore?: string;
  readonly wordsAfter?: string;
  readonly basis?: string;
  readonly why?: string;
}
type Row = Change & { readonly number: number };

const columns: readonly TableColumn<Row>[] = [
  ...required([
    whole<Row>('Number', 'Number of the row.', ({ number }) => number),
    textColumn<Row>('What changed', 'The kind of change.', ({ what }) => what),
  ]),
  textColumn('Indicator code', 'Id of the indicator.', ({ indicator }) => indicator),
  ...required([
    textColumn<Row>('Title', 'What is measured, and of whom; or what was taken back.', ({ title }) => title),
  ]),
  textColumn('Period', 'The period of the figure, as queries write it.', ({ period }) => period),
  textColumn('Period in words', 'The same for readers.', ({ periodLabel }) => periodLabel),
  dayColumn('Period start', 'Its first day.', ({ period }) => period && parsePeriod(period)?.start),
  dayColumn('Period end', 'Its last day.', ({ period }) => period && parsePeriod(period)?.end),
  ...coded<Row>('Unit', units, 'Unit of the figures.', ({ unit }) => unit),
  ...columnsOf<Row, Estimate>(
    ({ before }) => before,
    valueColumns('Before', 'The figure before, in the unit.'),
  ),
  ...columnsOf<Row, Estimate>(({ after }) => after, valueColumns('After', 'The figure after, in the unit.')),
  textColumn(
    'Words before',
    'A verdict or a part of a definition before.',
    ({ wordsBefore }) => wordsBefore || null,
  ),
  textColumn('Words after', 'The same after.', ({ wordsAfter }) => wordsAfter || null),
  textColumn('Basis', 'The bases of its figures.', ({ basis }) => basis || null),
  textColumn('Why', 'Why, where that is known.', ({ why }) => why),
];

export function changesTable(reply: ChangesReply): FileTable {
  const { area, from, to, summary, release } = reply;
  const changes = [...figureRows(reply), ...verdictRows(reply), ...definitionRows(reply)];
  return fileTableOf(
    {
      title: `What changed in ${area.name} between release ${from.id} and release ${to.id}`,
      period: `from ${from.publishedAt} to ${to.publishedAt}`,
      basis: wordsOfBases(reply.revisions.flatMap(({ basis }) => basis)),
      source: 'many; /api/v1/indicators/{id} names that of each',
      licence: 'that of each source',
      release,
      notes: [
        ['Area', `${area.name} (${area.code})`],
        ['Summary', summary.join(' ')],
      ],
    },
    { columns, key: ['Number'], rows: changes.map((change, at) => ({ ...change, number: at + 1 })) },
  );
}

function figureRows(reply: ChangesReply): Change[] {
  return [
    ...reply.newPeriods.flatMap(({ periods, basis, ...of }) =>
      periods.map(({ period, label }) => ({
        ...named('New period', { ...of, basis }),
        period,
        periodLabel: label,
      })),
    ),
    ...cellRows('Revised', reply.revisions),
    ...cellRows('Newly withheld', reply.withheld),
    ...cellRows('Newly shown', reply.shown),
    ...cellRows('No longer available', reply.missing),
    ...cellRows('Withdrawn', reply.withdrawn),
    ...reply.withdrawals.map(({ what, withdrawnAt, by, reason }) => ({
      what: 'Withdrawal',
      title: what,
      why: `${dayInWords(withdrawnAt)}, ${by}: ${reason}`,
    })),
  ];
}

const cellRows = (what: string, cells: readonly ChangedCell[]): Change[] =>
  cells.map((cell) => {
    const { period, periodLabel, unit, before, after } = cell;
    return { ...named(what, cell), period, periodLabel, unit, before, after };
  });

const verdictRows = ({ verdicts }: ChangesReply): Change[] =>
  verdicts.map(({ about, indicator, shortTitle, before, after, synthetic, because }) => ({
    what: `Verdict on ${about}`,
    indicator,
    title: shortTitle,
    wordsBefore: before,
    wordsAfter: after,
    basis: synthetic ? labelOf(bases, 'synthetic') : '',
    why: labelOf(flipReasons, because),
  }));

const definitionRows = ({ definitions, newIndicators, discontinuedIndicators }: ChangesReply): Change[] => [
  ...definitions.flatMap(({ parts, ...of }) =>
    parts.map(({ part, before, after }) => ({
      ...named(`Defined anew: ${lowerFirst(labelOf(definitionParts, part))}`, of),
      wordsBefore: before,
      wordsAfter: after,
    })),
  ),
  ...newIndicators.map((one) => named('New indicator', one)),
  ...discontinuedIndicators.map((one) => named('Discontinued indicator', one)),
];

const named = (
  what: string,
  { indicator, title, basis }: Pick<ChangedCell, 'indicator' | 'title' | 'basis'>,
): Change => ({
  what,
  indicator,
  title,
  basis: basis.map((id) => labelOf(bases, id)).join(', '),
});
