/**
 * How many slips of the keyboard lie between two words: a letter too many, one missing, a wrong one, or two the wrong way round
 * (optimal string alignment, after Damerau 1964). Pure.
 */
export function slips(one: string, other: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row - 1] === other[at - 1];
      const isTurned = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      next.push(
        Math.min(
          (last[at] ?? 0) + 1,
          (next[at - 1] ?? 0) + 1,
          (last[at - 1] ?? 0) + (isSame ? 0 : 1),
          ...(isTurned ? [(before[at - 2] ?? 0) + 1] : []),
        ),
      );
    }
    before = last;
    last = next;
  }
  return last[other.length] ?? 0;
}
