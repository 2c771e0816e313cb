import './verdict-mark.css';
import type { Answer } from '../../server/contract/answer.ts';
import { labelOf, type Verdict, verdicts } from '../../server/contract/dimensions.ts';
import { verdictLooks } from '../map/paint.ts';

/** A verdict as colour, mark and word together. */
export function VerdictMark({ verdict, chance = false }: { verdict: Verdict; chance?: boolean }) {
  const { fill, mark } = verdictLooks[verdict];
  return (
    <span className="verdict">
      <span className="verdict__mark" style={{ background: fill }} aria-hidden="true">
        {mark}
      </span>
      <span>
        {labelOf(verdicts, verdict)}
        {chance && <span className="verdict__chance"> could be chance</span>}
      </span>
    </span>
  );
}

interface AnswerMarkProps {
  readonly answer: Answer;
  /** False where a note beside the row says why nothing was tested. */
  readonly why?: boolean;
}

/** The answer of a comparison, with its id for whoever looks for it elsewhere; where nothing was tested, why. */
export function AnswerMark({ answer, why = true }: AnswerMarkProps) {
  const { comparison, verdict, couldBeChance, untested } = answer;
  return (
    <span data-comparison={comparison} data-verdict={verdict}>
      <VerdictMark verdict={verdict} chance={couldBeChance} />
      {why && untested !== undefined && <span className="verdict__chance">{untested}</span>}
    </span>
  );
}
