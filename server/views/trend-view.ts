/** One area over time. Pure. */
import type { StoredEstimate } from '../../db/queries/estimates.ts';
import { comparePeriods } from '../contract/periods.ts';
import type { Stratum } from '../contract/queries.ts';
import type { TrendReply } from '../contract/replies.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { estimateView } from './estimate-view.ts';
import { periodWords, titleOf } from './words.ts';

/** The recent trend test looks at this many periods. */
const POINTS = 5;

export function trendView(
  indicator: Indicator,
  area: { readonly code: string; readonly name: string },
  stratum: Stratum,
  rows: readonly StoredEstimate[],
  release: number,
): TrendReply {
  const points = rows
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .map((row) => ({
      period: row.period,
      label: periodWords(indicator, row.period),
      estimate: estimateView(row),
    }));
  return {
    release,
    query: { indicator: indicator.id, area: area.code, ...stratum },
    title: `${titleOf(indicator, stratum)}, ${area.name}`,
    points,
    trend: trendOf(indicator, points),
  };
}

function trendOf(indicator: Indicator, points: TrendReply['points']): TrendReply['trend'] {
  const untested = (test: string) => ({ verdict: 'cannot-be-tested' as const, test });
  if (indicator.periodKind === 'cumulative') {
    return untested('Counts so far can only rise, so a trend in them cannot be tested.');
  }
  if (indicator.periodKind === 'rolling') {
    return untested('The periods overlap, so they cannot be tested as a trend.');
  }
  const shown = points.filter((point) => point.estimate.status === 'shown');
  if (shown.length < POINTS) {
    return untested(
      `A trend needs ${POINTS} periods with a figure; there ${shown.length === 1 ? 'is' : 'are'} ${shown.length}.`,
    );
  }
  return untested('The figures come without counts or limits to test.');
}
