/** Elementary moves within one dimension: some finest codes change together, and with them every code they count in. */

import { at, item } from '../../lists.ts';
import { type Choices, seededChoices } from '../../random.ts';
import type { Dimension } from '../table/dimension.ts';

import { MOVES } from '../tuning.ts';
import type { Turned } from './spread.ts';

/** Finest codes with one person more or fewer, and every code that changes with them. */
export interface DimensionMove extends Turned {
  readonly finest: Int32Array;
  readonly turns: Int32Array;
}

function moveOf({ within }: Dimension, changed: ReadonlyMap<number, number>): DimensionMove {
  const sums = new Map<number, number>();
  for (const [finest, turn] of changed) {
    for (const { code, times } of item(within, finest)) sums.set(code, (sums.get(code) ?? 0) + turn * times);
  }
  const codes = [...sums].filter(([, times]) => times !== 0);
  return {
    finest: Int32Array.from(changed.keys()),
    turns: Int32Array.from(changed.values()),
    codes: Int32Array.from(codes, ([code]) => code),
    counts: Int32Array.from(codes, ([, times]) => times),
  };
}

/** For each finest code the moves of it: alone, and with others so that fewer codes change. */
export interface DimensionMoves {
  readonly alone: readonly DimensionMove[];
  /** One of many at random. */
  readonly together: (finest: number) => DimensionMove;
}

/**
 * Every elementary move within a dimension.
 *
 * @param dimension of a table.
 * @param random which codes move together is drawn.
 * @see Diaconis P, Sturmfels B (1998) Algebraic algorithms for sampling from conditional distributions. Ann. Stat. 26
 * (a swap is their basic move).
 * @example [...movesWithin(ward, seededChoices(1)).alone[0].codes]; // [0, 5]
 */
export function movesWithin(dimension: Dimension, random: Choices): DimensionMoves {
  const alone = dimension.within.map((_, finest) => moveOf(dimension, new Map([[finest, 1]])));
  if (!hasDifferences(dimension)) return { alone, together: swaps(dimension, random) };
  const made = blocksOf.get(dimension) ?? blocks(dimension, seededChoices(1));
  blocksOf.set(dimension, made);
  return { alone, together: (finest) => item(item(made, finest), random(MOVES.blocks)) };
}

/** Blocks take long to make, and serve every search among the same codes. */
const blocksOf = new WeakMap<Dimension, DimensionMove[][]>();

const hasDifferences = ({ within }: Dimension): boolean => within.flat().some(({ times }) => times < 0);

/** One more here, one fewer at a code that shares most groups with it; now and then at any other. */
function swaps(dimension: Dimension, random: Choices): DimensionMoves['together'] {
  const nearest = nearestOf(dimension);
  const known = new Map<number, DimensionMove>();
  return (one) => {
    const near = item(nearest, one);
    const isFar = near.length === 0 || random(MOVES.oneFarSwapIn) === 0;
    const other = isFar ? random(dimension.finest) : item(near, random(near.length));
    const key = one * dimension.finest + other;
    // Where both are the same code, one more of it is all that is left.
    const changed = new Map([
      [one, 0],
      [other, -1],
    ]).set(one, 1);
    const move = known.get(key) ?? moveOf(dimension, changed);
    known.set(key, move);
    return move;
  };
}

/**
 * One more at several codes whose differences stay as they are: one more with a dose by every date from here to there.
 * A block grows by codes that cancel a difference, and is one of a few made in advance.
 */
function blocks(dimension: Dimension, random: Choices): DimensionMove[][] {
  const { within } = dimension;
  const counting = dimension.codes.map((_, code) =>
    [...within.keys()].flatMap((finest) =>
      item(within, finest).flatMap((one) => (one.code === code ? [{ finest, times: one.times }] : [])),
    ),
  );
  const grow = (one: number, endsOnceIn: number) => {
    const changed = new Map([[one, 1]]);
    while (random(endsOnceIn) > 0) {
      const { codes, counts } = moveOf(dimension, changed);
      const code = random(codes.length);
      const cancelling = item(counting, at(codes, code)).filter(
        ({ finest, times }) => times === -at(counts, code) && !changed.has(finest),
      );
      const next = cancelling[random(Math.max(1, cancelling.length))];
      if (next !== undefined) changed.set(next.finest, 1);
    }
    return moveOf(dimension, changed);
  };
  const { short, long } = MOVES.blockEndsOnceIn;
  return within.map((_, one) =>
    Array.from({ length: MOVES.blocks }, (_, i) => grow(one, i % 2 === 0 ? short : long)),
  );
}

/** The other finest codes that share most groups with each: swapping people with one of them changes the fewest groups. */
function nearestOf({ within }: Dimension): number[][] {
  const groups = within.map((memberships) => new Set(memberships.map(({ code }) => code)));
  return groups.map((own, finest) => {
    const shared = groups.map((other, at) => (at === finest ? -1 : own.intersection(other).size));
    const most = Math.max(...shared);
    return [...shared.keys()].filter((other) => other !== finest && shared[other] === most);
  });
}
