/** How far modelled figures are off as a CSV file: one line for each measurement, characteristic and area. Pure. */
import { areaTypes, labelOf } from '../../contract/dimensions.ts';
import type { ModellingReply } from '../../contract/modelling-reply.ts';
import { type CsvCell, csvFile } from '../writing/csv.ts';

const HEADER = [
  'Dataset',
  'Shared out from',
  'Edition',
  'To',
  'Measured among',
  'Carried by a figure',
  'Of',
  'Id',
  'Name',
  'Census table',
  'Share in the place (%)',
  'Error (log odds)',
  'Error (percentage points)',
  'True values inside the 95% intervals (%)',
  'True values inside by the error alone (%)',
] as const;

export function modellingCsv({ release, datasets }: ModellingReply): string {
  const rows = datasets.flatMap(({ dataset, measurements }) =>
    measurements.flatMap((one) => {
      const of: CsvCell[] = [
        dataset,
        labelOf(areaTypes, one.from.type),
        one.from.edition,
        labelOf(areaTypes, one.to),
        one.base,
        one.isUsed ? 'yes' : 'no',
      ];
      return [
        [
          ...of,
          'All',
          '',
          'All characteristics in all areas',
          '',
          '',
          one.pooled,
          '',
          one.inside,
          one.insideAlone,
        ],
        ...one.characteristics.map(({ id, title, table, share, error, points, inside, insideAlone }) => [
          ...of,
          'Characteristic',
          id,
          title,
          table,
          share,
          error,
          points,
          inside,
          insideAlone,
        ]),
        ...one.areas.map(({ code, name, error, inside, insideAlone }) => [
          ...of,
          'Area',
          code,
          name,
          '',
          '',
          error,
          '',
          inside,
          insideAlone,
        ]),
      ];
    }),
  );
  return csvFile(
    [
      ['Title', 'How far figures shared out to areas that do not nest are off, measured on the Census'],
      ['Release', String(release)],
    ],
    HEADER,
    rows,
  );
}
