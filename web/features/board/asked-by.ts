import type { BoardReply } from '../../../server/contract/board-reply.ts';
import type { PopulationGroup, Sex } from '../../../server/contract/dimensions.ts';
import type { KeyedRow } from '../../../server/contract/row-key.ts';

/** The question of a pin, as queries write it. */
export const askedBy = ({ populationGroup, stratum: { sex } }: KeyedRow, board: BoardReply) => ({
  populationGroup: populationGroup as PopulationGroup,
  ...(sex !== 'all' && { sex: sex as Sex }),
  ...(board.query.release !== undefined && { release: board.query.release }),
});
