/**
 * Refuses impossible input in the one wording this library uses.
 *
 * @throws RangeError "<caller> requires <what>" when the condition does not hold.
 * @example requirement(1 >= 0, 'rate', 'a count of zero or more'); // undefined
 */
export function requirement(holds: boolean, caller: string, what: string): asserts holds {
  if (!holds) throw new RangeError(`${caller} requires ${what}`);
}
