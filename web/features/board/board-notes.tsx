import type { BoardReply } from '../../../server/contract/board-reply.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import { FoldSection } from '../../shared/ui/fold-section.tsx';
import { type NoteOfRows, notesOf, untestedOf } from './board-rows.ts';

/** What belongs beside the figures, and why changes were not tested, each with the rows it is about. */
export function BoardNotes({ board, folds = true }: { board: BoardReply; folds?: boolean }) {
  const [notes, untested] = [notesOf(board), untestedOf(board)];
  if (notes.length + untested.length === 0) return null;
  return (
    <FoldSection id="notes" className="board-notes" title="Notes" folds={folds}>
      <Listed all={notes} />
      {untested.length > 0 && (
        <>
          <h3>Why changes are not tested</h3>
          <Listed all={untested} />
        </>
      )}
    </FoldSection>
  );
}

const Listed = ({ all }: { all: readonly NoteOfRows[] }) => (
  <ul>
    {all.map(({ text, names }) => (
      <li key={text}>
        {text} <span className="board-table__quiet">{inWords(names)}.</span>
      </li>
    ))}
  </ul>
);
