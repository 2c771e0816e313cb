/** A gap as the cells of a CSV line. Pure. */
import { bases, gapDirections, labelOf, verdicts } from '../../contract/dimensions.ts';
import type { Estimate } from '../../contract/estimate.ts';
import type { Gap, Measured } from '../../contract/gap.ts';
import { markOf } from '../../contract/without-figure.ts';
import { answerCells, answerHeader } from '../writing/answer-cells.ts';
import type { CsvCell } from '../writing/csv.ts';

export const gapHeader = [
  'Compared with',
  'Reference value',
  'Reference numerator',
  'Reference denominator',
  'Difference',
  'Difference, lower 95% limit',
  'Difference, upper 95% limit',
  'Ratio',
  'Ratio, lower 95% limit',
  'Ratio, upper 95% limit',
  'Difference from the average',
  'From the average, lower 95% limit',
  'From the average, upper 95% limit',
  'People behind the gap',
  'People, lower 95% limit',
  'People, upper 95% limit',
  'Test found',
  'Verdict',
  ...answerHeader(),
  'Basis of the gap',
  'Notes on the gap',
] as const;

/** One cell for each of the header. A gap of a withheld or missing figure carries the same mark. */
export function gapCells(gap: Gap, estimate: Estimate): CsvCell[] {
  const mark = estimate.status === 'shown' ? '' : markOf(estimate);
  const three = (measured: Measured | undefined): CsvCell[] =>
    measured === undefined ? [mark, mark, mark] : [measured.value, measured.lower95, measured.upper95];
  return [
    gap.reference?.label,
    gap.reference?.value,
    gap.reference?.numerator,
    gap.reference?.denominator,
    ...three(gap.difference),
    ...three(gap.ratio),
    ...three(gap.fromAverage),
    ...three(gap.people),
    labelOf(gapDirections, gap.direction),
    labelOf(verdicts, gap.verdict),
    ...answerCells(gap),
    gap.basis === undefined ? '' : labelOf(bases, gap.basis),
    (gap.notes ?? []).join(' '),
  ];
}
