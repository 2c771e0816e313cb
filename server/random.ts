/** Random numbers from a seed, for everything that draws: the same seed gives the same numbers on every machine. */

/** Gives numbers above 0 and below 1, evenly spread. */
export type Random = () => number;

/**
 * A seeded source of random numbers: the same seed gives the same figures on every machine.
 *
 * @param seed a whole number.
 * @throws RangeError for a seed that is not a whole number.
 * @see Doty-Humphrey C (2010) PractRand: sfc32, a 128-bit chaotic generator.
 * @example seededRandom(2025)(); // 0.7207
 */
export function seededRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError('seededRandom requires a whole number as seed');
  let a = seed | 0;
  let b = Math.trunc(seed / 2 ** 32) | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return ((sum >>> 0) + 0.5) / 2 ** 32;
  };
  // The first outputs still show the seed.
  for (let i = 0; i < 15; i++) next();
  return next;
}

/** Gives a whole number from 0 to one below the limit. */
export type Choices = (below: number) => number;

/**
 * A seeded source of choices, for searches and walks that take very many. Its sequence is one of its own: what disclosure
 * control withholds depends on it, and is found again only by the same choices.
 *
 * @param seed any whole number.
 * @see Marsaglia G (2003) Xorshift RNGs. J. Stat. Softw. 8(14).
 * @example seededChoices(1)(6) < 6; // true
 */
export function seededChoices(seed: number): Choices {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/**
 * A source of standard normal numbers, by the polar method.
 *
 * @param random source of uniform numbers.
 * @see Marsaglia G, Bray TA (1964) A convenient method for generating normal variables. SIAM Rev 6:260-264.
 * @example normalDraws(seededRandom(1))(); // 1.8484
 */
export function normalDraws(random: Random): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    let x: number;
    let y: number;
    let square: number;
    do {
      x = 2 * random() - 1;
      y = 2 * random() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    spare = y * scale;
    return x * scale;
  };
}
