/** Exact totals of the place that official figures give, found by their agreeing with every rounded one. Pure. */
import type { IndicatorReply } from '../contract/replies.ts';
import type { Bounds } from '../disclosure/policy.ts';
import { stage } from './dose-stages.ts';
import type { DoseSystem } from './dose-system.ts';
import type { Figure } from './figure.ts';
import type { KnownCells } from './known-cells.ts';

/** By chance alone so many ages would hardly agree: each count is one of thousands. */
const AGREEING = 3;
/** A count known as well as a rounded one. */
const WELL_KNOWN = 4;

/** Counts of one date by one official indicator, on one denominator. */
interface OfficialCounts {
  readonly period: string;
  readonly counts: readonly { readonly figure: Figure; readonly with: number; readonly people: number }[];
}

/**
 * A stranger need not be told which official indicator counts the same people: its counts lie where the rounded ones
 * say, at every age.
 *
 * @param officials figures of indicators that are not protected, of the whole place.
 * @returns cells with their counts.
 */
export function officialTotals(
  officials: readonly Figure[],
  definitions: readonly IndicatorReply[],
  { cellOf }: DoseSystem,
  known: KnownCells,
): Map<number, number> {
  const doses = [...new Set(definitions.flatMap(({ doseTable }) => doseTable?.dose ?? []))];
  const found = new Map<number, number>();
  for (const { period, counts } of countsByDate(officials)) {
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

function countsByDate(officials: readonly Figure[]): OfficialCounts[] {
  const key = ({ indicator, period, stratum }: Figure) => [indicator, stratum.denominator, period].join();
  return [...Map.groupBy(officials, key).values()].map((those) => ({
    period: those[0]?.period ?? '',
    counts: those.flatMap((figure) => {
      const { estimate } = figure;
      if (estimate.status !== 'shown') return [];
      const { numerator, denominator } = estimate;
      const isWhole = Number.isInteger(numerator) && Number.isInteger(denominator);
      return isWhole ? [{ figure, with: numerator as number, people: denominator as number }] : [];
    }),
  }));
}
