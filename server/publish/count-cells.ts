/** The cells of a table of people, from observations: every total of area, ethnic group, age and outcome. Pure. */
import type { ObservationRow } from '../../db/intake-schema.ts';
import { bandsCovering } from '../contract/age-bands.ts';
import { type AreaType, type EthnicScheme, nestedEthnicSchemes } from '../contract/dimensions.ts';
import type { Dimension } from '../disclosure/table/dimension.ts';
import { TOTAL } from '../disclosure/table/dimension.ts';
import { dimensionOf } from '../disclosure/table/hierarchy.ts';
import { cellOf, codesOf } from '../disclosure/table/layout.ts';
import { type Table, tableOf } from '../disclosure/table/table.ts';
import type { CountTable } from '../indicators/count-tables.ts';
import type { StratumParts } from './figures.ts';
import { type Geography, neighbourhoodsOf } from './geography.ts';

/** Outcomes of the inner cells; together they are everybody. */
const WITH = 'with';
const WITHOUT = 'without';
type Outcome = typeof WITH | typeof WITHOUT | typeof TOTAL;

export interface CountCells {
  readonly table: Table;
  /** The areas there are cells for, by type. */
  readonly areas: (type: AreaType) => readonly string[];
  /** Whether a cell is all people of an area and age, whatever their ethnic group and outcome. */
  readonly isEverybody: (cell: number) => boolean;
  readonly isOfAllAges: (cell: number) => boolean;
  /** Undefined where the table has no such cell. */
  readonly cellOf: (measure: string, area: string, stratum: StratumParts) => number | undefined;
}

interface PlaceArea {
  readonly type: AreaType;
  readonly code: string;
}

/** @throws Error naming the inner cell that is missing, or the area without a larger one around it. */
export function countCells(
  definition: CountTable,
  rows: readonly ObservationRow[],
  geography: Geography,
  place: PlaceArea,
): CountCells {
  const counts = new Map(
    rows.map((row) => [
      keyOf(row.measure, row.area_code, row.ethnic_group, row.age_band),
      row.value ?? undefined,
    ]),
  );
  const finest = new Set(rows.map((row) => row.area_code));
  const dimensions = [
    areaDimension(definition, [...finest], geography),
    ethnicDimension(definition, rows),
    dimensionOf(
      'ageBand',
      [['ageBand']],
      definition.ageBands.map((ageBand) => ({ ageBand })),
    ),
    dimensionOf('outcome', [['outcome']], [{ outcome: WITH }, { outcome: WITHOUT }]),
  ];
  const table = tableOf(dimensions, ([area = '', group = '', age = '', outcome]) => {
    const those = counts.get(keyOf(definition.with, area, group, age));
    if (outcome === WITH) return those;
    const everybody = counts.get(keyOf(definition.people, area, group, age));
    return everybody === undefined || those === undefined ? undefined : everybody - those;
  });
  const [areas] = dimensions as [Dimension];
  return {
    table,
    areas: (type) => {
      if (type === place.type) return [place.code];
      if (type !== definition.areas.type && type !== 'neighbourhood') return [];
      return areas.codes.filter(
        (code) => code !== TOTAL && finest.has(code) === (type === definition.areas.type),
      );
    },
    isEverybody: (cell) => {
      const [, group, , outcome] = codesOf(table, cell);
      return group === TOTAL && outcome === TOTAL;
    },
    isOfAllAges: (cell) => codesOf(table, cell)[2] === TOTAL,
    cellOf: (measure, area, { ethnicGroup, ageBand }) =>
      cellOf(table, [
        area === place.code ? TOTAL : area,
        ethnicGroup === 'all' ? TOTAL : ethnicGroup,
        ageCode(definition, ageBand),
        outcomeOf(definition, measure),
      ]),
  };
}

function outcomeOf(definition: CountTable, measure: string): Outcome {
  if (measure === definition.with) return WITH;
  return measure === definition.without ? WITHOUT : TOTAL;
}

/** An age band of the table, or all of them together under any name. */
function ageCode({ ageBands }: CountTable, band: string): string {
  if (ageBands.includes(band)) return band;
  return bandsCovering(band, ageBands)?.length === ageBands.length || band === 'all' ? TOTAL : band;
}

/** Finest areas in the neighbourhoods they lie in, where the place has those, and in the place. */
function areaDimension(definition: CountTable, codes: readonly string[], geography: Geography): Dimension {
  const around = neighbourhoodsOf(geography, definition.areas);
  const rows = codes.toSorted().map((area) => ({ area, neighbourhood: around.get(area) ?? '' }));
  return dimensionOf('area', around.size === 0 ? [['area']] : [['area', 'neighbourhood']], rows);
}

export function ethnicDimension(
  { schemes }: Pick<CountTable, 'schemes'>,
  rows: readonly ObservationRow[],
): Dimension {
  const groups = [...new Set(rows.map((row) => row.ethnic_group))].toSorted();
  return dimensionOf(
    'ethnicGroup',
    [schemes],
    groups.map((group) =>
      Object.fromEntries(schemes.map((scheme, level) => [scheme, codeAbove(schemes, group, level)])),
    ),
  );
}

/** The group `level` schemes above a group; keys carry their scheme: `census-2021-5/black`. */
function codeAbove(schemes: readonly EthnicScheme[], group: string, level: number): string {
  return schemes.slice(1, level + 1).reduce((below, scheme) => {
    const [finer = '', id = ''] = below.split('/');
    const nested = nestedEthnicSchemes.find((one) => one.finer === finer && one.coarser === scheme);
    const around = nested?.groupOf[id];
    if (around === undefined) throw new Error(`the group ${below} lies in no group of ${scheme}`);
    return `${scheme}/${around}`;
  }, group);
}

const keyOf = (...parts: readonly string[]): string => parts.join('|');
