import { type Verdict, verdicts } from '../../../server/contract/dimensions.ts';
import type { AreaEstimate, ComparedAreaEstimate } from '../../../server/contract/estimate.ts';
import { colours } from '../ui/colours.ts';
import { asWritten, formatEdge, type WrittenMeasure } from '../words/format.ts';
import { classLabels, classOf, rampOf } from './classes.ts';

export interface ValueClass {
  readonly fill: string;
  readonly label: string;
  readonly areas: number;
  /** How far along the class the benchmark lies, 0 to 1; absent in every other class. */
  readonly benchmarkAt?: number;
}

/** The classes of a map by value, with how many areas each holds and where the whole place lies. */
export function valueClasses(
  areas: readonly AreaEstimate[],
  benchmark: AreaEstimate | null,
  breaks: readonly number[],
  measure: WrittenMeasure & { readonly scaleReversed?: boolean },
): ValueClass[] {
  const values = areas.flatMap((area) => (area.status === 'shown' ? [area.value] : []));
  const average = benchmark?.status === 'shown' && measure.unit !== 'people' ? benchmark.value : undefined;
  const edges = [Math.min(...values), ...breaks, Math.max(...values)];
  const labels = classLabels(breaks, measure);
  return labels.map((range, index) => {
    const held = values.filter((value) => classOf(value, breaks, measure) === index);
    const only = onlyValue(held, measure);
    const [from = 0, to = 0] = only === undefined ? edges.slice(index, index + 2) : [only, only];
    return {
      fill: rampOf(labels.length, measure.scaleReversed)[index] ?? colours.paper,
      label: only === undefined ? range : formatEdge(only, measure),
      areas: held.length,
      ...(average !== undefined &&
        classOf(average, breaks, measure) === index && { benchmarkAt: shareAlong(average, from, to) }),
    };
  });
}

/** The one value that all areas of a class are written with: "0.0%" says more of them than "Under 13.4%". */
function onlyValue(held: readonly number[], { decimals }: WrittenMeasure): number | undefined {
  const [only, ...others] = new Set(held.map((value) => asWritten(value, decimals)));
  return others.length === 0 ? only : undefined;
}

/** In a class of one value an average beside it lies at the end it is nearer to. */
function shareAlong(value: number, from: number, to: number): number {
  const share = to > from ? (value - from) / (to - from) : value > to ? 1 : value < from ? 0 : 0.5;
  return Math.min(Math.max(share, 0.04), 0.96);
}

export function verdictCounts(areas: readonly ComparedAreaEstimate[]): { verdict: Verdict; areas: number }[] {
  const shown = areas.filter((area) => area.status === 'shown');
  return verdicts.map(({ id }) => ({
    verdict: id,
    areas: shown.filter(({ verdict }) => verdict === id).length,
  }));
}
