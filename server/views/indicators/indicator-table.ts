/** One indicator as a table: over areas, or over time. Pure. */
import { areaTypes, changeVerdicts, labelOf } from '../../contract/dimensions.ts';
import type { AreaEstimate, ComparedAreaEstimate } from '../../contract/estimate.ts';
import type { IndicatorAreasReply, TrendReply } from '../../contract/replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { aboutIndicator, indicatorInEachRow } from '../tables/about-indicator.ts';
import { answerColumns } from '../tables/answer-columns.ts';
import { basesWords, figureColumns } from '../tables/figure-columns.ts';
import { areaColumns, periodColumns } from '../tables/subject-columns.ts';
import {
  columnsOf,
  type FileTable,
  fileTableOf,
  type Note,
  numberColumn,
  required,
} from '../tables/table.ts';
import { trendWords } from '../writing/trend-words.ts';
import { periodWords } from '../writing/words.ts';

/** An area of the type, or the whole place beside them, which is compared with nothing. */
type AreaRow = (ComparedAreaEstimate | AreaEstimate) & {
  readonly type: IndicatorAreasReply['query']['areaType'];
};

export function indicatorAreasTable(
  indicator: Indicator,
  reply: IndicatorAreasReply,
  place: { readonly type: AreaRow['type'] },
): FileTable {
  const { query, title, areas, benchmark, comparison, release } = reply;
  const period = { period: query.period, label: periodWords(indicator, query.period) };
  const about = aboutIndicator(indicator, query);
  const isListed = areas.some(({ code }) => code === benchmark?.code);
  const rows: AreaRow[] = [
    ...areas.map((area) => ({ ...area, type: query.areaType })),
    ...(benchmark === null || isListed ? [] : [{ ...benchmark, type: place.type }]),
  ];
  const compared = (row: AreaRow) => ('comparison' in row ? row : null);
  return fileTableOf<AreaRow>(
    {
      ...about,
      title,
      period: period.label,
      basis: basesWords(areas),
      release,
      notes: [
        ['Area', labelOf(areaTypes, query.areaType)],
        ...about.notes,
        ['Compared with', comparison.against],
        ['Test', comparison.test],
      ],
    },
    {
      columns: [
        ...areaColumns,
        ...columnsOf(() => period, periodColumns),
        ...indicatorInEachRow<AreaRow>(indicator, query),
        ...figureColumns,
        ...columnsOf(compared, [
          ...answerColumns('Against the rest'),
          numberColumn(
            'Gap to the rest',
            'The figure minus that of the rest of the place, in the unit.',
            ({ gap }) => gap,
          ),
        ]),
      ],
      key: ['Area code', 'Period'],
      rows,
    },
  );
}

interface Place {
  readonly code: string;
  readonly name: string;
  readonly type: AreaRow['type'];
}

export function trendTable(indicator: Indicator, area: Place, reply: TrendReply): FileTable {
  const { title, points, trend, release, query } = reply;
  const about = aboutIndicator(indicator, query);
  return fileTableOf(
    {
      ...about,
      title,
      period: points.length === 0 ? 'none' : 'every period held, one in each row',
      basis: basesWords(points.map(({ estimate }) => estimate)),
      release,
      notes: [
        ...about.notes,
        ...changeNotes(reply),
        ...reply.breaks.map(({ date, title }): Note => ['Break of method', `${date}. ${title}`]),
        ['Another way of looking: trend', trendWords(trend)],
        ['Test', trend.test],
        ...(reply.differs === undefined ? [] : [['Why they differ', reply.differs] as const]),
      ],
    },
    {
      columns: [
        ...required(columnsOf(() => area, areaColumns)),
        ...periodColumns,
        ...indicatorInEachRow<TrendReply['points'][number]>(indicator, query),
        ...columnsOf(({ estimate }: TrendReply['points'][number]) => estimate, figureColumns),
      ],
      key: ['Area code', 'Period'],
      rows: points,
    },
  );
}

/** The headline verdict, before other ways of looking. */
function changeNotes({ change }: TrendReply): Note[] {
  if (change === null) return [];
  const since = change.sinceLabel === '' ? '' : ` since ${change.sinceLabel}`;
  return [['Change (headline)', `${labelOf(changeVerdicts, change.verdict)}${since}. ${change.test}`]];
}
