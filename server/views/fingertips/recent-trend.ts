/** The recent trend as our own replies give it, in the words of Fingertips. Pure. */
import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import { trendMarkers } from '../../contract/fingertips/code-lists.ts';
import { atAges } from '../../contract/good-or-bad.ts';
import type { TrendReply } from '../../contract/replies.ts';
import { methodBreaks } from '../../judge/release/method-breaks.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { spokenPolarityOf } from '../comparing/meaning.ts';
import { pointsOfTrend, trendBeside } from '../indicators/trend-view.ts';
import type { SeriesAsked } from './series-asked.ts';

export interface TrendMarker {
  readonly id: number;
  readonly text: string;
}

export function recentTrendOf(
  { listed, series }: SeriesAsked,
  area: string,
  rows: readonly SelectedEstimate[],
  snapshot: Snapshot,
): TrendMarker {
  const indicator = atAges(listed.indicator, series.age_band);
  const points = pointsOfTrend(indicator, rows);
  const breaks = methodBreaks(indicator.id, area, snapshot);
  const { trend } = trendBeside(indicator, points, breaks, undefined);
  return trendMarker(trend.verdict, spokenPolarityOf(indicator));
}

/** "Increasing and getting better", or "Increasing" where neither way is better. */
export function trendMarker(
  verdict: TrendReply['trend']['verdict'],
  polarity: ReturnType<typeof spokenPolarityOf>,
): TrendMarker {
  if (verdict === 'cannot-be-tested')
    return { id: trendMarkers['cannot-be-calculated'], text: 'Cannot be calculated' };
  if (verdict === 'no-significant-change')
    return { id: trendMarkers['no-change'], text: 'No significant change' };
  const isJudged = verdict === 'better' || verdict === 'worse';
  const rises = isJudged
    ? (verdict === 'better') === (polarity === 'higher-is-better')
    : verdict === 'higher';
  const way = rises
    ? { id: trendMarkers.increasing, text: 'Increasing' }
    : { id: trendMarkers.decreasing, text: 'Decreasing' };
  return isJudged ? { ...way, text: `${way.text} and getting ${verdict}` } : way;
}
