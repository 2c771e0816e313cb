/** The comparisons a release judged as a CSV file: one a line, with the lists it stands in. Pure. */
import {
  type ComparisonsReply,
  type JudgedComparison,
  listSortTerms,
} from '../../contract/comparison-replies.ts';
import { labelOf, verdicts } from '../../contract/dimensions.ts';
import { answerCells, answerHeader } from '../writing/answer-cells.ts';
import { type CsvCell, csvFile } from '../writing/csv.ts';

export function comparisonsCsv({ release, rule, sorts, comparisons }: ComparisonsReply): string {
  return csvFile(
    [
      ['Title', 'Comparisons as they were judged when publishing'],
      ['Rule', rule === null ? 'none: published before comparisons were judged' : `edition ${rule}`],
      ...sorts.map(({ sort, making, lists, selected, level }): [string, string] => [
        `${labelOf(listSortTerms, sort)}, ${making} figures`,
        `${selected} of ${lists} selected; level within those ${level}`,
      ]),
      ['Release', String(release)],
    ],
    [
      'Indicator',
      'Title',
      'Counted among',
      'Period',
      'Stratum',
      'Area code',
      'Area name',
      'Group',
      'Reference',
      'Verdict',
      ...answerHeader(),
      ...listSortTerms.flatMap(({ label }) => LIST_COLUMNS.map((column) => `${label}: ${column}`)),
    ],
    comparisons.map((one) => [
      one.indicator,
      one.title,
      one.denominator,
      one.period,
      one.stratum,
      one.area.code,
      one.area.name,
      one.group,
      one.reference,
      labelOf(verdicts, one.verdict),
      ...answerCells(one),
      ...listSortTerms.flatMap(({ id }) => listCells(one.lists.find(({ sort }) => sort === id))),
    ]),
  );
}

const LIST_COLUMNS = ['name', 'comparisons', 'Simes p', 'selected', 'level', 'largest p rejected', 'rejects'];

function listCells(list: JudgedComparison['lists'][number] | undefined): CsvCell[] {
  if (list === undefined) return LIST_COLUMNS.map(() => '');
  const { name, compared, p, selected, level, largestRejected, rejects } = list;
  return [name, compared, p, yesOrNo(selected), level, largestRejected, yesOrNo(rejects)];
}

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');
