/**
 * One end of the Wilson score interval, unchecked: the one place of the formula.
 *
 * @param sign -1 for the lower end, 1 for the upper.
 * @param z standard normal deviate.
 * @see Wilson EB (1927) Probable inference, the law of succession, and statistical inference. JASA 22:209-212.
 * @example wilsonEnd(-1, 81, 263, 1.96); // 0.2553
 */
export function wilsonEnd(sign: -1 | 1, numerator: number, denominator: number, z: number): number {
  const zz = z * z;
  const spread = z * Math.sqrt(zz + 4 * numerator * (1 - numerator / denominator));
  return (2 * numerator + zz + sign * spread) / (2 * (denominator + zz));
}
