/** Ages and sexes side by side, as a table. Pure. */
import type { AgesAndSexesReply, GapSide, SidesRow } from '../../contract/ages-and-sexes.ts';
import { peopleApart } from '../../contract/dimensions.ts';
import type { Measured } from '../../contract/gap.ts';
import { answerColumns } from '../tables/answer-columns.ts';
import { basesWords, figureColumns, measuredColumns } from '../tables/figure-columns.ts';
import {
  areaColumns,
  groupColumns,
  indicatorColumns,
  meaningColumns,
  periodColumns,
} from '../tables/subject-columns.ts';
import {
  coded,
  columnsOf,
  type FileTable,
  fileTableOf,
  required,
  type TableColumn,
  textColumn,
} from '../tables/table.ts';

interface Line {
  readonly by: string;
  readonly row: SidesRow;
  readonly side: GapSide;
}

const sideColumns: readonly TableColumn<GapSide>[] = [
  ...columnsOf<GapSide, GapSide['estimate']>(({ estimate }) => estimate, figureColumns),
  textColumn(
    'Compared with',
    'Whom they are compared with; empty where they are the reference themselves.',
    ({ against }) => against || null,
  ),
  ...columnsOf<GapSide, Measured>(
    ({ difference }) => difference,
    measuredColumns({
      title: 'Difference',
      description: 'The figure less that of the reference, in the unit.',
    }),
  ),
  ...answerColumns<GapSide>(),
];

export function agesAndSexesTable({ area, sections, title, release }: AgesAndSexesReply): FileTable {
  const lines = sections.flatMap(({ by, rows }) =>
    rows.flatMap((row) => row.sides.map((side): Line => ({ by, row, side }))),
  );
  return fileTableOf<Line>(
    {
      title,
      period: 'the newest of each indicator that all its figures are of, named in its row',
      basis: basesWords(lines.map(({ side }) => side.estimate)),
      source: 'named in each row',
      licence: 'that of each source',
      release,
      notes: [
        [
          'Rows',
          'Every outcome and service with real figures of each, one row for each sex and each age band',
        ],
      ],
    },
    {
      columns: [
        ...columnsOf<Line, typeof area>(() => area, areaColumns),
        ...columnsOf<Line, SidesRow>(({ row }) => row, indicatorColumns),
        ...required(
          coded<Line>('Told apart by', peopleApart, 'What tells the people apart.', ({ by }) => by),
        ),
        ...columnsOf<Line, GapSide>(({ side }) => side, groupColumns),
        ...columnsOf(
          ({ row: { period, periodLabel } }: Line) => ({ period, label: periodLabel }),
          periodColumns,
        ),
        ...columnsOf<Line, SidesRow>(({ row }) => row, meaningColumns),
        textColumn('Source', 'Publisher and title of the publication.', ({ row }) => row.source),
        ...columnsOf<Line, GapSide>(({ side }) => side, sideColumns),
        textColumn('Test', 'The test behind the verdict, or why there is none.', ({ row }) => row.test),
      ],
      key: ['Area code', 'Indicator code', 'Indicator', 'Told apart by code', 'Group code'],
      rows: lines,
    },
  );
}
