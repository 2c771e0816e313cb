/** Where the figures of boroughs stand in their picture: side by side from the highest, up and down by value. Pure. */
import type { BoroughEstimate, ShownEstimate } from '../../../server/contract/estimate.ts';
import { intervalScale } from '../../shared/charts/interval-scale.ts';
import { roundTicks } from '../../shared/charts/round-ticks.ts';

export type ShownBorough = BoroughEstimate & ShownEstimate;

export interface BoroughMark {
  readonly borough: ShownBorough;
  /** From the left, and from the top: percentages of the picture. */
  readonly x: number;
  readonly y: number;
  /** Of the limits from the top; left out where the source gives none. */
  readonly limits?: { readonly top: number; readonly bottom: number };
}

export interface BoroughsPlot {
  readonly marks: readonly BoroughMark[];
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  /** Where the median stands, from the top. */
  readonly median: number | undefined;
}

/** Those with a figure, the highest first; level ones by name. */
export function shownBoroughs(boroughs: readonly BoroughEstimate[]): ShownBorough[] {
  return boroughs
    .filter((one): one is ShownBorough => one.status === 'shown')
    .toSorted((a, b) => b.value - a.value || a.name.localeCompare(b.name, 'en-GB'));
}

/** @returns undefined where none has a figure. */
export function boroughsPlot(
  boroughs: readonly BoroughEstimate[],
  median: number | null,
): BoroughsPlot | undefined {
  const shown = shownBoroughs(boroughs);
  const scale = intervalScale(shown);
  if (scale === undefined) return undefined;
  const y = (value: number) => 100 - scale.at(value);
  const marks = shown.map((borough, at): BoroughMark => {
    const { value, lower95, upper95 } = borough;
    return {
      borough,
      x: (100 * (at + 0.5)) / shown.length,
      y: y(value),
      ...(lower95 !== undefined &&
        upper95 !== undefined && { limits: { top: y(upper95), bottom: y(lower95) } }),
    };
  });
  const ticks = roundTicks(scale.from, scale.to).map((value) => ({ value, y: y(value) }));
  return { marks, ticks, median: median === null ? undefined : y(median) };
}
