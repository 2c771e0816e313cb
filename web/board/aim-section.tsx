import type { BoardAim, BoardReply } from '../../server/contract/board-reply.ts';
import { AimTable } from './aim-table.tsx';

interface AimSectionProps {
  readonly aim: BoardAim;
  readonly board: BoardReply;
  readonly pins: boolean;
  /** False where the sentences stand elsewhere. */
  readonly summary?: boolean;
}

/** One aim on one screen: where it stands in sentences, then its figures. */
export function AimSection({ aim, board, pins, summary = true }: AimSectionProps) {
  return (
    <section className="aim" aria-labelledby={`aim-${aim.aim}`}>
      <h2 id={`aim-${aim.aim}`}>{aim.label}</h2>
      {summary && <AimSummary aim={aim} />}
      {aim.rows.length > 0 && <AimTable aim={aim} board={board} pins={pins} />}
    </section>
  );
}

export const AimSummary = ({ aim }: { aim: BoardAim }) => (
  <div className="aim__summary">
    {aim.summary.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
  </div>
);
