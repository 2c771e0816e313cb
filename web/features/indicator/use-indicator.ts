import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AreaType } from '../../../server/contract/dimensions.ts';
import type { AreaEstimate } from '../../../server/contract/estimate.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { indicatorAreasQueryOptions, indicatorQueryOptions } from '../../shared/api/queries.ts';
import { useLast } from '../../shared/api/use-last.ts';
import {
  areasQueryOf,
  type Definition,
  mapped,
  type Selection,
  select,
  wantedOf,
} from '../../shared/question/selection.ts';
import { type IndicatorSearch, releaseOf } from '../../shared/url/page-search.ts';

/** Areas side by side, or where there are none the whole place. */
const DRAWN: readonly AreaType[] = [...mapped, 'borough'];
const WIDER: readonly AreaType[] = ['region', 'country'];

/** An indicator, what is asked of it, and the figures. */
export function useIndicator(id: string, search: IndicatorSearch) {
  const release = releaseOf(search);
  const definition = useQuery(indicatorQueryOptions(id, release));
  const meaning = useMemo<(IndicatorReply & Definition) | undefined>(
    () => definition.data && { ...definition.data, drawn: DRAWN },
    [definition.data],
  );
  const selection = useMemo(() => meaning && select(meaning, wantedOf(search)), [meaning, search]);
  const asked = selection === undefined ? {} : { ...areasQueryOf(selection), ...release };
  const figures = useQuery({
    ...indicatorAreasQueryOptions(id, asked),
    enabled: selection !== undefined,
    placeholderData: keepPreviousData,
  });
  const wider = useQueries({
    queries: widerTypes(meaning, selection).map((areaType) =>
      indicatorAreasQueryOptions(id, { ...asked, areaType }),
    ),
    combine: (results) => results.flatMap(({ data }): AreaEstimate[] => data?.areas ?? []),
  });
  const reply = useLast(figures.isPlaceholderData ? undefined : figures.data);
  return {
    definition: meaning,
    selection,
    reply: reply?.query.indicator === id ? reply : undefined,
    wider,
    busy: figures.isPlaceholderData,
    error: definition.error ?? figures.error,
    retry: () => void (definition.isError ? definition : figures).refetch(),
  };
}

/** The region and the country stand beside the place as a whole where they have the same figure. */
function widerTypes(definition: Definition | undefined, selection: Selection | undefined): AreaType[] {
  if (definition === undefined || selection?.areaType !== 'borough') return [];
  return WIDER.filter((type) => isHeldAlike(definition, selection, type));
}

/** Whether there are figures of another type of area for the same people and period. */
export function isHeldAlike(definition: Definition, selection: Selection, type: AreaType): boolean {
  const { areaType: _, ...same } = selection;
  const found = select({ ...definition, drawn: [type] }, same);
  return (
    found !== undefined &&
    Object.entries(same).every(([word, value]) => found[word as keyof Selection] === value)
  );
}
