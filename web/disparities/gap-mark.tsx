import type { Gap } from '../../server/contract/gap.ts';
import { VerdictMark } from '../ui/verdict-mark.tsx';

const directions = {
  higher: ['▲', 'Higher'],
  lower: ['▼', 'Lower'],
  'not-distinguishable': ['=', 'No clear difference'],
  'not-compared': ['–', 'Not compared'],
} as const;

/** The verdict on a gap; where neither way is better, its direction. */
export function GapMark({ gap }: { gap: Gap }) {
  if (gap.isReference) return <span className="verdict">Reference</span>;
  if (gap.verdict !== 'not-compared') return <VerdictMark verdict={gap.verdict} chance={gap.couldBeChance} />;
  const [mark, word] = directions[gap.direction];
  return (
    <span className="verdict">
      <span className="verdict__mark" aria-hidden="true">
        {mark}
      </span>
      <span>
        {word}
        {gap.couldBeChance && <span className="verdict__chance"> could be chance</span>}
      </span>
    </span>
  );
}
