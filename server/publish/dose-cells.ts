/** The cells of a table of doses, from observations: crossed dates in full, weekly ones for wards and for ethnic groups. Pure. */
import type { ObservationRow } from '../../db/schema.ts';
import { bandsCovering } from '../contract/age-bands.ts';
import type { AreaType } from '../contract/dimensions.ts';
import { type Dimension, type Membership, TOTAL } from '../disclosure/dimension.ts';
import { dimensionOf } from '../disclosure/hierarchy.ts';
import { at, item, listOf } from '../disclosure/lists.ts';
import {
  cellAt,
  cellOf,
  cellsIn,
  codeIn,
  keeping,
  type Layout,
  layoutOf,
  nameOf,
  placeOf,
  type Table,
  tableFrom,
} from '../disclosure/table.ts';
import type { DoseTable } from '../indicators/dose-tables.ts';
import { ethnicDimension } from './count-cells.ts';
import { type DoseDate, type Stages, stagesOf } from './dose-stages.ts';
import type { Geography } from './geography.ts';
import type { StratumParts } from './observed.ts';

/** The last dimension, whose places lie side by side. */
const STAGE = 3;

/** Codes that what is counted together counts in, dimension by dimension. */
type Above = readonly (readonly Membership[])[];

export interface DoseCells {
  readonly table: Table;
  readonly stages: Stages;
  /** The areas there are cells for, by type. */
  readonly areas: (type: AreaType) => readonly string[];
  /** Areas as codes of the table; undefined for ages and groups it has not. */
  readonly codesOf: (area: string, stratum: StratumParts) => readonly [string, string, string] | undefined;
  /** The cell of these codes and a stage; undefined where the table keeps none. */
  readonly cellOf: (codes: readonly string[], stage: number | undefined) => number | undefined;
  /** The cell of the same people at another stage. */
  readonly besides: (cell: number, stage: number | undefined) => number | undefined;
  /** Whether a cell is of a ward or more by wide ethnic groups, or of the whole place by the finest. */
  readonly isAmongPublished: (cell: number) => boolean;
}

interface PlaceArea {
  readonly type: AreaType;
  readonly code: string;
}

/** @throws Error naming the cell where counts are missing, fall, or do not add up between crossed dates and weeks. */
export function doseCells(
  definition: DoseTable,
  rows: readonly ObservationRow[],
  geography: Geography,
  place: PlaceArea,
): DoseCells {
  const stages = stagesOf(definition, datesOf(definition, rows));
  const areas = areaDimension(definition, rows, geography);
  const weekly = rows.filter(({ overlap_code }) => overlap_code === '');
  const dimensions = [areas, ethnicDimension(definition, weekly), ageDimension(definition), stages.dimension];
  const layout = keptOf(layoutOf(dimensions), definition, stages, areas);
  const table = tableFrom(layout, countsOf(layout, definition, rows, stages));
  requireSums(table);
  const [, groups, ages] = dimensions;
  const wards = new Set(rows.map((row) => row.area_code));
  const neighbourhoods = new Set(
    geography.links.filter(({ to_type }) => to_type === 'neighbourhood').map(({ to_code }) => to_code),
  );
  const published = wardsOrMore(areas);
  const isWide = wideOf(definition, dimensions[1]);
  const known = new Map(layout.dimensions.map(({ name, codes }) => [name, new Set(codes)]));
  return {
    table,
    stages,
    areas: (type) => {
      if (type === place.type) return [place.code];
      const those =
        type === definition.areas.type ? wards : type === 'neighbourhood' ? neighbourhoods : new Set();
      return areas.codes.filter((code) => those.has(code));
    },
    codesOf: (area, { ethnicGroup, ageBand, sex, deprivation }) => {
      const codes = [
        area === place.code ? TOTAL : area,
        ethnicGroup === 'all' ? TOTAL : ethnicGroup,
        ageBand === 'all' || ageBand === definition.allAges ? TOTAL : ageBand,
      ] as const;
      const has =
        sex === 'all' &&
        deprivation === 'all' &&
        groups?.codes.includes(codes[1]) &&
        ages?.codes.includes(codes[2]);
      return has && known.get(areas.name)?.has(codes[0]) ? codes : undefined;
    },
    cellOf: (codes, stage) =>
      stage === undefined ? undefined : cellOf(table, [...codes, item(stages.dimension.codes, stage)]),
    besides: (cell, stage) => {
      if (stage === undefined) return undefined;
      const other = cellAt(table, placeOf(table, cell) + stage - codeIn(table, cell, STAGE));
      return other < 0 ? undefined : other;
    },
    isAmongPublished: (cell) =>
      codeIn(table, cell, 0) === areas.codes.length - 1 ||
      (published.has(codeIn(table, cell, 0)) && isWide[codeIn(table, cell, 1)] === true),
  };
}

const pieceOf = ({ area_code, overlap_code }: Pick<ObservationRow, 'area_code' | 'overlap_code'>) =>
  `${area_code} ${overlap_code}`;

