import { type MeasuredIndex, withNormalInterval } from './normal-interval.ts';
import { requirement } from './requirement.ts';
import { composition, type Subgroup, type SubgroupShare, sumOf } from './subgroups.ts';

/** Stands in for a figure of zero, whose log does not exist. */
const almostZero = 1e-6;

/**
 * Mean log deviation: inequality between groups as information, more sensitive to groups far below the mean.
 *
 * @param groups at least three, in any order; figures of zero or more (zero counts as a millionth of the unit).
 * @returns times 1,000, with standard error (delta method) and limits where every group has one; none where a figure is
 * zero, because the index then rests on what stands in for it.
 * @throws RangeError as `composition`, for a negative figure, or for a population figure not above zero.
 * @see Theil H (1967) Economics and Information Theory; Borrell LN, Talih M (2011) Stat Med 30:1306-1318 (variance).
 * @example meanLogDeviation([
 *   { population: 1, value: 20 }, { population: 1, value: 30 }, { population: 2, value: 40 },
 * ]).value; // 37.57
 */
export function meanLogDeviation(groups: readonly Subgroup[], confidence = 0.95): MeasuredIndex {
  const { parts, measured, mean } = composition(groups, 'meanLogDeviation');
  requirement(
    parts.every(({ value }) => value >= 0),
    'meanLogDeviation',
    'figures of zero or more',
  );
  requirement(mean > 0, 'meanLogDeviation', 'a population figure above zero');
  const ratio = ({ value }: SubgroupShare): number => Math.max(value, almostZero) / mean;
  const index = sumOf(parts, (part) => -part.share * Math.log(ratio(part)));
  const slope = (part: SubgroupShare): number => (part.share / mean) * (1 - 1 / ratio(part));
  const known = parts.every(({ value }) => value > 0) ? measured : undefined;
  const error = known && Math.sqrt(sumOf(known, (part) => (slope(part) * part.standardError) ** 2));
  return withNormalInterval(1000 * index, error && 1000 * error, confidence);
}
