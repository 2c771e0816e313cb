/**
 * Boundaries between the classes of a map: fifths of the values as they are shown, each one different; where equal values
 * leave classes free, further ones, until no two different values share a class or all are taken. Pure.
 */

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
  const total = sumOf(sorted);
  const fifths = Array.from({ length: CLASSES - 1 }, (_, index) =>
    firstBeyond(sorted, ((index + 1) * total) / CLASSES, highest),
  );
  const cuts = new Set(fifths.filter((cut) => cut > lowest && cut <= highest));
  return splitFurther(sorted, [...cuts]).toSorted((a, b) => a - b);
}

/** Many equal values take several fifths: the classes this leaves free tell apart values that would share one. */
function splitFurther(sorted: readonly Weighted[], cuts: readonly number[]): readonly number[] {
  if (cuts.length >= CLASSES - 1) return cuts;
  const classOf = (value: number) => cuts.filter((cut) => value >= cut).length;
  const splits = [...Map.groupBy(sorted, ({ value }) => classOf(value)).values()].flatMap(evenestSplit);
  const [heaviest] = splits.toSorted((a, b) => b.weight - a.weight || a.cut - b.cut);
  return heaviest === undefined ? cuts : splitFurther(sorted, [...cuts, heaviest.cut]);
}

/** Where a class of several values falls into two as equal as can be, and how much it holds; nothing of one value. */
function evenestSplit(held: readonly Weighted[]): { readonly cut: number; readonly weight: number }[] {
  const weight = sumOf(held);
  const values = [...new Set(held.map(({ value }) => value))].slice(1);
  const unevenness = (cut: number) => Math.abs(weight - 2 * sumOf(held.filter(({ value }) => value < cut)));
  const [cut] = values.toSorted((a, b) => unevenness(a) - unevenness(b) || a - b);
  return cut === undefined ? [] : [{ cut, weight }];
}

const sumOf = (held: readonly Weighted[]) => held.reduce((sum, { weight }) => sum + weight, 0);

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
