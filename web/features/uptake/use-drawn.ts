import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import {
  areasOverTimeQueryOptions,
  groupsOverTimeQueryOptions,
  milestonesQueryOptions,
  reachQueryOptions,
} from '../../shared/api/queries.ts';
import { useLast } from '../../shared/api/use-last.ts';
import { groupsQueryOf, mapQueryOf, reachQueryOf } from './asked-queries.ts';
import type { Asked } from './question.ts';
import type { UptakeSearch } from './uptake-search.ts';

/** What a picture is drawn from: figures and what they mean, of one and the same question. */
export interface Drawn<Reply> {
  /** The newest whole picture; while `busy`, of the question before. */
  readonly picture: { readonly definition: IndicatorReply; readonly reply: Reply } | undefined;
  readonly busy: boolean;
  readonly error: Error | null;
  retry(): void;
}

/** The old picture stays until the next is whole. */
export function useDrawn<Reply extends { readonly query: { readonly indicator: string } }>(
  definition: IndicatorReply | undefined,
  { data, error, refetch }: UseQueryResult<Reply>,
): Drawn<Reply> {
  const whole = useMemo(
    () =>
      definition !== undefined && data !== undefined && data.query.indicator === definition.id
        ? { definition, reply: data }
        : undefined,
    [definition, data],
  );
  return {
    picture: useLast(whole),
    busy: whole === undefined && error === null,
    error,
    retry: () => void refetch(),
  };
}

export function useGroups(asked: Asked, search: UptakeSearch) {
  const { definition } = asked;
  return useDrawn(
    definition,
    useQuery(groupsOverTimeQueryOptions(definition.id, groupsQueryOf(asked, search))),
  );
}

export function useMilestones(asked: Asked, search: UptakeSearch, enabled: boolean) {
  const { definition } = asked;
  const query = milestonesQueryOptions(definition.id, groupsQueryOf(asked, search));
  return useDrawn(definition, useQuery({ ...query, enabled }));
}

export function useMap(asked: Asked, search: UptakeSearch) {
  const { definition } = asked;
  const query = mapQueryOf(asked, search);
  const drawn = useDrawn(
    definition,
    useQuery({ ...areasOverTimeQueryOptions(definition.id, query ?? {}), enabled: query !== undefined }),
  );
  return query === undefined ? undefined : drawn;
}

export function useReach(asked: Asked, search: UptakeSearch) {
  const { definition } = asked;
  const query = reachQueryOf(asked, search);
  const drawn = useDrawn(
    definition,
    useQuery({ ...reachQueryOptions(definition.id, query ?? {}), enabled: query !== undefined }),
  );
  return query === undefined ? undefined : drawn;
}
