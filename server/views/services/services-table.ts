/** Figures of areas of service as a table: one row for each figure. Pure. */
import type { ServiceArea, ServiceFigures, ServiceFiguresReply } from '../../contract/service-replies.ts';
import { basesWords, figureColumns } from '../tables/figure-columns.ts';
import {
  aimColumns,
  areaColumns,
  indicatorColumns,
  meaningColumns,
  periodColumns,
  sourceColumns,
} from '../tables/subject-columns.ts';
import { columnsOf, type FileTable, fileTableOf, required, textColumn } from '../tables/table.ts';

interface Row {
  readonly indicator: ServiceFigures;
  readonly area: ServiceArea;
  readonly point: ServiceArea['latest'];
}

export function servicesTable({ release, notice, indicators }: ServiceFiguresReply): FileTable {
  const rows = indicators.flatMap((indicator) =>
    indicator.areas.flatMap((area) =>
      (area.points.length > 0 ? area.points : [area.latest]).map(
        (point): Row => ({ indicator, area, point }),
      ),
    ),
  );
  return fileTableOf<Row>(
    {
      title: 'Figures of the networks, trusts and system that serve the place',
      period: 'the newest of each, or every one held of the indicator asked for, named in its row',
      basis: basesWords(rows.map(({ point }) => point.estimate)),
      source: 'named in each row',
      licence: 'named in each row',
      release,
      notes: [['Whose', notice]],
    },
    {
      columns: [
        ...columnsOf<Row, ServiceFigures>(({ indicator }) => indicator, [...indicatorColumns, ...aimColumns]),
        ...required([
          textColumn<Row>(
            'Whose',
            'Whom the figure is about: these words, then the area.',
            ({ area }) => area.whose,
          ),
        ]),
        ...columnsOf<Row, ServiceArea>(({ area }) => area, areaColumns),
        ...columnsOf(
          ({ point: { period, periodLabel } }: Row) => ({ period, label: periodLabel }),
          periodColumns,
        ),
        ...columnsOf<Row, ServiceFigures>(({ indicator }) => indicator, meaningColumns),
        ...columnsOf<Row, ServiceArea['latest']['estimate']>(({ point }) => point.estimate, figureColumns),
        ...columnsOf<Row, ServiceFigures>(({ indicator }) => indicator, sourceColumns),
      ],
      key: ['Indicator code', 'Indicator', 'Population group code', 'Area code', 'Period'],
      rows,
    },
  );
}
