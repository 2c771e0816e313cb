/** The board as a table: one row for each row of the page. Pure. */
import type { BoardGap, BoardReply, BoardRow, BoardTarget } from '../../contract/board-reply.ts';
import {
  breakdowns,
  changeVerdicts,
  courses,
  ethnicSchemes,
  fifthKinds,
  gapTrends,
  labelOf,
} from '../../contract/dimensions.ts';
import { answerColumns } from '../tables/answer-columns.ts';
import { basesWords, figureColumns, measuredColumns } from '../tables/figure-columns.ts';
import { largerAreaColumns } from '../tables/larger-area-columns.ts';
import {
  aimColumns,
  areaColumns,
  indicatorColumns,
  meaningColumns,
  periodColumns,
  sourceColumns,
} from '../tables/subject-columns.ts';
import {
  about,
  coded,
  columnsOf,
  dayColumn,
  type FileTable,
  fileTableOf,
  type Note,
  numberColumn,
  type TableColumn,
  textColumn,
  whole,
  yesOrNo,
} from '../tables/table.ts';

type Change = BoardRow['change'];

const changeColumns: readonly TableColumn<Change>[] = [
  textColumn('Change since code', 'The period compared with, as queries write it.', ({ since }) => since),
  textColumn('Change since', 'The same in words.', ({ sinceLabel }) => sinceLabel || null),
  ...columnsOf<Change, NonNullable<Change['difference']>>(
    ({ difference }) => difference,
    measuredColumns({ title: 'Difference', description: 'The latest figure minus that one, in the unit.' }),
  ),
  ...about('Change', answerColumns<Change>('Verdict', changeVerdicts)),
  textColumn('Test of the change', 'The test, or why there is none.', ({ test }) => test),
];

const gapColumns: readonly TableColumn<BoardGap>[] = [
  textColumn(
    'groups',
    'The scheme of the ethnic groups, or which areas the fifths rank.',
    ({ by, scheme, fifths }) =>
      by === 'ethnicGroup' ? labelOf(ethnicSchemes, scheme ?? '') : labelOf(fifthKinds, fifths ?? ''),
  ),
  textColumn('group code', 'The group worst off.', ({ group }) => group),
  textColumn('group', 'The same in words.', ({ label }) => label),
  textColumn('compared with', 'What it is compared with.', ({ reference }) => reference),
  ...columnsOf<BoardGap, BoardGap['difference']>(
    ({ difference }) => difference,
    measuredColumns({
      title: 'difference',
      description: 'The figure of the group minus that of its reference, in the unit.',
    }),
  ),
  ...answerColumns<BoardGap>(),
  ...columnsOf<BoardGap, BoardGap['trend']>(
    ({ trend }) => trend,
    [
      textColumn(
        'trend since code',
        'The period the gap is compared with, as queries write it.',
        ({ since }) => since,
      ),
      textColumn('trend since', 'The same in words.', ({ sinceLabel }) => sinceLabel || null),
      ...about('trend', answerColumns<BoardGap['trend']>('Verdict', gapTrends)),
    ],
  ),
];

const targetColumns: readonly TableColumn<BoardTarget>[] = [
  numberColumn('Target', 'The value aimed for, in the unit.', ({ value }) => value),
  dayColumn('Target due', 'By when; empty where it holds at all times.', ({ due }) => due),
  ...coded<BoardTarget>('Course', courses, 'How the figure stands to it.', ({ course }) => course),
  textColumn('Course rests on', 'What the course rests on.', ({ because }) => because),
  yesOrNo(
    'Target is synthetic',
    'Whether the target is made for demonstration.',
    ({ synthetic }) => synthetic,
  ),
];

export function boardTable(reply: BoardReply): FileTable {
  const { area, release } = reply;
  const rows = reply.aims.flatMap((aim) => aim.rows);
  return fileTableOf<BoardRow>(
    {
      title: `The board of ${area.name}`,
      period: 'the newest of each row, named in it',
      basis: basesWords(rows.map(({ latest }) => latest)),
      source: 'named in each row',
      licence: 'named in each row',
      release,
      notes: notesOf(reply),
    },
    {
      columns: [
        ...columnsOf(() => area, areaColumns),
        ...aimColumns,
        ...indicatorColumns,
        ...columnsOf(({ period, periodLabel }: BoardRow) => ({ period, label: periodLabel }), periodColumns),
        whole(
          'Age in years, from three on',
          'Whole years since the period ended, where they are three or more.',
          ({ age }) => age,
        ),
        ...meaningColumns,
        ...columnsOf(({ latest }: BoardRow) => latest, figureColumns),
        ...columnsOf(({ change }: BoardRow) => change, changeColumns),
        ...largerAreaColumns(rows),
        ...breakdowns.flatMap(({ id, label }) =>
          about(
            `Gap by ${label.toLowerCase()}`,
            columnsOf<BoardRow, BoardGap>(({ gaps }) => gaps.find(({ by }) => by === id), gapColumns),
          ),
        ),
        ...columnsOf(({ target }: BoardRow) => target, targetColumns),
        ...sourceColumns,
      ],
      key: ['Area code', 'Indicator code', 'Indicator', 'Population group code', 'Period'],
      rows,
    },
  );
}

function notesOf(reply: BoardReply): Note[] {
  const { tests, asOf } = reply;
  return [
    ...reply.aims.map(({ label, summary }): Note => [label, summary.join(' ')]),
    ...changedNotes(reply),
    ['Tests', tests.method],
    ['Tests made', `${tests.real.compared} on real figures, ${tests.synthetic.compared} on synthetic ones`],
    ['As of', asOf],
  ];
}

function changedNotes({ changed }: BoardReply): Note[] {
  if (changed === null) return [];
  const { since, lines, more } = changed;
  const told = lines.map(({ text }) => text);
  const words = [...told, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
  return [
    [
      `Changed since ${since.publishedAt.slice(0, 10)} (release ${since.id})`,
      words === '' ? 'No real figure, verdict or target on the board.' : words,
    ],
  ];
}
