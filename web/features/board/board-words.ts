/** The cells of the board in words. Pure. */
import type { BoardGap, BoardRow, BoardTarget } from '../../../server/contract/board-reply.ts';
import { gapTrends, labelOf, type Verdict } from '../../../server/contract/dimensions.ts';
import {
  asWritten,
  formatDay,
  formatGap,
  formatNumber,
  formatValue,
  shortLabel,
} from '../../shared/words/format.ts';

/** "Black", of "Black, Black British, Black Welsh, Caribbean or African". */
export const shortGroup = ({ label }: Pick<BoardGap, 'label'>) => label.split(',')[0] ?? label;

/** "4.6 percentage points lower". */
export function gapSize({ difference }: BoardGap, row: BoardRow): string {
  if (asWritten(difference.value, row.decimals) === 0) return 'level with everyone else';
  const size = formatGap(difference.value, row).replace('percentage ', '');
  return `${size} ${difference.value > 0 ? 'higher' : 'lower'}`;
}

/** Nothing where it cannot be tested: the notes say why. */
export function gapTrendWord({ trend }: BoardGap): string {
  if (trend.verdict === 'cannot-be-tested') return '';
  const chance = trend.couldBeChance ? ', could be chance' : '';
  return `${labelOf(gapTrends, trend.verdict).toLowerCase()}${chance}`;
}

/** "95% by 31 March 2030", "95% at all times". */
export function targetText({ value, due }: Pick<BoardTarget, 'value' | 'due'>, row: BoardRow): string {
  const decimals = Number.isInteger(value) ? 0 : row.decimals;
  const words = formatValue(value, { unit: row.unit, decimals });
  return due === undefined ? `${words} at all times` : `${words} by ${shortLabel(formatDay(due))}`;
}

/** "last figure 56.6%": its period and age stand in its row; what there is where nothing tells whether a target was met. */
export const lastFigure = ({ latest, ...row }: BoardRow): string =>
  latest.status === 'shown' ? `last figure ${formatValue(latest.value, row)}` : 'no figure';

/** How a course is marked; the word stands beside it. */
export const courseLooks: Record<BoardTarget['course'], Verdict> = {
  met: 'better',
  'on-course': 'better',
  'not-met': 'worse',
  'not-on-course': 'worse',
  'date-passed': 'not-compared',
  'cannot-tell': 'not-compared',
};

export const testsSentence = (tests: { compared: number; expectedByChance: number }) =>
  `${formatNumber(tests.compared, 0)} comparisons are tested on this page; if each were tested by itself, chance alone would flag about ${formatNumber(tests.expectedByChance, 1)}`;
