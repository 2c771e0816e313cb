/** What somebody may have meant by a name there is not. Pure. */

const MOST = 3;
/** Less alike than this is another thing, not a slip. */
const ALIKE = 0.4;

const pairsOf = (text: string): string[] => {
  const plain = text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return Array.from({ length: Math.max(plain.length - 1, 0) }, (_, at) => plain.slice(at, at + 2));
};

/** Share of the pairs of letters that two texts have in common: 1 where they are alike, 0 where nothing is (Dice 1945). */
export function likeness(one: string, other: string): number {
  const [pairs, left] = [pairsOf(one), pairsOf(other)];
  const total = pairs.length + left.length;
  if (total === 0) return 0;
  const common = pairs.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / total;
}

/** The few things most like what was written, by any of their names, the most alike first. */
export function nearest<T>(
  written: string,
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
): T[] {
  return things
    .map((thing) => ({ thing, like: Math.max(...namesOf(thing).map((name) => likeness(written, name))) }))
    .filter(({ like }) => like >= ALIKE)
    .toSorted((a, b) => b.like - a.like)
    .slice(0, MOST)
    .map(({ thing }) => thing);
}
