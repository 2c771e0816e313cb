import type { TrendReply } from '../../server/contract/replies.ts';
import { formatValue, type Measure } from '../format.ts';

const found: Record<TrendReply['trend']['verdict'], string> = {
  better: 'getting better over its last five figures',
  worse: 'getting worse over its last five figures',
  higher: 'rising over its last five figures',
  lower: 'falling over its last five figures',
  'no-significant-change': 'no clear change over its last five figures',
  'cannot-be-tested': '',
};

/** What the chart shows, in one sentence; no claim from figures made for demonstration, no direction without a test. */
export function trendHeadline(
  shortTitle: string,
  area: string,
  { points, trend }: TrendReply,
  measure: Measure,
): string {
  const shown = points.flatMap(({ label, estimate }) =>
    estimate.status === 'shown' ? [{ label, estimate }] : [],
  );
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return `${shortTitle} in ${area}: no figure to show`;
  if (shown.some(({ estimate }) => estimate.basis === 'synthetic')) return `${shortTitle} in ${area}`;
  const newest = formatValue(last.estimate.value, measure);
  if (shown.length === 1) return `${shortTitle} in ${area}: ${newest}, ${last.label}`;
  if (trend.verdict !== 'cannot-be-tested')
    return `${shortTitle} in ${area}: ${found[trend.verdict]}, now ${newest}`;
  return `${shortTitle} in ${area}: ${formatValue(first.estimate.value, measure)} (${first.label}), then ${newest} (${last.label})`;
}
