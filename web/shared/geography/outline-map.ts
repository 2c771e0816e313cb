import type { Feature, FeatureCollection } from 'geojson';
import { type GeoJSONSource, Map as GlMap, type LngLatBoundsLike, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { markImages } from './mark-images.ts';
import { outlineStyle, type Scene, shapesOf } from './outline-style.ts';
import { patterns, patternTile } from './pattern.ts';

setWorkerUrl(workerUrl);

export interface MapEvents {
  onPoint(code: string | undefined, at: readonly [x: number, y: number]): void;
  onSelect(code: string): void;
  /** The first whole picture stands. */
  onPainted(): void;
}
export interface OutlineMap {
  draw(scene: Scene): void;
  highlight(pointed: string | undefined, selected: string | undefined): void;
  zoomBy(steps: number): void;
  showAll(): void;
  remove(): void;
}

const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The one file that knows MapLibre. It throws where the browser has no WebGL. */
export function createOutlineMap(container: HTMLElement, first: Scene, events: MapEvents): OutlineMap {
  let scene = first;
  let lit: { pointed?: string | undefined; selected?: string | undefined } = {};
  let ready = false;
  let moved = false;
  const last = new Map<string, string>();
  const bounds = () => scene.outlines.bbox as LngLatBoundsLike;
  const map = new GlMap({
    container,
    style: outlineStyle(first),
    bounds: bounds(),
    fitBoundsOptions: { padding: 12 },
    attributionControl: false,
    // A picture of the map can be taken at any time.
    canvasContextAttributes: { preserveDrawingBuffer: true },
    cooperativeGestures: true,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    keyboard: false,
    fadeDuration: 0,
    maxZoom: 16,
    minZoom: 8,
    renderWorldCopies: false,
  });
  map.touchZoomRotate.disableRotation();
  const canvas = map.getCanvas();
  canvas.tabIndex = -1;
  canvas.setAttribute('aria-hidden', 'true');
  canvas.removeAttribute('role');
  canvas.removeAttribute('aria-label');

  const state = (code: string | undefined, next: Record<string, unknown>) => {
    if (ready && code !== undefined) map.setFeatureState({ source: 'areas', id: code }, next);
  };
  /** Done only where something is new: most steps of a slider change few areas, and marks lay out tiles again. */
  const change = (what: string, value: string, act: () => void) => {
    if (last.get(what) === value) return;
    last.set(what, value);
    act();
  };
  const paint = () => {
    for (const [code, { fill, pattern = '' }] of scene.paints)
      change(`area ${code}`, `${fill} ${pattern}`, () => state(code, { fill, pattern }));
    change('fine', String(isFine(scene)), () => {
      map.setPaintProperty('lines', 'line-width', isFine(scene) ? 0.7 : 1.4);
      map.setLayoutProperty('marks', 'icon-size', isFine(scene) ? 0.5 : 0.9);
    });
    const marks = marksOf(scene);
    change('marks', JSON.stringify(marks), () => map.getSource<GeoJSONSource>('marks')?.setData(marks));
  };
  const light = () => {
    state(lit.pointed, { pointed: true });
    state(lit.selected, { selected: true });
  };
  const showAll = () => {
    moved = false;
    map.fitBounds(bounds(), { padding: 12, animate: !calm(), duration: 300, bearing: 0 });
  };

  map.on('style.load', () => {
    for (const kind of patterns) map.addImage(kind, patternTile(kind), { pixelRatio: 2 });
    for (const [name, image] of markImages()) map.addImage(name, image, { pixelRatio: 2 });
    ready = true;
    paint();
    light();
  });
  map.once('idle', () => events.onPainted());
  map.on('resize', () => {
    if (!moved) map.fitBounds(bounds(), { padding: 12, animate: false });
  });
  map.on('dragstart', () => {
    moved = true;
  });
  map.on('zoomstart', (event) => {
    if (event.originalEvent !== undefined) moved = true;
  });
  map.on('mousemove', 'fill', ({ features, point }) => {
    canvas.style.cursor = 'pointer';
    events.onPoint(String(features?.[0]?.properties.code), [point.x, point.y]);
  });
  map.on('mouseleave', 'fill', () => {
    canvas.style.cursor = '';
    events.onPoint(undefined, [0, 0]);
  });
  map.on('click', 'fill', ({ features }) => {
    const code = features?.[0]?.properties.code;
    if (typeof code === 'string') events.onSelect(code);
  });

  return {
    draw(next) {
      const otherAreas = next.outlines !== scene.outlines;
      scene = next;
      if (!ready) return;
      if (otherAreas) {
        map.removeFeatureState({ source: 'areas' });
        for (const code of scene.paints.keys()) last.delete(`area ${code}`);
        map.getSource<GeoJSONSource>('areas')?.setData(shapesOf(next));
        map.fitBounds(bounds(), { padding: 12, animate: false });
      }
      paint();
      light();
    },
    highlight(pointed, selected) {
      state(lit.pointed, { pointed: false });
      state(lit.selected, { selected: false });
      lit = { pointed, selected };
      light();
    },
    zoomBy(steps) {
      moved = true;
      map.easeTo({ zoom: map.getZoom() + steps, duration: calm() ? 0 : 200 });
    },
    showAll,
    remove: () => map.remove(),
  };
}

/** Many small areas want finer lines and smaller marks. */
const isFine = ({ outlines }: Scene) => outlines.features.length > 60;

function marksOf({ centres, paints }: Scene): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [...paints].flatMap(([code, { mark }]): Feature[] => {
      const centre = centres.get(code);
      if (mark === undefined || centre === undefined) return [];
      return [
        { type: 'Feature', properties: { mark }, geometry: { type: 'Point', coordinates: [...centre] } },
      ];
    }),
  };
}
