/** The groups of one indicator in one area as a table. Pure. */
import type { DisparitiesReply, DisparityGroup } from '../../contract/disparity-replies.ts';
import type { Estimate } from '../../contract/estimate.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { aboutIndicator, indicatorInEachRow } from '../tables/about-indicator.ts';
import { answerColumns } from '../tables/answer-columns.ts';
import { basesWords, figureColumns, measuredColumns } from '../tables/figure-columns.ts';
import { areaColumns, groupColumns, periodColumns } from '../tables/subject-columns.ts';
import {
  about as aboutWhat,
  columnsOf,
  type FileTable,
  fileTableOf,
  type Note,
  numberColumn,
  type TableColumn,
} from '../tables/table.ts';
import { numberText, percent } from '../writing/numbers-in-words.ts';
import { periodWords } from '../writing/words.ts';
import { gapColumns } from './gap-columns.ts';

/** A group; those of unknown ethnicity and everyone are compared with nobody. */
interface Row {
  readonly group: string;
  readonly label: string;
  readonly estimate: Estimate;
  readonly populationShare?: number | null;
  readonly affectedShare?: number | null;
  readonly compared?: DisparityGroup;
}

type Standardised = NonNullable<DisparityGroup['standardised']>;

const standardisedColumns: readonly TableColumn<Standardised>[] = [
  ...measuredColumns({
    title: 'Age-standardised value',
    description: 'The figure the group would have with the ages of the European Standard Population.',
  }),
  ...columnsOf<Standardised, NonNullable<Standardised['difference']>>(
    ({ difference }) => difference,
    measuredColumns({
      title: 'Age-standardised difference',
      description: 'Group less reference, both age-standardised.',
    }),
  ),
  ...aboutWhat('Age-standardised', answerColumns<Standardised>()),
];

const columns: readonly TableColumn<Row>[] = [
  ...columnsOf<Row, Estimate>(({ estimate }) => estimate, figureColumns),
  numberColumn(
    '% of those counted',
    'The group as a percentage of all counted in the area.',
    ({ populationShare }) => populationShare,
  ),
  numberColumn(
    '% of those affected',
    'The group as a percentage of those affected.',
    ({ affectedShare }) => affectedShare,
  ),
  ...columnsOf<Row, DisparityGroup['gap']>(({ compared }) => compared?.gap, gapColumns),
  numberColumn(
    'Lowest, whoever is unknown',
    'The lowest its figure can be, whoever the people of unknown ethnicity are.',
    ({ compared }) => compared?.bounds?.lower,
  ),
  numberColumn(
    'Highest, whoever is unknown',
    'The highest it can be.',
    ({ compared }) => compared?.bounds?.upper,
  ),
  ...columnsOf<Row, Standardised>(({ compared }) => compared?.standardised, standardisedColumns),
];

export function disparitiesTable(indicator: Indicator, reply: DisparitiesReply): FileTable {
  const { query, area, groups } = reply;
  const period = { period: query.period, label: periodWords(indicator, query.period) };
  const about = aboutIndicator(indicator, query);
  return fileTableOf<Row>(
    {
      ...about,
      title: reply.title,
      period: period.label,
      basis: basesWords(groups),
      release: reply.release,
      notes: [...about.notes, ...notesOf(reply)],
    },
    {
      columns: [
        ...columnsOf<Row, typeof area>(() => area, areaColumns),
        ...groupColumns,
        ...columnsOf<Row, typeof period>(() => period, periodColumns),
        ...indicatorInEachRow<Row>(indicator, query),
        ...columns,
      ],
      key: ['Area code', 'Group code', 'Period'],
      rows: rowsOf(reply),
    },
  );
}

function rowsOf({ groups, unknown, whole }: DisparitiesReply): Row[] {
  return [
    ...groups.map((compared) => {
      const { group, label, populationShare, affectedShare } = compared;
      return { group, label, estimate: compared, populationShare, affectedShare, compared };
    }),
    ...(unknown === null ? [] : [{ group: 'unknown', label: 'Not stated or not known', ...unknown }]),
    ...(whole === null ? [] : [{ group: 'all', label: 'Everyone', estimate: whole }]),
  ];
}

function notesOf(reply: DisparitiesReply): Note[] {
  const { breakdown, comparison, unknown, standardisation, affected } = reply;
  const unknownWords = unknown?.reading ?? reply.unknownReason ?? '';
  return [
    ['Groups', `${breakdown.label}. ${breakdown.description}`],
    ['Compared with', comparison.against],
    ['Test', comparison.test],
    ['Gaps tested here', String(comparison.compared)],
    ['Flagged by chance alone, without correction', numberText(comparison.expectedByChance, 2)],
    ...(affected === '' ? [] : [['Affected', affected] as const]),
    ...(unknownWords === '' ? [] : [['Unknown ethnicity', unknownWords] as const]),
    ['Age standardisation', [standardisation.reason, standardisation.reading].filter(Boolean).join(' ')],
    ...coverageNotes(reply),
    ...reply.summary.map(({ label, reading }): Note => [`Summary: ${label}`, reading]),
    ...reply.refused.map(({ label, reason }): Note => [`Not given: ${label}`, reason]),
    ...reply.notes.map((note): Note => ['Note', note]),
  ];
}

/** How many people the measures over all groups speak for. */
function coverageNotes({ coverage, counted }: DisparitiesReply): Note[] {
  if (coverage === null) return [];
  return [['Covered by the groups shown', `${percent(Math.min(100, coverage.share))} of the ${counted}`]];
}
