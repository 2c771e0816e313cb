/** Figures over every period, of areas or of groups, as tables. Pure. */
import { type AreaType, areaTypes, labelOf } from '../../contract/dimensions.ts';
import type {
  AreasOverTimeReply,
  GroupsOverTimeReply,
  NewPeople,
  OverTimePoint,
  WholePoint,
} from '../../contract/over-time-replies.ts';
import { withheld } from '../../contract/without-figure.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { aboutIndicator, indicatorInEachRow } from '../tables/about-indicator.ts';
import { basesWords, figureColumns } from '../tables/figure-columns.ts';
import { areaColumns, groupColumns, periodColumns } from '../tables/subject-columns.ts';
import {
  columnsOf,
  countColumn,
  type FileTable,
  fileTableOf,
  type Note,
  type TableColumn,
  textColumn,
} from '../tables/table.ts';

const PERIOD = 'every period held, one in each row';

/** Names a point's period in words. */
function labelsOf({ periods }: Pick<AreasOverTimeReply, 'periods'>) {
  const labels = new Map(periods.map(({ period, label }) => [period, label]));
  return ({ period }: { readonly period: string }) => ({ period, label: labels.get(period) ?? period });
}

interface AreaRow {
  readonly code: string;
  readonly name: string;
  readonly type: AreaType;
  readonly point: OverTimePoint;
}

/** @param place whose type the whole is of. */
export function areasOverTimeTable(
  indicator: Indicator,
  reply: AreasOverTimeReply,
  place: { readonly type: AreaType },
): FileTable {
  const { query, areas, whole } = reply;
  // Of a list of places the whole is one of the areas.
  const isListed = areas.some(({ code }) => code === whole.code);
  const lines = [
    ...areas.map((area) => ({ ...area, type: query.areaType })),
    ...(isListed ? [] : [{ ...whole, type: place.type }]),
  ];
  const rows = lines.flatMap(({ points, ...of }) => points.map((point): AreaRow => ({ ...of, point })));
  const dated = labelsOf(reply);
  const about = aboutIndicator(indicator, query);
  return fileTableOf<AreaRow>(
    {
      ...about,
      title: reply.title,
      period: PERIOD,
      basis: basesWords(rows.map(({ point }) => point)),
      release: reply.release,
      notes: [['Area', labelOf(areaTypes, query.areaType)], ...about.notes],
    },
    {
      columns: [
        ...areaColumns,
        ...columnsOf(({ point }: AreaRow) => dated(point), periodColumns),
        ...indicatorInEachRow<AreaRow>(indicator, query),
        ...columnsOf<AreaRow, OverTimePoint>(({ point }) => point, figureColumns),
      ],
      key: ['Area code', 'Period'],
      rows,
    },
  );
}

interface GroupRow {
  readonly group: string;
  readonly label: string;
  readonly point: WholePoint;
}

const newColumns: readonly TableColumn<NewPeople>[] = [
  countColumn(
    'New people',
    'Everyone counted by the date less everyone counted by the date before.',
    (one) => (one.status === 'shown' ? one.people : withheld(one.reason)),
  ),
  textColumn(
    'New people: status',
    'Whether the number is shown, or withheld to protect people.',
    ({ status }) => status,
  ),
  countColumn('New people, fewest', 'The fewest it may be, where counts are rounded.', (one) =>
    one.status === 'shown' ? one.lowest : null,
  ),
  countColumn('New people, most', 'The most it may be, where counts are rounded.', (one) =>
    one.status === 'shown' ? one.highest : null,
  ),
  textColumn('New since', 'The period before, as queries write it.', ({ since }) => since),
];

export function groupsOverTimeTable(indicator: Indicator, reply: GroupsOverTimeReply): FileTable {
  const { area, breakdown, query, unknown } = reply;
  const lines = [
    ...reply.groups,
    ...(unknown === null ? [] : [{ group: 'unknown', label: 'Not stated or not known', ...unknown }]),
    { group: 'all', label: 'Everyone', ...reply.whole },
  ];
  const rows = lines.flatMap(({ points, ...of }) => points.map((point): GroupRow => ({ ...of, point })));
  const dated = labelsOf(reply);
  const about = aboutIndicator(indicator, query);
  return fileTableOf<GroupRow>(
    {
      ...about,
      title: reply.title,
      period: PERIOD,
      basis: basesWords(rows.map(({ point }) => point)),
      release: reply.release,
      notes: [
        ['Groups', `${breakdown.label}. ${breakdown.description}`],
        ...about.notes,
        ...newPeopleNotes(reply),
      ],
    },
    {
      columns: [
        ...columnsOf<GroupRow, typeof area>(() => area, areaColumns),
        ...groupColumns,
        ...columnsOf(({ point }: GroupRow) => dated(point), periodColumns),
        ...indicatorInEachRow<GroupRow>(indicator, query),
        ...columnsOf<GroupRow, WholePoint>(({ point }) => point, figureColumns),
        ...columnsOf<GroupRow, NewPeople>(({ point }) => point.new, newColumns),
      ],
      key: ['Area code', 'Group code', 'Period'],
      rows,
    },
  );
}

function newPeopleNotes({ periodKind, roundedTo }: GroupsOverTimeReply): Note[] {
  if (periodKind !== 'cumulative') return [];
  const rounded =
    roundedTo === null
      ? ''
      : ` Counts are rounded to the nearest ${roundedTo}, so the true number lies between the fewest and the most.`;
  return [['New people', `Everyone counted by a date less everyone counted by the date before.${rounded}`]];
}
