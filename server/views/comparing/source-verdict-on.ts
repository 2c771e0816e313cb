import type { BoardRow } from '../../contract/board-reply.ts';
import type { Estimate } from '../../contract/estimate.ts';

/** What the source itself says of the figure, where we have no verdict against the same area. */
export function sourceVerdictOn(
  latest: Estimate,
  compared: BoardRow['comparisons'],
): BoardRow['sourceVerdict'] {
  const told = latest.status === 'shown' ? latest.sourceVerdict : undefined;
  const ours = compared.some(
    ({ area, verdict }) => area.name === told?.against && verdict !== 'not-compared',
  );
  return told === undefined || ours ? null : told;
}