/** Each dose by each date there are figures for, and in which of the two parts. */
function datesOf({ doses }: DoseTable, rows: readonly ObservationRow[]): DoseDate[] {
  return doses.flatMap(({ id: dose, with: measure, dates: [from, to] }) => {
    const own = rows.filter((row) => row.measure === measure && row.period >= from && row.period <= to);
    const parts = (crossed: boolean) =>
      new Set(
        own.filter(({ overlap_code }) => (overlap_code !== '') === crossed).map(({ period }) => period),
      );
    const [crossed, weekly] = [parts(true), parts(false)];
    return [...crossed.union(weekly)]
      .sort()
      .map((date) => ({ dose, date, isCrossed: crossed.has(date), isWeekly: weekly.has(date) }));
  });
}

/** Pieces in wards in neighbourhoods, and pieces in the areas of official totals. */
function areaDimension(
  definition: DoseTable,
  rows: readonly ObservationRow[],
  { links }: Geography,
): Dimension {
  const { type, edition } = definition.areas;
  const around = new Map(
    links
      .filter(
        (link) =>
          link.from_type === type && link.from_edition === edition && link.to_type === 'neighbourhood',
      )
      .map((link) => [link.from_code, link.to_code]),
  );
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

function ageDimension({ ageBands, widerBands }: DoseTable): Dimension {
  const rows = ageBands.map((ageBand) => ({
    ageBand,
    wider: widerBands.find((wide) => bandsCovering(wide, ageBands)?.includes(ageBand)) ?? ageBand,
  }));
  return dimensionOf('ageBand', widerBands.length === 0 ? [['ageBand']] : [['ageBand', 'wider']], rows);
}

/**
 * Crossed dates are kept for every area, wide ethnic group and age; weekly ones, at all ages together, for wards and
 * what they make up, and for the ethnic groups of the whole place: where the two meet nothing is shown, and any wards
 * and groups of one week that add up to the same can be put together.
 */
function keptOf(layout: Layout, definition: DoseTable, { all }: Stages, areas: Dimension): Layout {
  const [, groups, ages] = layout.dimensions;
  const isWide = wideOf(definition, groups);
  const isWardOrMore = wardsOrMore(areas);
  const [everywhere, everybody, allAges] = [areas, groups, ages].map((one) => (one?.codes.length ?? 0) - 1);
  return keeping(layout, ([area = 0, group = 0, age = 0, stage = 0]) => {
    const { isCrossed, isWeekly } = item(all, stage);
    const isMargin = area === everywhere || (group === everybody && isWardOrMore.has(area));
    return (isCrossed && isWide[group] === true) || (isWeekly && age === allAges && isMargin);
  });
}

/** For each ethnic code whether it is one of the wide groups, or everybody. */
const wideOf = ({ schemes }: DoseTable, groups: Dimension | undefined): boolean[] =>
  groups?.codes.map((code) => code === TOTAL || code.startsWith(`${schemes[1]}/`)) ?? [];

/** Codes of wards, of all that wards make up, and of the whole. */
function wardsOrMore({ within, codes, sums }: Dimension): ReadonlySet<number> {
  const wards = new Set(within.map(([, ward]) => ward?.code ?? -1));
  const more = sums.filter(([, ...parts]) => parts.every((part) => wards.has(part))).map(([whole]) => whole);
  return new Set([...wards, ...more, codes.length - 1]);
}

/** Every count, added up from what is loaded: weekly rows only for what crossed ones do not say already. */
function countsOf(
  layout: Layout,
  definition: DoseTable,
  rows: readonly ObservationRow[],
  { all, dimension, codeOf }: Stages,
): Int32Array {
  const truth = new Int32Array(cellsIn(layout));
  const isFromCrossed = new Uint8Array(truth.length);
  const [areas, groups, ages] = layout.dimensions as [Dimension, Dimension, Dimension];
  const find = finder(layout.dimensions);
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
        crossed ? item(areas.within, find(0, pieceOf(row))) : aboveWard(areas, find(0, row.area_code)),
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

/** A ward and what wards make up around it, by any piece of it. */
function aboveWard(areas: Dimension, ward: number): Membership[] {
  const more = wardsOrMore(areas);
  const memberships = areas.within.find((those) => those.some(({ code }) => code === ward)) ?? [];
  return memberships.filter(({ code }) => more.has(code));
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
function requireSums(table: Table): void {
  for (const [cell, count] of table.truth.entries()) {
    if (count < 0)
      throw new Error(
        `${nameOf(table, cell)} comes to ${count}: counts so far never fall, and each dose needs the one before`,
      );
  }
  for (let sum = 0; sum + 1 < table.sums.starts.length; sum++) {
    const [whole = 0, ...parts] = listOf(table.sums, sum);
    const added = parts.reduce((all, part) => all + at(table.truth, part), 0);
    if (added === at(table.truth, whole)) continue;
    throw new Error(
      `${nameOf(table, whole)} is ${at(table.truth, whole)}, but its parts come to ${added}: give every inner cell, and weeks that agree with crossed dates`,
    );
  }
}
