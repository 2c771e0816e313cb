/** How far modelled figures are off as a table: one row for each measurement, characteristic and area. Pure. */
import { areaTypes } from '../../contract/dimensions.ts';
import type { ModellingReply } from '../../contract/modelling-reply.ts';
import {
  coded,
  type FileTable,
  fileTableOf,
  numberColumn,
  required,
  type TableColumn,
  textColumn,
  yesOrNo,
} from '../tables/table.ts';

type Measurement = ModellingReply['datasets'][number]['measurements'][number];

/** One measured error: of everything together, of a characteristic in all areas, or of all characteristics in an area. */
interface Row {
  readonly dataset: string;
  readonly measurement: Measurement;
  readonly of: 'all' | 'characteristic' | 'area';
  readonly id: string;
  readonly name: string;
  readonly table?: string;
  readonly share?: number;
  readonly error: number;
  readonly points?: number;
  readonly inside: number | null;
  readonly insideAlone?: number | null | undefined;
}

const kinds = [
  { id: 'all', label: 'All' },
  { id: 'characteristic', label: 'Characteristic' },
  { id: 'area', label: 'Area' },
] as const;

const columns: readonly TableColumn<Row>[] = [
  ...required([
    textColumn<Row>('Dataset', 'Id of the dataset.', ({ dataset }) => dataset),
    ...coded<Row>(
      'Shared out from',
      areaTypes,
      'The areas that figures are shared out from.',
      ({ measurement }) => measurement.from.type,
    ),
    textColumn<Row>('Edition', 'Year of their boundaries.', ({ measurement }) => measurement.from.edition),
    ...coded<Row>(
      'To',
      areaTypes,
      'The type of area they are shared out to.',
      ({ measurement }) => measurement.to,
    ),
    textColumn<Row>(
      'Measured among',
      'Whose shares the figures are among.',
      ({ measurement }) => measurement.base,
    ),
    yesOrNo<Row>(
      'Carried by a figure',
      'Whether a figure of the dataset carries it.',
      ({ measurement }) => measurement.isUsed,
    ),
    ...coded<Row>('Of', kinds, 'What the error is of.', ({ of }) => of),
    textColumn<Row>('Id', 'Id of the characteristic, or code of the area.', ({ id }) => id),
    textColumn<Row>('Name', 'The same in words.', ({ name }) => name),
  ]),
  textColumn('Census table', 'The Census table a characteristic comes from.', ({ table }) => table),
  numberColumn(
    'Share in the place (%)',
    'Its share of people or households in the place, in percent.',
    ({ share }) => share,
  ),
  numberColumn('Error (log odds)', 'Root mean square error, on the log-odds scale.', ({ error }) => error),
  numberColumn('Error (percentage points)', 'The same in percentage points.', ({ points }) => points),
  numberColumn(
    'True values inside the 95% intervals (%)',
    'Left out in turn, the share of its true values inside the 95% intervals.',
    ({ inside }) => inside,
  ),
  numberColumn(
    'True values inside by the error alone (%)',
    'The same of intervals by the error of sharing out alone.',
    ({ insideAlone }) => insideAlone,
  ),
];

export function modellingTable({ release, datasets }: ModellingReply): FileTable {
  return fileTableOf(
    {
      title: 'How far figures shared out to areas that do not nest are off, measured on the Census',
      period: 'Census 2021',
      basis: 'Modelled shares beside those the Census publishes',
      source: 'Office for National Statistics, Census 2021, https://www.nomisweb.co.uk/sources/census_2021',
      licence: 'Open Government Licence v3.0',
      release,
      notes: [],
    },
    {
      columns,
      key: ['Dataset', 'Shared out from code', 'Edition', 'To code', 'Measured among', 'Of code', 'Id'],
      rows: datasets.flatMap(({ dataset, measurements }) =>
        measurements.flatMap((measurement) =>
          rowsOf(measurement).map((row) => ({ ...row, dataset, measurement })),
        ),
      ),
    },
  );
}

function rowsOf({
  pooled,
  inside,
  insideAlone,
  characteristics,
  areas,
}: Measurement): Omit<Row, 'dataset' | 'measurement'>[] {
  return [
    { of: 'all', id: 'all', name: 'All characteristics in all areas', error: pooled, inside, insideAlone },
    ...characteristics.map(({ title, ...one }) => ({ of: 'characteristic' as const, name: title, ...one })),
    ...areas.map(({ code, ...one }) => ({ of: 'area' as const, id: code, ...one })),
  ];
}
