/** Ages and sexes side by side, as a CSV file. Pure. */
import type { AgesAndSexesReply, GapSide, SidesRow } from '../../contract/ages-and-sexes.ts';
import {
  areaTypes,
  kinds,
  labelOf,
  peopleApart,
  polarities,
  units,
  verdicts,
} from '../../contract/dimensions.ts';
import { NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import { answerCells, answerHeader } from '../writing/answer-cells.ts';
import { type CsvCell, csvFile } from '../writing/csv.ts';
import { basesWords, estimateCells, estimateHeader } from '../writing/estimate-cells.ts';
import { MARKS } from '../writing/source-facts.ts';

export function agesAndSexesCsv(reply: AgesAndSexesReply): string {
  const { area, sections } = reply;
  const lines = sections.flatMap(({ by, rows }) =>
    rows.flatMap((row) => row.sides.map((side) => ({ by, row, side }))),
  );
  return csvFile(
    [
      ['Title', reply.title],
      ['Area', `${area.name} (${area.code}, ${labelOf(areaTypes, area.type)})`],
      [
        'Indicator',
        'Every outcome and service with real figures of each, one line for each sex and each age band',
      ],
      ['Period', 'The newest of each indicator that all its figures are of, named on its line'],
      ['Basis', basesWords(lines.map(({ side }) => side.estimate))],
      ['Release', String(reply.release)],
      MARKS,
    ],
    [
      'Indicator',
      'Title',
      'Told apart by',
      'Group code',
      'Group',
      'Period',
      'Unit',
      'Which is better',
      'Kind',
      'Age',
      'Source',
      ...estimateHeader,
      'Compared with',
      'Difference',
      'Difference, lower 95% limit',
      'Difference, upper 95% limit',
      'Verdict',
      'Test',
      ...answerHeader(),
    ],
    lines.map(({ by, row, side }) => lineOf(labelOf(peopleApart, by), row, side)),
  );
}

const lineOf = (by: string, row: SidesRow, side: GapSide): CsvCell[] => [
  row.indicator,
  row.title,
  by,
  side.group,
  side.label,
  row.periodLabel,
  labelOf(units, row.unit),
  labelOf(polarities, row.polarity),
  labelOf(kinds, row.kind),
  row.ageAdjusted === false ? NOT_ADJUSTED : '',
  row.source,
  ...estimateCells(side.estimate),
  side.against,
  side.difference?.value,
  side.difference?.lower95,
  side.difference?.upper95,
  labelOf(verdicts, side.verdict),
  row.test,
  ...answerCells(side),
];
