import { type Verdict, verdicts } from '../../server/contract/dimensions.ts';
import type { AreaEstimate, ComparedAreaEstimate } from '../../server/contract/estimate.ts';
import type { Measure } from '../format.ts';
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
  measure: Measure & { readonly scaleReversed?: boolean },
): ValueClass[] {
  const values = areas.flatMap((area) => (area.status === 'shown' ? [area.value] : []));
  const average = benchmark?.status === 'shown' && measure.unit !== 'people' ? benchmark.value : undefined;
  const edges = [Math.min(...values), ...breaks, Math.max(...values)];
  const labels = classLabels(breaks, measure);
  return labels.map((label, index) => ({
    fill: rampOf(labels.length, measure.scaleReversed)[index] ?? '#ffffff',
    label,
    areas: values.filter((value) => classOf(value, breaks, measure) === index).length,
    ...(average === undefined || classOf(average, breaks, measure) !== index
      ? {}
      : { benchmarkAt: shareAlong(average, edges[index] ?? average, edges[index + 1] ?? average) }),
  }));
}

function shareAlong(value: number, from: number, to: number): number {
  return to > from ? Math.min(Math.max((value - from) / (to - from), 0.04), 0.96) : 0.5;
}

export function verdictCounts(areas: readonly ComparedAreaEstimate[]): { verdict: Verdict; areas: number }[] {
  const shown = areas.filter((area) => area.status === 'shown');
  return verdicts.map(({ id }) => ({
    verdict: id,
    areas: shown.filter(({ verdict }) => verdict === id).length,
  }));
}
