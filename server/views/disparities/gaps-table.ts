/** The map of a gap, and the overview of all gaps, as tables. Pure. */
import { areaTypes, breakdowns, labelOf } from '../../contract/dimensions.ts';
import type {
  AreaGap,
  DisparityCell,
  DisparityOverviewReply,
  GapsReply,
  OverviewRow,
} from '../../contract/gap-replies.ts';
import { ADJUSTED } from '../../contract/good-or-bad.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { aboutIndicator, indicatorInEachRow } from '../tables/about-indicator.ts';
import { basesWords, figureColumns } from '../tables/figure-columns.ts';
import {
  aimColumns,
  areaColumns,
  groupColumns,
  indicatorColumns,
  meaningColumns,
  periodColumns,
} from '../tables/subject-columns.ts';
import { columnsOf, type FileTable, fileTableOf, type Note, textColumn } from '../tables/table.ts';
import { numberText } from '../writing/numbers-in-words.ts';
import { periodWords } from '../writing/words.ts';
import { gapColumns } from './gap-columns.ts';

const comparisonNotes = ({ comparison }: GapsReply | DisparityOverviewReply): Note[] => [
  ['Compared with', comparison.against],
  ['Test', comparison.test],
  ['Gaps tested here', String(comparison.compared)],
  ['Flagged by chance alone, without correction', numberText(comparison.expectedByChance, 2)],
];

export function gapsTable(indicator: Indicator, reply: GapsReply): FileTable {
  const { query, group, breakdown, areas } = reply;
  const period = { period: query.period, label: periodWords(indicator, query.period) };
  const about = aboutIndicator(indicator, query);
  return fileTableOf<AreaGap>(
    {
      ...about,
      title: reply.title,
      period: period.label,
      basis: basesWords(areas),
      release: reply.release,
      notes: [
        ['Area', labelOf(areaTypes, query.areaType)],
        ['Group', `${group.label} (${breakdown.label})`],
        ...about.notes,
        ...comparisonNotes(reply),
      ],
    },
    {
      columns: [
        ...columnsOf(({ code, name }: AreaGap) => ({ code, name, type: query.areaType }), areaColumns),
        ...columnsOf(() => group, groupColumns),
        ...columnsOf(() => period, periodColumns),
        ...indicatorInEachRow<AreaGap>(indicator, query),
        ...figureColumns,
        ...columnsOf(({ gap }: AreaGap) => gap, gapColumns),
      ],
      key: ['Area code', 'Group code', 'Period'],
      rows: areas,
    },
  );
}

interface Line {
  readonly row: OverviewRow;
  readonly cell: DisparityCell;
}

export function overviewTable(reply: DisparityOverviewReply): FileTable {
  const { area, breakdown, indicators } = reply;
  return fileTableOf<Line>(
    {
      title: reply.title,
      period: 'the newest of each indicator, named in its row',
      basis: basesWords(indicators.flatMap(({ cells }) => cells.map(({ estimate }) => estimate))),
      source: 'many; /api/v1/indicators/{id} names that of each',
      licence: 'that of each source',
      release: reply.release,
      notes: [
        [
          'Rows',
          'Every indicator with such groups, one row for each group; where it is adjusted for age, a second one before that',
        ],
        ['Groups', `${labelOf(breakdowns, breakdown.by)}: ${breakdown.label}. ${breakdown.description}`],
        ...comparisonNotes(reply),
      ],
    },
    {
      columns: [
        ...columnsOf(() => area, areaColumns),
        ...columnsOf(({ row }: Line) => row, [...indicatorColumns, ...aimColumns]),
        ...columnsOf(({ cell }: Line) => cell, groupColumns),
        ...columnsOf(
          ({ row: { period, periodLabel } }: Line) => ({ period, label: periodLabel }),
          periodColumns,
        ),
        ...columnsOf(({ row }: Line) => row, meaningColumns),
        textColumn(
          'Adjusted for age',
          'Says so where the figure is age-standardised, beside a row of the same before that.',
          ({ row, cell }) => (row.ageAdjusted === true && cell.crude !== undefined ? ADJUSTED : null),
        ),
        ...columnsOf(({ cell }: Line) => cell.estimate, figureColumns),
        ...columnsOf(({ cell }: Line) => cell.gap, gapColumns),
      ],
      key: ['Area code', 'Indicator code', 'Indicator', 'Population group code', 'Group code', 'Age'],
      rows: indicators.flatMap((row) => row.cells.flatMap((cell) => linesOf(row, cell))),
    },
  );
}

/** A group of a row, and beside an age-standardised figure the one before that. */
function linesOf(row: OverviewRow, cell: DisparityCell): Line[] {
  const { crude, ...rest } = cell;
  return [
    { row, cell },
    ...(crude === undefined ? [] : [{ row: { ...row, ageAdjusted: false }, cell: { ...rest, ...crude } }]),
  ];
}
