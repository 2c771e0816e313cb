/** A table of people, of one period: what may be shown of it, and where deriving finds that. Pure. */
import type { ObservationRow } from '../../db/intake-schema.ts';
import type { AreaType } from '../contract/dimensions.ts';
import type { Protection } from '../disclosure/protect.ts';
import type { Publicity } from '../disclosure/published-table.ts';
import type { CountTable } from '../indicators/count-tables.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { type CountCells, countCells } from './count-cells.ts';
import type { Figure, Figures, StratumParts } from './figures.ts';
import { OF_ALL_AGES } from './protected-doses.ts';
import type { ProtectedTable, ProtectInput } from './protected-table.ts';
import { figureOf, proved } from './proving.ts';
import { strataOf } from './strata.ts';

/** A table of people, of one period. */
export interface ProtectedCounts extends ProtectedTable {
  readonly definition: CountTable;
  readonly cells: CountCells;
}

/** A table for each period there are counts of. */
export function protectCounts(definition: CountTable, input: ProtectInput): ProtectedCounts[] {
  const rows = input.rows.filter(
    ({ measure }) => measure === definition.with || measure === definition.people,
  );
  return [...Map.groupBy(rows, ({ period }) => period)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, cells]) => protectPeriod(definition, period, cells, input));
}

function protectPeriod(
  definition: CountTable,
  period: string,
  rows: readonly ObservationRow[],
  input: ProtectInput,
): ProtectedCounts {
  const cells = countCells(definition, rows, input.geography, input.place);
  const published = publishedCells(definition, cells, input.indicators);
  const publish = (cell: number): Publicity => {
    if (definition.peopleKnown && cells.isEverybody(cell)) return 'known';
    return published.has(cell) ? 'yes' : 'no';
  };
  const worth = (cell: number) => (cells.isOfAllAges(cell) ? OF_ALL_AGES : 1);
  const one = proved({ id: definition.id, period, table: cells.table }, { publish, worth }, input);
  return {
    ...one,
    definition,
    cells,
    measures: [definition.with, definition.without, definition.people],
    periodsOf: () => [period],
    figures: (measure, asked, stratum, areaType) =>
      asked === period ? figuresOf(definition, cells, one.protection, measure, stratum, areaType) : undefined,
  };
}

/** Every cell that an indicator shows, or that follows from one it shows: a share says all three of its counts. */
function publishedCells(
  definition: CountTable,
  cells: CountCells,
  indicators: readonly Indicator[],
): Set<number> {
  const published = new Set<number>();
  for (const indicator of indicators) {
    if (indicator.countTable?.id !== definition.id) continue;
    const { part } = indicator.countTable;
    const measures =
      part === 'share' ? [definition.with, definition.without, definition.people] : [indicator.measure];
    for (const { stratum, areaTypes } of strataOf(indicator)) {
      for (const area of areaTypes.flatMap(cells.areas)) {
        for (const measure of measures) {
          const cell = cells.cellOf(measure, area, withAllAges(indicator, stratum));
          if (cell !== undefined) published.add(cell);
        }
      }
    }
  }
  return published;
}

const withAllAges = (indicator: Indicator, stratum: StratumParts): StratumParts =>
  stratum.ageBand === 'all' ? { ...stratum, ageBand: indicator.allAges ?? 'all' } : stratum;

function figuresOf(
  definition: CountTable,
  cells: CountCells,
  protection: Protection,
  measure: string,
  stratum: StratumParts,
  areaType: AreaType,
): Figures | undefined {
  const byArea = new Map<string, Figure>();
  for (const area of cells.areas(areaType)) {
    const cell = cells.cellOf(measure, area, stratum);
    if (cell !== undefined) byArea.set(area, figureOf(protection, cell));
  }
  if (byArea.size === 0) return undefined;
  return { basis: definition.synthetic ? 'synthetic' : 'published', byArea };
}
