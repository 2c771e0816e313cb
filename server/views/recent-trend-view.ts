/** What the recent trend test says of one area's figures, in the words of the contract. Pure. */
import { comparePeriods, parsePeriod } from '../contract/periods.ts';
import type { TrendReply } from '../contract/replies.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { chiSquareUpperTail } from '../stats/chi-square.ts';
import { type RecentTrend, recentTrendOfCounts, recentTrendOfFigures } from '../stats/recent-trend.ts';

type Trend = TrendReply['trend'];
type Point = Pick<TrendReply['points'][number], 'period' | 'estimate'>;

/** The test looks at this many periods. */
const POINTS = 5;
const OF_COUNTS = `Chi-square test for trend in the last ${POINTS} periods, at 0.2%`;
const OF_FIGURES = `Weighted regression over the last ${POINTS} periods, at 0.2%`;

const untested = (test: string): Trend => ({ verdict: 'cannot-be-tested', test });

export function recentTrendView(
  { periodKind, polarity }: Pick<Indicator, 'periodKind' | 'polarity'>,
  points: readonly Point[],
): Trend {
  if (periodKind === 'cumulative')
    return untested('Counts so far can only rise, so a trend in them cannot be tested.');
  if (periodKind === 'rolling') return untested('The periods overlap, so they cannot be tested as a trend.');
  if (points.length < POINTS)
    return untested(
      `A trend needs ${POINTS} periods; there ${points.length === 1 ? 'is' : 'are'} ${points.length}.`,
    );
  const latest = points.toSorted((a, b) => comparePeriods(a.period, b.period)).slice(-POINTS);
  const estimates = latest.map((point) => point.estimate);
  const shown = estimates.filter((estimate) => estimate.status === 'shown');
  if (shown.length < POINTS) return untested(`One of the last ${POINTS} periods has no figure.`);
  if (new Set(shown.map(({ basis }) => basis)).size > 1)
    return untested(`The last ${POINTS} figures do not all have the same basis.`);
  if (shown.every(({ interval }) => interval === 'ours')) {
    const counts = shown.map(({ numerator, denominator }, index) => ({
      time: timeOf(latest[index]),
      numerator,
      denominator,
    }));
    return worded(recentTrendOfCounts(counts), OF_COUNTS, polarity);
  }
  if (shown.every(({ interval }) => interval === 'published')) {
    const figures = shown.map(({ value, lower95, upper95 }, index) => ({
      time: timeOf(latest[index]),
      value,
      lower: lower95,
      upper: upper95,
    }));
    return worded(recentTrendOfFigures(figures), OF_FIGURES, polarity);
  }
  return untested('The figures come without counts or limits to test.');
}

/** The month a period ends in, in years: a period left out is a gap in time. */
function timeOf(point: Point | undefined): number {
  const [year = Number.NaN, month = Number.NaN] = (parsePeriod(point?.period ?? '')?.end ?? '')
    .split('-')
    .map(Number);
  return year + month / 12;
}

function worded(result: RecentTrend, test: string, polarity: Indicator['polarity']): Trend {
  if (result.trend === 'cannot be calculated') return untested(`It cannot be tested: ${result.reason}.`);
  const p = chiSquareUpperTail(result.chiSquare, 1);
  if (result.trend === 'no significant change') {
    const oneMakesIt = result.reason === 'one point makes the trend';
    return {
      verdict: 'no-significant-change',
      test: oneMakesIt ? `${test}; one period alone would make a trend` : test,
      p,
    };
  }
  const rising = result.trend === 'increasing';
  if (polarity === 'neutral') return { verdict: rising ? 'higher' : 'lower', test, p };
  return { verdict: rising === (polarity === 'higher-is-better') ? 'better' : 'worse', test, p };
}
