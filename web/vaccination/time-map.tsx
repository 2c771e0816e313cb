import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useLast } from '../ui/use-last.ts';
import type { VaccinationChange, VaccinationSearch } from '../vaccination-search.ts';
import type { Asked } from './question.ts';
import { TimeMapFigure } from './time-map-figure.tsx';
import type { useFigures } from './use-figures.ts';

const route = getRouteApi('/vaccination');

interface TimeMapProps {
  readonly asked: Asked;
  readonly found: ReturnType<typeof useFigures>;
  readonly release: { readonly release?: number };
  readonly search: VaccinationSearch;
  onChange(change: VaccinationChange): void;
}

/** Reads the date of the map from the URL by itself, so that nothing else is drawn when it changes. */
export function TimeMap({ asked, found, release, search, onChange }: TimeMapProps) {
  const moment = route.useSearch({ select: ({ moment: named }: VaccinationSearch) => named });
  const navigate = route.useNavigate();
  const onRest = useCallback(
    (period: string) =>
      void navigate({
        search: (old: VaccinationSearch) => ({ ...old, moment: period }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const { data: reply, isPlaceholderData } = found.map ?? {};
  const shapes = found.outlines.data;
  const whole = useMemo(
    () => (reply && shapes && reply.edition === shapes.edition ? { reply, shapes } : undefined),
    [reply, shapes],
  );
  const picture = useLast(whole);
  if (found.map === undefined)
    return (
      <p className="notice">
        There is no map: {asked.definition.shortTitle} is not published by ward for these residents. Choose a
        wider group or other ages above.
      </p>
    );
  if (picture === undefined) return <div className="map" />;
  return (
    <TimeMapFigure
      definition={asked.definition}
      reply={picture.reply}
      outlines={picture.shapes}
      release={release}
      moment={moment ?? asked.selection.period}
      selected={asked.area.code}
      asTable={search.display === 'table'}
      busy={isPlaceholderData === true}
      onRest={onRest}
      onSelect={(area) => onChange({ area })}
      onDisplay={(asTable) => onChange({ display: asTable ? 'table' : undefined })}
    />
  );
}
