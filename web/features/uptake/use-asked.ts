import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  allAreasQueryOptions,
  indicatorQueryOptions,
  indicatorsQueryOptions,
} from '../../shared/api/queries.ts';
import { useLast } from '../../shared/api/use-last.ts';
import { usePlaceArea } from '../../shared/ui/place.ts';
import { releaseOf } from '../../shared/url/page-search.ts';
import { askable, askedOf } from './question.ts';
import type { UptakeSearch } from './uptake-search.ts';
import { firstVaccine } from './vaccines.ts';

/** What is asked, once it is known what can be; the old question stays until the next is whole. */
export function useAsked(search: UptakeSearch) {
  const release = releaseOf(search);
  const list = useQuery(indicatorsQueryOptions(release));
  const held = list.data?.indicators;
  const indicator = search.indicator ?? (held === undefined ? undefined : firstVaccine(held, search));
  const definition = useQuery({
    ...indicatorQueryOptions(indicator ?? '', release),
    enabled: indicator !== undefined,
  });
  const areas = useQuery(allAreasQueryOptions()).data?.areas;
  const place = usePlaceArea();
  const current = useMemo(() => {
    if (definition.data === undefined || areas === undefined || place === undefined) return undefined;
    const area = areas.find(({ code, type }) => code === search.area && askable.includes(type)) ?? place;
    // Where it is not published for the area, the whole place is shown instead.
    return askedOf(definition.data, area, search) ?? askedOf(definition.data, place, search);
  }, [definition.data, areas, place, search]);
  return {
    indicators: held,
    areas,
    place,
    asked: useLast(current),
    /** It is published for nothing this page draws. */
    isUnfit:
      definition.data !== undefined && areas !== undefined && place !== undefined && current === undefined,
    busy: current === undefined,
    error: list.error ?? definition.error,
    retry: () => void (list.error === null ? definition : list).refetch(),
  };
}
