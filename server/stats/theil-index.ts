import { type MeasuredIndex, withNormalInterval } from './normal-interval.ts';
import { requirement } from './requirement.ts';
import { composition, type Subgroup, sumOf } from './subgroups.ts';

/**
 * Theil index: inequality between groups as information, more sensitive to groups far above the mean.
 *
 * @param groups at least three, in any order; figures of zero or more.
 * @returns times 1,000, with standard error (delta method) and limits where every group has one; none where a figure is
 * zero, where the delta method has no slope.
 * @throws RangeError as `composition`, for a negative figure, or for a population figure not above zero.
 * @see Theil H (1967) Economics and Information Theory; Borrell LN, Talih M (2011) Stat Med 30:1306-1318 (variance).
 * @example theilIndex([
 *   { population: 1, value: 20 }, { population: 1, value: 30 }, { population: 2, value: 40 },
 * ]).value; // 34.61
 */
export function theilIndex(groups: readonly Subgroup[], confidence = 0.95): MeasuredIndex {
  const { shares, values, mean, errors } = composition(groups, 'theilIndex');
  requirement(
    values.every((value) => value >= 0),
    'theilIndex',
    'figures of zero or more',
  );
  requirement(mean > 0, 'theilIndex', 'a population figure above zero');
  const ratio = (i: number): number => (values[i] as number) / mean;
  // x ln x goes to zero with x.
  const index = sumOf(shares, (share, i) => (ratio(i) === 0 ? 0 : share * ratio(i) * Math.log(ratio(i))));
  const known = values.every((value) => value > 0) ? errors : undefined;
  const error =
    known && Math.sqrt(sumOf(shares, (share, i) => (slope(share, i) * (known[i] as number)) ** 2));
  return withNormalInterval(1000 * index, error && 1000 * error, confidence);

  function slope(share: number, i: number): number {
    return (share / mean) * (Math.log(ratio(i)) - index);
  }
}
