/** What the pictures of uptake show, in words. No claim is made from figures made for demonstration. Pure. */

import type { Estimate } from '../../../server/contract/estimate.ts';
import { residentsOf } from '../../../server/contract/group-words.ts';
import type { AreasOverTimeReply, GroupsOverTimeReply } from '../../../server/contract/over-time-replies.ts';
import type { IndicatorAreasReply, IndicatorReply } from '../../../server/contract/replies.ts';
import { labelOfReason } from '../../../server/contract/without-figure.ts';
import { testedIn, valueHeadline } from '../../shared/geography/headline.ts';
import { isSynthetic } from '../../shared/ui/synthetic-notice.tsx';
import { areaWords } from '../../shared/words/area-words.ts';
import { formatInterval, formatValue, type WrittenMeasure, withAge } from '../../shared/words/format.ts';
import { adjustmentWords } from '../../shared/words/meaning.ts';
import type { MapMoment } from './moments.ts';

/**
 * "First COVID-19 dose: by ward, 31 March 2021", and of real figures where it is lowest.
 *
 * @param answers what the test found at the date, once it is known: it says which areas are beyond chance.
 */
export function timeMapTitle(
  definition: IndicatorReply,
  reply: AreasOverTimeReply,
  { areas, label, period }: MapMoment,
  answers?: IndicatorAreasReply,
): string {
  const { query } = reply;
  const shown = areas.filter((area) => area.status === 'shown');
  const [one] = areaWords(query.areaType);
  if (shown.length === 0) return `${definition.shortTitle}: no figure to show by ${one}, ${label}`;
  if (shown.some(isSynthetic)) return `${definition.shortTitle}: by ${one}, ${label}`;
  return withAge(valueHeadline(definition, query, shown, answers && testedIn(answers)), period, reply);
}

/** "58.2% (57.9 to 58.5)", or the word that stands in its place. */
export function figureWithLimits(estimate: Estimate, measure: WrittenMeasure): string {
  if (estimate.status !== 'shown') return labelOfReason(estimate).toLowerCase();
  const { value, lower95, upper95 } = estimate;
  const limits =
    lower95 === undefined || upper95 === undefined
      ? 'no interval'
      : formatInterval(lower95, upper95, measure);
  return `${formatValue(value, measure)} (${limits})`;
}

/**
 * Groups over time: of real figures the lowest is named; of made-up ones nothing is, nor where the ages of the groups are not
 * allowed for: with them alike another may be last.
 */
export function overTimeTitle(
  definition: IndicatorReply,
  reply: GroupsOverTimeReply,
  isOverTime: boolean,
): string {
  const course = isOverTime ? 'over time' : 'by group';
  const subject = `${definition.shortTitle}: ${course} in ${reply.area.name}`;
  const newest = reply.periods.at(-1)?.period;
  const last = reply.groups.flatMap(({ label, points }) => {
    const point = points.find(({ period }) => period === newest);
    return point?.status === 'shown' ? [{ ...point, label }] : [];
  });
  if (last.length < 2 || last.some(isSynthetic)) return subject;
  if (reply.ageAdjusted === false) return `${withAge(subject, newest ?? '', reply)}${adjustmentWords(reply)}`;
  const sign = reply.polarity === 'lower-is-better' ? -1 : 1;
  const [worst] = last.toSorted((a, b) => sign * (a.value - b.value));
  if (worst === undefined) return subject;
  const end = sign === 1 ? 'lowest' : 'highest';
  return withAge(
    `${subject}, ${end} for ${residentsOf(worst.label)} (${formatValue(worst.value, reply)})`,
    worst.period,
    reply,
  );
}
