import { agedLabel } from '../../server/contract/ages.ts';
import type { BoardRow } from '../../server/contract/board-reply.ts';
import { atAges, type ReadByAge } from '../../server/contract/good-or-bad.ts';
import type { Meaning } from '../../server/contract/meaning.ts';
import type { TrendReply } from '../../server/contract/replies.ts';
import { formatValue, type Measure } from '../format.ts';
import { adjustmentWords, scaleWords } from '../meaning.ts';

/** A change has two ends: "since" would say that it still goes on. */
function changeWords({ verdict, couldBeChance, sinceLabel }: BoardRow['change'], lastLabel: string): string {
  const between = `between ${sinceLabel} and ${lastLabel}`;
  if (verdict === 'no-clear-change')
    return couldBeChance ? `a change ${between} that could be chance` : `no change beyond chance ${between}`;
  return `${verdict} in ${lastLabel}${lastLabel.includes(',') ? ',' : ''} than in ${sinceLabel}`;
}

type Asked = Pick<TrendReply, 'points' | 'change' | 'asOf'> & {
  readonly query: Pick<TrendReply['query'], 'ageBand'>;
};

/**
 * What the chart shows, in one sentence: the headline verdict on change, which is the board's. No claim from figures
 * made for demonstration, no direction without a test.
 */
export function trendHeadline(
  shortTitle: string,
  area: string,
  { points, change, asOf, query }: Asked,
  measure: Measure & ReadByAge & Pick<Meaning, 'scaleNote'>,
): string {
  const shown = points.flatMap(({ period, label, estimate }) =>
    estimate.status === 'shown' ? [{ label: agedLabel(label, period, asOf), estimate }] : [],
  );
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return `${shortTitle} in ${area}: no figure to show`;
  if (shown.some(({ estimate }) => estimate.basis === 'synthetic')) return `${shortTitle} in ${area}`;
  const newest = formatValue(last.estimate.value, measure);
  const meant = `${scaleWords(measure)}${adjustmentWords(atAges(measure, query.ageBand))}`;
  if (shown.length === 1) return `${shortTitle} in ${area}: ${newest}, ${last.label}${meant}`;
  if (change?.from?.status === 'shown' && change.verdict !== 'cannot-be-tested') {
    const from = formatValue(change.from.value, measure);
    return `${shortTitle} in ${area}: ${changeWords(change, last.label)} (${from} to ${newest})${meant}`;
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

/** The recent trend as another way of looking: what it finds, how it was tested, and why it differs from the headline. */
export function trendSentence({ trend, differs }: Pick<TrendReply, 'trend' | 'differs'>): string {
  const test = trend.test.replace(/\.$/, '');
  return `${trends[trend.verdict]}. ${test}.${differs === undefined ? '' : ` ${differs}`}`;
}
