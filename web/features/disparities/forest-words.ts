/** What stands beside each dot of the plot. Pure. */

import type { Answer } from '../../../server/contract/answer.ts';
import { labelOf, verdicts } from '../../../server/contract/dimensions.ts';
import type { DisparitiesReply, DisparityGroup } from '../../../server/contract/disparity-replies.ts';
import { writtenFigure } from '../../../server/contract/written-figures.ts';
import { formatInterval, formatValue } from '../../shared/words/format.ts';
import {
  differenceWords,
  groupName,
  peopleSentence,
  ratioWithLimits,
  signedWithLimits,
} from './gap-words.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The gap, the people behind it, the age-standardised figure and its notes, each a sentence. */
export function gapSentence(group: DisparityGroup, reply: DisparitiesReply): string[] {
  const { gap, standardised } = group;
  if (group.status !== 'shown') return [];
  if (gap.isReference) return ['The others are compared with this group.'];
  if (gap.difference === undefined) return gap.untested === undefined ? [] : [gap.untested];
  if (group.basis === 'synthetic' || gap.basis === 'synthetic') return bareNumbers(group, reply);
  const than = gap.reference === undefined ? 'the reference' : groupName(gap.reference.label, reply.counted);
  const times =
    gap.ratio === undefined ? '' : `; ${writtenFigure(gap.ratio.value, { decimals: 2 })} times as high`;
  const people = peopleSentence(gap, reply.polarity, reply.counted);
  return [
    `${capital(differenceWords(gap.difference, reply))} than ${than}${times}.`,
    ...(people === undefined ? [] : [`${capital(people)}.`]),
    ...(standardised === undefined
      ? []
      : [
          `Age-standardised: ${formatValue(standardised.value, reply)} (${formatInterval(standardised.lower95, standardised.upper95, reply)})${standardised.difference === undefined ? '' : `, ${differenceWords(standardised.difference, reply)}`}; ${answerWords(standardised)}.`,
        ]),
    ...(gap.notes ?? []),
  ];
}

/** Of figures made for demonstration the numbers alone. */
function bareNumbers({ gap, standardised }: DisparityGroup, reply: DisparitiesReply): string[] {
  const { decimals } = reply;
  return [
    ...(gap.difference === undefined ? [] : [`Gap: ${signedWithLimits(gap.difference, decimals)} points.`]),
    ...(gap.ratio === undefined ? [] : [`Ratio: ${ratioWithLimits(gap.ratio)}.`]),
    ...(standardised === undefined
      ? []
      : [
          `Age-standardised: ${formatValue(standardised.value, reply)} (${formatInterval(standardised.lower95, standardised.upper95, reply)}).`,
        ]),
    ...(gap.notes ?? []),
  ];
}

const answerWords = ({ verdict, couldBeChance }: Answer) =>
  `${labelOf(verdicts, verdict).toLowerCase()}${couldBeChance ? ', could be chance' : ''}`;
