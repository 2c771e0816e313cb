import { type Case, caseNumber } from './case.ts';

/** A tenth of a tail of 2.5%. */
const nearlyNever = 0.0025;
const draws = 20_000;

/**
 * A ratio of two ends is given limits only where the end it is divided by is above zero in nearly all draws. The reference
 * gives the quantiles of whatever was drawn: from -50 to 57 where one draw in eight divides by less than zero.
 *
 * @returns what is right in such a case, where the ratio stands without limits; else undefined. Drawn here from the
 * reference's own description of its simulation, with none of our functions.
 */
export function ratioBesideZero({ inputs, options, expected }: Case) {
  if (options.transform === true || expected.rii === undefined || (expected.rii as unknown[]).length !== 1)
    return undefined;
  const cells = (name: unknown) => (inputs.data?.[String(name)] ?? []).map(caseNumber);
  const order = cells(options.quantile);
  const sorted = (values: readonly number[]) =>
    [...values.keys()].sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0)).map((at) => values[at] as number);
  const people = sorted(cells(options.population));
  const { link, unlink } = scales[caseNumber(options.value_type ?? 0)] ?? scales[0];
  const centres = sorted(cells(options.value)).map(link);
  const errors = options.se
    ? sorted(cells(options.se))
    : sorted(
        cells(options.upper_cl).map((high, i) => halfWidth(high, cells(options.lower_cl)[i] ?? 0, link)),
      );
  const divide = endWeights(people, caseNumber(options.multiplier ?? 1) < 0 ? 1 : 0);
  const normal = normals();
  let below = 0;
  for (let draw = 0; draw < draws; draw++) {
    const end = centres.reduce(
      (sum, centre, i) => sum + (divide[i] ?? 0) * unlink(centre + (errors[i] ?? 0) * normal()),
      0,
    );
    if (end <= 0) below++;
  }
  if (below <= nearlyNever * draws) return undefined;
  const limits = Object.keys(expected).filter((name) => /^rii_(lower|upper)/.test(name));
  return { ...expected, ...Object.fromEntries(limits.map((name) => [name, [null]])) };
}

const scales = [
  { link: (x: number) => x, unlink: (x: number) => x },
  { link: Math.log, unlink: Math.exp },
  { link: (x: number) => Math.log(x / (1 - x)), unlink: (x: number) => 1 / (1 + Math.exp(-x)) },
] as const;

const halfWidth = (high: number, low: number, link: (x: number) => number) => (link(high) - link(low)) / 3.92;

/** What each figure adds to the fitted end at rank 0 or 1: weighted least squares by people, on middles of their places. */
function endWeights(people: readonly number[], rank: number): number[] {
  const all = people.reduce((sum, n) => sum + n, 0);
  const shares = people.map((n) => n / all);
  const places = shares.map((share, i) => shares.slice(0, i).reduce((sum, one) => sum + one, 0) + share / 2);
  const spread = shares.reduce((sum, share, i) => sum + share * ((places[i] ?? 0) - 0.5) ** 2, 0);
  return shares.map((share, i) => share * (1 + ((rank - 0.5) * ((places[i] ?? 0) - 0.5)) / spread));
}

/** Standard normal numbers, the same every time (Lehmer's generator; Box and Muller). */
function normals(): () => number {
  let state = 20_261_127;
  const even = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return () => Math.sqrt(-2 * Math.log(even())) * Math.cos(2 * Math.PI * even());
}
