import type { BoardReply } from '../../../server/contract/board-reply.ts';
import { decisionStatuses, labelOf } from '../../../server/contract/dimensions.ts';
import { Mark } from '../../shared/ui/change-mark.tsx';
import { FoldSection } from '../../shared/ui/fold-section.tsx';
import { SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { countOf, formatDay } from '../../shared/words/format.ts';
import { rowName } from '../../shared/words/row-name.ts';

/** Decisions and notes against the indicators shown, newest first; each once. */
export function DecisionsTable({ board, folds = true }: { board: BoardReply; folds?: boolean }) {
  const entries = new Map(
    board.aims
      .flatMap(({ rows }) => rows)
      .flatMap((row) => row.decisions.map((entry) => [entry.id, { row, entry }] as const)),
  );
  const listed = [...entries.values()].sort((a, b) => b.entry.date.localeCompare(a.entry.date));
  if (listed.length === 0) return null;
  const overdue = listed.filter(({ entry }) => entry.overdue).length;
  return (
    <FoldSection
      id="decisions"
      className="decisions"
      title="Decisions and notes"
      note={`${countOf(listed.length, 'entry', 'entries')}${overdue > 0 ? `, ${overdue} overdue` : ''}`}
      folds={folds}
    >
      <table className="board-table decisions__table" aria-labelledby="decisions">
        <thead>
          <tr>
            <th scope="col">Indicator</th>
            <th scope="col">Date</th>
            <th scope="col" className="decisions__words">
              Decided or noted
            </th>
            <th scope="col">Owner</th>
            <th scope="col" className="decisions__action">
              Action
            </th>
            <th scope="col">Due</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ row, entry }) => (
            <tr key={entry.id}>
              <th scope="row">{rowName(row)}</th>
              <td data-label="Date">{formatDay(entry.date)}</td>
              <td data-label="Decided or noted">
                {entry.words} {entry.synthetic && <SyntheticMark />}
              </td>
              <td data-label="Owner">{entry.owner ?? '–'}</td>
              <td data-label="Action">{entry.action ?? '–'}</td>
              <td data-label="Due">{entry.due === undefined ? '–' : formatDay(entry.due)}</td>
              <td data-label="Status">
                {entry.overdue && <Mark look="worse">Overdue</Mark>}{' '}
                {entry.status === undefined ? !entry.overdue && '–' : labelOf(decisionStatuses, entry.status)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </FoldSection>
  );
}
