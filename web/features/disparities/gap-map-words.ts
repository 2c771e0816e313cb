/** What the map of a gap shows and says. Pure. */
import type { AreaGap, GapsReply } from '../../../server/contract/gap-replies.ts';
import { isGoodOrBad } from '../../../server/contract/good-or-bad.ts';
import { isSynthetic } from '../../shared/ui/synthetic-notice.tsx';
import { areaWords } from '../../shared/words/area-words.ts';
import { valueWords } from '../../shared/words/figure-words.ts';
import { countOf, withAge } from '../../shared/words/format.ts';
import { adjustmentWords } from '../../shared/words/meaning.ts';
import { isDistinct } from './gap-paint.ts';
import { differenceWords, groupName, peopleWords, signedWithLimits } from './gap-words.ts';
import { inSentence } from './in-sentence.ts';

/** The active title; the plain one where any figure is made up. */
export function gapMapTitle(reply: GapsReply, shortTitle: string): string {
  if (reply.areas.some(isSynthetic)) return reply.title;
  const [one, many] = areaWords(reply.query.areaType);
  const group = groupName(reply.group.label, reply.counted);
  const neutral = !isGoodOrBad(reply);
  const count = (is: (area: AreaGap) => boolean) => reply.areas.filter(is).length;
  const first = count(({ gap }) => (neutral ? gap.direction === 'higher' : gap.verdict === 'worse'));
  const second = count(({ gap }) => (neutral ? gap.direction === 'lower' : gap.verdict === 'better'));
  const [wrong, right] = neutral ? ['higher', 'lower'] : ['worse', 'better'];
  const against = inSentence(reply.comparison.against);
  const subject = `${shortTitle}, ${group}`;
  if (reply.areas.every(({ status }) => status !== 'shown')) return `${subject}: no figure to show by ${one}`;
  const aged = (told: string) =>
    `${withAge(`${subject}: ${told}`, reply.query.period, reply)}${adjustmentWords(reply)}`;
  if (reply.comparison.compared === 0) return aged(`by ${one}, not tested`);
  if (first + second === 0) return aged(`not beyond chance in any ${one}`);
  const parts = [
    ...(first > 0 ? [`${wrong} than ${against} in ${countOf(first, one, many)}`] : []),
    ...(second > 0
      ? [first > 0 ? `${right} in ${second}` : `${right} than ${against} in ${countOf(second, one, many)}`]
      : []),
  ];
  return aged(parts.join(', '));
}

/** The gap of one area in words: what it is, the people behind it, and whether it may be none. */
export function areaGapWords(area: AreaGap, reply: GapsReply): string[] {
  if (area.status !== 'shown') return [valueWords(area, reply)];
  const { difference, people } = area.gap;
  if (difference === undefined)
    return [valueWords(area, reply), ...(area.gap.untested === undefined ? [] : [area.gap.untested])];
  const sure = isDistinct(area) ? [] : [sureWords(area.gap)];
  // Of figures made for demonstration the numbers alone.
  if (isSynthetic(area))
    return [
      valueWords(area, reply),
      `Gap ${signedWithLimits(difference, reply.decimals)} points`,
      ...(people === undefined
        ? []
        : [`Behind the gap: ${peopleWords(people, reply.polarity)} ${reply.counted}`]),
      ...sure,
    ];
  return [
    `${valueWords(area, reply)}: ${differenceWords(difference, reply)} than ${inSentence(reply.comparison.against)}`,
    ...(people === undefined
      ? []
      : [`${peopleWords(people, reply.polarity)} ${reply.counted} than if level`]),
    ...sure,
  ];
}

const sureWords = ({ verdict, couldBeChance, untested }: AreaGap['gap']) => {
  if (verdict === 'not-compared') return `Not tested. ${untested ?? ''}`.trim();
  return couldBeChance ? 'Could be chance' : 'Not beyond chance';
};

export const spokenGap = (area: AreaGap, reply: GapsReply) =>
  [area.name, ...areaGapWords(area, reply)].join('. ');
