import type { Answer } from '../server/contract/answer.ts';

/** What an answer of a made-up comparison carries beside its verdict. For tests. */
export const answer = {
  comparison: 'outcome:2021:all:E09:rest',
  couldBeChance: false,
  compared: 5,
  judged: 'judged',
} as const satisfies Omit<Answer, 'verdict'>;
