import { agedLabel, ageOf } from '../../server/contract/ages.ts';
import type { Meaning } from '../../server/contract/meaning.ts';
import type { TrendReply } from '../../server/contract/replies.ts';
import { formatValue, type Measure } from '../format.ts';
import { adjustmentWords, scaleWords } from '../meaning.ts';

type Tested = Exclude<TrendReply['trend']['verdict'], 'cannot-be-tested'>;

/** Of figures of years ago, what they did, not what they do. */
const found: Record<Tested, readonly [now: string, then: string]> = {
  better: ['getting better', 'got better'],
  worse: ['getting worse', 'got worse'],
  higher: ['rising', 'rose'],
  lower: ['falling', 'fell'],
  'no-significant-change': ['no clear change', 'no clear change'],
};

/** What the chart shows, in one sentence; no claim from figures made for demonstration, no direction without a test. */
export function trendHeadline(
  shortTitle: string,
  area: string,
  { points, trend, asOf }: TrendReply,
  measure: Measure & Pick<Meaning, 'ageAdjusted' | 'scaleNote'>,
): string {
  const shown = points.flatMap(({ label, estimate, period }) =>
    estimate.status === 'shown' ? [{ label: agedLabel(label, period, asOf), estimate, period }] : [],
  );
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return `${shortTitle} in ${area}: no figure to show`;
  if (shown.some(({ estimate }) => estimate.basis === 'synthetic')) return `${shortTitle} in ${area}`;
  const newest = formatValue(last.estimate.value, measure);
  const meant = `${scaleWords(measure)}${adjustmentWords(measure)}`;
  if (shown.length === 1) return `${shortTitle} in ${area}: ${newest}, ${last.label}${meant}`;
  if (trend.verdict !== 'cannot-be-tested') {
    const isOld = ageOf(last.period, asOf) !== undefined;
    const course = `${found[trend.verdict][isOld ? 1 : 0]} over its last five figures`;
    return `${shortTitle} in ${area}: ${course}, ${isOld ? `${newest}, ${last.label}` : `now ${newest}`}${meant}`;
  }
  return `${shortTitle} in ${area}: ${formatValue(first.estimate.value, measure)} (${first.label}), then ${newest} (${last.label})${meant}`;
}
