/** The reach list in words. Pure. */
import type { Measured } from '../../../server/contract/gap.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import type { ReachCounts, ReachReply, ReachRow } from '../../../server/contract/uptake-replies.ts';
import { countOf, formatInterval, formatNumber, formatValue } from '../../shared/words/format.ts';

const whole = (people: number) => formatNumber(people, 0);

/** "230", with "(180 to 290)" beside it; where the lower limit is not above zero the group may be there already. */
export const neededWords = ({ value }: Measured) => whole(value);
export function neededLimits({ lower95, upper95 }: Measured): string {
  if (lower95 === undefined || upper95 === undefined) return 'no interval';
  return Math.round(lower95) <= 0 ? `at most ${whole(upper95)}` : `${whole(lower95)} to ${whole(upper95)}`;
}

/** What people are counted up to, as it ends "to ...". */
export function targetPhrase(target: string, place: string): string {
  return target === 'place' ? `equal ${place} as a whole` : `reach ${target}%`;
}

/** "Place as a whole: 58.2% (57.9% to 58.5%)": what the rows fall short of. */
export function referenceWords({ reference, ...measure }: ReachReply): string {
  if (reference.value === undefined) return ` ${reference.reason ?? ''}`;
  const { kind, label, value, lower95, upper95 } = reference;
  if (kind === 'percent') return '';
  const limits =
    lower95 === undefined || upper95 === undefined ? '' : ` (${formatInterval(lower95, upper95, measure)})`;
  return ` ${label}: ${formatValue(value, measure)}${limits}.`;
}

/** What became of the groups that are not listed, each kind by its own word. */
export function countsWords({ reached, withheld, missing, nobody, notCompared }: ReachCounts): string {
  const told = [
    ...(reached > 0 ? [`${countOf(reached, 'group was', 'groups were')} there`] : []),
    ...(withheld > 0
      ? [
          `${countOf(withheld, 'group is', 'groups are')} withheld to protect people and may have needed some too`,
        ]
      : []),
    ...(missing > 0 ? [`${countOf(missing, 'group has', 'groups have')} no figure`] : []),
    ...(nobody > 0 ? [`${countOf(nobody, 'group has', 'groups have')} nobody to count`] : []),
    ...(notCompared > 0 ? [`${countOf(notCompared, 'group', 'groups')} cannot be compared`] : []),
  ];
  return told.length === 0 ? 'Every group of every area is listed.' : `Not listed: ${inWords(told)}.`;
}

/** How many people the first rows come to. */
export const peopleNeeded = (rows: readonly Pick<ReachRow, 'needed'>[]) =>
  rows.reduce((sum, { needed }) => sum + needed.value, 0);
