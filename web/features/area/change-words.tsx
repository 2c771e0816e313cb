import type { AreaIndicator } from '../../../server/contract/area-replies.ts';
import { isSynthetic, SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { changeWord, shortLabel } from '../board/board-words.ts';

/** The headline verdict on change, the board's: one word and since when; a dash where it was not judged. */
export function ChangeWords({ change }: Pick<AreaIndicator, 'change'>) {
  if (change === null) return '–';
  const { comparison, verdict, couldBeChance, sinceLabel } = change;
  return (
    <span data-comparison={comparison} data-verdict={verdict}>
      {changeWord(verdict)}
      {couldBeChance && ', could be chance'}
      {verdict !== 'cannot-be-tested' && (
        <span className="figures__small figures__of"> since {shortLabel(sinceLabel)}</span>
      )}{' '}
      {isSynthetic(change.from) && <SyntheticMark />}
    </span>
  );
}
