import type { BoardReply } from '../../../server/contract/board-reply.ts';
import { courses, labelOf } from '../../../server/contract/dimensions.ts';
import { Mark } from '../../shared/ui/change-mark.tsx';
import { FoldSection } from '../../shared/ui/fold-section.tsx';
import { SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { countOf } from '../../shared/words/format.ts';
import { rowName } from '../../shared/words/row-name.ts';
import { courseLooks, targetText } from './board-words.ts';

/** Every target with what its course rests on and who set it. */
export function TargetsTable({ board, folds = true }: { board: BoardReply; folds?: boolean }) {
  const rows = board.aims.flatMap((aim) => aim.rows).filter(({ target }) => target !== null);
  if (rows.length === 0) return null;
  return (
    <FoldSection
      id="targets"
      className="targets"
      title="Targets"
      note={countOf(rows.length, 'target', 'targets')}
      folds={folds}
    >
      <table className="board-table targets__table" aria-labelledby="targets">
        <thead>
          <tr>
            <th scope="col">Indicator</th>
            <th scope="col">Target</th>
            <th scope="col">Course</th>
            <th scope="col" className="targets__because">
              What that rests on
            </th>
            <th scope="col" className="targets__because">
              Set by
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(
            (row) =>
              row.target && (
                <tr key={`${row.indicator} ${row.populationGroup} ${row.stratum.sex}`}>
                  <th scope="row">{rowName(row)}</th>
                  <td data-label="Target">{targetText(row.target, row)}</td>
                  <td data-label="Course">
                    <Mark look={courseLooks[row.target.course]}>{labelOf(courses, row.target.course)}</Mark>
                  </td>
                  <td data-label="What that rests on">
                    {row.target.because} {row.basis === 'synthetic' && <SyntheticMark />}
                  </td>
                  <td data-label="Set by">
                    {row.target.source} {row.target.synthetic && <SyntheticMark />}
                  </td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </FoldSection>
  );
}
