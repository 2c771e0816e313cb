/** The choices of searches and walks. */

/** A whole number from 0 to one below the limit. */
export type Random = (below: number) => number;

/**
 * Numbers that look drawn, and are the same for the same seed.
 *
 * @param seed any whole number.
 * @returns draws a whole number from 0 to one below a limit.
 * @see Marsaglia G (2003) Xorshift RNGs. J. Stat. Softw. 8(14).
 * @example randomFrom(1)(6) < 6; // true
 */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
