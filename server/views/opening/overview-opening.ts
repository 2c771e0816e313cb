/** The lines the page of gaps opens with, from real figures only. Pure. */
import type { DisparityCell, OverviewRow } from '../../contract/gap-replies.ts';
import type { OpeningLine } from '../../contract/opening.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { groupSubject } from '../group-subject.ts';
import { countWords, valueWords } from '../value-words.ts';
import { line, shortList } from './short-list.ts';
import { canBeWorse } from './speaks-of.ts';

export interface OverviewFigure {
  readonly indicator: Pick<Indicator, 'kind' | 'ageAdjusted'>;
  readonly row: OverviewRow;
}

export function overviewOpening(figures: readonly OverviewFigure[]): OpeningLine[] {
  const judged = figures.filter(({ indicator }) => canBeWorse(indicator)).map(({ row }) => row);
  const outcomes = figures.filter(({ row }) => row.kind === 'outcome' || row.kind === 'service');
  return shortList([
    ...gapLines(judged, 'worse'),
    ...gapLines(judged, 'better'),
    ...unknownLines(outcomes.map(({ row }) => row)),
  ]);
}

const isMadeUp = ({ estimate, gap }: DisparityCell) =>
  gap.basis === 'synthetic' || (estimate.status === 'shown' && estimate.basis === 'synthetic');
const sizeOf = ({ gap }: DisparityCell) => Math.abs(gap.difference?.value ?? 0);

/** The widest first. */
function gapLines(rows: readonly OverviewRow[], verdict: 'worse' | 'better'): OpeningLine[] {
  return rows
    .flatMap((row) => row.cells.map((cell) => ({ row, cell })))
    .filter(({ cell }) => cell.gap.verdict === verdict && !isMadeUp(cell))
    .toSorted((a, b) => sizeOf(b.cell) - sizeOf(a.cell))
    .flatMap(({ row, cell }) => {
      const text = gapSentence(row, cell);
      return text === undefined ? [] : [line(verdict, text, row.indicator)];
    });
}

/** "Black residents: bad or very bad health, 6.1% against 4.9% for everyone else (2021)." */
function gapSentence(row: OverviewRow, { label, estimate, gap }: DisparityCell): string | undefined {
  if (estimate.status !== 'shown' || gap.reference === undefined) return undefined;
  const subject = groupSubject(label);
  const reference = gap.reference.label;
  const against = /^(Everyone|The )/.test(reference)
    ? `${reference.charAt(0).toLowerCase()}${reference.slice(1)}`
    : groupSubject(reference);
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)}: ${row.shortTitle}, ${valueWords(estimate.value, row)} against ${valueWords(gap.reference.value, row)} for ${against} (${row.periodLabel}).`;
}

function unknownLines(rows: readonly OverviewRow[]): OpeningLine[] {
  const madeUp = rows.filter(({ cells }) => cells.some(isMadeUp));
  const [first] = madeUp;
  if (first === undefined) return [];
  const text =
    madeUp.length === rows.length
      ? `How far apart these groups truly are on any outcome or service: all ${countWords(rows.length)} shown are made for demonstration.`
      : `The true gaps of ${countWords(madeUp.length)} of ${countWords(rows.length)} outcomes and services: those shown are made for demonstration.`;
  return [line('not-known', text, first.indicator)];
}
