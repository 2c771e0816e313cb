import type { Gap } from '../../../server/contract/gap.ts';
import { AnswerMark } from '../../shared/ui/verdict-mark.tsx';

/** The answer on a gap; a reference is compared with nothing. */
export const GapMark = ({ gap }: { gap: Gap }) =>
  gap.isReference ? <span className="verdict">Reference</span> : <AnswerMark answer={gap} />;
