/** The answer of a comparison as cells of a CSV line. Pure. */
import type { Answer } from '../../contract/answer.ts';
import { judgings, labelOf } from '../../contract/dimensions.ts';
import type { CsvCell } from './csv.ts';

/** `p` is two-sided and before correction, whatever else stands in the file under that letter. */
const COLUMNS = ['Comparison', 'p', 'Could be chance', 'Compared with it', 'When judged', 'Why not tested'];

/** @param of what was compared, where a line holds several comparisons. */
export const answerHeader = (of = ''): string[] =>
  of === '' ? COLUMNS : COLUMNS.map((name) => `${of}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`);

/** One cell for each of the header: all but the verdict, which each file has words of its own for. */
export function answerCells(answer: Omit<Answer, 'verdict'>): CsvCell[] {
  const { comparison, p, couldBeChance, compared, judged, untested } = answer;
  return [comparison, p, couldBeChance ? 'yes' : 'no', compared, labelOf(judgings, judged), untested];
}
