/** Vaccines and areas the sentence offers. Pure. */

import { lowerFirst } from '../../../server/contract/phrases.ts';
import type { AreasReply, IndicatorReply, IndicatorSummary } from '../../../server/contract/replies.ts';
import { areaChoices } from '../../shared/question/area-choices.ts';
import type { TextChoice } from '../../shared/question/inline-select.tsx';
import { isOfficial } from '../../shared/words/meaning.ts';
import type { Asked } from './question.ts';
import { vaccines } from './vaccines.ts';

/** Those of the page's list that are held, and whatever else the link asks for. */
export function vaccineChoices(
  held: readonly Pick<IndicatorSummary, 'id' | 'basis'>[],
  asked: Pick<IndicatorReply, 'id' | 'shortTitle'>,
): TextChoice[] {
  const listed = vaccines.filter(({ indicator }) => held.some(({ id }) => id === indicator));
  const own = listed.some(({ indicator }) => indicator === asked.id)
    ? []
    : [{ value: asked.id, text: lowerFirst(asked.shortTitle), fits: true }];
  const isSynthetic = (indicator: string) => held.some((one) => one.id === indicator && !isOfficial(one));
  return [
    ...listed.map(({ indicator, phrase }) => ({
      value: indicator,
      text: isSynthetic(indicator) ? `${phrase} (synthetic)` : phrase,
      fits: true,
    })),
    ...own,
  ].map((choice) => ({ ...choice, text: choice.text.charAt(0).toUpperCase() + choice.text.slice(1) }));
}

/** Areas of the kinds it is published for. */
export const publishedAreaChoices = (
  areas: AreasReply['areas'],
  { definition, area }: Asked,
): TextChoice[] => {
  const place = areas.find(({ type }) => type === 'borough')?.code ?? area.code;
  return areaChoices(
    areas.filter(({ type }) => definition.areaTypes.includes(type)),
    place,
  );
};
