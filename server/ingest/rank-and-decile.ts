/** Ranks of areas, and the tenths and scores that follow from them: a column read for another, or turned round, does not agree. */
import type { Row } from './csv-row.ts';

/**
 * The tenth in one column, as the rank in another makes it; undefined, with what is wrong listed, where it is another.
 *
 * @param areas how many are ranked, 1 the most deprived.
 */
export function tenthOf(row: Row, decile: string, rank: string, areas: number): number | undefined {
  const [value, place] = [row.whole(decile), row.whole(rank)];
  if (value === undefined || place === undefined) return undefined;
  if (place < 1 || place > areas) {
    row.refuse(rank, `expected a rank from 1 to ${areas}`);
    return undefined;
  }
  const right = Math.ceil((10 * place) / areas);
  if (value === right) return value;
  row.refuse(decile, `expected ${right}, the tenth of rank ${place} of ${areas}`);
  return undefined;
}

/** Of areas in the order of their ranks the scores may not rise. */
export class ScoresByRank {
  readonly #rows: { readonly row: Row; readonly rank: number; readonly score: number }[] = [];

  add(row: Row, rank: number | undefined, score: number | undefined): void {
    if (rank !== undefined && score !== undefined) this.#rows.push({ row, rank, score });
  }

  /** Lists each row whose score is higher than that of the rank before. @param key of the column of scores. */
  requireOrder(key: string): void {
    const inOrder = this.#rows.toSorted((a, b) => a.rank - b.rank);
    for (const [at, { row, rank, score }] of inOrder.entries()) {
      const before = inOrder[at - 1];
      if (before !== undefined && score > before.score)
        row.refuse(
          key,
          `expected at most ${before.score}, the score of rank ${before.rank}, for rank ${rank} is less deprived`,
        );
    }
  }
}
