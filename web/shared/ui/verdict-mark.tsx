import './verdict-mark.css';
import type { Answer } from '../../../server/contract/answer.ts';
import { labelOf, type Verdict, verdicts } from '../../../server/contract/dimensions.ts';
import { verdictLooks } from './verdict-looks.ts';

interface VerdictMarkProps {
  readonly verdict: Verdict;
  readonly chance?: boolean;
  /** The word for a verdict, where the usual one is not true of what it is about. */
  readonly words?: Partial<Record<Verdict, string>>;
}

/** A verdict as colour, mark and word together. */
export function VerdictMark({ verdict, chance = false, words = {} }: VerdictMarkProps) {
  const { fill, mark } = verdictLooks[verdict];
  return (
    <span className="verdict">
      <span className="verdict__mark" style={{ background: fill }} aria-hidden="true">
        {mark}
      </span>
      <span>
        {words[verdict] ?? labelOf(verdicts, verdict)}
        {chance && <span className="verdict__chance"> could be chance</span>}
      </span>
    </span>
  );
}

interface AnswerMarkProps extends Pick<VerdictMarkProps, 'words'> {
  readonly answer: Answer;
  /** False where a note beside the row says why nothing was tested. */
  readonly why?: boolean;
}

/** The answer of a comparison, with its id for whoever looks for it elsewhere; where nothing was tested, why. */
export function AnswerMark({ answer, why = true, words = {} }: AnswerMarkProps) {
  const { comparison, verdict, couldBeChance, untested } = answer;
  return (
    <span data-comparison={comparison} data-verdict={verdict}>
      <VerdictMark verdict={verdict} chance={couldBeChance} words={words} />
      {why && untested !== undefined && <span className="verdict__chance">{untested}</span>}
    </span>
  );
}
