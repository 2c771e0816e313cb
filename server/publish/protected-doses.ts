/** A table of doses, all dates together: what may be shown of it, and where deriving finds that. Pure. */

import type { ObservationRow } from '../../db/intake-schema.ts';
import { bandsCovering } from '../contract/age-bands.ts';
import { DIFFERENCES_KEPT, type PolicyNumbers, PROTECT } from '../contract/policies.ts';
import { type CellBounds, UNLIMITED } from '../disclosure/bounds/cell-bounds.ts';
import { deduce } from '../disclosure/bounds/deduction.ts';
import { isSmall } from '../disclosure/policy.ts';
import type { Publicity, PublishedOptions } from '../disclosure/suppress/primary.ts';
import { TOTAL } from '../disclosure/table/dimension.ts';
import type { Table } from '../disclosure/table/table.ts';
import type { DoseTable } from '../indicators/dose-tables.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { at } from '../lists.ts';
import { type DoseCells, doseCells } from './dose-cells.ts';
import { type Codes, doseFigures, isDateShown } from './dose-figures.ts';
import type { StageKind } from './dose-stages.ts';
import type { ProtectedTable, ProtectInput } from './protected-table.ts';
import { proved } from './proving.ts';
import { strataOf } from './strata.ts';
import { toldElsewhere } from './told-elsewhere.ts';

/** Nothing where no date is loaded. */
export function protectDoses(definition: DoseTable, input: ProtectInput): ProtectedTable[] {
  const loaded = [definition.people, ...definition.doses.map((dose) => dose.with)];
  const rows = input.rows.filter(({ measure }) => loaded.includes(measure));
  if (rows.length === 0) return [];
  const { policy = PROTECT } = input;
  const earlier = input.earlier.filter(({ count_table }) => count_table === definition.id);
  const cells = doseCells(definition, rows, input.geography, input.place, { earlier, policy });
  const official = officialBounds(cells.table, knownTotals(definition, cells, input.rows));
  const wanted = asked(definition, cells, input.indicators);
  const rules = rulesOf(cells, wanted, official, policy);
  const one = proved({ id: definition.id, period: '', table: cells.table }, rules, input);
  const said = {
    isFigure: (cell: number) => wanted.has(cell),
    isDifference: (cell: number) =>
      cells.isAmongPublished(cell) && differences.includes(cells.stages.stageOf(cells.table, cell).kind),
  };
  const told = toldElsewhere(definition, cells, official, said, input.geography, policy);
  return [{ ...one, toldElsewhere: told, ...doseFigures(definition, cells, official, one.protection) }];
}

/** What the indicators ask of each cell: to be shown, or only that a share resting on it is. */
function asked(
  definition: DoseTable,
  cells: DoseCells,
  indicators: readonly Indicator[],
): Map<number, Publicity> {
  const found = new Map<number, Publicity>();
  const ask = (codes: Codes, kind: StageKind, dose: string, date: string, publicity: Publicity) => {
    const cell = cells.cellOf(codes, cells.stages.codeOf(kind, dose, date));
    if (cell !== undefined) found.set(cell, publicity);
  };
  for (const indicator of indicators) {
    const { id, dose = '', part } = indicator.doseTable ?? {};
    if (id !== definition.id) continue;
    const isOfBefore = part === 'of-before' || part === 'awaiting';
    const dates = cells.stages.all.filter((stage) => stage.kind === 'with' && stage.dose === dose);
    for (const { stratum, areaTypes } of strataOf(indicator)) {
      for (const area of areaTypes.flatMap(cells.areas)) {
        const codes = cells.codesOf(area, stratum);
        if (codes === undefined) continue;
        for (const stage of dates) {
          if (!isDateShown(stage, codes)) continue;
          ask(codes, 'with', dose, stage.date, 'yes');
          if (isOfBefore) ask(codes, 'awaiting', dose, stage.date, 'implied');
          else {
            ask(codes, 'people', '', '', 'yes');
            ask(codes, 'without', dose, stage.date, 'implied');
          }
        }
      }
    }
  }
  return found;
}

/**
 * Counts that are asked for, but for those whose share is withheld because another count of it is small; and official
 * totals, which everybody knows. The difference of two dates or doses may be told neither exactly nor to be of fewer than
 * may be told but somebody. What else is never shown itself but lies among what is - a wider age band of a ward - may not
 * be told exactly; nor may the parts of very few people: that these are so few is what is kept. Of what official totals
 * alone show to be fewer than may be told, or nobody, it is kept that there is anybody. Of pieces, and of the finest
 * groups in a ward, nothing is shown.
 */
