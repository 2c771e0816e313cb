import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AreaType } from '../../../server/contract/dimensions.ts';
import type {
  BoundariesReply,
  IndicatorAreasReply,
  IndicatorReply,
} from '../../../server/contract/replies.ts';
import {
  boundariesQueryOptions,
  indicatorAreasQueryOptions,
  indicatorQueryOptions,
} from '../../shared/api/queries.ts';
import { useLast } from '../../shared/api/use-last.ts';
import {
  areasQueryOf,
  drawnTypes,
  type Selection,
  select,
  wantedOf,
} from '../../shared/question/selection.ts';
import type { MapSearch } from './map-search.ts';

/** Figures, what they mean and their outlines, all of one question. */
export interface Picture {
  readonly definition: IndicatorReply;
  readonly reply: IndicatorAreasReply;
  readonly outlines: BoundariesReply;
}

type DrawnDefinition = IndicatorReply & { readonly drawn: readonly AreaType[] };

export interface PictureState {
  /** Of the question now asked, as soon as they are known. */
  readonly definition: DrawnDefinition | undefined;
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
  const definition = useQuery({ ...indicatorQueryOptions(indicator, release), enabled: indicator !== '' });
  const meaning = useMemo(() => definition.data && onMaps(definition.data), [definition.data]);
  const selection = useMemo(
    () => (meaning === undefined ? undefined : select(meaning, wantedOf(search))),
    [meaning, search],
  );
  const known = selection !== undefined;
  const figures = useQuery({
    ...indicatorAreasQueryOptions(
      indicator,
      selection === undefined ? release : { ...areasQueryOf(selection), ...release },
    ),
    enabled: known,
    placeholderData: keepPreviousData,
  });
  const areaType = areaTypeOf(selection);
  const newest = useQuery({ ...boundariesQueryOptions(areaType), enabled: known });
  // Figures made for older outlines are drawn on those; nearly always the newest serve, and are here sooner.
  const edition = figures.isPlaceholderData ? undefined : figures.data?.edition;
  const older = edition !== undefined && newest.data !== undefined && newest.data.edition !== edition;
  const dated = useQuery({ ...boundariesQueryOptions(areaType, edition), enabled: older });
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
    definition: meaning,
    selection,
    picture,
    busy: whole === undefined && failed.length === 0,
    error: failed[0]?.error ?? null,
    retry: () => {
      for (const query of failed) void query.refetch();
    },
  };
}

/** Of the areas side by side only those are offered that there are outlines to draw. */
const onMaps = (definition: IndicatorReply): DrawnDefinition => ({
  ...definition,
  drawn: drawnTypes(definition),
});

const areaTypeOf = (selection: Selection | undefined) =>
  (selection === undefined ? {} : areasQueryOf(selection)).areaType ?? 'ward';
