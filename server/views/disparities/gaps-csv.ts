/** The map of a gap, and the overview of all gaps, as CSV files. Pure. */
import { areaTypes, breakdowns, kinds, labelOf, polarities, units } from '../../contract/dimensions.ts';
import type {
  DisparityCell,
  DisparityOverviewReply,
  GapsReply,
  OverviewRow,
} from '../../contract/gap-replies.ts';
import { ADJUSTED, NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { type CsvCell, csvFile } from '../writing/csv.ts';
import { basesWords, estimateCells, estimateHeader } from '../writing/estimate-cells.ts';
import { numberText } from '../writing/numbers-in-words.ts';
import { MARKS, sourceFacts } from '../writing/source-facts.ts';
import { periodWords } from '../writing/words.ts';
import { gapCells, gapHeader } from './gap-cells.ts';

const comparisonLines = ({ comparison }: GapsReply | DisparityOverviewReply): [string, string][] => [
  ['Compared with', comparison.against],
  ['Test', comparison.test],
  ['Gaps tested here', String(comparison.compared)],
  ['Flagged by chance alone, without correction', numberText(comparison.expectedByChance, 2)],
];

export function gapsCsv(indicator: Indicator, reply: GapsReply): string {
  const period = periodWords(indicator, reply.query.period);
  return csvFile(
    [
      ['Indicator', reply.title],
      ['Indicator id', indicator.id],
      ['Area', labelOf(areaTypes, reply.query.areaType)],
      ['Period', period],
      ['Unit', labelOf(units, reply.unit)],
      ['Group', `${reply.group.label} (${reply.breakdown.label})`],
      ['Basis', basesWords(reply.areas)],
      ...sourceFacts(indicator, reply.query.ageBand),
      ...comparisonLines(reply),
      ['Release', String(reply.release)],
      MARKS,
    ],
    ['Area code', 'Area name', 'Group code', 'Group', 'Period', ...estimateHeader, ...gapHeader],
    reply.areas.map((area) => [
      area.code,
      area.name,
      reply.group.group,
      reply.group.label,
      period,
      ...estimateCells(area),
      ...gapCells(area.gap, area),
    ]),
  );
}

export function overviewCsv(reply: DisparityOverviewReply): string {
  const { area, breakdown } = reply;
  const estimates = reply.indicators.flatMap(({ cells }) => cells.map(({ estimate }) => estimate));
  return csvFile(
    [
      ['Title', reply.title],
      ['Area', `${area.name} (${area.code}, ${labelOf(areaTypes, area.type)})`],
      [
        'Indicator',
        'Every indicator with such groups, one line for each group; where it is adjusted for age, a second one before that',
      ],
      ['Period', 'The newest of each indicator, named on its line'],
      ['Groups', `${labelOf(breakdowns, breakdown.by)}: ${breakdown.label}. ${breakdown.description}`],
      ['Basis', basesWords(estimates)],
      ...comparisonLines(reply),
      ['Release', String(reply.release)],
      MARKS,
    ],
    [
      'Indicator',
      'Title',
      'Group code',
      'Group',
      'Period',
      'Unit',
      'Which is better',
      'Counted',
      'Kind',
      'Age',
      ...estimateHeader,
      ...gapHeader,
    ],
    reply.indicators.flatMap((row) =>
      row.cells.flatMap(({ crude, ...cell }) => [
        lineOf(row, cell, crude === undefined ? ageWords(row) : ADJUSTED),
        ...(crude === undefined ? [] : [lineOf(row, { ...cell, ...crude }, NOT_ADJUSTED)]),
      ]),
    ),
  );
}

const ageWords = ({ ageAdjusted }: OverviewRow) => (ageAdjusted === false ? NOT_ADJUSTED : '');

/** @param age whether the figure is adjusted for age, in words. */
const lineOf = (row: OverviewRow, { group, label, estimate, gap }: DisparityCell, age: string): CsvCell[] => [
  row.indicator,
  row.title,
  group,
  label,
  row.periodLabel,
  labelOf(units, row.unit),
  labelOf(polarities, row.polarity),
  row.counted,
  labelOf(kinds, row.kind),
  age,
  ...estimateCells(estimate),
  ...gapCells(gap, estimate),
];
