import { paths } from '../contract/paths.ts';
import type { Out } from './out.ts';
import { benchReplies } from './replies.ts';

const replies: Readonly<Record<string, string>> = {
  'map of one indicator': paths.indicatorAreas('covid-19-dose-1', { ageBand: '65-plus', areaType: 'ward' }),
  board: paths.board(),
  'board of one population group': paths.board({ populationGroup: 'children' }),
};
/** How many times as long as a map reply the board may take. */
const AT_MOST = { board: 5 };

/** What the board costs beside a map reply, when neither is in memory and when both are. */
export async function benchBoard(out: Out): Promise<void> {
  await benchReplies('The board on PostgreSQL, not in memory, one at a time', replies, out, {
    atMost: AT_MOST,
  });
  await benchReplies('The board in memory, one at a time: what is left is sending it', replies, out, {
    keepReplies: true,
  });
}
