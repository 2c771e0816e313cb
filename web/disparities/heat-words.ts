/** What a cell of the heat map says, and what the whole shows. Pure. */
import { labelOf, verdicts } from '../../server/contract/dimensions.ts';
import type {
  DisparityCell,
  DisparityOverviewReply,
  OverviewRow,
} from '../../server/contract/gap-replies.ts';
import { countOf } from '../format.ts';
import { differenceWords, formatSigned, shortGroup } from './gap-words.ts';

/** The size of a gap, or the word that stands in its place: withheld, missing and none are not the same. */
export function cellText(
  { estimate, gap }: DisparityCell,
  { decimals }: Pick<OverviewRow, 'decimals'>,
): string {
  if (estimate.status === 'withheld') return 'Withheld';
  if (estimate.status === 'missing') return 'Missing';
  if (gap.isReference) return 'Reference';
  return gap.difference === undefined ? '–' : formatSigned(gap.difference.value, decimals);
}

/** The verdict of a cell in a word; for outcomes that are neither good nor bad, the direction. */
export function cellVerdict({ estimate, gap }: DisparityCell): string {
  if (estimate.status !== 'shown' || gap.isReference || gap.difference === undefined) return '';
  if (gap.couldBeChance) return 'Could be chance';
  if (gap.verdict !== 'not-compared') return labelOf(verdicts, gap.verdict);
  return directionWords[gap.direction] ?? '';
}
const directionWords: Readonly<Record<string, string>> = {
  higher: 'Higher',
  lower: 'Lower',
  'not-distinguishable': 'Similar',
};

/** Read out for a cell. */
export function spokenCell(cell: DisparityCell, row: OverviewRow): string {
  const { gap, estimate } = cell;
  const synthetic = isMadeUp(cell) ? ['synthetic'] : [];
  const words =
    estimate.status !== 'shown' || gap.isReference || gap.difference === undefined
      ? [cellText(cell, row)]
      : [cellVerdict(cell).toLowerCase(), differenceWords(gap.difference, row)];
  return [
    `${row.shortTitle}, ${shortGroup(cell.label)}: ${words.filter(Boolean).join(', ')}`,
    ...synthetic,
  ].join(', ');
}

export const isMadeUp = ({ estimate, gap }: DisparityCell) =>
  gap.basis === 'synthetic' || (estimate.status === 'shown' && estimate.basis === 'synthetic');

/** What the heat map shows, from real figures only. */
export function overviewTitle({ indicators, groups, comparison, area }: DisparityOverviewReply): string {
  const real = indicators.filter(({ cells }) =>
    cells.some((cell) => cell.gap.difference !== undefined && !isMadeUp(cell)),
  );
  if (real.length === 0) return `Gaps in ${area.name}: no real figure can be compared`;
  const worse = groups.map(({ group, label }) => ({
    label: shortGroup(label),
    count: real.filter((row) =>
      row.cells.some((cell) => cell.group === group && cell.gap.verdict === 'worse' && !isMadeUp(cell)),
    ).length,
  }));
  const most = Math.max(...worse.map(({ count }) => count));
  if (most === 0) return `No gap in ${area.name} is proven: ${comparison.compared} were compared`;
  const leading = worse.filter(({ count }) => count === most).map(({ label }) => label);
  const outcomes = countOf(real.length, 'outcome', 'outcomes');
  return leading.length > 2
    ? `Proven gaps in ${area.name}: several groups are worse on ${most} of ${outcomes}`
    : `${leading.join(' and ')}: worse on ${most} of ${outcomes} in ${area.name}, beyond chance`;
}
