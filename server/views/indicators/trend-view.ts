/** One area over time. Pure. */

import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import { atAges } from '../../contract/good-or-bad.ts';
import { comparePeriods } from '../../contract/periods.ts';
import type { Stratum } from '../../contract/queries.ts';
import type { TrendReply } from '../../contract/replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { estimateView } from '../../judge/release/estimate-view.ts';
import type { MethodBreak } from '../../judge/release/method-breaks.ts';
import { lastBreak, methodBreaks } from '../../judge/release/method-breaks.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { spokenPolarityOf } from '../comparing/meaning.ts';
import { datedBy, periodWords, titleOf } from '../writing/words.ts';
import { type Headline, whyTrendDiffers } from './other-ways.ts';
import { recentTrendView } from './recent-trend-view.ts';

export function trendView(
  indicator: Indicator,
  area: { readonly code: string; readonly name: string },
  stratum: Stratum,
  rows: readonly SelectedEstimate[],
  snapshot: Pick<Snapshot, 'release' | 'asOf' | 'documentOf' | 'areaOf'>,
  headline?: Headline,
): TrendReply {
  const points = pointsOfTrend(indicator, rows);
  const { release, asOf } = snapshot;
  const breaks = methodBreaks(indicator.id, area.code, snapshot);
  const { trend, differs } = trendBeside(atAges(indicator, stratum.ageBand), points, breaks, headline);
  return {
    release,
    ...datedBy(indicator, { asOf }),
    query: { indicator: indicator.id, area: area.code, ...stratum },
    title: `${titleOf(indicator, stratum)}, ${area.name}`,
    points,
    breaks: breaks.map(({ date, title, synthetic }) => ({ date, title, synthetic })),
    change: headline?.change ?? null,
    trend,
    ...(differs !== undefined && { differs }),
  };
}

/**
 * The recent trend, and why it differs from the headline where it does.
 *
 * @param indicator as it reads at the ages of the figures.
 * @param breaks of method, oldest first: the trend begins after the last one.
 */
export function trendBeside(
  indicator: Indicator,
  points: TrendReply['points'],
  breaks: readonly MethodBreak[],
  headline: Headline | undefined,
): Pick<TrendReply, 'trend' | 'differs'> {
  const newest = points.findLast(({ estimate }) => estimate.status === 'shown');
  const isSyntheticRow = newest?.estimate.status === 'shown' && newest.estimate.basis === 'synthetic';
  const broken = lastBreak(breaks, newest?.period ?? '', isSyntheticRow);
  const spoken = { ...indicator, polarity: spokenPolarityOf(indicator) };
  const trend = recentTrendView(spoken, points, broken);
  const differs = whyTrendDiffers(headline, trend);
  return { trend, ...(differs !== undefined && { differs }) };
}

/** The figures of one area, oldest first. */
export function pointsOfTrend(indicator: Indicator, rows: readonly SelectedEstimate[]): TrendReply['points'] {
  return rows
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .map((row) => ({
      period: row.period,
      label: periodWords(indicator, row.period),
      estimate: estimateView(row),
    }));
}
