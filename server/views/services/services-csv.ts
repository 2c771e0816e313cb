/** Figures of areas of service as a CSV file: one line for each figure. Pure. */
import { areaTypes, labelOf, units } from '../../contract/dimensions.ts';
import type { ServiceFiguresReply } from '../../contract/service-replies.ts';
import { csvFile } from '../writing/csv.ts';
import { estimateCells, estimateHeader } from '../writing/estimate-cells.ts';
import { MARKS } from '../writing/source-facts.ts';

export function servicesCsv({ release, notice, indicators }: ServiceFiguresReply): string {
  return csvFile(
    [['Release', String(release)], ['Whose', notice], MARKS],
    ['Indicator', 'Title', 'Unit', 'Whose', 'Area', 'Code', 'Type', 'Period', ...estimateHeader],
    indicators.flatMap(({ indicator, title, unit, areas }) =>
      areas.flatMap(({ whose, name, code, type, points, latest }) =>
        (points.length > 0 ? points : [latest]).map(({ periodLabel, estimate }) => [
          indicator,
          title,
          labelOf(units, unit),
          whose,
          name,
          code,
          labelOf(areaTypes, type),
          periodLabel,
          ...estimateCells(estimate),
        ]),
      ),
    ),
  );
}
