/** The true count of every cell of a table of doses, added up from observations. Pure. */

import type { ObservationRow } from '../../db/intake-schema.ts';
import type { Dimension, Membership } from '../disclosure/table/dimension.ts';
import { cellAt, cellName, cellsIn, type Layout } from '../disclosure/table/layout.ts';
import { listOf } from '../disclosure/table/lists.ts';
import type { Table } from '../disclosure/table/table.ts';
import type { DoseTable } from '../indicators/dose-tables.ts';
import { at, item } from '../lists.ts';
import { pieceOf, wardsOrMore } from './dose-dimensions.ts';
import type { Stages } from './dose-stages.ts';

/** Codes that what is counted together counts in, dimension by dimension. */
type Above = readonly (readonly Membership[])[];

/** Every count, added up from what is loaded: weekly rows only for what crossed ones do not say already. */
export function trueCounts(
  layout: Layout,
  definition: DoseTable,
  rows: readonly ObservationRow[],
  { all, dimension, codeOf }: Stages,
): Int32Array {
  const truth = new Int32Array(cellsIn(layout));
  const isFromCrossed = new Uint8Array(truth.length);
  const [areas, groups, ages] = layout.dimensions as [Dimension, Dimension, Dimension];
  const find = finder(layout.dimensions);
  const aboveWard = aboveWards(areas);
  const doseOf = new Map(definition.doses.map(({ id, with: measure }) => [measure, id]));
  const newest = new Map<string, number>();
  const firstPeople = new Set<string>();
  const stageOf = (row: ObservationRow) => {
    if (row.measure === definition.people)
      return firstOf(row, firstPeople, newest, definition) ? codeOf('people', '', '') : undefined;
    return codeOf('with', doseOf.get(row.measure) ?? '', row.period);
  };
  const add = (crossed: boolean) => {
    for (const row of rows) {
      if ((row.overlap_code !== '') !== crossed) continue;
      const stage = stageOf(row);
      if (stage === undefined) continue;
      const above: Above = [
        crossed ? item(areas.within, find(0, pieceOf(row))) : (aboveWard.get(find(0, row.area_code)) ?? []),
        crossed
          ? aboveGroup(groups, find(1, row.ethnic_group))
          : item(groups.within, find(1, row.ethnic_group)),
        crossed ? item(ages.within, find(2, row.age_band)) : [{ code: ages.codes.length - 1, times: 1 }],
        item(dimension.within, stage).filter(({ code }) =>
          crossed ? item(all, code).isCrossed : item(all, code).isWeekly,
        ),
      ];
      forEachCell(layout, above, (cell, times) => {
        if (crossed) isFromCrossed[cell] = 1;
        else if (isFromCrossed[cell] === 1) return;
        truth[cell] = at(truth, cell) + times * (row.value ?? 0);
      });
    }
  };
  add(true);
  add(false);
  return truth;
}

/** People stand in the rows of every date, always the same: they are counted once. */
function firstOf(
  row: ObservationRow,
  seen: Set<string>,
  counts: Map<string, number>,
  { id }: DoseTable,
): boolean {
  const key = [row.area_code, row.overlap_code, row.ethnic_group, row.age_band].join(', ');
  const before = counts.get(key);
  if (before !== undefined && before !== row.value)
    throw new Error(`${id}: people of ${key} differ between dates; give the same people at every date`);
  counts.set(key, row.value ?? 0);
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function finder(dimensions: readonly Dimension[]): (d: number, code: string) => number {
  const numbers = dimensions.map(({ codes }) => new Map(codes.map((code, number) => [code, number])));
  return (d, code) => {
    const found = numbers[d]?.get(code);
    if (found === undefined) throw new Error(`there is no ${dimensions[d]?.name} "${code}" in the table`);
    return found;
  };
}

/** For each ward, itself and what wards make up around it: the same by every piece of it. */
function aboveWards(areas: Dimension): ReadonlyMap<number, readonly Membership[]> {
  const more = wardsOrMore(areas);
  return new Map(
    areas.within.map((memberships) => [
      memberships[1]?.code ?? -1,
      memberships.filter(({ code }) => more.has(code)),
    ]),
  );
}

/** A wide ethnic group and everybody. */
const aboveGroup = ({ codes }: Dimension, group: number): Membership[] => [
  { code: group, times: 1 },
  { code: codes.length - 1, times: 1 },
];

function forEachCell(layout: Layout, above: Above, use: (cell: number, times: number) => void): void {
  const visit = (d: number, place: number, times: number): void => {
    const memberships = above[d];
    if (memberships === undefined) {
      const cell = cellAt(layout, place);
      if (cell >= 0) use(cell, times);
      return;
    }
    for (const one of memberships)
      visit(d + 1, place + one.code * item(layout.strides, d), times * one.times);
  };
  visit(0, 0, 1);
}

/** @throws Error naming the first cell that is below zero, or where weeks and crossed dates disagree. */
export function requireSums(table: Table): void {
  for (const [cell, count] of table.truth.entries()) {
    if (count < 0)
      throw new Error(
        `${cellName(table, cell)} comes to less than nobody: counts so far never fall, and each dose needs the one before`,
      );
  }
  for (let sum = 0; sum + 1 < table.sums.starts.length; sum++) {
    const [whole = 0, ...parts] = listOf(table.sums, sum);
    const added = parts.reduce((all, part) => all + at(table.truth, part), 0);
    if (added === at(table.truth, whole)) continue;
    throw new Error(
      `${cellName(table, whole)} is not what its parts add up to: give every inner cell, and weeks that agree with crossed dates`,
    );
  }
}