function rulesOf(
  { table, stages, isAmongPublished, isOfPlace, isOfAllAges, besides }: DoseCells,
  wanted: ReadonlyMap<number, Publicity>,
  official: CellBounds,
  policy: PolicyNumbers,
): Required<Pick<PublishedOptions, 'publish' | 'sensitivity' | 'worth'>> {
  const small = (cell: number | undefined) => cell !== undefined && isSmall(at(table.truth, cell), policy);
  const people = stages.codeOf('people', '', '');
  const isPartOfFew = (cell: number) => {
    const everybody = besides(cell, people);
    return everybody !== undefined && everybody !== cell && at(table.truth, everybody) < policy.notBelow;
  };
  return {
    publish: (cell) => {
      if (at(official.lowest, cell) === at(official.highest, cell)) return 'known';
      const publicity = wanted.get(cell) ?? 'no';
      if (publicity !== 'yes' || small(cell)) return publicity;
      const stage = stages.stageOf(table, cell);
      if (stage.kind !== 'with') return publicity;
      const without = besides(cell, stages.codeOf('without', stage.dose, stage.date));
      return small(besides(cell, people)) || small(without) ? 'no' : publicity;
    },
    worth: (cell) => (isOfPlace(cell) ? OF_PLACE : isOfAllAges(cell) ? OF_ALL_AGES : 1),
    sensitivity: (cell) => {
      if (wanted.has(cell) && !isPartOfFew(cell)) {
        if (at(official.highest, cell) >= policy.notBelow) return 'full';
        if (at(official.lowest, cell) === 0) return 'presence';
      }
      if (!isAmongPublished(cell)) return 'none';
      const isToldAnyway = at(official.lowest, cell) > 0 && at(official.highest, cell) < policy.notBelow;
      const isKept = policy.edition >= DIFFERENCES_KEPT && !isToldAnyway;
      return isKept && differences.includes(stages.stageOf(table, cell).kind) ? 'difference' : 'exact';
    },
  };
}

/** People between two dates, and those between two doses. */
const differences: readonly StageKind[] = ['new', 'awaiting'];

/** The whole place is what most people look at: rather several cells of a ward than one of it. */
const OF_PLACE = 60;
/** Then all ages of a ward or group, which say where people are still to be reached: rather many cells by age than one of them. */
export const OF_ALL_AGES = 30;

/** Cells whose counts official totals give exactly: those that agree with them. */
function knownTotals(definition: DoseTable, cells: DoseCells, rows: readonly ObservationRow[]): Set<number> {
  const { parts, known, allAges } = definition;
  const found = new Set<number>();
  const official = (measure: string, period: string, stage: number | undefined) => {
    const those = rows.filter(
      (row) =>
        row.measure === measure &&
        row.period === period &&
        row.area_type === parts.type &&
        row.ethnic_group === 'all',
    );
    for (const [area, own] of Map.groupBy(those, (row) => row.area_code)) {
      const counts = new Map(own.map((row) => [row.age_band, row.value ?? Number.NaN]));
      for (const age of [TOTAL, ...definition.ageBands, ...definition.widerBands]) {
        const bands = bandsCovering(age === TOTAL ? allAges : age, [...counts.keys()]);
        const cell = bands && cells.cellOf([area, TOTAL, age], stage);
        const total = bands?.reduce((sum, band) => sum + (counts.get(band) ?? Number.NaN), 0);
        if (cell !== undefined && at(cells.table.truth, cell) === total) found.add(cell);
      }
    }
  };
  official(known.people.measure, known.people.period, cells.stages.codeOf('people', '', ''));
  for (const { kind, dose, date } of cells.stages.all) {
    const measure = known.doses[dose];
    if (kind === 'with' && measure !== undefined)
      official(measure, date, cells.stages.codeOf(kind, dose, date));
  }
  return found;
}

/** What everybody can tell from official totals alone. */
function officialBounds(table: Table, known: ReadonlySet<number>): CellBounds {
  const limits = {
    lowest: new Int32Array(table.truth.length),
    highest: new Int32Array(table.truth.length).fill(UNLIMITED),
  };
  for (const cell of known) limits.lowest[cell] = limits.highest[cell] = at(table.truth, cell);
  return deduce(table, limits);
}
