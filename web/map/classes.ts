import { formatEdge, formatNumber, type Measure } from '../format.ts';

/** One hue from pale to the Analysis Function's dark blue, so that darker always means more of what is measured. */
const ramps: Readonly<Record<number, readonly string[]>> = {
  1: ['#5b93c3'],
  2: ['#b9d3ea', '#2f6ea5'],
  3: ['#d3e4f3', '#6ea3cf', '#12436d'],
  4: ['#d9e8f5', '#93bcdf', '#4583b8', '#12436d'],
  5: ['#dfecf7', '#acccea', '#6fa4d2', '#36709f', '#0f3557'],
};
const LONGEST = 5;

/** @param reversed where the lowest figure has most of what is measured. */
export function rampOf(classes: number, reversed = false): readonly string[] {
  const ramp = ramps[Math.min(Math.max(classes, 1), LONGEST)] ?? [];
  return reversed ? ramp.toReversed() : ramp;
}

/** Which class a value falls in; a value equal to a break is above it. */
export const classOf = (value: number, breaks: readonly number[]) =>
  breaks.filter((edge) => value >= edge).length;

export function colourOf(value: number, breaks: readonly number[], reversed = false): string {
  const ramp = rampOf(breaks.length + 1, reversed);
  return ramp[Math.min(classOf(value, breaks), ramp.length - 1)] ?? '#ffffff';
}

/** The fewest decimals, from those of the measure up, at which no two edges read alike and none but zero reads as zero. */
function decimalsApart(edges: readonly number[], from: number): number {
  for (let decimals = from; decimals < from + 4; decimals++) {
    const written = edges.map((edge) => formatNumber(edge, decimals));
    const isClear = edges.every((edge, at) => edge === 0 || Number(written[at]) !== 0);
    if (isClear && new Set(written).size === edges.length) return decimals;
  }
  return from + 4;
}

/** Ranges in words, lowest first: "Under 84.2%", "84.2% to 87.9%", "87.9% and over". */
export function classLabels(breaks: readonly number[], measure: Measure): string[] {
  if (breaks.length === 0) return ['All'];
  const wholeNumbers = measure.decimals === 0;
  const edges = wholeNumbers ? breaks.map(Math.ceil) : breaks;
  const decimals = wholeNumbers ? 0 : decimalsApart(edges, measure.decimals);
  const write = (value: number) => formatEdge(value, { unit: measure.unit, decimals });
  return [...edges, Infinity].map((upper, index) => {
    const lower = edges[index - 1];
    if (lower === undefined) return `Under ${write(upper)}`;
    if (upper === Infinity) return `${write(lower)} and over`;
    const last = wholeNumbers ? upper - 1 : upper;
    return last <= lower ? write(lower) : `${write(lower)} to ${write(last)}`;
  });
}
