/** The place among the boroughs it is compared with, as a table. Pure. */
import type { BoroughsReply } from '../../contract/boroughs-reply.ts';
import type { BoroughEstimate } from '../../contract/estimate.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { aboutIndicator, indicatorInEachRow } from '../tables/about-indicator.ts';
import { basesWords, figureColumns } from '../tables/figure-columns.ts';
import { areaColumns, periodColumns } from '../tables/subject-columns.ts';
import { coded, columnsOf, type FileTable, fileTableOf, type Note, required } from '../tables/table.ts';
import { periodWords } from '../writing/words.ts';

const roles = [
  { id: 'place', label: 'The place' },
  { id: 'peer', label: 'One of those most like it' },
  { id: 'other', label: 'Another' },
] as const;

export function boroughsTable(indicator: Indicator, reply: BoroughsReply): FileTable {
  const { boroughs, position, query, title, release } = reply;
  const own = boroughs.find(({ role }) => role === 'place');
  const period = { period: query.period, label: periodWords(indicator, query.period) };
  const about = aboutIndicator(indicator, query);
  const told = (name: string, words: string | undefined): Note[] =>
    words === undefined ? [] : [[name, words]];
  return fileTableOf<BoroughEstimate>(
    {
      ...about,
      title,
      period: period.label,
      basis: basesWords(boroughs),
      release,
      notes: [
        ['Area', reply.plural],
        ...about.notes,
        ...told(`Position of ${own?.name ?? 'the place'}`, position?.words ?? reply.withoutPosition),
        ['Test', 'none: positions are not tested, and the order alone may be chance'],
        ...told('Median', reply.medianWords),
        ...told('Those most like it', reply.peersChosen?.words),
      ],
    },
    {
      columns: [
        ...columnsOf(
          ({ code, name, role }: BoroughEstimate) => ({
            code,
            name,
            type: role === 'place' ? ('borough' as const) : ('other-borough' as const),
          }),
          areaColumns,
        ),
        ...required(
          coded<BoroughEstimate>(
            'Which',
            roles,
            'The place itself, one of those most like it, or another.',
            ({ role }) => role,
          ),
        ),
        ...columnsOf(() => period, periodColumns),
        ...indicatorInEachRow<BoroughEstimate>(indicator, query),
        ...figureColumns,
      ],
      key: ['Area code', 'Period'],
      rows: boroughs,
    },
  );
}
