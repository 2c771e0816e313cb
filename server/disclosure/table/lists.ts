/** Lists of whole numbers in one block of memory: that of owner i lies from starts[i] to starts[i + 1]. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** Reads a place of a typed array that is known to be there. */
export const at = (list: Int32Array | Float64Array | Uint8Array | Int8Array, place: number): number =>
  list[place] as number;

/** Reads an item of an array that is known to be there. */
export const item = <T>(list: readonly T[], place: number): T => list[place] as T;

export function lists(all: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(all.length + 1);
  for (const [owner, one] of all.entries()) starts[owner + 1] = at(starts, owner) + one.length;
  const items = new Int32Array(at(starts, all.length));
  for (const [owner, one] of all.entries()) items.set(one, at(starts, owner));
  return { starts, items };
}

/** For each of `size` items the owners that list it. */
export function turned({ starts, items }: Lists, size: number): Lists {
  const turnedStarts = new Int32Array(size + 1);
  for (const one of items) turnedStarts[one + 1] = at(turnedStarts, one + 1) + 1;
  for (let one = 0; one < size; one++)
    turnedStarts[one + 1] = at(turnedStarts, one + 1) + at(turnedStarts, one);
  const next = turnedStarts.slice(0, size);
  const owners = new Int32Array(items.length);
  for (let owner = 0; owner + 1 < starts.length; owner++) {
    for (let place = at(starts, owner); place < at(starts, owner + 1); place++) {
      const one = at(items, place);
      owners[at(next, one)] = owner;
      next[one] = at(next, one) + 1;
    }
  }
  return { starts: turnedStarts, items: owners };
}

export const listOf = ({ starts, items }: Lists, owner: number): Int32Array =>
  items.subarray(at(starts, owner), at(starts, owner + 1));
