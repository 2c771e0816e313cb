/** Exact totals of the place and its small areas that official figures give, found by agreeing with every rounded one. Pure. */
import { bandsCovering } from '../contract/age-bands.ts';
import type { IndicatorReply } from '../contract/replies.ts';
import type { Bounds } from '../disclosure/policy.ts';
import { stage } from './dose-stages.ts';
import type { DoseSystem } from './dose-system.ts';
import type { GatheredFigure } from './figure.ts';
import type { KnownCells } from './known-cells.ts';

/** By chance alone so many ages would hardly agree: each count is one of thousands. */
const AGREEING = 3;
/** A count known as well as a rounded one. */
const WELL_KNOWN = 4;

/** Counts of one date by one official indicator, on one denominator. */
interface OfficialCounts {
  readonly period: string;
  readonly counts: readonly OfficialCount[];
}

interface OfficialCount {
  readonly figure: GatheredFigure;
  readonly with: number;
  readonly people: number;
}

/**
 * A stranger need not know which official indicator counts the same people: its counts lie where the rounded ones
 * of the whole place say, at every age. Then those of small areas are known too.
 *
 * @param officials figures of indicators that are not protected, of the whole place and of its small areas.
 * @returns cells with their counts.
 */
export function officialTotals(
  officials: readonly GatheredFigure[],
  definitions: readonly IndicatorReply[],
  { cellOf, ageBands }: Pick<DoseSystem, 'cellOf' | 'ageBands'>,
  known: KnownCells,
): Map<number, number> {
  const doses = [...new Set(definitions.flatMap(({ doseTable }) => doseTable?.dose ?? []))];
  const found = new Map<number, number>();
  for (const { period, counts } of countsByDate(officials, ageBands)) {
    const stages = [stage.people, ...doses.map((dose) => stage.with(dose, period))];
    for (const one of stages) {
      const cells = counts.flatMap(({ figure, ...count }): [number, number][] => {
        const cell = cellOf(figure, one);
        return cell === undefined ? [] : [[cell, one === stage.people ? count.people : count.with]];
      });
      if (agrees(cells, known)) for (const [cell, count] of cells) found.set(cell, count);
    }
  }
  return found;
}

function agrees(cells: readonly (readonly [number, number])[], known: KnownCells): boolean {
  const held = cells.flatMap(([cell, count]): [Bounds, number][] => {
    const bounds = known.get(cell);
    return bounds === undefined ? [] : [[bounds, count]];
  });
  const well = held.filter(([{ lowest, highest }]) => highest > 0 && highest - lowest <= WELL_KNOWN);
  return (
    well.length >= AGREEING &&
    held.every(([{ lowest, highest }, count]) => lowest <= count && count <= highest)
  );
}

function countsByDate(officials: readonly GatheredFigure[], ageBands: readonly string[]): OfficialCounts[] {
  const key = ({ indicator, period, stratum }: GatheredFigure) =>
    [indicator, stratum.denominator, period].join();
  return [...Map.groupBy(officials, key).values()].map((those) => ({
    period: those[0]?.period ?? '',
    counts: [...Map.groupBy(those.flatMap(countOf), ({ figure }) => figure.area).values()].flatMap(
      (ofArea) => [...ofArea, ...addedUp(ofArea, ageBands)],
    ),
  }));
}

function countOf(figure: GatheredFigure): OfficialCount[] {
  const { estimate } = figure;
  if (estimate.status !== 'shown' || estimate.basis !== 'published') return [];
  const { numerator = Number.NaN, denominator = Number.NaN } = estimate;
  const isWhole = Number.isInteger(numerator) && Number.isInteger(denominator);
  return isWhole ? [{ figure, with: numerator, people: denominator }] : [];
}

/** Ages that are not published by themselves, but made up of some that are. */
function addedUp(counts: readonly OfficialCount[], ageBands: readonly string[]): OfficialCount[] {
  const byBand = new Map(counts.map((count) => [count.figure.stratum.ageBand, count]));
  return ageBands.flatMap((ageBand) => {
    const bands = byBand.has(ageBand) ? undefined : bandsCovering(ageBand, [...byBand.keys()]);
    const parts = bands?.flatMap((band) => byBand.get(band) ?? []) ?? [];
    const [first] = parts;
    if (first === undefined) return [];
    const sum = (of: (one: OfficialCount) => number) => parts.reduce((all, one) => all + of(one), 0);
    const figure = { ...first.figure, stratum: { ...first.figure.stratum, ageBand } };
    return [{ figure, with: sum((one) => one.with), people: sum((one) => one.people) }];
  });
}
