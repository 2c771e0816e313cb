import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { AreaType } from '../../../server/contract/dimensions.ts';
import type { BoundariesReply } from '../../../server/contract/replies.ts';
import { areaWords } from '../words/area-words.ts';
import { centreOf, type Point } from './centre.ts';
import { neighbourOf } from './neighbour.ts';
import { createOutlineMap, type OutlineMap } from './outline-map.ts';
import type { Scene } from './outline-style.ts';
import type { Paint } from './paint.ts';
import { useInSight } from './use-in-sight.ts';

/** Pointing at an area, or choosing it, on the map or in a list beside it. */
export interface AreaEvents {
  onPoint(code: string | undefined): void;
  onSelect(code: string): void;
}
export interface AreaMapProps extends AreaEvents {
  readonly outlines: BoundariesReply;
  readonly areaType: AreaType;
  /** Each area with what is read out for it. */
  readonly areas: readonly { readonly code: string; readonly spoken: string }[];
  readonly paints: ReadonlyMap<string, Paint>;
  readonly pointed: string | undefined;
  readonly selected: string | undefined;
  /** The browser cannot draw it. */
  onFailure(): void;
  /** Words beside the mouse, or in the map's corner where a key or a row points. */
  words(code: string, at: MapPlace | undefined): ReactNode;
}

export type MapPlace = readonly [x: number, y: number];

/**
 * The outlines as a list box: arrow keys move among areas by where they lie, Enter chooses. The canvas itself is
 * hidden from assistive technology; the options carry name and value.
 */
export function AreaMap(props: AreaMapProps) {
  const { areaType, areas, pointed, selected, onPoint, onSelect } = props;
  const { holder, map, centres, painted, at, setAt } = useOutlineMap(props);
  const [one, many] = areaWords(areaType);
  const current = pointed ?? selected;
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
        {areas.map((area) => (
          <div
            key={area.code}
            id={`area-${area.code}`}
            role="option"
            tabIndex={-1}
            aria-selected={area.code === selected}
          >
            {area.spoken}
          </div>
        ))}
      </div>
      {pointed !== undefined && props.words(pointed, at)}
      <ZoomButtons map={map} />
    </div>
  );
}

/** The canvas, drawn anew as the picture changes, and where on it the mouse points. */
function useOutlineMap(props: AreaMapProps) {
  const { outlines, paints, pointed, selected, onPoint, onSelect, onFailure } = props;
  const holder = useRef<HTMLDivElement>(null);
  const map = useRef<OutlineMap>(null);
  const [painted, setPainted] = useState(false);
  const [at, setAt] = useState<MapPlace>();
  const centres = useMemo<ReadonlyMap<string, Point>>(
    () => new Map(outlines.features.map((outline) => [outline.properties.code, centreOf(outline)])),
    [outlines],
  );
  const scene = useMemo<Scene>(() => ({ outlines, centres, paints }), [outlines, centres, paints]);
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
  // Out of sight it waits: drawing is most of the work of a switch.
  const inSight = useInSight(holder);
  useEffect(() => {
    if (inSight) map.current?.draw(scene);
  }, [scene, inSight]);
  useEffect(() => map.current?.highlight(pointed, selected), [pointed, selected]);
  return { holder, map, centres, painted, at, setAt };
}

const ZoomButtons = ({ map }: { map: RefObject<OutlineMap | null> }) => (
  <div className="map__zoom needs-script">
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
);
