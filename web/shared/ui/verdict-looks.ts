import type { Verdict } from '../../../server/contract/dimensions.ts';
import { colours } from './colours.ts';

/** Analysis Function colours; each verdict also has a word and a mark, so that none rests on colour. */
export const verdictLooks: Readonly<Record<Verdict, { fill: string; mark: string; rank: number }>> = {
  worse: { fill: colours.orange, mark: '!', rank: 0 },
  higher: { fill: colours.blue, mark: '▲', rank: 1 },
  similar: { fill: colours.pebble, mark: '~', rank: 2 },
  lower: { fill: colours.purple, mark: '▼', rank: 3 },
  better: { fill: colours.turquoise, mark: '✓', rank: 4 },
  'not-compared': { fill: colours.wash, mark: '–', rank: 5 },
};
