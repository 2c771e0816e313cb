/** The comparisons a release judged as a table: one a row, with the lists it stands in. Pure. */
import {
  type ComparisonsReply,
  type JudgedComparison,
  listSortTerms,
} from '../../contract/comparison-replies.ts';
import { labelOf } from '../../contract/dimensions.ts';
import { parsePeriod } from '../../contract/periods.ts';
import { answerColumns } from '../tables/answer-columns.ts';
import { periodColumns } from '../tables/subject-columns.ts';
import {
  about,
  columnsOf,
  type FileTable,
  fileTableOf,
  type Note,
  numberColumn,
  required,
  type TableColumn,
  textColumn,
  whole,
  yesOrNo,
} from '../tables/table.ts';

type List = JudgedComparison['lists'][number];

const listColumns: readonly TableColumn<List>[] = [
  textColumn('name', 'What the list is of.', ({ name }) => name),
  whole('comparisons', 'How many comparisons stand in it.', ({ compared }) => compared),
  numberColumn('Simes p', 'Simes p-value of the list.', ({ p }) => p),
  yesOrNo('selected', 'Whether it is selected among the lists of its sort.', ({ selected }) => selected),
  numberColumn('level', 'The level at which Benjamini-Hochberg runs within it.', ({ level }) => level),
  numberColumn(
    'largest p rejected',
    'The largest p-value it rejects; empty where it rejects none.',
    ({ largestRejected }) => largestRejected,
  ),
  yesOrNo('rejects', 'Whether it rejects this comparison.', ({ rejects }) => rejects),
];

const columns: readonly TableColumn<JudgedComparison>[] = [
  ...required([
    textColumn<JudgedComparison>('Indicator code', 'Id of the indicator.', ({ indicator }) => indicator),
    textColumn<JudgedComparison>('Indicator', 'Title of the indicator.', ({ title }) => title),
  ]),
  textColumn(
    'Denominator code',
    'The population counted among; empty where the indicator has only one.',
    ({ denominator }) => denominator || null,
  ),
  ...columnsOf<JudgedComparison, { period: string; label: string }>(
    ({ period }) => ({ period, label: parsePeriod(period)?.label ?? period }),
    periodColumns,
  ),
  ...required([
    textColumn<JudgedComparison>(
      'Stratum',
      'Who the figures are about, as the id writes it; all for everybody.',
      ({ stratum }) => stratum,
    ),
    textColumn<JudgedComparison>('Area code', 'ONS code.', ({ area }) => area.code),
    textColumn<JudgedComparison>('Area name', 'Name of the area.', ({ area }) => area.name),
  ]),
  textColumn(
    'Group',
    'The group compared, with its scheme; empty where whole areas are compared.',
    ({ group }) => group,
  ),
  textColumn('Reference', 'rest, since- and a period, or the code of an area.', ({ reference }) => reference),
  ...answerColumns<JudgedComparison>(),
  ...listSortTerms.flatMap(({ id, label }) =>
    about(
      label,
      columnsOf<JudgedComparison, List>(({ lists }) => lists.find(({ sort }) => sort === id), listColumns),
    ),
  ),
];

export function comparisonsTable({ release, rule, sorts, comparisons }: ComparisonsReply): FileTable {
  return fileTableOf(
    {
      title: 'Comparisons as they were judged when publishing',
      period: 'that of each comparison, named in its row',
      basis: 'Real and synthetic figures are judged apart',
      source:
        'judged by this site from the figures of its sources; /api/v1/indicators/{id} names that of each',
      licence: 'that of each source',
      release,
      notes: [
        ['Rule', rule === null ? 'none: published before comparisons were judged' : `edition ${rule}`],
        ...sorts.map(
          ({ sort, making, lists, selected, level }): Note => [
            `${labelOf(listSortTerms, sort)}, ${making} figures`,
            `${selected} of ${lists} selected; level within those ${level}`,
          ],
        ),
      ],
    },
    { columns, key: ['Comparison'], rows: comparisons },
  );
}
