/** When groups reached given shares, as a table. Pure. */
import { milestoneStatuses } from '../../contract/dimensions.ts';
import type { Milestone, MilestonesReply, Moment } from '../../contract/uptake-replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { aboutIndicator, indicatorInEachRow } from '../tables/about-indicator.ts';
import { wordsOfBases } from '../tables/figure-columns.ts';
import { areaColumns, groupColumns } from '../tables/subject-columns.ts';
import {
  coded,
  columnsOf,
  type FileTable,
  fileTableOf,
  numberColumn,
  required,
  type TableColumn,
  textColumn,
  whole,
} from '../tables/table.ts';

interface Row {
  readonly group: string;
  readonly label: string;
  readonly area: {
    readonly code: string;
    readonly name: string;
    readonly type: MilestonesReply['area']['type'];
  };
  readonly milestone: Milestone;
}

const momentColumns = (title: string, description: string): TableColumn<Moment>[] => [
  textColumn(title, `${description} As queries write the period.`, ({ period }) => period),
  textColumn(`${title}, in words`, description, ({ label }) => label),
  numberColumn(
    `${title}, weeks`,
    `${description} In weeks from when eligibility opened.`,
    ({ weeks }) => weeks,
  ),
];

const milestoneColumns: readonly TableColumn<Milestone>[] = [
  ...required([
    whole<Milestone>('Share, %', 'The share, in percent.', ({ share }) => share),
    ...coded<Milestone>('Status', milestoneStatuses, 'Whether it was reached.', ({ status }) => status),
  ]),
  ...columnsOf<Milestone, Moment>(
    ({ reached }) => reached,
    momentColumns('Reached', 'The first period with at least that share.'),
  ),
  ...columnsOf<Milestone, Moment>(
    ({ earliest }) => earliest,
    momentColumns('Earliest, by the upper 95% limit', 'The first period whose upper 95% limit reaches it.'),
  ),
  ...columnsOf<Milestone, Moment>(
    ({ latest }) => latest,
    momentColumns('Latest, by the lower 95% limit', 'The first period whose lower 95% limit reaches it.'),
  ),
  numberColumn(
    'Weeks behind',
    'Weeks after the whole place, on the same dates; below zero where before it.',
    ({ weeksBehind }) => weeksBehind,
  ),
  textColumn(
    'Notes',
    'Why it is not reached or cannot be told, or what to keep in mind.',
    ({ reason }) => reason,
  ),
];

export function milestonesTable(indicator: Indicator, reply: MilestonesReply): FileTable {
  const { breakdown, eligibility, place, periods, query } = reply;
  const about = aboutIndicator(indicator, query);
  return fileTableOf<Row>(
    {
      ...about,
      title: reply.title,
      period: `${periods.length} periods, named in each row`,
      basis: wordsOfBases(reply.basis),
      release: reply.release,
      notes: [
        ['Groups', `${breakdown.label}. ${breakdown.description}`],
        ...about.notes,
        ['Weeks counted from', `${eligibility.date}: ${eligibility.label}`],
        ['Weeks behind', `${place.name} as a whole, on the same dates`],
      ],
    },
    {
      columns: [
        ...columnsOf<Row, Row['area']>(({ area }) => area, areaColumns),
        ...groupColumns,
        ...indicatorInEachRow<Row>(indicator, query),
        ...columnsOf<Row, Milestone>(({ milestone }) => milestone, milestoneColumns),
      ],
      key: ['Area code', 'Group code', 'Share, %'],
      rows: rowsOf(reply),
    },
  );
}

/** Every group of the area, everyone in it, and everyone in the place that is larger. */
function rowsOf({ area, place, groups, unknown, whole }: MilestonesReply): Row[] {
  const isPlace = area.code === place.code;
  const lines = [
    ...groups.map((one) => ({ ...one, area })),
    ...(unknown === null ? [] : [{ group: 'unknown', label: 'Not stated or not known', area, ...unknown }]),
    { group: 'all', label: `Everyone in ${area.name}`, area, ...whole },
    ...(isPlace
      ? []
      : [
          {
            group: 'all',
            label: `Everyone in ${place.name}`,
            area: { ...place, type: 'borough' as const },
            milestones: place.milestones,
          },
        ]),
  ];
  return lines.flatMap(({ milestones, ...of }) => milestones.map((milestone) => ({ ...of, milestone })));
}
