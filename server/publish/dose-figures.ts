/** What may be shown of a protected table of doses, where deriving finds it. Pure. */

import type { PolicyNumbers } from '../contract/policies.ts';
import type { CellBounds } from '../disclosure/bounds/cell-bounds.ts';
import { isSmall, roundedCount } from '../disclosure/policy.ts';
import type { Protection } from '../disclosure/protect.ts';
import { TOTAL } from '../disclosure/table/dimension.ts';
import type { DoseTable } from '../indicators/dose-tables.ts';
import { at, item } from '../lists.ts';
import type { DoseCells } from './dose-cells.ts';
import type { Stage, StageKind } from './dose-stages.ts';
import { type Figure, type FigureSource, NOT_AVAILABLE, type StratumParts } from './figures.ts';
import type { ProtectedTable } from './protected-table.ts';
import { figureOf } from './proving.ts';

/** Area, ethnic group and age band. */
export type Codes = readonly [string, string, string];

/**
 * Whether figures of a dose and date are published for these areas, groups and ages: of crossed dates all of them, of
 * weekly ones those of all ages for all groups or for the whole place. A date without weeks is there for the official
 * totals alone.
 */
export function isDateShown({ isCrossed, isWeekly }: Stage, [area, group, age]: Codes): boolean {
  return isWeekly && (isCrossed || (age === TOTAL && (group === TOTAL || area === TOTAL)));
}

/**
 * Rounded counts by date, withheld together where one of them is: what is left of a difference is one of two rounded
 * counts. Of everyone, where official totals tell both the people and those with the dose, the official counts stand as
 * they were published: they are no counts of the table's, and everybody knows them.
 */
export function doseFigures(
  definition: DoseTable,
  cells: DoseCells,
  official: CellBounds,
  protection: Protection,
): FigureSource & Pick<ProtectedTable, 'measures'> {
  const { doses, people } = definition;
  const counts = countsAt(definition, cells, official, protection);
  const datesOf = (measure: string): readonly Stage[] => {
    const own = doses.find((dose) => [dose.with, dose.without, dose.awaiting].includes(measure));
    return cells.stages.all.filter(
      ({ kind, dose }) => kind === 'with' && (own === undefined || dose === own.id),
    );
  };
  return {
    measures: [people, ...doses.flatMap((dose) => [dose.with, dose.without, dose.awaiting])],
    periodsOf: (measure) => [...new Set(datesOf(measure).map(({ date }) => date))],
    figures: (measure, period, stratum: StratumParts, areaType) => {
      const dates = datesOf(measure).filter(({ date }) => date === period);
      const byArea = new Map<string, Figure>();
      const published = new Set<string>();
      for (const area of cells.areas(areaType)) {
        const codes = cells.codesOf(area, stratum);
        if (codes === undefined || !dates.some((date) => isDateShown(date, codes))) continue;
        const figure = counts.of(measure, period, codes);
        if (figure === undefined) continue;
        byArea.set(area, figure);
        if (counts.isOfficial(measure, period, codes)) published.add(area);
      }
      if (byArea.size === 0) return undefined;
      return { basis: definition.synthetic ? 'synthetic' : 'published', byArea, published };
    },
  };
}

interface CountsAt {
  of(measure: string, date: string, codes: Codes): Figure | undefined;
  /** Whether it is told by official totals alone. */
  isOfficial(measure: string, date: string, codes: Codes): boolean;
}

function countsAt(
  { doses, people }: DoseTable,
  cells: DoseCells,
  official: CellBounds,
  protection: Protection,
): CountsAt {
  const { stages } = cells;
  const { policy } = protection.published;
  const cellAt = (codes: Codes, kind: StageKind, dose: string, date: string) =>
    cells.cellOf(codes, stages.codeOf(kind, dose, date));
  const isTold = (cell: number | undefined) =>
    cell !== undefined && at(official.lowest, cell) === at(official.highest, cell);
  const isToldOf = (codes: Codes, dose: string, date: string) =>
    codes[1] === TOTAL &&
    isTold(cellAt(codes, 'people', '', '')) &&
    isTold(cellAt(codes, 'with', dose, date));
  const figureAt = (cell: number | undefined, isExact: boolean): Figure => {
    if (cell === undefined) return NOT_AVAILABLE;
    const figure = figureOf(protection, cell);
    return isExact && figure.status === 'value' ? { ...figure, value: at(cells.table.truth, cell) } : figure;
  };
  const isOpen = (codes: Codes, kind: StageKind, dose: string, date: string) => {
    const cell = cellAt(codes, kind, dose, date);
    if (cell === undefined) return false;
    const status = item(protection.published.statuses, cell);
    return status === 'not-small' || (status === 'known' && !isSmall(at(cells.table.truth, cell), policy));
  };
  const everybody = (codes: Codes, date: string): Figure =>
    figureAt(
      cellAt(codes, 'people', '', ''),
      doses.some(({ id }) => isToldOf(codes, id, date)),
    );
  const withDose = (codes: Codes, dose: string, date: string): Figure =>
    everybody(codes, date).status === 'value' && isOpen(codes, 'without', dose, date)
      ? figureAt(cellAt(codes, 'with', dose, date), isToldOf(codes, dose, date))
      : { status: 'withheld' };
  const difference = (whole: Figure, part: Figure, isShown: boolean): Figure =>
    isShown && whole.status === 'value' && part.status === 'value'
      ? { status: 'value', value: notSmall(whole.value - part.value, policy) }
      : { status: 'withheld' };
  return {
    of: (measure, date, codes) => {
      for (const [number, { id, with: having, without, awaiting }] of doses.entries()) {
        const before = doses[number - 1]?.id;
        const own = () => withDose(codes, id, date);
        if (measure === having) return own();
        if (measure === without)
          return difference(everybody(codes, date), own(), isOpen(codes, 'without', id, date));
        if (measure === awaiting && before !== undefined)
          return difference(withDose(codes, before, date), own(), isOpen(codes, 'awaiting', id, date));
      }
      return measure === people ? everybody(codes, date) : undefined;
    },
    isOfficial: (measure, date, codes) => {
      if (measure === people) return doses.some(({ id }) => isToldOf(codes, id, date));
      return doses.some(({ id, with: having, without, awaiting }, number) => {
        const before = doses[number - 1]?.id;
        if (measure === awaiting && before !== undefined && !isToldOf(codes, before, date)) return false;
        return [having, without, awaiting].includes(measure) && isToldOf(codes, id, date);
      });
    },
  };
}

/** A difference of two rounded counts may come out below the least that a count can be which is not small. */
const notSmall = (count: number, policy: PolicyNumbers): number =>
  count <= 0 ? 0 : Math.max(count, roundedCount(policy.largestSmall + 1, policy));
