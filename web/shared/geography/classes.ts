import { colours, ramps } from '../ui/colours.ts';
import { asWritten, formatEdge, type WrittenMeasure } from '../words/format.ts';

const LONGEST = 5;

/** @param reversed where the lowest figure has most of what is measured. */
export function rampOf(classes: number, reversed = false): readonly string[] {
  const ramp = ramps[Math.min(Math.max(classes, 1), LONGEST)] ?? [];
  return reversed ? ramp.toReversed() : ramp;
}

/** The boundaries as they are written, each one once. */
export const edgesOf = (breaks: readonly number[], measure: Pick<WrittenMeasure, 'decimals'>): number[] =>
  [...new Set(breaks.map((edge) => asWritten(edge, measure.decimals)))].sort((a, b) => a - b);

/**
 * Which class a value falls in, lowest first. The written value decides, so that whoever reads it knows its class: 59.66
 * is written 59.7% and belongs to "59.7% to ...". A value equal to a boundary is above it.
 */
export const classOf = (
  value: number,
  breaks: readonly number[],
  measure: Pick<WrittenMeasure, 'decimals'>,
) => {
  const written = asWritten(value, measure.decimals);
  return edgesOf(breaks, measure).filter((edge) => written >= edge).length;
};

export function colourOf(
  value: number,
  breaks: readonly number[],
  measure: Pick<WrittenMeasure, 'decimals'> & { readonly scaleReversed?: boolean },
): string {
  const ramp = rampOf(edgesOf(breaks, measure).length + 1, measure.scaleReversed);
  return ramp[Math.min(classOf(value, breaks, measure), ramp.length - 1)] ?? colours.paper;
}

/** Ranges in words, lowest first, none of which holds a value of another: "Under 84.2%", "84.2% to 87.8%", "87.9% and over". */
export function classLabels(breaks: readonly number[], measure: WrittenMeasure): string[] {
  const edges = edgesOf(breaks, measure);
  if (edges.length === 0) return ['All'];
  const write = (value: number) => formatEdge(value, measure);
  return [...edges, Infinity].map((upper, index) => {
    const lower = edges[index - 1];
    if (lower === undefined) return `Under ${write(upper)}`;
    if (upper === Infinity) return `${write(lower)} and over`;
    return rangeWords(lower, lastBefore(upper, measure.decimals), write);
  });
}

/** "84.2% to 87.8%"; one number where it begins and ends with it. */
export const rangeWords = (first: number, last: number, write: (value: number) => string) =>
  write(first) === write(last) ? write(first) : `${write(first)} to ${write(last)}`;

/** The last value that is written below another. */
export const lastBefore = (edge: number, decimals: number) => asWritten(edge - 10 ** -decimals, decimals);
