import { type MeasuredIndex, withNormalInterval } from './normal-interval.ts';
import { requirement } from './requirement.ts';
import { composition, type Subgroup, type SubgroupShare, sumOf } from './subgroups.ts';

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
  const { parts, measured, mean } = composition(groups, 'theilIndex');
  requirement(
    parts.every(({ value }) => value >= 0),
    'theilIndex',
    'figures of zero or more',
  );
  requirement(mean > 0, 'theilIndex', 'a population figure above zero');
  // x ln x goes to zero with x.
  const index = sumOf(parts, ({ share, value }) =>
    value === 0 ? 0 : share * (value / mean) * Math.log(value / mean),
  );
  const slope = ({ share, value }: SubgroupShare): number =>
    (share / mean) * (Math.log(value / mean) - index);
  const known = parts.every(({ value }) => value > 0) ? measured : undefined;
  const error = known && Math.sqrt(sumOf(known, (part) => (slope(part) * part.standardError) ** 2));
  return withNormalInterval(1000 * index, error && 1000 * error, confidence);
}
