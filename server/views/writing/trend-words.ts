/** The verdict of the trend test in words. Pure. */
import type { TrendReply } from '../../contract/replies.ts';

const words: Record<TrendReply['trend']['verdict'], string> = {
  better: 'Getting better',
  worse: 'Getting worse',
  higher: 'Rising',
  lower: 'Falling',
  'no-significant-change': 'No significant change',
  'cannot-be-tested': 'Cannot be tested',
};

export const trendWords = ({ verdict, test }: TrendReply['trend']) =>
  verdict === 'cannot-be-tested' ? `${words[verdict]}: ${test}` : words[verdict];
