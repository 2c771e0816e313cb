/** The largest proven gaps of an overview, in sentences. Pure. */
import type { DisparityCell, DisparityOverviewReply, OverviewRow } from '../../contract/gap-replies.ts';
import { ADJUSTED, isGoodOrBad } from '../../contract/good-or-bad.ts';
import { people, percent, size } from '../writing/numbers-in-words.ts';

const MOST = 10;

/** Proven: the verdict is worse. Real: neither figure is synthetic. The furthest apart come first. */
export function largestGaps(indicators: readonly OverviewRow[]): DisparityOverviewReply['largest'] {
  return indicators
    .flatMap((row) => row.cells.map((cell) => ({ row, cell })))
    .filter(
      ({ row, cell: { gap } }) => gap.verdict === 'worse' && gap.basis !== 'synthetic' && isGoodOrBad(row),
    )
    .sort((a, b) => sizeOf(b.cell) - sizeOf(a.cell))
    .slice(0, MOST)
    .map(({ row, cell }) => ({
      indicator: row.indicator,
      group: cell.group,
      comparison: cell.gap.comparison,
      reading: readingOf(row, cell),
    }));
}

const sizeOf = ({ gap }: DisparityCell) => Math.abs(gap.difference?.value ?? 0);

function readingOf(
  { title, counted, decimals, periodLabel, age }: OverviewRow,
  { label, estimate, gap, crude }: DisparityCell,
): string {
  if (estimate.status !== 'shown' || gap.difference === undefined || gap.reference === undefined) return '';
  const behind =
    gap.people === undefined
      ? ''
      : ` Behind it ${age === undefined ? 'are' : 'were'} ${people(gap.people.value)} ${counted}.`;
  return `${title}, ${periodLabel}${crude === undefined ? '' : `, ${ADJUSTED}`}. ${label}: ${percent(estimate.value, decimals)}, against ${percent(gap.reference.value, decimals)} for ${gap.reference.label.toLowerCase()}; the gap ${age === undefined ? 'is' : 'was'} ${size(gap.difference)} percentage points.${behind}`;
}
