import './verdict-mark.css';
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
