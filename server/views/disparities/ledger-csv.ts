/** The ledger of commitments as a CSV file. Pure. */
import { bases, courses, labelOf, units, verdicts } from '../../contract/dimensions.ts';
import { NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import type { LedgerEntry, LedgerReply } from '../../contract/ledger-reply.ts';
import { markOf } from '../../contract/without-figure.ts';
import { answerCells, answerHeader } from '../writing/answer-cells.ts';
import { type CsvCell, csvFile } from '../writing/csv.ts';

/** A gap then or now that could not be compared is not available. */
const MISSING = markOf({ reason: 'not-available' });

export function ledgerCsv({ commitments, rule, synthetic, release }: LedgerReply): string {
  return csvFile(
    [
      ['Title', 'Commitments to narrow gaps'],
      ['Status', rule],
      ['Made for demonstration', synthetic ? 'yes: see each line' : 'no'],
      ['Release', String(release)],
      ['Marks', `No figure that could be compared: ${MISSING}`],
    ],
    [
      'Commitment id',
      'Commitment',
      'Made for demonstration',
      'Source',
      'Owner',
      'Due',
      'Indicator',
      'Title',
      'Unit',
      'Adjusted for age',
      'Area code',
      'Area name',
      'Group',
      'Compared with',
      ...gapHeader('Baseline'),
      ...gapHeader('Newest'),
      'Target gap',
      'Gap expected by now',
      'Status',
      'Why',
    ],
    commitments.map((entry) => [
      entry.id,
      entry.words,
      entry.synthetic ? 'yes' : 'no',
      entry.source,
      entry.owner,
      entry.due,
      entry.indicator,
      entry.title,
      labelOf(units, entry.unit),
      entry.ageAdjusted === false ? NOT_ADJUSTED : '',
      entry.area.code,
      entry.area.name,
      entry.groupLabel,
      entry.referenceLabel,
      ...gapCells(entry.baseline),
      ...gapCells(entry.current),
      entry.target,
      entry.expected,
      labelOf(courses, entry.status),
      entry.reading,
    ]),
  );
}

const gapHeader = (words: string) => [
  `${words} period`,
  `${words} gap`,
  `${words} gap, lower 95% limit`,
  `${words} gap, upper 95% limit`,
  `${words} people behind the gap`,
  `${words} basis`,
  `${words} gap: verdict`,
  ...answerHeader(`${words} gap`),
];

function gapCells(gap: LedgerEntry['baseline']): CsvCell[] {
  if (gap === null)
    return [MISSING, MISSING, MISSING, MISSING, MISSING, '', '', ...answerHeader().map(() => '')];
  const { label, difference, people, basis } = gap;
  return [
    label,
    difference.value,
    difference.lower95,
    difference.upper95,
    people?.value,
    labelOf(bases, basis),
    labelOf(verdicts, gap.verdict),
    ...answerCells(gap),
  ];
}
