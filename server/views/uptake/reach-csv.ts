/** A reach list as a CSV file. Pure. */
import { areaTypes, labelOf, units, verdicts } from '../../contract/dimensions.ts';
import type { ReachReply, ReachRow } from '../../contract/uptake-replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { answerCells, answerHeader } from '../writing/answer-cells.ts';
import { type CsvCell, csvFile } from '../writing/csv.ts';
import { basesWords, estimateCells, estimateHeader } from '../writing/estimate-cells.ts';
import { numberText } from '../writing/numbers-in-words.ts';
import { MARKS, sourceFacts } from '../writing/source-facts.ts';

export function reachCsv(indicator: Indicator, reply: ReachReply): string {
  const { query, reference, comparison, counts, breakdown } = reply;
  const all = [...reply.rows, ...reply.unknown, ...reply.notCompared];
  return csvFile(
    [
      ['Indicator', reply.title],
      ['Indicator id', indicator.id],
      ['Area', labelOf(areaTypes, query.areaType)],
      ['Period', reply.periodLabel],
      ['Unit', labelOf(units, reply.unit)],
      ['Groups', `${breakdown.label}. ${breakdown.description}`],
      ['Basis', basesWords(all.map(({ estimate }) => estimate))],
      ...sourceFacts(indicator, reply.query.ageBand),
      ['Target', [reference.label, reference.reason].filter(Boolean).join('. ')],
      ['Target value', reference.value === undefined ? '' : String(reference.value)],
      ['Needed in all', `${numberText(reply.needed, 0)}, over the groups listed`],
      ['Groups listed', String(counts.listed)],
      ['Groups at the target or better, not listed', String(counts.reached)],
      ['Groups withheld, not listed', String(counts.withheld)],
      ['Groups without a figure, not listed', String(counts.missing)],
      ['Groups with nobody to count, not listed', String(counts.nobody)],
      ['Groups not compared, below the others', String(reply.notCompared.length)],
      ['Test', comparison.test],
      ['Groups tested here', String(comparison.compared)],
      ['Flagged by chance alone, without correction', numberText(comparison.expectedByChance, 2)],
      ['Release', String(reply.release)],
      MARKS,
    ],
    [
      'Area code',
      'Area name',
      'Group code',
      'Group',
      'Period',
      ...estimateHeader,
      ...shortfallHeader,
      'Verdict',
      ...answerHeader(),
      'Notes on the row',
    ],
    [
      ...[...reply.rows, ...reply.unknown].map((row) => [
        ...namesOf(row, query.period),
        ...shortfallCells(row),
      ]),
      ...reply.notCompared.map((row) => [
        ...namesOf(row, query.period),
        ...shortfallHeader.map(() => ''),
        labelOf(verdicts, row.verdict),
        ...answerCells(row),
        row.reason,
      ]),
    ],
  );
}

/** Of groups that are compared. */
const shortfallHeader = [
  'Needed',
  'Needed, lower 95% limit',
  'Needed, upper 95% limit',
  'Difference from the target',
  'Difference, lower 95% limit',
  'Difference, upper 95% limit',
] as const;

const namesOf = (
  { area, group, label, estimate }: Pick<ReachRow, 'area' | 'group' | 'label' | 'estimate'>,
  period: string,
): CsvCell[] => [area.code, area.name, group, label, period, ...estimateCells(estimate)];

const shortfallCells = (row: ReachRow): CsvCell[] => {
  const { needed, difference, verdict, notes } = row;
  return [
    needed.value,
    needed.lower95,
    needed.upper95,
    difference.value,
    difference.lower95,
    difference.upper95,
    labelOf(verdicts, verdict),
    ...answerCells(row),
    notes?.join(' '),
  ];
};
