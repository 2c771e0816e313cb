/** The ledger of commitments as a table. Pure. */
import { bases, courses } from '../../contract/dimensions.ts';
import { NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import type { LedgerEntry, LedgerReply } from '../../contract/ledger-reply.ts';
import { answerColumns } from '../tables/answer-columns.ts';
import { measuredColumns, wordsOfBases } from '../tables/figure-columns.ts';
import { areaColumns, indicatorColumns, periodColumns, unitColumns } from '../tables/subject-columns.ts';
import {
  about,
  coded,
  columnsOf,
  countColumn,
  dayColumn,
  type FileTable,
  fileTableOf,
  numberColumn,
  required,
  type TableColumn,
  textColumn,
  yesOrNo,
} from '../tables/table.ts';

type Gap = NonNullable<LedgerEntry['baseline']>;

const gapColumns: readonly TableColumn<Gap>[] = [
  ...periodColumns,
  ...columnsOf<Gap, Gap['difference']>(
    ({ difference }) => difference,
    measuredColumns({ title: 'Gap', description: 'Group less reference, in the unit.' }),
  ),
  countColumn('People behind the gap', 'People behind the gap.', ({ people }) => people?.value),
  ...coded<Gap>('Basis', bases, 'The less real of the two figures compared.', ({ basis }) => basis),
  ...answerColumns<Gap>(),
];

/** A gap that cannot be had is empty: then no other column of it says anything either. */
const optional = (what: string, gap: (entry: LedgerEntry) => Gap | null): TableColumn<LedgerEntry>[] =>
  about(what, columnsOf(gap, gapColumns)).map((column) => ({ ...column, required: false }));

const columns: readonly TableColumn<LedgerEntry>[] = [
  ...required([
    textColumn<LedgerEntry>('Commitment id', 'Id of the commitment.', ({ id }) => id),
    textColumn<LedgerEntry>('Commitment', 'The commitment, as it was made.', ({ words }) => words),
    yesOrNo<LedgerEntry>(
      'Made for demonstration',
      'Whether the commitment is synthetic.',
      ({ synthetic }) => synthetic,
    ),
    textColumn<LedgerEntry>('Source', 'Who says so, and where.', ({ source }) => source),
    textColumn<LedgerEntry>('Owner', 'Who answers for it.', ({ owner }) => owner),
    dayColumn<LedgerEntry>('Due', 'By when.', ({ due }) => due),
  ]),
  ...indicatorColumns,
  ...unitColumns,
  textColumn('Age', 'Says so where the gaps depend on age and are not adjusted for it.', ({ ageAdjusted }) =>
    ageAdjusted === false ? NOT_ADJUSTED : null,
  ),
  ...columnsOf<LedgerEntry, LedgerEntry['area']>(({ area }) => area, areaColumns),
  ...required([
    textColumn<LedgerEntry>('Group code', 'The group whose gap it is about.', ({ group }) => group),
    textColumn<LedgerEntry>('Group', 'The group in words.', ({ groupLabel }) => groupLabel),
    textColumn<LedgerEntry>('Reference code', 'What it is held against.', ({ reference }) => reference),
    textColumn<LedgerEntry>('Compared with', 'The same in words.', ({ referenceLabel }) => referenceLabel),
  ]),
  ...optional('Baseline', ({ baseline }) => baseline),
  ...optional('Newest', ({ current }) => current),
  numberColumn('Target gap', 'The gap aimed for, its sign kept, in the unit.', ({ target }) => target),
  numberColumn(
    'Gap expected by now',
    'The gap on a straight line from the baseline to the target, in the unit.',
    ({ expected }) => expected,
  ),
  ...coded<LedgerEntry>('Status', courses, 'Where it stands.', ({ status }) => status),
  textColumn('Why', 'Why, in a sentence.', ({ reading }) => reading),
];

export function ledgerTable({ commitments, rule, synthetic, release }: LedgerReply): FileTable {
  return fileTableOf(
    {
      title: 'Commitments to narrow gaps',
      period: 'the baseline and the newest of each commitment, named in its row',
      basis: wordsOfBases(
        commitments.flatMap(({ baseline, current }) =>
          [baseline, current].flatMap((gap) => gap?.basis ?? []),
        ),
      ),
      source: 'named in each row',
      licence: 'that of each source',
      release,
      notes: [
        ['Status', rule],
        ['Made for demonstration', synthetic ? 'yes: see each row' : 'no'],
        ['Empty', 'There is no gap that could be compared.'],
      ],
    },
    { columns, key: ['Commitment id'], rows: commitments },
  );
}
