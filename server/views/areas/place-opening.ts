/** The lines the page of the whole place opens with: what the board would say of every figure held. Pure. */
import type { AreaIndicator } from '../../contract/area-replies.ts';
import type { OpeningLine } from '../../contract/opening.ts';
import { boardOpening, type OpeningRow } from '../board/board-opening.ts';
import { sourceVerdictOn } from '../comparing/source-verdict-on.ts';

export const placeOpening = (rows: readonly AreaIndicator[], place: string): OpeningLine[] =>
  boardOpening(rows.flatMap(standingOf), `held for the whole of ${place}, on the list of the board or not`);

function standingOf(row: AreaIndicator): OpeningRow[] {
  const { estimate, comparisons, change } = row;
  if (estimate === null) return [];
  return [
    {
      ...row,
      latest: estimate,
      basis: estimate.status === 'shown' ? estimate.basis : 'published',
      change: change ?? NOT_JUDGED,
      sourceVerdict: sourceVerdictOn(estimate, comparisons),
      gaps: [],
    },
  ];
}

const NOT_JUDGED = { verdict: 'cannot-be-tested', from: null, sinceLabel: '', test: '' } as const;
