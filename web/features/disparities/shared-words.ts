/** What the sentences of the page can be changed to, and what its link asks for in vain. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DisparityOverviewReply } from '../../../server/contract/gap-replies.ts';
import type { RefusedPart } from '../../shared/api/nearest-answer.ts';
import { allAreasQueryOptions } from '../../shared/api/queries.ts';
import { usePlaceArea } from '../../shared/ui/place.ts';
import type { DisparitiesSearch } from './disparities-search.ts';
import { areasHeld, breakdownChoices, referenceChoices } from './gap-choices.ts';
import type { SharedWords } from './gap-sentence.tsx';
import { describedOf } from './held-words.ts';
import { refusedSentences } from './refused-words.ts';
import type { useAnswer } from './use-disparities.ts';

/** What the link asks for and the page cannot show. */
export function unansweredParts(
  search: DisparitiesSearch,
  overview: DisparityOverviewReply,
  refused: readonly RefusedPart[],
  { answer }: ReturnType<typeof useAnswer>,
) {
  const isOfOne = search.indicator !== undefined && answer?.reply.query.indicator === search.indicator;
  const { query, groups } = isOfOne && answer !== undefined ? answer.reply : overview;
  const parts = [...refused, ...(isOfOne ? (answer?.refused ?? []) : [])];
  const hasGroup =
    search.group === undefined || !isOfOne || groups.some(({ group }) => group === search.group);
  return [
    ...refusedSentences(parts, { area: overview.area.name, query, groups }),
    ...(hasGroup ? [] : [`There is no group called “${search.group}” here. This page follows another.`]),
  ].map((sentence) => ({ sentence }));
}

/** What shapes health is described, and no group is the best. */
const describedOfIndicator = (overview: DisparityOverviewReply | undefined, indicator: string | undefined) =>
  overview !== undefined && describedOf(overview).some((row) => row.indicator === indicator);

/** What the sentence can be changed to; undefined until it is known. */
export function useSharedWords(
  overview: DisparityOverviewReply | undefined,
  indicator: string | undefined,
  polarity: Parameters<typeof referenceChoices>[1],
): SharedWords | undefined {
  const areas = useQuery(allAreasQueryOptions()).data?.areas;
  const place = usePlaceArea()?.code;
  const isDescribed = describedOfIndicator(overview, indicator);
  return useMemo(() => {
    if (overview === undefined || areas === undefined || place === undefined) return;
    return {
      breakdown: breakdownChoices(overview, indicator),
      areas: areasHeld(areas, place, overview, indicator),
      references: referenceChoices(overview.groups, isDescribed ? 'neutral' : polarity),
    };
  }, [overview, indicator, areas, place, polarity, isDescribed]);
}
