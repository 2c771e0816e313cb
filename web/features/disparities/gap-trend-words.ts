/** Where a gap is going, in words. Pure. */

import { gapTrends, labelOf } from '../../../server/contract/dimensions.ts';
import type { GapPoint, GapTrendReply } from '../../../server/contract/disparity-replies.ts';
import type { Estimate } from '../../../server/contract/estimate.ts';
import type { IndicatorReply, TrendReply } from '../../../server/contract/replies.ts';
import { missing } from '../../../server/contract/without-figure.ts';
import { isSynthetic } from '../../shared/ui/synthetic-notice.tsx';
import { groupName } from './gap-words.ts';
import { inSentence } from './in-sentence.ts';

type GroupTrend = GapTrendReply['groups'][number];

/** The title claims a course only of real figures, and only a tested one. */
export function gapTrendTitle(
  { label, points, trend }: GroupTrend,
  { shortTitle, counted }: Pick<IndicatorReply, 'shortTitle' | 'counted'>,
): string {
  const group = groupName(label, counted);
  if (points.some(({ estimate }) => isSynthetic(estimate)) || trend.verdict === 'cannot-be-tested')
    return `${shortTitle}: the gap over time, ${group}`;
  if (trend.verdict === 'no-clear-change') return `${shortTitle}: no clear change in the gap, ${group}`;
  const verdict =
    trend.verdict === 'reversed'
      ? 'has changed sides'
      : `is ${labelOf(gapTrends, trend.verdict).toLowerCase()}`;
  return `${shortTitle}: the gap ${verdict}, ${group}`;
}

/** The gap of each period as a figure of its own, for a line with its band. */
export function gapSeries(points: readonly GapPoint[]): Pick<TrendReply, 'points'> {
  return {
    points: points.map(({ period, label, estimate, difference }) => ({
      period,
      label,
      estimate: gapFigure(estimate, difference),
    })),
  };
}

function gapFigure(estimate: Estimate, difference: GapPoint['difference']): Estimate {
  if (estimate.status !== 'shown') return estimate;
  if (difference === undefined) return missing('not-available', 'There is nothing to compare with.');
  return { status: 'shown', interval: 'ours', basis: estimate.basis, ...difference };
}

/** "level with everyone else". */
export const levelWords = (against: string) =>
  `Level with ${inSentence(against.split(':')[0]?.split(' in the area')[0] ?? against)}`;
