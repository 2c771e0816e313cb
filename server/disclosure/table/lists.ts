import { at } from '../../lists.ts';

/** Lists of whole numbers in one block of memory: that of owner i lies from starts[i] to starts[i + 1]. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/**
 * All lists in one block of memory.
 *
 * @example [...lists([[7], [8, 9]]).starts]; // [0, 1, 3]
 */
export function lists(all: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(all.length + 1);
  for (const [owner, one] of all.entries()) starts[owner + 1] = at(starts, owner) + one.length;
  const items = new Int32Array(at(starts, all.length));
  for (const [owner, one] of all.entries()) items.set(one, at(starts, owner));
  return { starts, items };
}

/**
 * For each of so many items the owners that list it.
 *
 * @example [...listOf(transposed(lists([[0], [0, 1]]), 2), 0)]; // [0, 1]
 */
export function transposed({ starts, items }: Lists, size: number): Lists {
  const ownerStarts = new Int32Array(size + 1);
  for (const one of items) ownerStarts[one + 1] = at(ownerStarts, one + 1) + 1;
  for (let one = 0; one < size; one++) ownerStarts[one + 1] = at(ownerStarts, one + 1) + at(ownerStarts, one);
  const next = ownerStarts.slice(0, size);
  const owners = new Int32Array(items.length);
  for (let owner = 0; owner + 1 < starts.length; owner++) {
    for (const one of listOf({ starts, items }, owner)) {
      owners[at(next, one)] = owner;
      next[one] = at(next, one) + 1;
    }
  }
  return { starts: ownerStarts, items: owners };
}

export const listOf = ({ starts, items }: Lists, owner: number): Int32Array =>
  items.subarray(at(starts, owner), at(starts, owner + 1));
