/** The gap of each group over time as a table. Pure. */
import { gapTrends } from '../../contract/dimensions.ts';
import type { GapPoint, GapTrendReply, GapTrendResult } from '../../contract/disparity-replies.ts';
import type { Measured } from '../../contract/gap.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { aboutIndicator, indicatorInEachRow } from '../tables/about-indicator.ts';
import { answerColumns } from '../tables/answer-columns.ts';
import { basesWords, figureColumns, measuredColumns } from '../tables/figure-columns.ts';
import { areaColumns, groupColumns, periodColumns } from '../tables/subject-columns.ts';
import {
  columnsOf,
  countColumn,
  type FileTable,
  fileTableOf,
  numberColumn,
  type TableColumn,
  textColumn,
} from '../tables/table.ts';

type Row = Pick<GapTrendReply['groups'][number], 'group' | 'label' | 'trend'> & { readonly point: GapPoint };

const pointColumns: readonly TableColumn<GapPoint>[] = [
  ...columnsOf<GapPoint, GapPoint['estimate']>(({ estimate }) => estimate, figureColumns),
  numberColumn(
    'Reference value',
    'The figure of the reference in the period, in the unit.',
    ({ reference }) => reference,
  ),
  ...columnsOf<GapPoint, Measured>(
    ({ difference }) => difference,
    measuredColumns({ title: 'Difference', description: 'Group less reference, in percentage points.' }),
  ),
  ...columnsOf<GapPoint, Measured>(
    ({ ratio }) => ratio,
    measuredColumns({ title: 'Ratio', description: 'Group over reference.' }),
  ),
  ...columnsOf<GapPoint, Measured>(
    ({ people }) => people,
    measuredColumns(
      { title: 'People behind the gap', description: 'People behind the gap in the period.' },
      countColumn,
    ),
  ),
];

/** Of the group over all its periods: the same in each of its rows. */
const trendColumns: readonly TableColumn<GapTrendResult>[] = [
  ...answerColumns<GapTrendResult>('Where the gap is going', gapTrends),
  ...columnsOf<GapTrendResult, Measured>(
    ({ change }) => change,
    measuredColumns({
      title: 'Change of the gap',
      description: 'The gap at the end less the gap at the start, in percentage points.',
    }),
  ),
  textColumn(
    'In words',
    'The same in a sentence; empty where figures are synthetic.',
    ({ reading }) => reading || null,
  ),
];

export function gapTrendTable(indicator: Indicator, reply: GapTrendReply): FileTable {
  const { area, breakdown, comparison, groups, query } = reply;
  const about = aboutIndicator(indicator, query);
  return fileTableOf<Row>(
    {
      ...about,
      title: reply.title,
      period: 'every period held, one row for each group',
      basis: basesWords(groups.flatMap(({ points }) => points.map(({ estimate }) => estimate))),
      release: reply.release,
      notes: [
        ['Groups', `${breakdown.label}. ${breakdown.description}`],
        ...about.notes,
        ['Compared with', comparison.against],
        ['Test', comparison.test],
        ['Changes tested at once', String(comparison.compared)],
      ],
    },
    {
      columns: [
        ...columnsOf<Row, typeof area>(() => area, areaColumns),
        ...groupColumns,
        ...columnsOf<Row, GapPoint>(({ point }) => point, periodColumns),
        ...indicatorInEachRow<Row>(indicator, query),
        ...columnsOf<Row, GapPoint>(({ point }) => point, pointColumns),
        ...columnsOf<Row, GapTrendResult>(({ trend }) => trend, trendColumns),
      ],
      key: ['Area code', 'Group code', 'Period'],
      rows: groups.flatMap(({ points, ...of }) => points.map((point) => ({ ...of, point }))),
    },
  );
}
