import './verdict-mark.css';
import type { ReactNode } from 'react';
import type { BoardRow } from '../../../server/contract/board-reply.ts';
import {
  type ChangeVerdict,
  changeVerdicts,
  labelOf,
  type Verdict,
} from '../../../server/contract/dimensions.ts';
import { verdictLooks } from './verdict-looks.ts';

const looks: Record<ChangeVerdict, { fill: string; mark: string }> = {
  better: verdictLooks.better,
  worse: verdictLooks.worse,
  higher: { ...verdictLooks.higher, mark: '↑' },
  lower: { ...verdictLooks.lower, mark: '↓' },
  'no-clear-change': verdictLooks.similar,
  'cannot-be-tested': verdictLooks['not-compared'],
};

/** Colour, mark and words together. */
export function Mark({ look, children }: { look: Verdict; children: ReactNode }) {
  return <Marked {...verdictLooks[look]}>{children}</Marked>;
}

export const Chance = () => <span className="verdict__chance"> could be chance</span>;

export function ChangeMark({ change }: { change: BoardRow['change'] }) {
  const { comparison, verdict, couldBeChance } = change;
  return (
    <span data-comparison={comparison} data-verdict={verdict}>
      <Marked {...looks[verdict]}>
        {labelOf(changeVerdicts, verdict)}
        {couldBeChance && <Chance />}
      </Marked>
    </span>
  );
}

function Marked({ fill, mark, children }: { fill: string; mark: string; children: ReactNode }) {
  return (
    <span className="verdict">
      <span className="verdict__mark" style={{ background: fill }} aria-hidden="true">
        {mark}
      </span>
      <span>{children}</span>
    </span>
  );
}
