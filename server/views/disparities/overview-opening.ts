/** The lines the page of gaps opens with, from real figures only. Pure. */
import { type Breakdown, breakdowns, labelOf, verdicts } from '../../contract/dimensions.ts';
import type { DisparityCell, OverviewRow } from '../../contract/gap-replies.ts';
import { ADJUSTED, isGoodOrBad, NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import { residentsOf } from '../../contract/group-words.ts';
import type { OpeningLine } from '../../contract/opening.ts';
import { countWords, inWords } from '../../contract/phrases.ts';
import { amountWords } from '../writing/amount-words.ts';
import { indicatorsIn, line, realWords, shortList } from '../writing/short-list.ts';

interface Asked {
  readonly by: Breakdown;
  /** The name of the area. */
  readonly area: string;
}

export function overviewOpening(rows: readonly OverviewRow[], asked: Asked): OpeningLine[] {
  const judged = rows.filter(isGoodOrBad);
  const spoken = rows.filter(({ kind }) => kind === 'outcome' || kind === 'service');
  const real = spoken.filter(({ cells }) => !cells.some(isSyntheticRow));
  return shortList(
    [
      ...gapLines(judged, 'worse'),
      ...gapLines(judged, 'better'),
      ...spoken.filter((row) => !isGoodOrBad(row)).flatMap(unjudgedLines),
      ...rows.flatMap(ageLines),
      ...unknownLines(spoken, asked),
    ],
    `the gaps by ${labelOf(breakdowns, asked.by).toLowerCase()} of ${realWords(real, `held for ${asked.area}`)}`,
  );
}

export const isSyntheticRow = ({ estimate, gap }: DisparityCell) =>
  gap.basis === 'synthetic' || (estimate.status === 'shown' && estimate.basis === 'synthetic');
/** How wide a gap is for the size of what it is compared with. */
const sizeOf = ({ gap }: DisparityCell) => Math.abs(gap.difference?.value ?? 0) / (gap.reference?.value || 1);

/** The widest first, relative to the figure it is of. */
function gapLines(rows: readonly OverviewRow[], verdict: 'worse' | 'better'): OpeningLine[] {
  return rows
    .flatMap((row) => row.cells.map((cell) => ({ row, cell })))
    .filter(({ cell }) => cell.gap.verdict === verdict && !isSyntheticRow(cell))
    .toSorted((a, b) => sizeOf(b.cell) - sizeOf(a.cell))
    .flatMap(({ row, cell }) => {
      const text = gapSentence(row, cell);
      return text === undefined ? [] : [line(verdict, text, row.indicator)];
    });
}

/** "Black residents: GP experience good, 62.1% against 68.4% for everyone else (2025)." */
function gapSentence(row: OverviewRow, { label, estimate, gap, crude }: DisparityCell): string | undefined {
  if (estimate.status !== 'shown' || gap.reference === undefined) return undefined;
  const subject = residentsOf(label, row.counted);
  const adjusted = crude === undefined ? '' : `, ${ADJUSTED}`;
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)}: ${row.shortTitle}, ${amountWords(estimate.value, row)} against ${amountWords(gap.reference.value, row)} for ${residentsOf(gap.reference.label, row.counted)} (${row.periodLabel})${adjusted}.`;
}

const foundWords = [
  { answer: 'higher', words: 'higher among' },
  { answer: 'lower', words: 'lower among' },
  { answer: 'similar', words: 'not beyond chance for' },
  { answer: 'could-be-chance', words: 'could be chance for' },
] as const;

/**
 * What was found of an outcome that can only be higher or lower, all its groups in one line: "Not in good health (2021),
 * compared with everyone else: higher among White residents; lower among Asian residents; not adjusted for age."
 */
function unjudgedLines(row: OverviewRow): OpeningLine[] {
  const real = row.cells.filter((cell) => !isSyntheticRow(cell) && cell.gap.reference !== undefined);
  const reference = real[0]?.gap.reference;
  const found = foundWords.flatMap(({ answer, words }) => {
    const groups = real.filter(({ gap }) => (gap.couldBeChance ? 'could-be-chance' : gap.verdict) === answer);
    return groups.length === 0
      ? []
      : [`${words} ${inWords(groups.map(({ label }) => residentsOf(label, row.counted)))}`];
  });
  if (reference === undefined || found.length === 0) return [];
  const age = row.ageAdjusted === null ? [] : [row.ageAdjusted ? ADJUSTED : NOT_ADJUSTED];
  const text = `${row.shortTitle} (${row.periodLabel}), compared with ${residentsOf(reference.label, row.counted)}: ${[...found, ...age].join('; ')}.`;
  return [line('higher-or-lower', text, row.indicator)];
}

/** Which gaps look otherwise before they are adjusted for age: of each row in one line. */
function ageLines(row: OverviewRow): OpeningLine[] {
  const changed = row.cells.filter(
    (cell) =>
      !isSyntheticRow(cell) && cell.crude !== undefined && cell.crude.gap.direction !== cell.gap.direction,
  );
  if (changed.length === 0) return [];
  const told = changed.map(
    ({ label, gap, crude }) =>
      `${residentsOf(label, row.counted)}, ${answerWords(crude?.gap)} before and ${answerWords(gap)} after`,
  );
  const text = `${row.shortTitle} (${row.periodLabel}): allowing for age changes a verdict (${told.join('; ')}).`;
  return [line('age-matters', text, row.indicator)];
}

/** What a gap was found to be, each in the words of its own verdict: better and worse only where it is judged. */
function answerWords(gap: DisparityCell['gap'] | undefined): string {
  if (gap?.couldBeChance) return 'could be chance';
  return labelOf(verdicts, gap?.verdict ?? 'not-compared').toLowerCase();
}

/** Which real figures are held, where not all are. */
function unknownLines(rows: readonly OverviewRow[], { by, area }: Asked): OpeningLine[] {
  const madeUp = rows.filter(({ cells }) => cells.some(isSyntheticRow));
  const [first] = madeUp;
  if (first === undefined) return [];
  const real = rows.filter((row) => !madeUp.includes(row));
  const groups = labelOf(breakdowns, by).toLowerCase();
  const text =
    real.length === 0
      ? `No real outcome or service by ${groups} is held for ${area}: the ${countWords(indicatorsIn(rows))} shown ${areOrIs(rows)} made for demonstration.`
      : `Real outcomes and services by ${groups} are held for ${area} only on ${inWords(real.map(({ shortTitle }) => shortTitle))}: the other ${countWords(indicatorsIn(madeUp))} ${areOrIs(madeUp)} made for demonstration.`;
  return [line('not-known', text, first.indicator)];
}

const areOrIs = (some: readonly OverviewRow[]) => (indicatorsIn(some) === 1 ? 'is' : 'are');
