import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { View } from '../map-search.ts';
import type { AreaEvents } from './area-table.tsx';
import { areaWords } from './area-words.ts';
import { centreOf, type Point } from './centre.ts';
import { spokenFigure } from './figure-words.ts';
import { neighbourOf } from './neighbour.ts';
import { createOutlineMap, type OutlineMap, type Scene } from './outline-map.ts';
import { paintOf } from './paint.ts';
import type { Picture } from './picture.ts';
import { Tooltip } from './tooltip.tsx';

interface AreaMapProps extends AreaEvents {
  readonly picture: Picture;
  readonly view: View;
  readonly pointed: string | undefined;
  readonly selected: string | undefined;
  /** The browser cannot draw it. */
  onFailure(): void;
}

function sceneOf({ outlines, reply }: Picture, centres: ReadonlyMap<string, Point>, view: View): Scene {
  return {
    outlines,
    centres,
    paints: new Map(reply.areas.map((area) => [area.code, paintOf(area, view, reply.breaks)])),
  };
}

/**
 * The outlines as a list box: arrow keys move among areas by where they lie, Enter chooses. The canvas itself is
 * hidden from assistive technology; the options carry name and value.
 */
export function AreaMap({ picture, view, pointed, selected, onPoint, onSelect, onFailure }: AreaMapProps) {
  const holder = useRef<HTMLDivElement>(null);
  const map = useRef<OutlineMap>(null);
  const [painted, setPainted] = useState(false);
  const [at, setAt] = useState<readonly [number, number]>();
  const { outlines, reply, definition } = picture;
  const centres = useMemo(
    () => new Map(outlines.features.map((outline) => [outline.properties.code, centreOf(outline)])),
    [outlines],
  );
  const scene = useMemo(() => sceneOf(picture, centres, view), [picture, centres, view]);
  const live = useRef({ scene, onPoint, onSelect, onFailure });
  live.current = { scene, onPoint, onSelect, onFailure };

  useEffect(() => {
    if (holder.current === null) return;
    try {
      map.current = createOutlineMap(holder.current, live.current.scene, {
        onPoint: (code, where) => {
          setAt(code === undefined ? undefined : where);
          live.current.onPoint(code);
        },
        onSelect: (code) => live.current.onSelect(code),
        onPainted: () => setPainted(true),
      });
    } catch {
      live.current.onFailure();
    }
    return () => {
      map.current?.remove();
      map.current = null;
    };
  }, []);
  useEffect(() => map.current?.draw(scene), [scene]);
  useEffect(() => map.current?.highlight(pointed, selected), [pointed, selected]);

  const [one, many] = areaWords(reply.query.areaType);
  const current = pointed ?? selected;
  const pointedArea = reply.areas.find(({ code }) => code === pointed);
  const press = (event: KeyboardEvent) => {
    const next = neighbourOf(current, event.key, centres);
    if (next !== undefined) {
      setAt(undefined);
      onPoint(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && current !== undefined) onSelect(current);
    else if (event.key === 'Escape') onPoint(undefined);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  };
  return (
    <div className="map" data-painted={painted}>
      <div
        className="map__list"
        role="listbox"
        tabIndex={0}
        aria-label={`Map of ${many}. Arrow keys move from ${one} to ${one}, Enter chooses.`}
        aria-activedescendant={current === undefined ? undefined : `area-${current}`}
        onKeyDown={press}
        onBlur={() => onPoint(undefined)}
      >
        <div ref={holder} className="map__canvas" aria-hidden="true" />
        {reply.areas.map((area) => (
          <div
            key={area.code}
            id={`area-${area.code}`}
            role="option"
            tabIndex={-1}
            aria-selected={area.code === selected}
          >
            {spokenFigure(area, definition)}
          </div>
        ))}
      </div>
      {pointedArea && <Tooltip area={pointedArea} picture={picture} at={at} />}
      <div className="map__zoom">
        <button type="button" onClick={() => map.current?.zoomBy(1)} aria-label="Zoom in">
          +
        </button>
        <button type="button" onClick={() => map.current?.zoomBy(-1)} aria-label="Zoom out">
          −
        </button>
        <button type="button" onClick={() => map.current?.showAll()} aria-label="Show the whole map">
          ⤢
        </button>
      </div>
    </div>
  );
}
