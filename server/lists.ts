/** Access to lists that fails where an index has gone wrong: undefined must not pass for a count or a figure. */

/**
 * A number of a typed array.
 *
 * @throws RangeError where it has no such index.
 * @example at(Float64Array.of(3, 5), 1); // 5
 */
export function at(numbers: Float64Array | Int32Array | Uint8Array, index: number): number {
  const found = numbers[index];
  if (found === undefined) throw new RangeError(`a list of ${numbers.length} numbers has none at ${index}`);
  return found;
}

/**
 * An item of a list, none of which is undefined.
 *
 * @throws RangeError where it has no such index.
 * @example item(['a', 'b'], 1); // 'b'
 */
export function item<T>(list: ArrayLike<T>, index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`a list of ${list.length} has nothing at ${index}`);
  return found;
}
