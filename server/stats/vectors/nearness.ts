import { expectedForFunnel } from '../funnel-limits.ts';
import type { Case } from './case.ts';
import { type Near, relative } from './compare.ts';

/** Exact limits meet the closed form; drawn ones stay within five standard deviations of the reference's draws. */
export function nearSlopeIndex(given: Case): Near {
  const { point, limits } = given.tolerance as Readonly<
    Record<'point' | 'limits', { readonly value: number }>
  >;
  return (ours, expected, { column, row }) => {
    const end = /^sii_(lower|upper)/.exec(column)?.[1];
    if (!/_(lower|upper)/.test(column)) return relative(point.value)(ours, expected, { column, row });
    const analytic = given.analytic?.[`sii_${end}`] as readonly number[] | undefined;
    const level = Object.keys(given.expected)
      .filter((name) => name.startsWith(`sii_${end}`))
      .indexOf(column);
    if (analytic?.[level] !== undefined) return relative(point.value)(ours, analytic[level], { column, row });
    const drawn = given.monte_carlo?.columns[column];
    const [mean, deviation] = [drawn?.mean[row], drawn?.sd[row]];
    if (mean === undefined || deviation === undefined)
      return relative(limits.value)(ours, expected, { column, row });
    return Math.abs(ours - mean) <= 5 * deviation;
  };
}

/** The reference finds Poisson limits by bisecting v = E / (E + 1 + O) down to this width; ours are exact. */
const bisected = 1e-7;

/** As near to our exact limit as the reference's bisection comes: a width in v is so much in the expected count E. */
export function nearFunnelLimit(given: Case): Near {
  const stated = relative(1.5e-8);
  const events = (given.expected.Events ?? given.expected.Observed_events) as readonly number[] | undefined;
  const shift = given.options.statistic === 'ratio' && given.options.ratio_type === 'count' ? 1 : 0;
  return (ours, expected, where) => {
    const end = /^(lower|upper)_([23])s/.exec(where.column);
    const observed = events?.[where.row];
    if (observed === undefined || end === null) return stated(ours, expected, where);
    const { inner, outer } = expectedForFunnel(observed);
    const count = (end[2] === '2' ? inner : outer)[end[1] === 'lower' ? 'lower' : 'upper'];
    const share = (bisected * (count + 1 + observed) ** 2) / ((observed + 1) * count);
    // A ratio shown as O / E - 1 errs as O / E does.
    const size = Math.abs(expected + (where.column.endsWith('_limit') ? shift : 0));
    return Math.abs(ours - expected) <= share * size;
  };
}

/**
 * Where every area has none or all there is no spread to give limits a width, and they are refused; the reference solves
 * a quadratic there, whose rounding gives NaN or the average but for 2e-8.
 */
export function flatFunnel({ options, expected }: Case): Readonly<Record<string, unknown>> | undefined {
  const baseline = expected.baseline as readonly number[] | undefined;
  if (options.statistic !== 'proportion' || baseline === undefined) return undefined;
  const scale = typeof options.multiplier === 'number' ? options.multiplier : 100;
  if (baseline[0] !== 0 && baseline[0] !== scale) return undefined;
  const limits = Object.keys(expected).filter((name) => name.endsWith('_limit'));
  return { ...expected, ...Object.fromEntries(limits.map((name) => [name, baseline.map(() => null)])) };
}
