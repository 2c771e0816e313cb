import type { AreaEstimate } from '../../server/contract/estimate.ts';
import type { Meaning } from '../../server/contract/meaning.ts';
import { formatValue, inWords, type Measure } from '../format.ts';
import { adjustmentWords, scaleWords } from '../meaning.ts';

/** "MMR dose 1 at 2: 79.8% in ..., 80.7% in ... and 88.8% in ...": side by side, and no claim which is which. */
export function besideWider(
  meaning: Measure & Pick<Meaning, 'ageAdjusted' | 'scaleNote'> & { readonly shortTitle: string },
  areas: readonly AreaEstimate[],
): string {
  const told = areas.flatMap((area) =>
    area.status === 'shown' ? [`${formatValue(area.value, meaning)} in ${area.name}`] : [],
  );
  return told.length === 0
    ? `${meaning.shortTitle}: no figure to show`
    : `${meaning.shortTitle}: ${inWords(told)}${adjustmentWords(meaning)}${scaleWords(meaning)}`;
}
