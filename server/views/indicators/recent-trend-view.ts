/** What the recent trend test says of one area's figures, in the words of the contract. Pure. */

import { inWords } from '../../contract/phrases.ts';
import type { TrendReply } from '../../contract/replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { ERRS_ALIKE } from '../../judge/figures/modelled-words.ts';
import type { MethodBreak } from '../../judge/release/method-breaks.ts';
import { breakWords, isAfter } from '../../judge/release/method-breaks.ts';
import { chiSquareUpperTail } from '../../stats/chi-square.ts';
import { type RecentTrend, recentTrendOfCounts, recentTrendOfFigures } from '../../stats/recent-trend.ts';
import { type ShownPoint, type TrendPeriods, trendPeriods } from './trend-periods.ts';

type Trend = TrendReply['trend'];
type Point = TrendReply['points'][number];

const OF_COUNTS = 'Chi-square test for trend';
const OF_FIGURES = 'Weighted regression';

const MADE_UP = 'The figures are made for demonstration.';

const untested = (test: string): Trend => ({ verdict: 'cannot-be-tested', test });

export function recentTrendView(
  { periodKind, polarity }: Pick<Indicator, 'periodKind' | 'polarity'>,
  all: readonly Point[],
  broken?: MethodBreak,
): Trend {
  const held = all.filter(({ period }) => isAfter(broken, period));
  if (periodKind === 'cumulative')
    return untested('Counts so far can only rise, so a trend in them cannot be tested.');
  if (periodKind === 'rolling') return untested('The periods overlap, so they cannot be tested as a trend.');
  const periods = trendPeriods(held);
  if (typeof periods === 'string')
    return untested(broken === undefined ? periods : `${periods.replace(/\.$/, '')}: ${breakWords(broken)}.`);
  const { points } = periods;
  if (new Set(points.map(({ estimate }) => estimate.basis)).size > 1)
    return untested(`The newest ${points.length} figures do not all have the same basis.`);
  if (points.every(({ estimate }) => estimate.basis === 'synthetic')) return untested(MADE_UP);
  if (points.every(({ estimate }) => estimate.interval === 'ours'))
    return worded(recentTrendOfCounts(points.map(countsAt)), OF_COUNTS, periods, polarity);
  if (points.every(({ estimate }) => estimate.interval === 'published'))
    return worded(recentTrendOfFigures(points.map(limitsAt)), OF_FIGURES, periods, polarity);
  return untested('The figures come without counts or limits to test.');
}

const countsAt = ({ time, estimate: { numerator, denominator } }: ShownPoint) => ({
  time,
  numerator,
  denominator,
});

const limitsAt = ({ time, estimate: { value, lower95, upper95 } }: ShownPoint) => ({
  time,
  value,
  lower: lower95,
  upper: upper95,
});

function worded(
  result: RecentTrend,
  name: string,
  periods: TrendPeriods,
  polarity: Indicator['polarity'],
): Trend {
  if (result.trend === 'cannot be calculated') return untested(`It cannot be tested: ${result.reason}.`);
  const oneMakesIt = result.reason === 'one point makes the trend';
  const told = {
    test: `${name} ${overWords(periods)}, at 0.2%${oneMakesIt ? '; one period alone would make a trend' : ''}${gapWords(periods)}${modelledWords(periods)}`,
    p: chiSquareUpperTail(result.chiSquare, 1),
    chiSquare: result.chiSquare,
    periods: periods.points.map(({ period }) => period),
  };
  if (result.trend === 'no significant change') return { verdict: 'no-significant-change', ...told };
  const rising = result.trend === 'increasing';
  if (polarity === 'neutral') return { verdict: rising ? 'higher' : 'lower', ...told };
  return { verdict: rising === (polarity === 'higher-is-better') ? 'better' : 'worse', ...told };
}

const overWords = ({ points, leftOut }: TrendPeriods) =>
  `over the newest five periods${leftOut.length > 0 ? ' with figures' : ''}, from ${points[0]?.label} on`;

/** Shared out alike in every period, an area is followed by its counts. */
const modelledWords = ({ points }: TrendPeriods) =>
  points.some(({ estimate }) => (estimate.modellingError ?? 0) > 0) ? `; ${ERRS_ALIKE}` : '';

/** "; October to December 2024 has no figure and is left out, its time kept". */
function gapWords({ leftOut }: TrendPeriods): string {
  if (leftOut.length === 0) return '';
  const one = leftOut.length === 1;
  return `; there is no figure for ${inWords(leftOut)}: ${one ? 'it is' : 'they are'} left out, and the time ${one ? 'it takes' : 'they take'} is kept`;
}
