/** Boundaries between the classes of a map: fifths of the values as they are shown, each one different. Pure. */

const CLASSES = 5;

export const breaksOf = (values: readonly number[], decimals: number): number[] =>
  weightedBreaksOf(
    values.map((value) => ({ value, weight: 1 })),
    decimals,
  );

interface Weighted {
  readonly value: number;
  /** How much it counts; above zero. */
  readonly weight: number;
}

/** The same where some values count more: each fifth then holds a fifth of the weight. */
export function weightedBreaksOf(values: readonly Weighted[], decimals: number): number[] {
  const scale = 10 ** decimals;
  const sorted = values
    .map(({ value, weight }) => ({ value: Math.round(value * scale) / scale, weight }))
    .toSorted((a, b) => a.value - b.value);
  const [lowest, highest] = [sorted[0]?.value, sorted.at(-1)?.value];
  if (lowest === undefined || highest === undefined) return [];
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  const cuts = Array.from({ length: CLASSES - 1 }, (_, index) => {
    const upTo = ((index + 1) * total) / CLASSES;
    return firstBeyond(sorted, upTo, highest);
  });
  return [...new Set(cuts)].filter((cut) => cut > lowest && cut <= highest);
}

/** Sums of weights that differ by less than this part of one differ by rounding alone. */
const NEARLY = 1e-9;

/** The first value at which the weight so far exceeds what is asked. */
function firstBeyond(sorted: readonly Weighted[], upTo: number, otherwise: number): number {
  let soFar = 0;
  const found = sorted.find(({ weight }) => {
    soFar += weight;
    return soFar > upTo * (1 + NEARLY);
  });
  return found?.value ?? otherwise;
}
