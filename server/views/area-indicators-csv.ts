/** Everything known about one area as a CSV file. Pure. */
import type { AreaIndicatorsReply } from '../contract/area-replies.ts';
import { aims, areaTypes, labelOf, populationGroups, units, verdicts } from '../contract/dimensions.ts';
import { NOT_ADJUSTED } from '../contract/good-or-bad.ts';
import { answerCells, answerHeader } from './answer-cells.ts';
import { csvFile } from './csv.ts';
import { basesWords, estimateCells, estimateHeader, valueCell } from './estimate-cells.ts';
import { trendWords } from './trend-words.ts';

export function areaIndicatorsCsv(reply: AreaIndicatorsReply): string {
  const { area, place, country, comparison, indicators, release } = reply;
  return csvFile(
    [
      ['Area', `${area.name} (${area.code}, ${labelOf(areaTypes, area.type)})`],
      ['Indicator', 'Every indicator held for the area, one per line'],
      ['Period', 'The newest of each indicator, named on its line'],
      ['Basis', basesWords(indicators.map(({ estimate }) => estimate))],
      ['Source and licence', 'Named on each line'],
      ['Compared with', comparison.against],
      ['Test', comparison.test],
      ['Release', String(release)],
      ['Marks', 'Withheld to protect people: [c]. Missing: [x]'],
    ],
    [
      'Aim',
      'Population group',
      'Indicator',
      'Title',
      'Period',
      'Unit',
      'Counted',
      'Scale',
      'Age',
      ...estimateHeader,
      'Against the rest',
      ...answerHeader(),
      'Gap to the rest',
      'Trend of five figures',
      place.name,
      country?.name ?? 'Country',
      'Finest area published for',
      'Source',
      'Licence',
    ],
    indicators.map((row) => [
      labelOf(aims, row.aim),
      labelOf(populationGroups, row.populationGroup),
      row.indicator,
      row.title,
      row.periodLabel,
      labelOf(units, row.unit),
      row.counted ?? '',
      row.scaleNote ?? '',
      row.ageAdjusted === false ? NOT_ADJUSTED : '',
      ...estimateCells(row.estimate),
      labelOf(verdicts, row.verdict),
      ...answerCells(row),
      row.gap,
      trendWords(row.trend),
      valueCell(row.place),
      valueCell(row.country),
      labelOf(areaTypes, row.finestArea),
      `${row.source.publisher}, ${row.source.title}, ${row.source.url}`,
      row.source.licence,
    ]),
  );
}
