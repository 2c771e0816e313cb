/** One area over time. Pure. */
import type { StoredEstimate } from '../../../db/queries/estimates.ts';
import { atAges } from '../../contract/good-or-bad.ts';
import { comparePeriods } from '../../contract/periods.ts';
import type { Stratum } from '../../contract/queries.ts';
import type { TrendReply } from '../../contract/replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { estimateView } from '../../judge/release/estimate-view.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { spokenPolarityOf } from '../comparing/meaning.ts';
import { datedBy, periodWords, titleOf } from '../writing/words.ts';
import { type Headline, whyTrendDiffers } from './other-ways.ts';
import { recentTrendView } from './recent-trend-view.ts';

export function trendView(
  indicator: Indicator,
  area: { readonly code: string; readonly name: string },
  stratum: Stratum,
  rows: readonly StoredEstimate[],
  { release, asOf }: Pick<Snapshot, 'release' | 'asOf'>,
  headline?: Headline,
): TrendReply {
  const points = pointsOf(indicator, rows);
  const { trend, differs } = trendBeside(atAges(indicator, stratum.ageBand), points, headline);
  return {
    release,
    ...datedBy(indicator, { asOf }),
    query: { indicator: indicator.id, area: area.code, ...stratum },
    title: `${titleOf(indicator, stratum)}, ${area.name}`,
    points,
    change: headline?.change ?? null,
    trend,
    ...(differs !== undefined && { differs }),
  };
}

/**
 * The recent trend, and why it differs from the headline where it does.
 *
 * @param indicator as it reads at the ages of the figures.
 */
export function trendBeside(
  indicator: Indicator,
  points: TrendReply['points'],
  headline: Headline | undefined,
): Pick<TrendReply, 'trend' | 'differs'> {
  const trend = recentTrendView({ ...indicator, polarity: spokenPolarityOf(indicator) }, points);
  const differs = whyTrendDiffers(headline, trend);
  return { trend, ...(differs !== undefined && { differs }) };
}

/** The figures of one area, oldest first. */
export function pointsOf(indicator: Indicator, rows: readonly StoredEstimate[]): TrendReply['points'] {
  return rows
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .map((row) => ({
      period: row.period,
      label: periodWords(indicator, row.period),
      estimate: estimateView(row),
    }));
}
