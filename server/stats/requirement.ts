/**
 * Refuses impossible input in the one wording this library uses.
 *
 * @throws RangeError "<caller> requires <what>" when the condition does not hold.
 * @example requirement(1 >= 0, 'rate', 'a count of zero or more'); // undefined
 */
export function requirement(holds: boolean, caller: string, what: string): asserts holds {
  if (!holds) throw new RangeError(`${caller} requires ${what}`);
}

/**
 * Gives back a result whose numbers are all finite, and refuses one that has outgrown what a number can hold.
 *
 * @throws RangeError "<caller> requires numbers whose result is finite".
 * @example finite({ value: 1, lower: 0 }, 'rate'); // { value: 1, lower: 0 }
 */
export function finite<Result extends object>(result: Result, caller: string): Result {
  for (const value of Object.values(result)) {
    requirement(
      typeof value !== 'number' || Number.isFinite(value),
      caller,
      'numbers whose result is finite',
    );
  }
  return result;
}
