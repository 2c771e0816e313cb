import { ageBandLabel } from '../../../server/contract/age-bands.ts';
import type { AreaIndicator } from '../../../server/contract/area-replies.ts';
import { labelOf, sexes } from '../../../server/contract/dimensions.ts';
import { lowerFirst } from '../../../server/contract/phrases.ts';

/** "First COVID-19 dose, 65 and over": short, and told apart from the rows beside it. */
export function rowName({ shortTitle, stratum }: Pick<AreaIndicator, 'shortTitle' | 'stratum'>): string {
  return [
    shortTitle,
    ...(stratum.ageBand === 'all' ? [] : [lowerFirst(ageBandLabel(stratum.ageBand))]),
    ...(stratum.sex === 'all' ? [] : [lowerFirst(labelOf(sexes, stratum.sex))]),
  ].join(', ');
}
