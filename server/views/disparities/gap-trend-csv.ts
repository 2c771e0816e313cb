/** The gap of each group over time as a CSV file. Pure. */
import { areaTypes, gapTrends, labelOf, units } from '../../contract/dimensions.ts';
import type { GapTrendReply } from '../../contract/disparity-replies.ts';
import type { Measured } from '../../contract/gap.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { answerCells, answerHeader } from '../writing/answer-cells.ts';
import { type CsvCell, csvFile } from '../writing/csv.ts';
import { basesWords, estimateCells, estimateHeader } from '../writing/estimate-cells.ts';
import { MARKS, sourceFacts } from '../writing/source-facts.ts';

const three = (words: string) => [words, `${words}, lower 95% limit`, `${words}, upper 95% limit`];
const cells = (measured: Measured | undefined): CsvCell[] => [
  measured?.value,
  measured?.lower95,
  measured?.upper95,
];

export function gapTrendCsv(indicator: Indicator, reply: GapTrendReply): string {
  const { area, breakdown, comparison, groups } = reply;
  return csvFile(
    [
      ['Indicator', reply.title],
      ['Indicator id', indicator.id],
      ['Area', `${area.name} (${area.code}, ${labelOf(areaTypes, area.type)})`],
      ['Period', 'Every period held, one line for each group'],
      ['Unit', labelOf(units, reply.unit)],
      ['Groups', `${breakdown.label}. ${breakdown.description}`],
      ['Basis', basesWords(groups.flatMap(({ points }) => points.map(({ estimate }) => estimate)))],
      ...sourceFacts(indicator, reply.query.ageBand),
      ['Compared with', comparison.against],
      ['Test', comparison.test],
      ['Changes tested at once', String(comparison.compared)],
      ['Release', String(reply.release)],
      MARKS,
    ],
    [
      'Group code',
      'Group',
      'Period',
      'Period in words',
      ...estimateHeader,
      'Reference value',
      ...three('Difference'),
      ...three('Ratio'),
      ...three('People behind the gap'),
      'Where the gap is going',
      ...answerHeader(),
      ...three('Change of the gap'),
      'In words',
    ],
    groups.flatMap(({ group, label, points, trend }) =>
      points.map((point) => [
        group,
        label,
        point.period,
        point.label,
        ...estimateCells(point.estimate),
        point.reference,
        ...cells(point.difference),
        ...cells(point.ratio),
        ...cells(point.people),
        labelOf(gapTrends, trend.verdict),
        ...answerCells(trend),
        ...cells(trend.change),
        trend.reading,
      ]),
    ),
  );
}
