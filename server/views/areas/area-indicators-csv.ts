/** Everything known about one area as a CSV file. Pure. */
import type { AreaIndicator, AreaIndicatorsReply } from '../../contract/area-replies.ts';
import {
  aims,
  areaTypes,
  changeVerdicts,
  labelOf,
  populationGroups,
  units,
  verdicts,
} from '../../contract/dimensions.ts';
import { NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import { answerCells, answerHeader } from '../writing/answer-cells.ts';
import { type CsvCell, csvFile } from '../writing/csv.ts';
import { basesWords, estimateCells, estimateHeader, valueCell } from '../writing/estimate-cells.ts';
import { MARKS } from '../writing/source-facts.ts';
import { trendWords } from '../writing/trend-words.ts';

export function areaIndicatorsCsv(reply: AreaIndicatorsReply): string {
  const { area, place, country, comparison, indicators, release } = reply;
  const larger = [
    ...new Map(indicators.flatMap((row) => row.comparisons).map((one) => [one.area.code, one.area])).values(),
  ];
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
      MARKS,
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
      ...larger.flatMap(largerHeader),
      'Change of',
      'Change',
      'Change since',
      ...answerHeader('Change'),
      'Another way of looking: trend of five figures',
      'Why the trend differs',
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
      ...larger.flatMap((one) => largerCells(row, one)),
      ...changeCells(row, reply),
      trendWords(row.trend),
      row.differs ?? '',
      valueCell(row.place),
      valueCell(row.country),
      labelOf(areaTypes, row.finestArea),
      `${row.source.publisher}, ${row.source.title}, ${row.source.url}`,
      row.source.licence,
    ]),
  );
}

type Larger = AreaIndicator['comparisons'][number]['area'];

const againstWords = ({ name }: Larger) => `Against ${name}`;
const largerHeader = (larger: Larger): string[] => [
  `Figure of ${larger.name}`,
  againstWords(larger),
  ...answerHeader(againstWords(larger)),
];

function largerCells({ comparisons }: AreaIndicator, larger: Larger): CsvCell[] {
  const found = comparisons.find((one) => one.area.code === larger.code);
  return found === undefined
    ? largerHeader(larger).map(() => '')
    : [valueCell(found.estimate), labelOf(verdicts, found.verdict), ...answerCells(found)];
}

/** Of what nobody publishes for such areas, the change is that of the whole place. */
function changeCells(
  { change, publishedHere }: AreaIndicator,
  { area, place }: AreaIndicatorsReply,
): CsvCell[] {
  if (change === null) return ['', '', '', ...answerHeader('Change').map(() => '')];
  const { name } = publishedHere ? area : place;
  return [name, labelOf(changeVerdicts, change.verdict), change.sinceLabel, ...answerCells(change)];
}
