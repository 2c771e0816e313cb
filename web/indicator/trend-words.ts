import type { Meaning } from '../../server/contract/meaning.ts';
import type { TrendReply } from '../../server/contract/replies.ts';
import { formatValue, type Measure } from '../format.ts';
import { ageWords, scaleWords } from '../meaning.ts';

const found: Record<TrendReply['trend']['verdict'], string> = {
  better: 'getting better over the last five periods',
  worse: 'getting worse over the last five periods',
  higher: 'rising over the last five periods',
  lower: 'falling over the last five periods',
  'no-significant-change': 'no clear change over the last five periods',
  'cannot-be-tested': '',
};

/** What the chart shows, in one sentence; no claim from figures made for demonstration, no direction without a test. */
export function trendHeadline(
  shortTitle: string,
  area: string,
  { points, trend }: TrendReply,
  measure: Measure & Pick<Meaning, 'ageAdjusted' | 'scaleNote'>,
): string {
  const shown = points.flatMap(({ label, estimate }) =>
    estimate.status === 'shown' ? [{ label, estimate }] : [],
  );
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return `${shortTitle} in ${area}: no figure to show`;
  if (shown.some(({ estimate }) => estimate.basis === 'synthetic')) return `${shortTitle} in ${area}`;
  const newest = formatValue(last.estimate.value, measure);
  const meant = `${ageWords(measure)}${scaleWords(measure)}`;
  if (shown.length === 1) return `${shortTitle} in ${area}: ${newest}, ${last.label}${meant}`;
  if (trend.verdict !== 'cannot-be-tested')
    return `${shortTitle} in ${area}: ${found[trend.verdict]}, ${newest} in ${last.label}${meant}`;
  return `${shortTitle} in ${area}: ${formatValue(first.estimate.value, measure)} (${first.label}), then ${newest} (${last.label})${meant}`;
}
