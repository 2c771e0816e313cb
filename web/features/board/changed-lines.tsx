import { Link } from '@tanstack/react-router';
import type { BoardReply } from '../../../server/contract/board-reply.ts';
import { FoldSection } from '../../shared/ui/fold-section.tsx';
import { rowAnchor } from '../../shared/ui/opening-lines.tsx';
import { countOf, formatDay } from '../../shared/words/format.ts';

interface ChangedLinesProps {
  readonly board: BoardReply;
  /** False in print, where nothing can be unfolded. */
  readonly folds?: boolean;
}

/** What moved since an earlier release: each line leads to its row, the last to all that changed. Nothing on the first release. */
export function ChangedLines({ board, folds = true }: ChangedLinesProps) {
  const { changed, release } = board;
  if (changed === null) return null;
  const { since, lines, more } = changed;
  const day = formatDay(since.publishedAt);
  return (
    <FoldSection
      id="changed-since"
      className="opening"
      title={`Changed since ${day} (release ${since.id})`}
      note={
        lines.length === 0 ? 'nothing on this board' : `${countOf(lines.length + more, 'row', 'rows')} moved`
      }
      folds={folds}
    >
      {lines.length === 0 && <p>No real figure, verdict or target on this board.</p>}
      <ul>
        {lines.map(({ text, row }) => (
          <li key={row}>
            <a href={`#${rowAnchor(row)}`}>{text}</a>
          </li>
        ))}
      </ul>
      {since.id < release && (
        <p className="opening__all">
          {more > 0 && `${countOf(more, 'row', 'rows')} more moved. `}
          <Link to="/changes" search={{ release: String(release), since: String(since.id) }}>
            Everything that changed since then
          </Link>
        </p>
      )}
    </FoldSection>
  );
}
