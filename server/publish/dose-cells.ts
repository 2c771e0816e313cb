/** The cells of a table of doses, from observations: crossed dates in full, weekly ones for wards and for ethnic groups. Pure. */

import type { ObservationRow } from '../../db/intake-schema.ts';
import type { AreaType } from '../contract/dimensions.ts';
import type { PolicyNumbers } from '../contract/policies.ts';
import { type Dimension, TOTAL } from '../disclosure/table/dimension.ts';
import {
  cellAt,
  cellOf,
  codeIn,
  keeping,
  type Layout,
  layoutOf,
  placeOf,
} from '../disclosure/table/layout.ts';
import { type Table, tableFrom } from '../disclosure/table/table.ts';
import type { DoseTable } from '../indicators/dose-tables.ts';
import { item } from '../lists.ts';
import { ethnicDimension } from './count-cells.ts';
import { type Apart, smallApart } from './dates-apart.ts';
import { ageDimension, doseAreaDimension, wardsOrMore, wideOf } from './dose-dimensions.ts';
import { type DoseDate, type Stages, stagesOf } from './dose-stages.ts';
import { requireSums, trueCounts } from './dose-truth.ts';
import type { EarlierRow } from './earlier-tables.ts';
import type { StratumParts } from './figures.ts';
import type { Geography } from './geography.ts';

/** The last dimension, whose places lie side by side. */
const STAGE = 3;
const AGE = 2;

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
  readonly isOfPlace: (cell: number) => boolean;
  readonly isOfAllAges: (cell: number) => boolean;
}

interface PlaceArea {
  readonly type: AreaType;
  readonly code: string;
}

/**
 * @param before earlier versions, and by which numbers counts are small.
 * @throws Error naming the cell where counts are missing, fall, or do not add up between crossed dates and weeks.
 */
export function doseCells(
  definition: DoseTable,
  rows: readonly ObservationRow[],
  geography: Geography,
  place: PlaceArea,
  before: { readonly earlier?: readonly EarlierRow[]; readonly policy?: PolicyNumbers | undefined } = {},
): DoseCells {
  const dates = datesOf(definition, rows);
  const areas = doseAreaDimension(definition, rows, geography);
  const weekly = rows.filter(({ overlap_code }) => overlap_code === '');
  const [groups, ages] = [ethnicDimension(definition, weekly), ageDimension(definition)];
  const tableWith = (stages: Stages, apart?: Apart) => {
    const layout = keptOf(
      layoutOf([areas, groups, ages, stages.dimension]),
      definition,
      stages,
      areas,
      apart,
    );
    return tableFrom(layout, trueCounts(layout, definition, rows, stages));
  };
  const first = stagesOf(definition, dates);
  const withoutApart = tableWith(first);
  requireSums(withoutApart);
  const wards = new Set(rows.map((row) => row.area_code));
  const neighbourhoods = new Set(
    geography.links.filter(({ to_type }) => to_type === 'neighbourhood').map(({ to_code }) => to_code),
  );
  const published = wardsOrMore(areas);
  const isWide = wideOf(definition, groups);
  const isOfPlaceIn = (layout: Layout, cell: number) => codeIn(layout, cell, 0) === areas.codes.length - 1;
  const isAmongPublishedIn = (layout: Layout, cell: number) =>
    isOfPlaceIn(layout, cell) ||
    (published.has(codeIn(layout, cell, 0)) && isWide[codeIn(layout, cell, 1)] === true);
  const apart = smallApart(withoutApart, first, (cell) => isAmongPublishedIn(withoutApart, cell), before);
  const stages = stagesOf(definition, dates, apart.dates);
  const table = tableWith(stages, apart);
  return {
    table,
    stages,
    areas: (type) => {
      if (type === place.type) return [place.code];
      const those =
        type === definition.areas.type ? wards : type === 'neighbourhood' ? neighbourhoods : new Set();
      return areas.codes.filter((code) => those.has(code));
    },
    codesOf: codesFor(definition, place, { areas, groups, ages }),
    cellOf: (codes, stage) =>
      stage === undefined ? undefined : cellOf(table, [...codes, item(stages.dimension.codes, stage)]),
    besides: (cell, stage) => {
      if (stage === undefined) return undefined;
      const other = cellAt(table, placeOf(table, cell) + stage - codeIn(table, cell, STAGE));
      return other < 0 ? undefined : other;
    },
    isOfAllAges: (cell) => codeIn(table, cell, AGE) === ages.codes.length - 1,
    isOfPlace: (cell) => isOfPlaceIn(table, cell),
    isAmongPublished: (cell) => isAmongPublishedIn(table, cell),
  };
}

/** The codes a table has for an area and its people. */
function codesFor(
  { allAges }: DoseTable,
  place: PlaceArea,
  { areas, groups, ages }: Readonly<Record<'areas' | 'groups' | 'ages', Dimension>>,
): DoseCells['codesOf'] {
  const sets = [areas, groups, ages].map(({ codes }) => new Set(codes));
  return (area, { ethnicGroup, ageBand, sex, deprivation }) => {
    const codes = [
      area === place.code ? TOTAL : area,
      ethnicGroup === 'all' ? TOTAL : ethnicGroup,
      ageBand === 'all' || ageBand === allAges ? TOTAL : ageBand,
    ] as const;
    const has = sex === 'all' && deprivation === 'all' && sets.every((set, at) => set.has(codes[at] ?? ''));
    return has ? codes : undefined;
  };
}

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

/**
 * Crossed dates are kept for every area, wide ethnic group and age; weekly ones, at all ages together, for wards and
 * what they make up, and for the ethnic groups of the whole place: where the two meet nothing is shown, and any wards
 * and groups of one week that add up to the same can be put together. Differences of dates apart are kept where asked;
 * of all ethnic groups together then of every area, since official totals of small areas may tell them.
 */
function keptOf(
  layout: Layout,
  definition: DoseTable,
  { all }: Stages,
  areas: Dimension,
  apart?: Apart,
): Layout {
  const [, groups, ages, stages] = layout.dimensions;
  const isWide = wideOf(definition, groups);
  const isWardOrMore = wardsOrMore(areas);
  const [everywhere, everybody, allAges] = [areas, groups, ages].map((one) => (one?.codes.length ?? 0) - 1);
  return keeping(layout, ([area = 0, group = 0, age = 0, stage = 0]) => {
    const { isCrossed, isWeekly } = item(all, stage);
    const name = stages?.codes[stage] ?? '';
    if (apart?.isOnlyApart(name) === true) {
      const people = [areas.codes[area], groups?.codes[group], ages?.codes[age]].map((code) => code ?? '');
      const isOfAll = isCrossed && group === everybody;
      return isOfAll ? apart.hasSomewhere(people[2] ?? '', name) : apart.has(people, name);
    }
    const isMargin = area === everywhere || (group === everybody && isWardOrMore.has(area));
    return (isCrossed && isWide[group] === true) || (isWeekly && age === allAges && isMargin);
  });
}
