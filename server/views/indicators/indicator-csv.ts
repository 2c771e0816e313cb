/** One indicator as a CSV file: over areas, or over time. Pure. */
import { areaTypes, changeVerdicts, labelOf, units, verdicts } from '../../contract/dimensions.ts';
import type { IndicatorAreasReply, TrendReply } from '../../contract/replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { answerCells, answerHeader } from '../writing/answer-cells.ts';
import { csvFile } from '../writing/csv.ts';
import { basesWords, estimateCells, estimateHeader } from '../writing/estimate-cells.ts';
import { MARKS, sourceFacts } from '../writing/source-facts.ts';
import { trendWords } from '../writing/trend-words.ts';
import { periodWords } from '../writing/words.ts';

export function indicatorAreasCsv(indicator: Indicator, reply: IndicatorAreasReply): string {
  const { query, title, areas, benchmark, comparison, release } = reply;
  const period = periodWords(indicator, query.period);
  const areaType = labelOf(areaTypes, query.areaType);
  return csvFile(
    [
      ['Indicator', title],
      ['Indicator id', indicator.id],
      ['Area', areaType],
      ['Period', period],
      ['Unit', labelOf(units, indicator.unit)],
      ['Basis', basesWords(areas)],
      ...sourceFacts(indicator, reply.query.ageBand),
      ['Compared with', comparison.against],
      ['Test', comparison.test],
      ['Release', String(release)],
      MARKS,
    ],
    [
      'Area code',
      'Area name',
      'Area type',
      'Period',
      ...estimateHeader,
      'Against the rest',
      ...answerHeader(),
      'Gap to the rest',
    ],
    [
      ...areas.map((area) => [
        area.code,
        area.name,
        areaType,
        period,
        ...estimateCells(area),
        labelOf(verdicts, area.verdict),
        ...answerCells(area),
        area.gap,
      ]),
      ...(benchmark === null || areas.some(({ code }) => code === benchmark.code)
        ? []
        : [
            [
              benchmark.code,
              benchmark.name,
              'The whole place',
              period,
              ...estimateCells(benchmark),
              '',
              ...answerHeader().map(() => ''),
              '',
            ],
          ]),
    ],
  );
}

export function trendCsv(
  indicator: Indicator,
  area: { readonly code: string; readonly name: string },
  reply: TrendReply,
): string {
  return csvFile(
    [
      ['Indicator', reply.title],
      ['Indicator id', indicator.id],
      ['Area', `${area.name} (${area.code})`],
      ['Period', reply.points.length === 0 ? 'none' : 'every period held, one per line'],
      ['Unit', labelOf(units, indicator.unit)],
      ['Basis', basesWords(reply.points.map(({ estimate }) => estimate))],
      ...sourceFacts(indicator, reply.query.ageBand),
      ...changeFact(reply),
      ...reply.breaks.map(({ date, title }): readonly [string, string] => [
        'Break of method',
        `${date}. ${title}`,
      ]),
      ['Another way of looking: trend', trendWords(reply.trend)],
      ['Test', reply.trend.test],
      ...(reply.differs === undefined ? [] : [['Why they differ', reply.differs] as const]),
      ['Release', String(reply.release)],
      MARKS,
    ],
    ['Period', 'Period in words', ...estimateHeader],
    reply.points.map(({ period, label, estimate }) => [period, label, ...estimateCells(estimate)]),
  );
}

/** The headline verdict, before other ways of looking. */
function changeFact({ change }: TrendReply): (readonly [string, string])[] {
  if (change === null) return [];
  const since = change.sinceLabel === '' ? '' : ` since ${change.sinceLabel}`;
  return [['Change (headline)', `${labelOf(changeVerdicts, change.verdict)}${since}. ${change.test}`]];
}
