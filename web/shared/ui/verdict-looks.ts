import type { Verdict } from '../../../server/contract/dimensions.ts';

/** Analysis Function colours; each verdict also has a word and a mark, so that none rests on colour. */
export const verdictLooks: Readonly<Record<Verdict, { fill: string; mark: string; rank: number }>> = {
  worse: { fill: '#f46a25', mark: '!', rank: 0 },
  higher: { fill: '#5b93c3', mark: '▲', rank: 1 },
  similar: { fill: '#c9d1d6', mark: '~', rank: 2 },
  lower: { fill: '#a285d1', mark: '▼', rank: 3 },
  better: { fill: '#28a197', mark: '✓', rank: 4 },
  'not-compared': { fill: '#f0f4f5', mark: '–', rank: 5 },
};
