import { useQuery } from '@tanstack/react-query';
import type { ReleaseQuery } from '../../../server/contract/queries.ts';
import { allAreasQueryOptions, documentQueryOptions } from '../api/queries.ts';
import { eventsAbout, type PlanEvent } from './events.ts';

const NONE: readonly PlanEvent[] = [];

/** Events that bear on an indicator in an area; none until they have come, or where none are kept. */
export function useEvents(
  indicator: string,
  area: string | undefined,
  release: ReleaseQuery,
): readonly PlanEvent[] {
  const all = useQuery(documentQueryOptions('events', release)).data?.document.events ?? NONE;
  const concerned = all.some(({ indicators }) => indicators.includes(indicator));
  const areas = useQuery({ ...allAreasQueryOptions(), enabled: concerned }).data?.areas;
  if (!concerned || area === undefined || areas === undefined) return NONE;
  return eventsAbout(all, indicator, area, areas);
}
