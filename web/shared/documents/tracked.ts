/** Which figures of a place track what a document speaks of. Pure. */

import type { AreaIndicator } from '../../../server/contract/area-replies.ts';
import type { PopulationGroup } from '../../../server/contract/dimensions.ts';
import { changeVerdicts, labelOf } from '../../../server/contract/dimensions.ts';
import { lowerFirst } from '../../../server/contract/phrases.ts';
import { isSynthetic } from '../ui/synthetic-notice.tsx';
import { basisWords } from '../words/figure-words.ts';

/**
 * One row for each indicator named, or one for each sex where there is none for everyone: of the population group
 * where the indicator has it, else of the indicator's first.
 */
export function trackedRows(
  all: readonly AreaIndicator[],
  ids: readonly string[],
  group: PopulationGroup = 'all',
): AreaIndicator[] {
  return ids.flatMap((id) => {
    const rows = all.filter((row) => row.indicator === id);
    const first = rows.find((row) => row.populationGroup === group) ?? rows[0];
    return rows.filter((row) => row.populationGroup === first?.populationGroup);
  });
}

/** What may stand beside the words of real people: no figure that is made up. */
export const besidePeople = (all: readonly AreaIndicator[]): AreaIndicator[] =>
  all.filter(({ estimate, place }) => !isSynthetic(estimate) && !isSynthetic(place));

/** "April to June 2024; change: no clear change; published". Of synthetic figures the period alone: their mark says the rest. */
export function standingWords({ periodLabel, age, change, estimate }: AreaIndicator): string {
  const period = age === undefined ? periodLabel : `${periodLabel}, ${age} years ago`;
  if (isSynthetic(estimate)) return period;
  // What was tested years ago is no verdict on today.
  const isTested = change !== null && change.verdict !== 'cannot-be-tested' && age === undefined;
  const tested = isTested ? [`change since ${change.sinceLabel}: ${changeFound(change)}`] : [];
  const basis = estimate?.status === 'shown' ? [lowerFirst(basisWords(estimate))] : [];
  return [period, ...tested, ...basis].join('; ');
}

const changeFound = ({ verdict, couldBeChance }: NonNullable<AreaIndicator['change']>) =>
  `${lowerFirst(labelOf(changeVerdicts, verdict))}${couldBeChance ? ', could be chance' : ''}`;
