import { Sideways } from '../../shared/ui/sideways.tsx';
import '../../shared/geography/map-figure.css';
import { type ReactNode, useMemo, useState } from 'react';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { AreaMap } from '../../shared/geography/area-map.tsx';
import { headline } from '../../shared/geography/headline.ts';
import { MapLegend } from '../../shared/geography/map-legend.tsx';
import { paintOf } from '../../shared/geography/paint.ts';
import { Caution } from '../../shared/ui/caution.tsx';
import { Caveats } from '../../shared/ui/caveats.tsx';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { SyntheticNotice } from '../../shared/ui/synthetic-notice.tsx';
import type { View } from '../../shared/url/question.ts';
import { basesOf, spokenFigure } from '../../shared/words/figure-words.ts';
import { AreaPanel } from './area-panel.tsx';
import { AreaTable } from './area-table.tsx';
import type { Display } from './map-search.ts';
import type { Picture } from './picture.ts';
import { Tooltip } from './tooltip.tsx';

interface MapFigureProps {
  readonly picture: Picture;
  readonly view: View;
  readonly display: Display;
  readonly selected: string | undefined;
  readonly busy: boolean;
  readonly controls: ReactNode;
  readonly downloads: ReactNode;
  onSelect(code: string | undefined): void;
}

/** Map, legend, table and chosen area, in step with each other. */
export function MapFigure({
  picture,
  view,
  display,
  selected,
  busy,
  controls,
  downloads,
  onSelect,
}: MapFigureProps) {
  const { definition, reply, outlines } = picture;
  const [pointed, onPoint] = useState<string>();
  const paints = useMemo(
    () => new Map(reply.areas.map((area) => [area.code, paintOf(area, view, reply.breaks, definition)])),
    [reply, view, definition],
  );
  const spoken = useMemo(
    () => reply.areas.map((area) => ({ code: area.code, spoken: spokenFigure(area, definition) })),
    [reply, definition],
  );
  const events = { pointed, selected, onPoint, onSelect };
  const chosen = reply.areas.find(({ code }) => code === selected);
  const asMap = display === 'map';
  return (
    <ChartFrame
      title={headline(definition, reply, view)}
      measure={reply.title}
      basis={basesOf(reply.areas)}
      source={<SourceLine source={definition.source} />}
      downloads={downloads}
      controls={controls}
      busy={busy}
    >
      <p className="nhsuk-u-visually-hidden" role="status">
        {chosen && `Chosen: ${spokenFigure(chosen, definition)}`}
      </p>
      <Caution meaning={definition} />
      <SyntheticNotice figures={reply.areas} />
      <div className={asMap ? 'map-grid' : 'map-grid map-grid--table'}>
        {asMap && (
          <div className="map-grid__map">
            <AreaMap
              outlines={outlines}
              areaType={reply.query.areaType}
              areas={spoken}
              paints={paints}
              {...events}
              words={(code, at) => {
                const area = reply.areas.find((one) => one.code === code);
                return area && <Tooltip area={area} picture={picture} at={at} />;
              }}
            />
            <MapLegend picture={picture} view={view} />
            <p className="attribution">{outlines.attribution}</p>
          </div>
        )}
        <AreaPanel picture={picture} selected={selected} onClear={() => onSelect(undefined)} />
        <Sideways className="map-grid__table">
          <AreaTable picture={picture} {...events} />
        </Sideways>
      </div>
      <Caveats definition={definition} />
    </ChartFrame>
  );
}
