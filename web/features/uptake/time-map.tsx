import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { AreasOverTimeReply } from '../../../server/contract/over-time-replies.ts';
import type { IndicatorAreasReply } from '../../../server/contract/replies.ts';
import { boundariesQueryOptions, indicatorAreasQueryOptions } from '../../shared/api/queries.ts';
import { useLast } from '../../shared/api/use-last.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { releaseOf } from '../../shared/url/page-search.ts';
import { mapQueryOf } from './asked-queries.ts';
import { sliderPlace } from './moments.ts';
import type { PartProps } from './part-props.ts';
import type { Asked } from './question.ts';
import { TimeMapFigure } from './time-map-figure.tsx';
import type { UptakeSearch } from './uptake-search.ts';
import type { Drawn } from './use-drawn.ts';

const route = getRouteApi('/vaccination');

interface TimeMapProps extends PartProps {
  readonly drawn: Drawn<AreasOverTimeReply> | undefined;
}

/** Reads the date of the map from the URL by itself, so that nothing else is drawn when it changes. */
export function TimeMap({ asked, drawn, search, onChange }: TimeMapProps) {
  const moment = route.useSearch({ select: ({ moment: named }: UptakeSearch) => named });
  const navigate = route.useNavigate();
  const onRest = useCallback(
    (period: string) =>
      void navigate({
        search: (old: UptakeSearch) => ({ ...old, moment: period }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const outlined = useOutlined(drawn?.picture);
  const rested = moment ?? asked.selection.period;
  const answers = useAnswers(asked, search, drawn?.picture?.reply, rested);
  if (drawn === undefined)
    return (
      <p className="notice">
        There is no map: {asked.definition.shortTitle} is not published by ward for these residents. Choose a
        wider group or other ages above.
      </p>
    );
  if (drawn.error !== null) return <ProblemMessage error={drawn.error} onRetry={drawn.retry} />;
  if (outlined === undefined) return <div className="map" />;
  return (
    <TimeMapFigure
      {...outlined}
      release={releaseOf(search)}
      moment={rested}
      answers={answers}
      selected={asked.area.code}
      asTable={search.display === 'table'}
      busy={drawn.busy}
      onRest={onRest}
      onSelect={(area) => onChange({ area })}
      onDisplay={(asTable) => onChange({ display: asTable ? 'table' : undefined })}
    />
  );
}

/** Figures made for older outlines are drawn on those; nearly always the newest serve, and are here sooner. */
function useOutlined(picture: Drawn<AreasOverTimeReply>['picture']) {
  const areaType = picture?.reply.query.areaType ?? 'ward';
  const newest = useQuery(boundariesQueryOptions(areaType)).data;
  const edition = picture?.reply.edition;
  const isOlder = edition !== undefined && newest !== undefined && newest.edition !== edition;
  const dated = useQuery({ ...boundariesQueryOptions(areaType, edition), enabled: isOlder }).data;
  const outlines = isOlder ? dated : newest;
  const whole = useMemo(
    () => (picture !== undefined && outlines !== undefined ? { ...picture, outlines } : undefined),
    [picture, outlines],
  );
  return useLast(whole);
}

/** What the test found at the date the slider rests on, which the map page shows too; a step waits for none of it. */
function useAnswers(
  asked: Asked,
  search: UptakeSearch,
  reply: AreasOverTimeReply | undefined,
  rested: string,
): IndicatorAreasReply | undefined {
  const query = mapQueryOf(asked, search);
  const period = reply?.periods[sliderPlace(reply.periods, rested)]?.period;
  const { data } = useQuery({
    ...indicatorAreasQueryOptions(asked.definition.id, {
      ...query,
      ...(period === undefined ? {} : { period }),
    }),
    enabled: query !== undefined && period !== undefined,
  });
  return data;
}
