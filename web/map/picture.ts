import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BoundariesReply, IndicatorAreasReply, IndicatorReply } from '../../server/contract/replies.ts';
import { boundariesQuery, indicatorAreasQuery, indicatorQuery } from '../api/queries.ts';
import type { MapSearch } from '../map-search.ts';
import { areasQueryOf, type Selection, select, wantedOf } from '../question/selection.ts';
import { useLast } from '../ui/use-last.ts';

/** Figures, what they mean and their outlines, all of one question. */
export interface Picture {
  readonly definition: IndicatorReply;
  readonly reply: IndicatorAreasReply;
  readonly outlines: BoundariesReply;
}

export interface PictureState {
  /** Of the question now asked, as soon as they are known. */
  readonly definition: IndicatorReply | undefined;
  readonly selection: Selection | undefined;
  /** The newest whole picture; while `busy`, of the question before. */
  readonly picture: Picture | undefined;
  readonly busy: boolean;
  readonly error: Error | null;
  retry(): void;
}

export function usePicture(indicator: string, search: MapSearch): PictureState {
  const { release: asked } = search;
  const release = asked === undefined ? {} : { release: Number(asked) };
  const definition = useQuery({ ...indicatorQuery(indicator, release), enabled: indicator !== '' });
  const selection = useMemo(
    () => (definition.data === undefined ? undefined : select(definition.data, wantedOf(search))),
    [definition.data, search],
  );
  const known = selection !== undefined;
  const figures = useQuery({
    ...indicatorAreasQuery(
      indicator,
      selection === undefined ? release : { ...areasQueryOf(selection), ...release },
    ),
    enabled: known,
    placeholderData: keepPreviousData,
  });
  const areaType = areaTypeOf(selection);
  const newest = useQuery({ ...boundariesQuery(areaType), enabled: known });
  // Figures made for older outlines are drawn on those; nearly always the newest serve, and are here sooner.
  const edition = figures.isPlaceholderData ? undefined : figures.data?.edition;
  const older = edition !== undefined && newest.data !== undefined && newest.data.edition !== edition;
  const dated = useQuery({ ...boundariesQuery(areaType, edition), enabled: older });
  const outlines = older ? dated : newest;
  const whole = useMemo(() => {
    const parts = [definition.data, figures.data, outlines.data] as const;
    const [meaning, reply, shapes] = parts;
    if (meaning === undefined || reply === undefined || shapes === undefined || figures.isPlaceholderData)
      return;
    return { definition: meaning, reply, outlines: shapes };
  }, [definition.data, figures.data, figures.isPlaceholderData, outlines.data]);
  const picture = useLast(whole);
  const failed = [definition, figures, outlines].filter(({ isError }) => isError);
  return {
    definition: definition.data,
    selection,
    picture,
    busy: whole === undefined && failed.length === 0,
    error: failed[0]?.error ?? null,
    retry: () => {
      for (const query of failed) void query.refetch();
    },
  };
}

const areaTypeOf = (selection: Selection | undefined) =>
  (selection === undefined ? {} : areasQueryOf(selection)).areaType ?? 'ward';
