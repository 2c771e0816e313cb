/** Which earlier periods a figure may be compared with. Pure. */
import { daysBetween } from '../../contract/days.ts';
import type { PeriodKind } from '../../contract/dimensions.ts';
import { comparePeriods, type Period, parsePeriod } from '../../contract/periods.ts';

export const NONE_EARLIER = 'There is no earlier period to compare with.';
export const ONLY_RISES = 'Counts so far can only rise, so a change in them cannot be tested.';
/** Shorter periods have seasons: they are compared with the same one of an earlier year. */
const WHOLE_YEAR = 300;

/**
 * Which earlier periods a figure may be compared with: those that do not overlap with it or each other, and are of its
 * length and season.
 *
 * @param kind whether periods stand apart, roll or add up.
 * @param periods with figures, in any order.
 * @param latest the period compared.
 * @returns newest first, or why there are none.
 * @example comparablePeriods('separate', ['2022-23', '2023-24', '2024-25'], '2024-25'); // ['2023-24', '2022-23']
 * @example comparablePeriods('rolling', ['2020--2022', '2021--2023', '2023--2025'], '2023--2025'); // ['2020--2022']
 */
export function comparablePeriods(
  kind: PeriodKind,
  periods: readonly string[],
  latest: string,
): readonly string[] | { readonly reason: string } {
  if (kind === 'cumulative') return { reason: ONLY_RISES };
  const own = parsePeriod(latest);
  if (own === undefined) return { reason: NONE_EARLIER };
  const chain: Period[] = [own];
  for (const id of periods.toSorted(comparePeriods).reverse()) {
    const [period, after] = [parsePeriod(id), chain.at(-1)];
    if (period === undefined || after === undefined || period.end >= after.start) continue;
    if (isAlike(period, own)) chain.push(period);
  }
  return chain.length === 1 ? { reason: NONE_EARLIER } : chain.slice(1).map(({ id }) => id);
}

function isAlike(period: Period, own: Period): boolean {
  const [length, ownLength] = [daysOf(period), daysOf(own)];
  if (Math.abs(length - ownLength) > 0.05 * ownLength + 2) return false;
  return ownLength >= WHOLE_YEAR || period.start.slice(5, 7) === own.start.slice(5, 7);
}

const daysOf = ({ start, end }: Period) => 1 + daysBetween(start, end);
