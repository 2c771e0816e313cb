/** The headline verdict on change is the board's; trend and control chart are other ways of looking. Why they differ. Pure. */
import type { BoardReply, BoardRow } from '../contract/board-reply.ts';
import type { SpcMeaning } from '../contract/dimensions.ts';
import type { Stratum } from '../contract/queries.ts';
import type { TrendReply } from '../contract/replies.ts';
import type { SpcReply } from '../contract/spc-reply.ts';

type Change = BoardRow['change'];

/** What the board says of the change of a figure, with the period it speaks of. */
export interface Headline {
  readonly change: Change;
  readonly periodLabel: string;
}

/** The row of the board for the very figure asked about; undefined where the board has none. */
export function headlineOf(
  { aims }: Pick<BoardReply, 'aims'>,
  indicator: string,
  stratum: Stratum,
): Headline | undefined {
  return aims
    .flatMap(({ rows }) => rows)
    .find((row) => row.indicator === indicator && isSame(row.stratum, stratum));
}

const PARTS = ['populationGroup', 'ethnicGroup', 'ageBand', 'sex', 'deprivation', 'denominator'] as const;
const isSame = (a: Stratum, b: Stratum) => PARTS.every((part) => a[part] === b[part]);

type Course = 'better' | 'worse' | 'higher' | 'lower' | 'none';

const ofChange: Record<Change['verdict'], Course> = {
  better: 'better',
  worse: 'worse',
  higher: 'higher',
  lower: 'lower',
  'no-clear-change': 'none',
  'cannot-be-tested': 'none',
};
const ofTrend: Record<TrendReply['trend']['verdict'], Course> = {
  better: 'better',
  worse: 'worse',
  higher: 'higher',
  lower: 'lower',
  'no-significant-change': 'none',
  'cannot-be-tested': 'none',
};
const ofMeaning: Record<SpcMeaning, Course> = {
  improvement: 'better',
  concern: 'worse',
  high: 'higher',
  low: 'lower',
  'common-cause': 'none',
};
const trendFinds: Record<Course, string> = {
  better: 'finds that they do, for the better',
  worse: 'finds that they do, for the worse',
  higher: 'finds that they rise',
  lower: 'finds that they fall',
  none: 'finds that they do not',
};
const chartFinds: Record<Course, string> = {
  better: 'finds a special cause of improvement',
  worse: 'finds a special cause of concern',
  higher: 'finds a special cause, high',
  lower: 'finds a special cause, low',
  none: 'finds that it does not',
};

/** One sentence where the trend differs from the headline; undefined where it does not, or either is untested. */
export function whyTrendDiffers(
  headline: Headline | undefined,
  trend: TrendReply['trend'],
): string | undefined {
  if (headline === undefined || trend.verdict === 'cannot-be-tested') return undefined;
  const found = ofTrend[trend.verdict];
  if (found === ofChange[headline.change.verdict]) return undefined;
  return `${headlineWords(headline)}; the trend asks whether the newest five figures keep rising or falling, at the stricter level of 0.2%, and ${trendFinds[found]}: ${BOTH}.`;
}

/** The same of a control chart; nothing is said of figures made for demonstration. */
export function whyChartDiffers(
  headline: Headline | undefined,
  { variation, points }: Pick<SpcReply, 'variation' | 'points'>,
): string | undefined {
  const isMadeUp = points.some(
    ({ estimate }) => estimate.status === 'shown' && estimate.basis === 'synthetic',
  );
  if (headline === undefined || isMadeUp) return undefined;
  const found = ofMeaning[variation.meaning];
  if (found === ofChange[headline.change.verdict]) return undefined;
  return `${headlineWords(headline)}; the control chart asks whether the newest figure lies beyond the ordinary variation of the series, and ${chartFinds[found]}: ${BOTH}.`;
}

const BOTH = 'they ask different things, and the board’s is the headline';

function headlineWords({ change, periodLabel }: Headline): string {
  if (change.verdict === 'cannot-be-tested') return `The board cannot test the change up to ${periodLabel}`;
  return `The board compares ${periodLabel} with ${change.sinceLabel} and finds it ${foundWords[change.verdict]}`;
}

const foundWords: Record<Exclude<Change['verdict'], 'cannot-be-tested'>, string> = {
  better: 'better',
  worse: 'worse',
  higher: 'higher',
  lower: 'lower',
  'no-clear-change': 'not different beyond chance',
};
