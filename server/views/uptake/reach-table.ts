/** A reach list as a table. Pure. */
import { areaTypes, bases, labelOf } from '../../contract/dimensions.ts';
import type { ReachReply, ReachRow } from '../../contract/uptake-replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { aboutIndicator, indicatorInEachRow } from '../tables/about-indicator.ts';
import { answerColumns } from '../tables/answer-columns.ts';
import { basesWords, figureColumns, measuredColumns } from '../tables/figure-columns.ts';
import { areaColumns, groupColumns, periodColumns } from '../tables/subject-columns.ts';
import {
  coded,
  columnsOf,
  countColumn,
  type FileTable,
  fileTableOf,
  type Note,
  type TableColumn,
  textColumn,
} from '../tables/table.ts';
import { numberText } from '../writing/numbers-in-words.ts';

/** A group short of the target, or one that cannot be held against it. */
type Row = ReachRow | ReachReply['notCompared'][number];

const shortfallColumns: readonly TableColumn<ReachRow>[] = [
  ...columnsOf<ReachRow, ReachRow['needed']>(
    ({ needed }) => needed,
    measuredColumns(
      { title: 'Needed', description: 'How many of the group are needed to reach the target.' },
      countColumn,
    ),
  ),
  ...columnsOf<ReachRow, ReachRow['difference']>(
    ({ difference }) => difference,
    measuredColumns({
      title: 'Difference from the target',
      description: 'The figure less the target, in percentage points.',
    }),
  ),
  ...coded<ReachRow>(
    'Basis of the gap',
    bases,
    'The less real of the figure and the target.',
    ({ basis }) => basis,
  ),
];

export function reachTable(indicator: Indicator, reply: ReachReply): FileTable {
  const { query, periodLabel } = reply;
  const about = aboutIndicator(indicator, query);
  const rows: Row[] = [...reply.rows, ...reply.unknown, ...reply.notCompared];
  const period = { period: query.period, label: periodLabel };
  return fileTableOf<Row>(
    {
      ...about,
      title: reply.title,
      period: periodLabel,
      basis: basesWords(rows.map(({ estimate }) => estimate)),
      release: reply.release,
      notes: [...about.notes, ...notesOf(reply)],
    },
    {
      columns: [
        ...columnsOf(({ area }: Row) => ({ ...area, type: query.areaType }), areaColumns),
        ...groupColumns,
        ...columnsOf(() => period, periodColumns),
        ...indicatorInEachRow<Row>(indicator, query),
        ...columnsOf(({ estimate }: Row) => estimate, figureColumns),
        ...columnsOf((row: Row) => ('needed' in row ? row : null), shortfallColumns),
        ...answerColumns<Row>(),
        textColumn(
          'Notes on the row',
          'What must be read beside the row, or why it is not compared.',
          (row) => ('reason' in row ? row.reason : row.notes?.join(' ')),
        ),
      ],
      key: ['Area code', 'Group code', 'Period'],
      rows,
    },
  );
}

function notesOf({
  query,
  reference,
  comparison,
  counts,
  breakdown,
  needed,
  notCompared,
}: ReachReply): Note[] {
  return [
    ['Area', labelOf(areaTypes, query.areaType)],
    ['Groups', `${breakdown.label}. ${breakdown.description}`],
    ['Target', [reference.label, reference.reason].filter(Boolean).join('. ')],
    ...(reference.value === undefined ? [] : [['Target value', String(reference.value)] as const]),
    ['Needed in all', `${numberText(needed, 0)}, over the groups listed`],
    ['Groups listed', String(counts.listed)],
    ['Groups at the target or better, not listed', String(counts.reached)],
    ['Groups withheld, not listed', String(counts.withheld)],
    ['Groups without a figure, not listed', String(counts.missing)],
    ['Groups with nobody to count, not listed', String(counts.nobody)],
    ['Groups not compared, below the others', String(notCompared.length)],
    ['Test', comparison.test],
    ['Groups tested here', String(comparison.compared)],
    ['Flagged by chance alone, without correction', numberText(comparison.expectedByChance, 2)],
  ];
}
