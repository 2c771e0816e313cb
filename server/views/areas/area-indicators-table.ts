/** Everything known about one area as a table. Pure. */
import type { AreaIndicator, AreaIndicatorsReply } from '../../contract/area-replies.ts';
import { areaTypes, changeVerdicts } from '../../contract/dimensions.ts';
import { answerColumns } from '../tables/answer-columns.ts';
import { basesWords, figureColumns, valueColumns } from '../tables/figure-columns.ts';
import { largerAreaColumns } from '../tables/larger-area-columns.ts';
import {
  aimColumns,
  areaColumns,
  indicatorColumns,
  meaningColumns,
  periodColumns,
  sourceColumns,
} from '../tables/subject-columns.ts';
import {
  about,
  coded,
  columnsOf,
  type FileTable,
  fileTableOf,
  numberColumn,
  type TableColumn,
  textColumn,
} from '../tables/table.ts';
import { trendWords } from '../writing/trend-words.ts';

type Change = NonNullable<AreaIndicator['change']>;

export function areaIndicatorsTable(reply: AreaIndicatorsReply): FileTable {
  const { area, place, country, comparison, indicators, release } = reply;
  const countryName = country?.name ?? 'the country';
  return fileTableOf<AreaIndicator>(
    {
      title: `Every indicator held for ${area.name}`,
      period: 'the newest of each indicator, named in its row',
      basis: basesWords(indicators.map(({ estimate }) => estimate)),
      source: 'named in each row',
      licence: 'named in each row',
      release,
      notes: [
        ['Compared with', comparison.against],
        ['Test', comparison.test],
      ],
    },
    {
      columns: [
        ...columnsOf<AreaIndicator, typeof area>(() => area, areaColumns),
        ...aimColumns,
        ...indicatorColumns,
        ...columnsOf(
          ({ period, periodLabel }: AreaIndicator) => ({ period, label: periodLabel }),
          periodColumns,
        ),
        ...meaningColumns,
        ...columnsOf<AreaIndicator, NonNullable<AreaIndicator['estimate']>>(
          ({ estimate }) => estimate,
          figureColumns,
        ),
        ...answerColumns<AreaIndicator>('Against the rest'),
        numberColumn(
          'Gap to the rest',
          'The figure minus that of the rest of the whole place, in the unit.',
          ({ gap }) => gap,
        ),
        ...largerAreaColumns(indicators),
        ...changeColumns(reply),
        textColumn(
          'Another way of looking: trend of five figures',
          'The recent trend of the same figures.',
          ({ trend }) => trendWords(trend),
        ),
        textColumn(
          'Why the trend differs',
          'Why it differs from the headline, where it does.',
          ({ differs }) => differs,
        ),
        ...columnsOf<AreaIndicator, NonNullable<AreaIndicator['place']>>(
          (row) => row.place,
          valueColumns(`Figure of ${place.name}`, 'The figure of the whole place, in the unit.'),
        ),
        ...columnsOf<AreaIndicator, NonNullable<AreaIndicator['country']>>(
          (row) => row.country,
          valueColumns(`Figure of ${countryName}`, 'The figure of the country, in the unit.'),
        ),
        ...coded<AreaIndicator>(
          'Finest area published for',
          areaTypes,
          'The finest area its source publishes it for.',
          ({ finestArea }) => finestArea,
        ),
        ...sourceColumns,
      ],
      key: ['Area code', 'Indicator code', 'Indicator', 'Population group code', 'Period'],
      rows: indicators,
    },
  );
}

/** Of what nobody publishes for such areas, the change is that of the whole place. */
function changeColumns({ area, place }: AreaIndicatorsReply): TableColumn<AreaIndicator>[] {
  const isOf = ({ publishedHere }: AreaIndicator) => (publishedHere ? area : place);
  return [
    textColumn('Change of code', 'Code of the area the change is of.', (row) => row.change && isOf(row).code),
    textColumn('Change of', 'Its name.', (row) => row.change && isOf(row).name),
    ...columnsOf<AreaIndicator, Change>(
      ({ change }) => change,
      [
        textColumn(
          'Change since code',
          'The period compared with, as queries write it.',
          ({ since }) => since,
        ),
        textColumn('Change since', 'The same in words.', ({ sinceLabel }) => sinceLabel || null),
        ...about('Change', answerColumns<Change>('Verdict', changeVerdicts)),
      ],
    ),
  ];
}
