import type { ReachReply } from '../../../server/contract/uptake-replies.ts';
import { figureWithLimits } from './uptake-words.ts';

/** Figures that are shown but cannot be held against the target, such as those above 100%: never clipped, never dropped. */
export function ReachNotCompared({ reply }: { reply: ReachReply }) {
  if (reply.notCompared.length === 0) return null;
  return (
    <details className="as-table">
      <summary>Figures that cannot be compared, and why</summary>
      <ul>
        {reply.notCompared.map(({ area, group, label, estimate, reason, comparison, verdict }) => (
          <li key={`${area.code} ${group}`} data-comparison={comparison} data-verdict={verdict}>
            {area.name}, {label}: {figureWithLimits(estimate, reply)}. {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
