/** The change of a figure in words, beside its mark. Pure. */
import type { BoardRow } from '../../../server/contract/board-reply.ts';
import { formatValue, shortLabel, type WrittenMeasure } from './format.ts';

/** "from 84.5%, 2023/24"; nothing where there is no earlier figure. */
export function changeFrom(change: BoardRow['change'], measure: WrittenMeasure): string {
  const { from, sinceLabel } = change;
  if (from?.status !== 'shown') return '';
  return `from ${formatValue(from.value, measure)}, ${shortLabel(sinceLabel)}`;
}
