/** The board as a CSV file: one line for each row of the page. Pure. */

import type { BoardReply, BoardRow } from '../../contract/board-reply.ts';
import {
  aims,
  changeVerdicts,
  courses,
  ethnicSchemes,
  fifthKinds,
  gapTrends,
  labelOf,
  populationGroups,
  units,
  verdicts,
} from '../../contract/dimensions.ts';
import { NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import { answerCells, answerHeader } from '../writing/answer-cells.ts';
import { type CsvCell, csvFile } from '../writing/csv.ts';
import { basesWords, estimateCells, estimateHeader, valueCell } from '../writing/estimate-cells.ts';
import { MARKS } from '../writing/source-facts.ts';

const gapHeader = (by: string) => [
  `Gap by ${by}: groups`,
  `Gap by ${by}: group`,
  `Gap by ${by}: compared with`,
  `Gap by ${by}: difference`,
  `Gap by ${by}: lower 95% limit`,
  `Gap by ${by}: upper 95% limit`,
  `Gap by ${by}: verdict`,
  ...answerHeader(`Gap by ${by}`),
  `Gap by ${by}: trend`,
  `Gap by ${by}: trend since`,
  ...answerHeader(`Trend of the gap by ${by}`),
];

/** @param wider names of the larger areas compared with. */
const headerOf = (wider: readonly string[]) => [
  'Aim',
  'Population group',
  'Indicator',
  'Title',
  'Period',
  'Age in years, from three on',
  'Unit',
  'Counted',
  'Scale',
  'Age',
  ...estimateHeader,
  'Change',
  'Change since',
  'Difference',
  'Difference: lower 95% limit',
  'Difference: upper 95% limit',
  ...answerHeader('Change'),
  'Test of the change',
  ...wider.flatMap((name) => [name, `Against ${name}`, ...answerHeader(`Against ${name}`)]),
  ...gapHeader('ethnic group'),
  ...gapHeader('deprivation'),
  'Target',
  'Target due',
  'Course',
  'Course rests on',
  'Target is synthetic',
  'Source',
  'Licence',
];

export function boardCsv(reply: BoardReply): string {
  const { area, asOf, release, tests } = reply;
  const rows = reply.aims.flatMap((aim) => aim.rows);
  const wider = [...new Map(rows.flatMap((row) => row.comparisons).map((one) => [one.area.code, one.area]))];
  return csvFile(
    [
      ['Area', `${area.name} (${area.code})`],
      ...reply.aims.map(({ label, summary }) => [label, summary.join(' ')] as const),
      ...changedLine(reply),
      ['Basis', basesWords(rows.map(({ latest }) => latest))],
      ['Tests', tests.method],
      ['Tests made', `${tests.real.compared} on real figures, ${tests.synthetic.compared} on synthetic ones`],
      ['As of', asOf],
      ['Release', String(release)],
      MARKS,
    ],
    headerOf(wider.map(([, { name }]) => name)),
    rows.map((row) => [
      labelOf(aims, row.aim),
      labelOf(populationGroups, row.populationGroup),
      row.indicator,
      row.title,
      row.periodLabel,
      row.age,
      labelOf(units, row.unit),
      row.counted ?? '',
      row.scaleNote ?? '',
      row.ageAdjusted === false ? NOT_ADJUSTED : '',
      ...estimateCells(row.latest),
      ...changeCells(row),
      ...wider.flatMap(([code]) => comparisonCells(row, code)),
      ...gapCells(row, 'ethnicGroup'),
      ...gapCells(row, 'deprivation'),
      ...targetCells(row),
      `${row.source.publisher}, ${row.source.title}, ${row.source.url}`,
      row.source.licence,
    ]),
  );
}

function changedLine({ changed }: BoardReply): (readonly [string, string])[] {
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

const changeCells = ({ change }: BoardRow): CsvCell[] => [
  labelOf(changeVerdicts, change.verdict),
  change.sinceLabel,
  change.difference?.value,
  change.difference?.lower95,
  change.difference?.upper95,
  ...answerCells(change),
  change.test,
];

function comparisonCells({ comparisons }: BoardRow, code: string): CsvCell[] {
  const found = comparisons.find(({ area }) => area.code === code);
  return found === undefined
    ? ['', '', ...answerHeader().map(() => '')]
    : [valueCell(found.estimate), labelOf(verdicts, found.verdict), ...answerCells(found)];
}

const groupsWords = ({ by, scheme, fifths }: BoardRow['gaps'][number]) =>
  by === 'ethnicGroup' ? labelOf(ethnicSchemes, scheme ?? '') : labelOf(fifthKinds, fifths ?? '');

function gapCells({ gaps }: BoardRow, by: BoardRow['gaps'][number]['by']): CsvCell[] {
  const gap = gaps.find((one) => one.by === by);
  if (gap === undefined) return gapHeader('').map(() => '');
  const { label, reference, difference, verdict, trend } = gap;
  return [
    groupsWords(gap),
    label,
    reference,
    difference.value,
    difference.lower95,
    difference.upper95,
    labelOf(verdicts, verdict),
    ...answerCells(gap),
    labelOf(gapTrends, trend.verdict),
    trend.sinceLabel,
    ...answerCells(trend),
  ];
}

function targetCells({ target }: BoardRow): CsvCell[] {
  if (target === null) return ['', '', '', '', ''];
  const { value, due, course, because, synthetic } = target;
  return [value, due ?? 'at all times', labelOf(courses, course), because, synthetic ? 'yes' : 'no'];
}
