import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DisparitiesReply } from '../../../server/contract/disparity-replies.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import type { Nearest } from '../../shared/api/nearest-answer.ts';
import {
  boundariesQueryOptions,
  disparitiesQueryOptions,
  disparityOverviewQueryOptions,
  gapsQueryOptions,
  gapTrendQueryOptions,
  indicatorQueryOptions,
} from '../../shared/api/queries.ts';
import { useLast } from '../../shared/api/use-last.ts';
import { mapped } from '../../shared/question/selection.ts';
import { releaseOf } from '../../shared/url/page-search.ts';
import { changedSearch } from '../../shared/url/read-search.ts';
import { leadingGroup } from './answer-words.ts';
import {
  answerQueryOf,
  type DisparitiesSearch,
  gapsQueryOf,
  gapTrendQueryOf,
  overviewQueryOf,
} from './disparities-search.ts';
import { publishedBreakdown } from './gap-choices.ts';

/** Every outcome by every group, for the area and reference asked for. */
export function useOverview(search: DisparitiesSearch) {
  const breakdown = useOwnBreakdown(search);
  const whole = changedSearch(search, breakdown ?? {});
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...disparityOverviewQueryOptions(overviewQueryOf(whole)),
    enabled: breakdown !== undefined,
    placeholderData: keepPreviousData,
  });
  // Where a choice has no figures the sentence stays, to choose again.
  const overview = useLast(data);
  return {
    overview: overview?.reply,
    refused: overview?.refused ?? [],
    busy: isPlaceholderData || breakdown === undefined,
    error,
    retry: () => void refetch(),
    /** The question with what the overview filled in, so that answer and overview are of the same groups. */
    asked: data === undefined || isPlaceholderData ? whole : withGroups(whole, data.reply.query),
  };
}

type Groups = Pick<DisparitiesSearch, 'by' | 'ethnicScheme'>;

const withGroups = (search: DisparitiesSearch, { by, ethnicScheme }: Groups): DisparitiesSearch =>
  changedSearch(search, { by, ethnicScheme });

/** A link that names an outcome and no groups opens on groups that outcome has; undefined until it is known. */
function useOwnBreakdown(search: DisparitiesSearch): Groups | undefined {
  const { indicator = '', by, ethnicScheme } = search;
  const isOpen = indicator !== '' && by === undefined && ethnicScheme === undefined;
  const { data, isError } = useQuery({
    ...indicatorQueryOptions(indicator, releaseOf(search)),
    enabled: isOpen,
  });
  return useMemo(
    () => (!isOpen || isError ? {} : data && publishedBreakdown(data.available)),
    [isOpen, isError, data],
  );
}

/** The groups of one indicator: now, over time and on the map. The old picture stays until the next is whole. */
export function useAnswer(indicator: string | undefined, search: DisparitiesSearch) {
  const id = indicator ?? '';
  const enabled = indicator !== undefined && search.by !== undefined;
  const kept = { enabled, placeholderData: keepPreviousData };
  const definition = useQuery({ ...indicatorQueryOptions(id, releaseOf(search)), ...kept });
  const figures = useQuery({ ...disparitiesQueryOptions(id, answerQueryOf(search)), ...kept });
  const trend = useQuery({
    ...gapTrendQueryOptions(id, gapTrendQueryOf(search)),
    ...kept,
    select: ({ reply }) => reply,
  });
  const reply = figures.data?.reply;
  const group = groupOf(search, figures.isPlaceholderData ? undefined : reply);
  const isMappable = group !== undefined && hasMap(definition.data, reply);
  const gaps = useQuery({
    ...gapsQueryOptions(id, gapsQueryOf(search, group ?? '')),
    enabled: enabled && isMappable && !figures.isPlaceholderData,
    placeholderData: keepPreviousData,
    select: ({ reply }) => reply,
  });
  const { areaType = 'ward' } = gaps.data?.query ?? {};
  const isDrawn = gaps.data !== undefined && gaps.data.areas.length > 1;
  const outlines = useQuery({ ...boundariesQueryOptions(areaType, gaps.data?.edition), enabled: isDrawn });
  const answer = useLast(useWhole(definition.data, figures.isPlaceholderData ? undefined : figures.data));
  const about = answer?.reply.query.indicator;
  return {
    answer,
    group,
    trend: trend.data?.query.indicator === about ? trend.data : undefined,
    gaps: isMappable && gaps.data?.query.indicator === about ? gaps.data : undefined,
    outlines: isDrawn ? outlines.data : undefined,
    busy: {
      answer: figures.isPlaceholderData || definition.isPlaceholderData,
      trend: trend.isPlaceholderData,
      gaps: gaps.isPlaceholderData,
    },
    error: figures.error ?? definition.error,
    retry: () => void figures.refetch(),
  };
}

/** Meaning and figures of one and the same indicator; undefined while either is on its way. */
function useWhole(definition: IndicatorReply | undefined, found: Nearest<DisparitiesReply> | undefined) {
  return useMemo(
    () =>
      definition === undefined || found === undefined || definition.id !== found.reply.query.indicator
        ? undefined
        : { definition, ...found },
    [definition, found],
  );
}

/** Whether these groups are published for parts of the place; fifths of wards are whole wards, with nothing to compare within. */
function hasMap(definition: IndicatorReply | undefined, reply: DisparitiesReply | undefined): boolean {
  if (definition === undefined || reply === undefined || reply.breakdown.fifths === 'wards') return false;
  const { by, ethnicScheme } = reply.breakdown;
  return definition.available.some(
    (row) =>
      mapped.includes(row.areaType) &&
      (by === 'ethnicGroup'
        ? row.ethnicScheme === ethnicScheme && row.ethnicGroup !== 'all'
        : row.deprivation !== 'all'),
  );
}

/** The group asked for where the reply has it, else the one most in need of words. */
function groupOf({ group }: DisparitiesSearch, reply: DisparitiesReply | undefined) {
  if (reply === undefined) return group;
  return reply.groups.some((one) => one.group === group) ? group : leadingGroup(reply)?.group;
}
