/** Which file each figure of an indicator came from, as a table. Pure. */
import { areaTypes } from '../../contract/dimensions.ts';
import type { OriginsReply } from '../../contract/origins-reply.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { aboutIndicator } from '../tables/about-indicator.ts';
import { periodColumns } from '../tables/subject-columns.ts';
import {
  coded,
  type FileTable,
  fileTableOf,
  instant,
  required,
  type TableColumn,
  textColumn,
  whole,
} from '../tables/table.ts';

type Origin = OriginsReply['origins'][number];
type Row = Origin & { readonly number: number };

const columns: readonly TableColumn<Row>[] = [
  ...required([whole<Row>('Number', 'Number of the row.', ({ number }) => number)]),
  ...periodColumns,
  textColumn('As', 'counted, among, or placed-by: what the observations are to the figure.', ({ as }) => as),
  textColumn(
    'Measure',
    'What the observations are of, as files of our own name it.',
    ({ measure }) => measure,
  ),
  ...coded<Row>(
    'Observed for',
    areaTypes,
    'The type of area they were observed for.',
    ({ areaType }) => areaType,
  ),
  textColumn(
    'Areas',
    'Their codes, with spaces between; all where they are all of the type.',
    ({ areas }) => areas?.join(' ') ?? 'all',
  ),
  textColumn(
    'File',
    'Name of the file; empty for counts of people from records.',
    ({ file }) => file || null,
  ),
  textColumn(
    'Edition',
    'The day its publisher says it is of; empty where nothing says so.',
    ({ edition }) => edition,
  ),
  instant('Loaded', 'When it was loaded.', ({ loadedAt }) => loadedAt),
  whole('Load', 'Number of the load.', ({ load }) => load),
  textColumn('Source', 'Id of the source, as the command names it.', ({ source }) => source),
  textColumn(
    'SHA-256',
    'Its SHA-256 digest; empty for counts of people from records.',
    ({ sha256 }) => sha256 || null,
  ),
];

export function originsTable(indicator: Indicator, { release, origins }: OriginsReply): FileTable {
  return fileTableOf<Row>(
    {
      ...aboutIndicator(indicator, { ageBand: 'all' }),
      title: `Where the figures of “${indicator.title}” come from`,
      period: 'that of the observations, named in each row',
      basis: 'Files and loads, no figures',
      release,
    },
    { columns, key: ['Number'], rows: origins.map((origin, at) => ({ ...origin, number: at + 1 })) },
  );
}
