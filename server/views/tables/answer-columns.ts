/** The answer of a comparison as columns. Pure. */
import type { Answer } from '../../contract/answer.ts';
import { judgings, labelOf, type Term, verdicts } from '../../contract/dimensions.ts';
import { coded, numberColumn, type TableColumn, textColumn, whole, yesOrNo } from './table.ts';

type About = Omit<Answer, 'verdict'>;

/** All but the verdict, which some tables have words of their own for. */
const aboutColumns: readonly TableColumn<About>[] = [
  textColumn(
    'Comparison',
    'Id of the comparison: wherever it is shown, the answer is the same.',
    ({ comparison }) => comparison,
  ),
  numberColumn(
    'p',
    'Two-sided p-value before correction; at the least favourable counts where counts are rounded. Empty where nothing was tested.',
    ({ p }) => p,
  ),
  yesOrNo(
    'Could be chance',
    'Whether a plain 95% interval excludes no gap, but among everything compared it could be chance.',
    ({ couldBeChance }) => couldBeChance,
  ),
  whole(
    'Compared with it',
    'How many comparisons were judged in the list of its indicator, or where it was looked up among those of its shape; 0 where nothing was tested.',
    ({ compared }) => compared,
  ),
  textColumn(
    'When judged',
    'Judged when publishing, with everything the release opens with; or looked up when asked for.',
    ({ judged }) => labelOf(judgings, judged),
  ),
  textColumn('Why not tested', 'Why nothing was tested, where nothing was.', ({ untested }) => untested),
];

/** @param words of the verdict, where they are not the usual ones. */
export const answerColumns = <Row extends About & { readonly verdict: string }>(
  title = 'Verdict',
  words: readonly Term[] = verdicts,
): TableColumn<Row>[] => [
  ...coded<Row>(title, words, 'What the test found, among everything compared.', ({ verdict }) => verdict),
  ...aboutColumns,
];
