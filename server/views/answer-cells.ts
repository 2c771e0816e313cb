/** The answer of a comparison as cells of a CSV line. Pure. */
import type { Answer } from '../contract/answer.ts';
import { judgings, labelOf } from '../contract/dimensions.ts';
import type { Cell } from './csv.ts';

/** @param of what was compared, where a line holds several comparisons. */
export const answerHeader = (of = ''): string[] =>
  ['comparison', 'could be chance', 'compared with it', 'when judged', 'why not tested'].map((name) =>
    of === '' ? name.charAt(0).toUpperCase() + name.slice(1) : `${of}: ${name}`,
  );

/** One cell for each of the header: all but the verdict, which each file has words of its own for. */
export function answerCells(answer: Omit<Answer, 'verdict'>): Cell[] {
  const { comparison, couldBeChance, compared, judged, untested } = answer;
  return [comparison, couldBeChance ? 'yes' : 'no', compared, labelOf(judgings, judged), untested];
}
