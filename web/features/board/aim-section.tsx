import type { BoardAim, BoardReply } from '../../../server/contract/board-reply.ts';
import { FoldSection } from '../../shared/ui/fold-section.tsx';
import { countOf } from '../../shared/words/format.ts';
import { AimTable } from './aim-table.tsx';

interface AimSectionProps {
  readonly aim: BoardAim;
  readonly board: BoardReply;
  readonly pins: boolean;
  /** False where the sentences stand elsewhere. */
  readonly summary?: boolean;
  /** False in print, where nothing can be unfolded. */
  readonly folds?: boolean;
}

/** One aim on one screen: where it stands in sentences, then its figures. */
export function AimSection({ aim, board, pins, summary = true, folds = true }: AimSectionProps) {
  return (
    <FoldSection
      id={`aim-${aim.aim}`}
      className="aim"
      title={aim.label}
      note={countOf(aim.rows.length, 'row', 'rows')}
      folds={folds}
    >
      {summary && <AimSummary aim={aim} />}
      {aim.rows.length > 0 && <AimTable aim={aim} board={board} pins={pins} />}
    </FoldSection>
  );
}

export const AimSummary = ({ aim }: { aim: BoardAim }) => (
  <div className="aim__summary">
    {aim.summary.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
  </div>
);
