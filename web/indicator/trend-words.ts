import { agedLabel } from '../../server/contract/ages.ts';
import type { BoardRow } from '../../server/contract/board-reply.ts';
import type { Meaning } from '../../server/contract/meaning.ts';
import type { TrendReply } from '../../server/contract/replies.ts';
import { formatValue, type Measure } from '../format.ts';
import { adjustmentWords, scaleWords } from '../meaning.ts';

const changes: Record<BoardRow['change']['verdict'], string> = {
  better: 'better',
  worse: 'worse',
  higher: 'higher',
  lower: 'lower',
  'no-clear-change': 'no change beyond chance',
  'cannot-be-tested': '',
};

/**
 * What the chart shows, in one sentence: the headline verdict on change, which is the board's. No claim from figures
 * made for demonstration, no direction without a test.
 */
export function trendHeadline(
  shortTitle: string,
  area: string,
  { points, change, asOf }: Pick<TrendReply, 'points' | 'change' | 'asOf'>,
  measure: Measure & Pick<Meaning, 'ageAdjusted' | 'scaleNote'>,
): string {
  const shown = points.flatMap(({ period, label, estimate }) =>
    estimate.status === 'shown' ? [{ label: agedLabel(label, period, asOf), estimate }] : [],
  );
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return `${shortTitle} in ${area}: no figure to show`;
  if (shown.some(({ estimate }) => estimate.basis === 'synthetic')) return `${shortTitle} in ${area}`;
  const newest = formatValue(last.estimate.value, measure);
  const meant = `${scaleWords(measure)}${adjustmentWords(measure)}`;
  if (shown.length === 1) return `${shortTitle} in ${area}: ${newest}, ${last.label}${meant}`;
  if (change?.from?.status === 'shown' && change.verdict !== 'cannot-be-tested') {
    const chance = change.couldBeChance ? ', though a difference could be chance' : '';
    return `${shortTitle} in ${area}: ${changes[change.verdict]} since ${change.sinceLabel}${chance} (${formatValue(change.from.value, measure)} to ${newest}, ${last.label})${meant}`;
  }
  return `${shortTitle} in ${area}: ${formatValue(first.estimate.value, measure)} (${first.label}), then ${newest} (${last.label})${meant}`;
}

const trends: Record<TrendReply['trend']['verdict'], string> = {
  better: 'getting better',
  worse: 'getting worse',
  higher: 'rising',
  lower: 'falling',
  'no-significant-change': 'no clear trend',
  'cannot-be-tested': 'not tested',
};

/**
 * The recent trend as another way of looking: what it finds, how it was tested, and why it differs from the headline.
 * Nothing is found in figures made for demonstration.
 */
export function trendSentence({
  trend,
  differs,
  points,
}: Pick<TrendReply, 'trend' | 'differs' | 'points'>): string {
  const test = trend.test.replace(/\.$/, '');
  if (points.some(({ estimate }) => estimate.status === 'shown' && estimate.basis === 'synthetic'))
    return `no finding is drawn from figures made for demonstration. ${test}.`;
  return `${trends[trend.verdict]}. ${test}.${differs === undefined ? '' : ` ${differs}`}`;
}
