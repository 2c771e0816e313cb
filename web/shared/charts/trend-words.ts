import { agedLabel } from '../../../server/contract/ages.ts';
import type { BoardRow } from '../../../server/contract/board-reply.ts';
import { atAges, type ReadByAge } from '../../../server/contract/good-or-bad.ts';
import type { Meaning } from '../../../server/contract/meaning.ts';
import type { TrendReply } from '../../../server/contract/replies.ts';
import { subjectName } from '../question/subject-name.ts';
import { isSynthetic } from '../ui/synthetic-notice.tsx';
import { formatInUnit, formatValue, type WrittenMeasure } from '../words/format.ts';
import { adjustmentWords, scaleWords } from '../words/meaning.ts';

/** A change has two ends: "since" would say that it still goes on. */
function changeWords({ verdict, couldBeChance, sinceLabel }: BoardRow['change'], lastLabel: string): string {
  const between = `between ${sinceLabel} and ${lastLabel}`;
  if (verdict === 'no-clear-change')
    return couldBeChance ? `a change ${between} that could be chance` : `no change beyond chance ${between}`;
  return `${verdict} in ${lastLabel}${lastLabel.includes(',') ? ',' : ''} than in ${sinceLabel}`;
}

/**
 * What the chart shows, in one sentence: the headline verdict on change, which is the board's. No claim from figures
 * made for demonstration, no direction without a test.
 */
export function trendHeadline(
  shortTitle: string,
  area: string,
  reply: Pick<TrendReply, 'points' | 'change' | 'query' | 'asOf' | 'dates'>,
  measure: WrittenMeasure & ReadByAge & Pick<Meaning, 'scaleNote'>,
): string {
  const { points, change } = reply;
  const subject = subjectName({ shortTitle }, reply.query);
  const name = `${subject}${subject.includes(',') ? ',' : ''} in ${area}`;
  const shown = points.flatMap(({ period, label, estimate }) =>
    estimate.status === 'shown' ? [{ label: agedLabel(label, period, reply), estimate }] : [],
  );
  const last = shown.at(-1);
  if (last === undefined) return `${name}: no figure to show`;
  if (shown.some(({ estimate }) => estimate.basis === 'synthetic')) return name;
  const newest = formatInUnit(last.estimate.value, measure);
  const meant = `${scaleWords(measure)}${adjustmentWords(atAges(measure, reply.query.ageBand))}`;
  if (change?.from?.status === 'shown' && change.verdict !== 'cannot-be-tested') {
    const from = formatValue(change.from.value, measure);
    return `${name}: ${changeWords(change, last.label)} (${from} to ${newest})${meant}`;
  }
  // Of a change nobody tested, only where it stands: first and last figures may overlap, or count the same people twice.
  return `${name}: ${newest}, ${last.label}${meant}`;
}

const trends: Record<TrendReply['trend']['verdict'], string> = {
  better: 'getting better',
  worse: 'getting worse',
  higher: 'rising',
  lower: 'falling',
  'no-significant-change': 'no clear trend',
  'cannot-be-tested': 'not tested',
};

export const isAnySynthetic = (points: TrendReply['points']) =>
  points.some(({ estimate }) => isSynthetic(estimate));

/** What stands below the title: why it tells no change, where none was tested, and the trend, another way where one was. */
export function otherWays(reply: Pick<TrendReply, 'change' | 'trend' | 'differs' | 'points'>) {
  const { change, points } = reply;
  const isUntested = change?.verdict === 'cannot-be-tested';
  const isFirstWay = change === null || isUntested || isAnySynthetic(points);
  return [
    ...(isUntested ? [{ way: 'The change', sentence: `not tested. ${change.test}` }] : []),
    { way: isFirstWay ? 'The trend' : 'Another way of looking, the trend', sentence: trendSentence(reply) },
  ];
}

/** The recent trend as another way of looking: what it finds, how it was tested, and why it differs from the headline. */
function trendSentence({ trend, differs }: Pick<TrendReply, 'trend' | 'differs'>): string {
  const test = trend.test.replace(/\.$/, '');
  return `${trends[trend.verdict]}. ${test}.${differs === undefined ? '' : ` ${differs}`}`;
}
