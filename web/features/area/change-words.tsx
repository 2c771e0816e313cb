import type { AreaIndicator } from '../../../server/contract/area-replies.ts';
import { changeVerdicts, labelOf } from '../../../server/contract/dimensions.ts';
import { isSynthetic, SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { shortLabel } from '../../shared/words/format.ts';

/** The headline verdict on change, the board's: one word and since when; a dash where it was not judged. */
export function ChangeWords({ change }: Pick<AreaIndicator, 'change'>) {
  if (change === null) return '–';
  const { comparison, verdict, couldBeChance, sinceLabel } = change;
  return (
    <span data-comparison={comparison} data-verdict={verdict}>
      {labelOf(changeVerdicts, verdict)}
      {couldBeChance && ', could be chance'}
      {verdict !== 'cannot-be-tested' && (
        <span className="figures__small figures__of"> since {shortLabel(sinceLabel)}</span>
      )}{' '}
      {isSynthetic(change.from) && <SyntheticMark />}
    </span>
  );
}
