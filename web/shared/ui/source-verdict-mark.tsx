import './verdict-mark.css';
import type { Verdict } from '../../../server/contract/dimensions.ts';
import {
  type SourceVerdict,
  type SourceVerdictId,
  sourceVerdictWords,
} from '../../../server/contract/source-verdict.ts';
import { verdictLooks } from './verdict-looks.ts';

const looks: Readonly<Record<SourceVerdictId, Verdict>> = {
  better: 'better',
  similar: 'similar',
  worse: 'worse',
  higher: 'not-compared',
  lower: 'not-compared',
};

interface SourceVerdictMarkProps {
  readonly told: SourceVerdict;
  /** Who says so: the verdict is theirs, not ours. */
  readonly by: string;
  /** The figure it is compared with, where it stands nowhere else. */
  readonly figure?: string | undefined;
}

/** "Worse than England, OHID": the verdict of the source itself, as mark and words together. */
export function SourceVerdictMark({ told, by, figure }: SourceVerdictMarkProps) {
  const { fill, mark } = verdictLooks[looks[told.verdict]];
  return (
    <span className="verdict">
      <span className="verdict__mark" style={{ background: fill }} aria-hidden="true">
        {mark}
      </span>
      <span>{sourceVerdictWords(told, by, figure)}</span>
    </span>
  );
}
