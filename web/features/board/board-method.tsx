import type { BoardReply } from '../../../server/contract/board-reply.ts';
import { BasisList } from '../../shared/ui/basis-list.tsx';
import { FoldSection } from '../../shared/ui/fold-section.tsx';
import { testsSentence } from './board-words.ts';

/** How the verdicts came about, for those who ask. */
export function BoardMethod({ board, folds = true }: { board: BoardReply; folds?: boolean }) {
  const { tests } = board;
  return (
    <FoldSection id="method" className="board-method" title="How to read this" folds={folds}>
      <ul>
        <li>
          <strong>Better and worse</strong> are said only of differences beyond chance. {tests.method} Real
          figures: {testsSentence(tests.real)}.
          {tests.synthetic.compared > 0 && ` Synthetic figures: ${testsSentence(tests.synthetic)}.`}
        </li>
        <li>
          <strong>Change</strong> compares with the period before that does not overlap; months and quarters
          with the same one of an earlier year. “Could be chance” marks a difference that one test alone would
          have flagged.
        </li>
        <li>
          <strong>Against</strong> a larger area: {board.area.name} itself is taken out of it where counts
          allow, else it is compared with the whole. Where we can have no verdict but the source gives its
          own, it stands there under the source’s name and is counted as the source’s.
        </li>
        <li>
          <strong>Gaps</strong>: each ethnic group and each fifth of deprivation with everyone else; shown is
          the widest gap, of the group worst off where a gap can be judged. A dash means that no figures by
          group are held.
        </li>
        <li>
          <strong>Targets</strong> are judged by intervals: met where the whole interval is at or beyond the
          target; on course where the line of the last five years, with its interval, would reach it in time.
          The first figure on or after the date decides. “Date passed” means that none is held; a figure
          without an interval is held against the target by itself.
        </li>
      </ul>
      <BasisList />
    </FoldSection>
  );
}
