/** The map that can be zoomed: it is fetched when somebody first zooms, and takes the place of the drawing at the same extent. */
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { centreOf, type Point } from './centre.ts';
import type { OutlineMap } from './outline-map.ts';
import type { Scene } from './outline-style.ts';
import { useInSight } from './use-in-sight.ts';

type Act = (map: OutlineMap) => void;
/** Where it stands: not asked for; on its way; in place of the drawing; or it could not come. */
type Zooming = 'drawn' | 'coming' | 'zoomable' | 'failed';

interface ShownMap extends Pick<Scene, 'outlines' | 'paints'> {
  readonly pointed: string | undefined;
  readonly selected: string | undefined;
}
interface MapListeners {
  /** @param at where in the box, in pixels. */
  onPointAt(code: string | undefined, at: Point | undefined): void;
  onSelect(code: string): void;
}

/** @param box what the map is drawn in: zooming with the wheel, two fingers or two clicks is heard there. */
export function useZooming(shown: ShownMap, box: RefObject<HTMLElement | null>, listeners: MapListeners) {
  const { outlines, paints, pointed, selected } = shown;
  const holder = useRef<HTMLDivElement>(null);
  const map = useRef<OutlineMap>(null);
  const [state, setState] = useState<Zooming>('drawn');
  const centres = useMemo<ReadonlyMap<string, Point>>(
    () => new Map(outlines.features.map((outline) => [outline.properties.code, centreOf(outline)])),
    [outlines],
  );
  const scene = useMemo<Scene>(() => ({ outlines, centres, paints }), [outlines, centres, paints]);
  const live = useRef({ scene, listeners, pointed, selected });
  live.current = { scene, listeners, pointed, selected };
  const wish = useRef<Act>(undefined);
  const isWanted = state !== 'drawn';

  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    const begin = async () => {
      const { createOutlineMap } = await import('./outline-map.ts');
      if (isGone || holder.current === null) return;
      const { scene: first } = live.current;
      map.current = createOutlineMap(holder.current, first, {
        onPoint: (code, at) => live.current.listeners.onPointAt(code, code === undefined ? undefined : at),
        onSelect: (code) => live.current.listeners.onSelect(code),
        onPainted: () => setState('zoomable'),
      });
      map.current.highlight(live.current.pointed, live.current.selected);
    };
    begin().catch(() => setState('failed'));
    return () => {
      isGone = true;
      map.current?.remove();
      map.current = null;
    };
  }, [isWanted]);
  // What was wished for is done once the map stands where the drawing stood.
  useEffect(() => {
    if (state !== 'zoomable' || map.current === null) return;
    wish.current?.(map.current);
    wish.current = undefined;
  }, [state]);
  // Out of sight it waits: drawing is most of the work of a switch.
  const inSight = useInSight(holder);
  useEffect(() => {
    if (inSight) map.current?.draw(scene);
  }, [scene, inSight]);
  useEffect(() => map.current?.highlight(pointed, selected), [pointed, selected]);

  const { want, act } = useMemo(() => {
    const come = () => setState((now) => (now === 'drawn' ? 'coming' : now));
    return {
      want: come,
      act: (next: Act) => {
        if (map.current === null) wish.current = next;
        else next(map.current);
        come();
      },
    };
  }, []);
  useZoomGestures(box, state === 'drawn', act);
  return { holder, state, centres, want, act };
}

/** What zooms a map where it can be zoomed: over the drawing the first of it fetches what can. */
function useZoomGestures(box: RefObject<HTMLElement | null>, isDrawn: boolean, act: (next: Act) => void) {
  useEffect(() => {
    const element = box.current;
    if (element === null || !isDrawn) return;
    const zoomAt = ({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>) => {
      const { left, top } = element.getBoundingClientRect();
      act((map) => map.zoomBy(1, [clientX - left, clientY - top]));
    };
    const heard = new AbortController();
    const { signal } = heard;
    element.addEventListener('dblclick', zoomAt, { signal });
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomAt(event);
    };
    element.addEventListener('wheel', onWheel, { signal, passive: false });
    const onFingers = ({ touches: [one, two] }: TouchEvent) => {
      if (one === undefined || two === undefined) return;
      zoomAt({ clientX: (one.clientX + two.clientX) / 2, clientY: (one.clientY + two.clientY) / 2 });
    };
    element.addEventListener('touchstart', onFingers, { signal, passive: true });
    return () => heard.abort();
  }, [box, isDrawn, act]);
}
