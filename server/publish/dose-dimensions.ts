/** Areas, ethnic groups and ages of a table of doses, as dimensions. Pure. */
import type { ObservationRow } from '../../db/intake-schema.ts';
import { bandsCovering } from '../contract/age-bands.ts';
import { type Dimension, TOTAL } from '../disclosure/table/dimension.ts';
import { dimensionOf } from '../disclosure/table/hierarchy.ts';
import type { DoseTable } from '../indicators/dose-tables.ts';
import { type Geography, neighbourhoodsOf } from './geography.ts';

/** What of a ward lies in one area of official totals. */
export const pieceOf = ({ area_code, overlap_code }: Pick<ObservationRow, 'area_code' | 'overlap_code'>) =>
  `${area_code} ${overlap_code}`;

/** Pieces in wards in neighbourhoods, and pieces in the areas of official totals. */
export function doseAreaDimension(
  definition: DoseTable,
  rows: readonly ObservationRow[],
  geography: Geography,
): Dimension {
  const around = neighbourhoodsOf(geography, definition.areas);
  const pieces = new Map(
    rows
      .filter(({ overlap_code }) => overlap_code !== '')
      .map((row) => [
        pieceOf(row),
        {
          piece: pieceOf(row),
          ward: row.area_code,
          part: row.overlap_code,
          neighbourhood: around.get(row.area_code) ?? '',
        },
      ]),
  );
  const upwards =
    around.size === 0 ? (['piece', 'ward'] as const) : (['piece', 'ward', 'neighbourhood'] as const);
  return dimensionOf(
    'area',
    [upwards, ['piece', 'part']],
    [...pieces.values()].toSorted((a, b) => (a.piece < b.piece ? -1 : 1)),
  );
}

export function ageDimension({ ageBands, widerBands }: DoseTable): Dimension {
  const rows = ageBands.map((ageBand) => ({
    ageBand,
    wider: widerBands.find((wide) => bandsCovering(wide, ageBands)?.includes(ageBand)) ?? ageBand,
  }));
  return dimensionOf('ageBand', widerBands.length === 0 ? [['ageBand']] : [['ageBand', 'wider']], rows);
}

/** For each ethnic code whether it is one of the wide groups, or everybody. */
export const wideOf = ({ schemes }: DoseTable, groups: Dimension | undefined): boolean[] =>
  groups?.codes.map((code) => code === TOTAL || code.startsWith(`${schemes[1]}/`)) ?? [];

/** Codes of wards, of all that wards make up, and of the whole. */
export function wardsOrMore({ within, codes, sums }: Dimension): ReadonlySet<number> {
  const wards = new Set(within.map(([, ward]) => ward?.code ?? -1));
  const more = sums.filter(([, ...parts]) => parts.every((part) => wards.has(part))).map(([whole]) => whole);
  return new Set([...wards, ...more, codes.length - 1]);
}
