/** A table of doses as the public sees it: areas by ethnic groups by ages by doses and dates, and what adds up. Pure. */
import { bandsCovering } from '../contract/age-bands.ts';
import type { AreasReply, IndicatorReply } from '../contract/replies.ts';
import { type Dimension, TOTAL } from '../disclosure/table/dimension.ts';
import { dimensionOf } from '../disclosure/table/hierarchy.ts';
import { cellOf, codeIn, keeping, type Layout, layoutOf } from '../disclosure/table/layout.ts';
import { areasAsDimension, areaTypesOf, ethnicGroupsAsDimension, finestBands } from './count-system.ts';
import { type DatedDose, doseStages } from './dose-stages.ts';
import type { GatheredFigure } from './figure.ts';
import { codeOf, type Piece } from './pieces.ts';

export interface DoseSystem {
  readonly layout: Layout;
  /** Its age bands but all ages together. */
  readonly ageBands: readonly string[];
  /** Whether a cell is of a piece or a part: nothing is published of those by ethnic group, and nothing claimed. */
  readonly isOfPieces: (cell: number) => boolean;
  /** Undefined where the figure is about nobody of the table, or where there is no such stage. */
  readonly cellOf: (figure: Pick<GatheredFigure, 'area' | 'stratum'>, stage: string) => number | undefined;
}

/**
 * The system that all doses and dates of one table span.
 *
 * Kept of it are all ages together at every date, and at crossed dates every age; the finest of two lists of ethnic
 * groups only for the whole place at all ages. Where weeks and groups of small areas meet nothing is published, but the
 * cells are there: what crossed dates say holds them between. Where the areas are cut into pieces, these and the parts
 * they make up are kept at crossed dates.
 *
 * @param definitions of the indicators counted from the table.
 * @param areas every area there is, with the larger ones around it.
 * @param figures of those indicators: their dates.
 * @param pieces where the smallest areas and those of official totals meet; none where that is not known.
 * @throws Error where areas or groups do not nest.
 */
export function doseSystem(
  definitions: readonly IndicatorReply[],
  areas: AreasReply['areas'],
  figures: readonly GatheredFigure[],
  pieces: readonly Piece[] = [],
): DoseSystem {
  const available = definitions.flatMap((definition) => definition.available);
  const types = areaTypesOf(definitions);
  const places = new Set(areas.filter(({ type }) => type === types.at(-1)).map(({ code }) => code));
  const bands = [...new Set(available.map(({ ageBand }) => ageBand))];
  const finest = finestBands(bands);
  const isEveryAge = (band: string) =>
    band === 'all' || bandsCovering(band, finest)?.length === finest.length;
  const stages = doseStages(datesOf(definitions, figures, places));
  const groups = ethnicGroupsAsDimension(available);
  const isFinestOfTwo = groups.codes.map((_, code) => (groups.within[code]?.length ?? 0) > 2);
  const ages = ageDimension(
    finest,
    bands.filter((band) => !finest.includes(band) && !isEveryAge(band)),
  );
  const whole = areasAsDimension(areas, types);
  const ofPieces = pieces.length === 0 ? whole : pieceDimension(whole, pieces);
  const dimensions = [ofPieces, groups, ages, stages.dimension];
  const [place, , allAges] = dimensions.map(({ codes }) => codes.length - 1);
  const isPiece = ofPieces.codes.map((code) => !whole.codes.includes(code));
  const layout = keeping(layoutOf(dimensions), ([area = 0, group = 0, age, stage = 0]) => {
    if (isFinestOfTwo[group]) return area === place && age === allAges;
    return (age === allAges && !isPiece[area]) || stages.isCrossed[stage] === true;
  });
  return {
    layout,
    ageBands: ages.codes.filter((code) => code !== TOTAL),
    isOfPieces: (cell) => isPiece[codeIn(layout, cell, 0)] === true,
    cellOf: ({ area, stratum }, stage) => {
      if (stratum.sex !== 'all' || stratum.deprivation !== 'all') return undefined;
      return cellOf(layout, [
        places.has(area) ? TOTAL : area,
        stratum.ethnicGroup === 'all' ? TOTAL : `${stratum.ethnicScheme}/${stratum.ethnicGroup}`,
        isEveryAge(stratum.ageBand) ? TOTAL : stratum.ageBand,
        stage,
      ]);
    },
  };
}

/** Pieces in the areas of a dimension, and in parts. */
function pieceDimension(areas: Dimension, pieces: readonly Piece[]): Dimension {
  const rows = pieces.map((piece) => {
    const [, ...around] = areas.within[areas.codes.indexOf(piece.area)] ?? [];
    const larger = around.map(({ code }) => areas.codes[code] ?? '').filter((code) => code !== TOTAL);
    return {
      piece: codeOf(piece),
      area: piece.area,
      part: piece.part,
      ...Object.fromEntries(larger.map((code, level) => [`larger ${level}`, code])),
    };
  });
  const levels = Object.keys(rows[0] ?? {}).filter((column) => column.startsWith('larger'));
  return dimensionOf(
    areas.name,
    [
      ['piece', 'area', ...levels],
      ['piece', 'part'],
    ],
    rows,
  );
}

/** Each dose by each date there are figures of, in order. */
function datesOf(
  definitions: readonly IndicatorReply[],
  figures: readonly GatheredFigure[],
  places: ReadonlySet<string>,
): DatedDose[] {
  const tables = new Map(definitions.map(({ id, doseTable }) => [id, doseTable]));
  const found = new Map<string, DatedDose>();
  const add = (dose: string, before: string | null, { period: date, stratum, area }: GatheredFigure) => {
    const isCrossed = stratum.ageBand !== 'all' || (stratum.ethnicGroup !== 'all' && !places.has(area));
    const known = found.get(`${dose} ${date}`);
    found.set(`${dose} ${date}`, { dose, before, date, isCrossed: isCrossed || known?.isCrossed === true });
  };
  for (const figure of figures) {
    const table = tables.get(figure.indicator);
    if (table !== undefined) add(table.dose, table.before, figure);
  }
  return [...found.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Wider bands are made of the finest, and do not overlap. */
function ageDimension(finest: readonly string[], wider: readonly string[]): Dimension {
  const widerOf = (band: string) => wider.find((wide) => bandsCovering(wide, finest)?.includes(band));
  const rows = finest.map((ageBand) => ({ ageBand, wider: widerOf(ageBand) ?? `${ageBand} alone` }));
  return dimensionOf('ageBand', [wider.length === 0 ? ['ageBand'] : ['ageBand', 'wider']], rows);
}
