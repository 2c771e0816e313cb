/** A figure as the cells of a CSV line. Pure. */
import { type Basis, bases, labelOf } from '../../contract/dimensions.ts';
import type { Estimate, ShownEstimate } from '../../contract/estimate.ts';
import { sourceVerdictWords } from '../../contract/source-verdict.ts';
import { markOf } from '../../contract/without-figure.ts';
import type { CsvCell } from './csv.ts';

export const estimateHeader = [
  'Value',
  'Lower 95% limit',
  'Upper 95% limit',
  'Lower 99.8% limit',
  'Upper 99.8% limit',
  'Numerator',
  'Denominator',
  'Limits from',
  'Basis',
  'Notes',
  'Verdict of the source itself',
] as const;

const limitsFrom = { ours: 'computed from counts', published: 'as published', none: 'none' } as const;

/** One cell for each of the header; withheld and missing say why under notes. */
export function estimateCells(estimate: Estimate | null): CsvCell[] {
  if (estimate === null) return estimateHeader.map(() => '');
  if (estimate.status !== 'shown') {
    const mark = markOf(estimate);
    return [mark, mark, mark, mark, mark, mark, mark, '', '', estimate.explanation, ''];
  }
  return [
    estimate.value,
    estimate.lower95,
    estimate.upper95,
    estimate.lower998,
    estimate.upper998,
    estimate.numerator,
    estimate.denominator,
    limitsFrom[estimate.interval],
    labelOf(bases, estimate.basis),
    [...smallAreasWords(estimate), ...(estimate.notes ?? [])].join(' '),
    estimate.sourceVerdict && sourceVerdictWords(estimate.sourceVerdict),
  ];
}

/** "0 of 8 small areas.": the sample behind a property of areas. */
const smallAreasWords = ({ smallAreas }: ShownEstimate): string[] =>
  smallAreas === undefined ? [] : [`${smallAreas.having} of ${smallAreas.all} small areas.`];

/** The value alone, or its mark. */
export const valueCell = (estimate: Estimate | null): CsvCell =>
  estimate === null ? '' : estimate.status === 'shown' ? estimate.value : markOf(estimate);

/** The bases of the figures of one file, in words. */
export function basesWords(estimates: readonly (Estimate | null)[]): string {
  return wordsOfBases(estimates.flatMap((one) => (one?.status === 'shown' ? [one.basis] : [])));
}

export function wordsOfBases(found: readonly Basis[]): string {
  return bases
    .filter(({ id }) => found.includes(id))
    .map(({ label, meaning }) => `${label}: ${meaning}`)
    .join('; ');
}
