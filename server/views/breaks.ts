/** Boundaries between the classes of a map: fifths of the shown values, rounded, each one different. Pure. */

const CLASSES = 5;

export function breaksOf(values: readonly number[], decimals: number): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return [];
  const scale = 10 ** decimals;
  const cuts = Array.from({ length: CLASSES - 1 }, (_, i) => {
    const position = ((i + 1) * sorted.length) / CLASSES;
    return (
      Math.round(
        (sorted[Math.ceil(position) - 1 + (Number.isInteger(position) ? 1 : 0)] ?? highest) * scale,
      ) / scale
    );
  });
  return [...new Set(cuts)].filter((cut) => cut > lowest && cut <= highest);
}
