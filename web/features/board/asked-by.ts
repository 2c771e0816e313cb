import type { BoardReply } from '../../../server/contract/board-reply.ts';
import type { PopulationGroup, Sex } from '../../../server/contract/dimensions.ts';
import type { Pin } from './board-search.ts';

/** The question of a pin, as queries write it. */
export const askedBy = ({ populationGroup, sex }: Pin, board: BoardReply) => ({
  populationGroup: populationGroup as PopulationGroup,
  ...(sex !== 'all' && { sex: sex as Sex }),
  ...(board.query.release !== undefined && { release: board.query.release }),
});
