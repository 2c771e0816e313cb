/** The headline verdict on change is the one the board gives; trend and control chart are other ways of looking. Why they differ. Pure. */

import type { SelectedArea } from '../../../db/queries/releases.ts';
import type { BoardRow } from '../../contract/board-reply.ts';
import type { SpcMeaning } from '../../contract/dimensions.ts';
import type { TrendReply } from '../../contract/replies.ts';
import type { SpcReply } from '../../contract/spc-reply.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { changeOf } from '../../judge/candidates/of-changes.ts';
import { lookUp } from '../../judge/look-up.ts';
import { methodBreaks } from '../../judge/release/method-breaks.ts';
import { newestPeriod } from '../../judge/release/resolve.ts';
import { roundedToOf } from '../../judge/release/rounded-to.ts';
import type { SeriesWithCoverage, Snapshot } from '../../judge/release/snapshot.ts';
import { changeView } from '../comparing/change-view.ts';
import { periodWords } from '../writing/words.ts';

type Change = BoardRow['change'];

/** What the headline says of the change of a figure, with the period it speaks of. */
export interface Headline {
  readonly change: Change;
  readonly periodLabel: string;
}

interface Asked {
  readonly indicator: Indicator;
  readonly series: SeriesWithCoverage;
  readonly area: Pick<SelectedArea, 'code' | 'type'>;
}

/** The one answer to the change of the newest figure, as the board gives it; undefined where it was not judged. */
export function headlineOf(
  { indicator, series, area }: Asked,
  points: TrendReply['points'],
  snapshot: Pick<Snapshot, 'judgement' | 'versions' | 'documentOf' | 'areaOf'>,
): Headline | undefined {
  const period = newestPeriod(series, area.type);
  if (period === undefined) return undefined;
  const asked = { indicator, series, areaType: area.type, period };
  const breaks = methodBreaks(indicator.id, area.code, snapshot);
  const draft = changeOf(asked, area.code, points, roundedToOf(series.version_id, snapshot), breaks);
  const { judgement } = snapshot;
  if (!judgement.answers.has(draft.candidate.id)) return undefined;
  return {
    change: changeView(draft, lookUp([draft.candidate], judgement)),
    periodLabel: periodWords(indicator, period),
  };
}

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
  'no-finding': 'none',
};
const trendFinds: Record<Course, string> = {
  better: 'getting better',
  worse: 'getting worse',
  higher: 'rising',
  lower: 'falling',
  none: 'neither rising nor falling beyond chance',
};
const chartFinds: Record<Course, string> = {
  better: 'finds a special cause of improvement',
  worse: 'finds a special cause of concern',
  higher: 'finds a special cause, high',
  lower: 'finds a special cause, low',
  none: 'finds that it does not',
};

/** One sentence where the trend reads otherwise than the headline; undefined where it does not, or is untested. */
export function whyTrendDiffers(
  headline: Headline | undefined,
  trend: TrendReply['trend'],
): string | undefined {
  if (headline === undefined || trend.verdict === 'cannot-be-tested') return undefined;
  const found = ofTrend[trend.verdict];
  if (readsAlike(headline, found)) return undefined;
  return `${headlineWords(headline)}; the trend looks at the newest five figures together, where steps the same way add up, at the stricter level of 0.2%, and finds them ${trendFinds[found]}: ${togetherWords(headline, found)}.`;
}

/** The same of a control chart; nothing is said of figures made for demonstration. */
export function whyChartDiffers(
  headline: Headline | undefined,
  { variation }: Pick<SpcReply, 'variation'>,
): string | undefined {
  if (headline === undefined || variation.meaning === 'no-finding') return undefined;
  const found = ofMeaning[variation.meaning];
  if (readsAlike(headline, found)) return undefined;
  return `${headlineWords(headline)}; the control chart looks at whether the newest figure stands out from how the whole series varies from period to period, and ${chartFinds[found]}: ${togetherWords(headline, found)}.`;
}

/** A headline that says "could be chance" reads otherwise than one that finds nothing, though neither proves a change. */
const readsAlike = ({ change }: Headline, found: Course) =>
  found === ofChange[change.verdict] && !(found === 'none' && change.couldBeChance);

const togetherWords = ({ change }: Headline, found: Course) =>
  found === ofChange[change.verdict] ? 'neither proves a change' : 'both can be true';

function headlineWords({ change, periodLabel }: Headline): string {
  if (change.verdict === 'cannot-be-tested')
    return `The headline, the change up to ${periodLabel}, cannot be tested`;
  const found =
    change.verdict === 'no-clear-change' && change.couldBeChance
      ? 'finds a difference that could be chance'
      : `finds ${foundWords[change.verdict]}`;
  return `The headline compares one figure, ${periodLabel}, with one other, ${change.sinceLabel}, and ${found}`;
}

const foundWords: Record<Exclude<Change['verdict'], 'cannot-be-tested'>, string> = {
  better: 'the newer better',
  worse: 'the newer worse',
  higher: 'the newer higher',
  lower: 'the newer lower',
  'no-clear-change': 'no difference beyond chance',
};
