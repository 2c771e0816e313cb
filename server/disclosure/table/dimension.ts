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

/**
 * The finest codes that lie in each code.
 *
 * @example finestIn(ward)[5]; // [0, 1, 2, 3, 4]
 */
export function finestIn({ codes, within }: Dimension): number[][] {
  return codes.map((_, code) =>
    [...within.keys()].filter((finest) => within[finest]?.some((one) => one.code === code)),
  );
}
