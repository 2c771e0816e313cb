import { requirement } from './requirement.ts';
import { special } from './special-functions.ts';

/** A normal variable. */
type Normal = { readonly mean: number; readonly variance: number };

/** Two normal variables that may depend on each other. */
type NormalPair = {
  readonly numerator: Normal;
  readonly denominator: Normal;
  readonly covariance: number;
};

/**
 * Quantile of the ratio of two normal variables, without simulation: the limits of a ratio whose denominator
 * may come close to zero.
 *
 * @param probability strictly between 0 and 1.
 * @throws RangeError for a probability outside (0, 1), or a denominator with no value but zero.
 * @see Hinkley DV (1969) On the ratio of two correlated normal random variables. Biometrika 56:635-639.
 * @example normalRatioQuantile(0.5, {
 *   numerator: { mean: 2, variance: 0.01 }, denominator: { mean: 1, variance: 0.0001 }, covariance: 0,
 * }); // 2.000
 */
export function normalRatioQuantile(probability: number, pair: NormalPair): number {
  requirement(probability > 0 && probability < 1, 'normalRatioQuantile', 'a probability between 0 and 1');
  const { numerator, denominator } = pair;
  requirement(denominator.mean !== 0 || denominator.variance > 0, 'normalRatioQuantile', 'a denominator');
  if (denominator.variance === 0) {
    const deviation = Math.sqrt(numerator.variance) * special.normalQuantile(probability);
    return (numerator.mean + Math.sign(denominator.mean) * deviation) / denominator.mean;
  }
  const distribution = ratioDistribution(pair);
  // The ratio as an angle: a bounded range however far out the quantile lies.
  let low = -Math.PI / 2;
  let high = Math.PI / 2;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (distribution(Math.tan(middle)) < probability) low = middle;
    else high = middle;
  }
  return Math.tan((low + high) / 2);
}

/** P(N / D <= w) = P(N - wD <= 0, D > 0) + P(N - wD >= 0, D < 0). */
function ratioDistribution({ numerator, denominator, covariance }: NormalPair): (w: number) => number {
  const spread = Math.sqrt(denominator.variance);
  const below = special.normalCdf(-denominator.mean / spread);
  return (w) => {
    const mean = numerator.mean - w * denominator.mean;
    const deviation = Math.sqrt(
      Math.max(0, numerator.variance - 2 * w * covariance + w * w * denominator.variance),
    );
    if (deviation === 0) return mean <= 0 ? 1 : 0;
    const h = mean / deviation;
    const k = denominator.mean / spread;
    const correlation = (covariance - w * denominator.variance) / (deviation * spread);
    const bothBelow = bivariateNormal(-h, -k, correlation);
    return special.normalCdf(-h) - bothBelow + (below - bothBelow);
  };
}

/**
 * P(X <= h, Y <= k) of two standard normal variables: the correlation integrated away by Gauss-Legendre
 * (Drezner & Wesolowsky 1990), on an angle that keeps correlations near 1 smooth.
 */
function bivariateNormal(h: number, k: number, correlation: number): number {
  const angle = Math.asin(Math.max(-1, Math.min(1, correlation)));
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (const [node, weight] of nodes) {
      const sine = Math.sin((angle * (panel + (1 + node) / 2)) / panels);
      const exponent = (h * h + k * k - 2 * h * k * sine) / (2 * (1 - sine * sine));
      sum += weight * Math.exp(-exponent);
    }
  }
  const known = special.normalCdf(h) * special.normalCdf(k);
  return Math.max(0, known + (sum * angle) / (4 * Math.PI * panels));
}

const panels = 8;

/** Gauss-Legendre, ten points. */
const nodes: readonly (readonly [node: number, weight: number])[] = (
  [
    [0.1488743389816312, 0.2955242247147529],
    [0.4333953941292472, 0.2692667193099963],
    [0.6794095682990244, 0.2190863625159821],
    [0.8650633666889845, 0.1494513491505806],
    [0.9739065285171717, 0.0666713443086881],
  ] as const
).flatMap(([node, weight]) => [[node, weight] as const, [-node, weight] as const]);
