/** Which cells to withhold so that nothing rests on what is shown: a set cover, picked greedily. */

/**
 * The fewest cells, by cost, of which every set holds at least one. Sets nothing can be picked of stay.
 *
 * @param sets of cells; withholding any one of a set helps.
 * @param costOf what withholding a cell costs; zero where it may not be, or is already.
 * @see Chvatal V (1979) A greedy heuristic for the set-covering problem. Math. Oper. Res. 4(3).
 * @example cheapestCover([new Set([1, 2]), new Set([2, 3])], () => 1); // [2]
 */
export function cheapestCover(
  sets: readonly ReadonlySet<number>[],
  costOf: (cell: number) => number,
): number[] {
  const holding = new Map<number, number[]>();
  for (const [index, set] of sets.entries()) {
    for (const cell of set) {
      if (costOf(cell) <= 0) continue;
      const those = holding.get(cell);
      if (those === undefined) holding.set(cell, [index]);
      else those.push(index);
    }
  }
  const worth = new Map(
    [...holding].map(([cell, those]) => [cell, { left: those.length, cost: costOf(cell) }]),
  );
  const isHit = new Uint8Array(sets.length);
  const hits: number[] = [];
  for (;;) {
    let [best, most] = [-1, 0];
    for (const [cell, { left, cost }] of worth) if (left / cost > most) [best, most] = [cell, left / cost];
    if (best < 0) return hits;
    hits.push(best);
    for (const index of holding.get(best) ?? []) {
      if (isHit[index] === 1) continue;
      isHit[index] = 1;
      for (const cell of sets[index] ?? []) {
        const one = worth.get(cell);
        if (one !== undefined && --one.left === 0) worth.delete(cell);
      }
    }
  }
}
