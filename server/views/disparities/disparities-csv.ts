/** The groups of one indicator in one area as a CSV file. Pure. */
import { areaTypes, labelOf, units, verdicts } from '../../contract/dimensions.ts';
import type { DisparitiesReply, DisparityGroup } from '../../contract/disparity-replies.ts';
import type { Estimate } from '../../contract/estimate.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { answerCells, answerHeader } from '../writing/answer-cells.ts';
import { type CsvCell, csvFile } from '../writing/csv.ts';
import { basesWords, estimateCells, estimateHeader } from '../writing/estimate-cells.ts';
import { numberText, percent } from '../writing/numbers-in-words.ts';
import { MARKS, sourceFacts } from '../writing/source-facts.ts';
import { periodWords } from '../writing/words.ts';
import { gapCells, gapHeader } from './gap-cells.ts';

const standardisedHeader = [
  'Age-standardised value',
  'Age-standardised, lower 95% limit',
  'Age-standardised, upper 95% limit',
  'Age-standardised difference',
  'Age-standardised difference, lower 95% limit',
  'Age-standardised difference, upper 95% limit',
  'Age-standardised verdict',
  ...answerHeader('Age-standardised'),
];
const header = [
  'Group code',
  'Group',
  'Area code',
  'Period',
  ...estimateHeader,
  '% of those counted',
  '% of those affected',
  ...gapHeader,
  'Lowest, whoever is unknown',
  'Highest, whoever is unknown',
  ...standardisedHeader,
];

export function disparitiesCsv(indicator: Indicator, reply: DisparitiesReply): string {
  const { query, area, groups, unknown } = reply;
  const period = periodWords(indicator, query.period);
  return csvFile(factsOf(indicator, reply, period), header, [
    ...groups.map((group) => [
      group.group,
      group.label,
      area.code,
      period,
      ...estimateCells(group),
      group.populationShare,
      group.affectedShare,
      ...gapCells(group.gap, group),
      group.bounds?.lower,
      group.bounds?.upper,
      ...standardisedCells(group),
    ]),
    ...(unknown === null
      ? []
      : [
          withoutGap([
            'unknown',
            'Not stated or not known',
            area.code,
            period,
            ...estimateCells(unknown.estimate),
            unknown.populationShare,
            unknown.affectedShare,
          ]),
        ]),
    ...(reply.whole === null ? [] : [wholeLine(area.code, period, reply.whole)]),
  ]);
}

function factsOf(indicator: Indicator, reply: DisparitiesReply, period: string): [string, string][] {
  const { area, breakdown, comparison, groups, unknown, standardisation } = reply;
  return [
    ['Indicator', reply.title],
    ['Indicator id', indicator.id],
    ['Area', `${area.name} (${area.code}, ${labelOf(areaTypes, area.type)})`],
    ['Period', period],
    ['Unit', labelOf(units, reply.unit)],
    ['Groups', `${breakdown.label}. ${breakdown.description}`],
    ['Basis', basesWords(groups)],
    ...sourceFacts(indicator, reply.query.ageBand),
    ['Compared with', comparison.against],
    ['Test', comparison.test],
    ['Gaps tested here', String(comparison.compared)],
    ['Flagged by chance alone, without correction', numberText(comparison.expectedByChance, 2)],
    ...(reply.affected === '' ? [] : [['Affected', reply.affected] satisfies [string, string]]),
    ['Unknown ethnicity', unknown?.reading ?? reply.unknownReason ?? ''],
    ['Age standardisation', [standardisation.reason, standardisation.reading].filter(Boolean).join(' ')],
    ...coverageFacts(reply),
    ...reply.summary.map(({ label, reading }): [string, string] => [`Summary: ${label}`, reading]),
    ...reply.refused.map(({ label, reason }): [string, string] => [`Not given: ${label}`, reason]),
    ['Release', String(reply.release)],
    [...MARKS],
  ];
}

const wholeLine = (code: string, period: string, whole: Estimate): CsvCell[] =>
  withoutGap(['all', 'Everyone', code, period, ...estimateCells(whole)]);

/** A line that is compared with nobody: every cell after those it has is empty. */
const withoutGap = (cells: readonly CsvCell[]): CsvCell[] => [
  ...cells,
  ...header.slice(cells.length).map(() => ''),
];

function standardisedCells({ standardised }: DisparityGroup): CsvCell[] {
  if (standardised === undefined) return standardisedHeader.map(() => '');
  const { value, lower95, upper95, difference, verdict } = standardised;
  return [
    value,
    lower95,
    upper95,
    difference?.value,
    difference?.lower95,
    difference?.upper95,
    labelOf(verdicts, verdict),
    ...answerCells(standardised),
  ];
}

/** How many people the measures over all groups speak for. */
function coverageFacts({ coverage, counted }: DisparitiesReply): [string, string][] {
  if (coverage === null) return [];
  return [['Covered by the groups shown', `${percent(Math.min(100, coverage.share))} of the ${counted}`]];
}
