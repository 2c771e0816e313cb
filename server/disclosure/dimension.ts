/** One dimension of a table: its codes, and which add up to which. */

export const TOTAL = 'Total';

/** A code that a finest code counts in: once (1), or as what is taken away (-1). */
export interface Membership {
  readonly code: number;
  readonly times: number;
}

/**
 * Codes are numbered from the finest up. A code may lie in several groupings (a ward in a neighbourhood and in a fifth
 * of wards), and may be a difference (people with a first dose who had no second yet).
 */
export interface Dimension {
  readonly name: string;
  readonly codes: readonly string[];
  /** How many of the codes are finest ones: any whole numbers there give all others. */
  readonly finest: number;
  /** Numbers of codes: a whole, then the parts that add up to it. */
  readonly sums: readonly (readonly [number, ...number[]])[];
  /** For each finest code the codes it counts in, itself included. */
  readonly within: readonly (readonly Membership[])[];
}

/** The finest codes that lie in each code. */
export function finestIn({ codes, within }: Dimension): number[][] {
  return codes.map((_, code) =>
    [...within.keys()].filter((finest) => within[finest]?.some((one) => one.code === code)),
  );
}

/**
 * The other finest codes that share most groups with each: swapping people with one of them changes the fewest groups.
 * None where codes count as differences, for there a swap changes more than it keeps.
 */
export function nearestOf({ within }: Dimension): number[][] {
  if (within.some((memberships) => memberships.some(({ times }) => times < 0))) return within.map(() => []);
  const groups = within.map((memberships) => new Set(memberships.map(({ code }) => code)));
  return groups.map((own, finest) => {
    const shared = groups.map((other, at) => (at === finest ? -1 : own.intersection(other).size));
    const most = Math.max(...shared);
    return [...shared.keys()].filter((other) => other !== finest && shared[other] === most);
  });
}
