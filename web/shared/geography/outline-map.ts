import type { Feature, FeatureCollection } from 'geojson';
import { type GeoJSONSource, Map as GlMap, type LngLatBoundsLike, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Point } from './centre.ts';
import { markImages, nameImage } from './map-images.ts';
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
  /** @param around what stays where it is, in pixels of the map; its middle if none is given. */
  zoomBy(steps: number, around?: readonly [x: number, y: number]): void;
  showAll(): void;
  remove(): void;
}

const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The one file that knows MapLibre. It throws where the browser has no WebGL. */
export const createOutlineMap = (container: HTMLElement, first: Scene, events: MapEvents): OutlineMap =>
  new DrawnMap(container, first, events);

class DrawnMap implements OutlineMap {
  readonly #map: GlMap;
  #scene: Scene;
  #lit: { pointed?: string | undefined; selected?: string | undefined } = {};
  #ready = false;
  #moved = false;
  /** What was drawn last, by what it is of. */
  readonly #last = new Map<string, string>();

  constructor(container: HTMLElement, first: Scene, events: MapEvents) {
    this.#scene = first;
    this.#map = newMap(container, first);
    this.#map.on('style.load', () => {
      for (const kind of patterns) this.#map.addImage(kind, patternTile(kind), { pixelRatio: 2 });
      for (const [name, image] of markImages()) this.#map.addImage(name, image, { pixelRatio: 2 });
      this.#ready = true;
      this.#name();
      this.#paint();
      this.#light();
    });
    this.#map.once('idle', () => events.onPainted());
    this.#followMoves();
    this.#followPointer(events);
  }

  draw(next: Scene): void {
    const otherAreas = next.outlines !== this.#scene.outlines;
    this.#scene = next;
    if (!this.#ready) return;
    if (otherAreas) {
      this.#map.removeFeatureState({ source: 'areas' });
      for (const code of next.paints.keys()) this.#last.delete(`area ${code}`);
      this.#map.getSource<GeoJSONSource>('areas')?.setData(shapesOf(next));
      this.#name();
      this.#map.fitBounds(boundsOf(next), { padding: PADDING, animate: false });
    }
    this.#paint();
    this.#light();
  }

  highlight(pointed: string | undefined, selected: string | undefined): void {
    this.#setState(this.#lit.pointed, { pointed: false });
    this.#setState(this.#lit.selected, { selected: false });
    this.#lit = { pointed, selected };
    this.#light();
  }

  zoomBy(steps: number, around?: readonly [x: number, y: number]): void {
    this.#moved = true;
    this.#map.easeTo({
      zoom: this.#map.getZoom() + steps,
      duration: calm() ? 0 : 200,
      ...(around && { around: this.#map.unproject([...around]) }),
    });
  }

  showAll(): void {
    this.#moved = false;
    const how = { padding: PADDING, animate: !calm(), duration: 300, bearing: 0 };
    this.#map.fitBounds(boundsOf(this.#scene), how);
  }

  remove(): void {
    this.#map.remove();
  }

  #setState(code: string | undefined, next: Record<string, unknown>): void {
    if (this.#ready && code !== undefined) this.#map.setFeatureState({ source: 'areas', id: code }, next);
  }

  /** Done only where something is new: most steps of a slider change few areas, and marks lay out tiles again. */
  #change(what: string, value: string, act: () => void): void {
    if (this.#last.get(what) === value) return;
    this.#last.set(what, value);
    act();
  }

  #paint(): void {
    for (const [code, { fill, pattern = '' }] of this.#scene.paints)
      this.#change(`area ${code}`, `${fill} ${pattern}`, () => this.#setState(code, { fill, pattern }));
    const fine = isFine(this.#scene);
    this.#change('fine', String(fine), () => {
      this.#map.setPaintProperty('lines', 'line-width', fine ? 0.7 : 1.4);
      this.#map.setLayoutProperty('marks', 'icon-size', fine ? 0.5 : 0.9);
    });
    const marks = marksOf(this.#scene);
    this.#change('marks', JSON.stringify(marks), () => {
      this.#map.getSource<GeoJSONSource>('marks')?.setData(marks);
      // Below its mark, where there is one.
      this.#map.setLayoutProperty('names', 'icon-offset', [0, marks.features.length > 0 ? 24 : 0]);
    });
  }

  /** Names stand as in the drawing: of few areas, and none over another, which the map sees to at every zoom. */
  #name(): void {
    const { outlines, centres } = this.#scene;
    const named = isFine(this.#scene) ? [] : outlines.features;
    for (const { properties } of named) {
      const image = this.#map.hasImage(properties.code) ? undefined : nameImage(properties.name);
      if (image !== undefined) this.#map.addImage(properties.code, image, { pixelRatio: 2 });
    }
    this.#map.getSource<GeoJSONSource>('names')?.setData({
      type: 'FeatureCollection',
      features: named.flatMap(({ properties: { code } }) => pointsAt(centres.get(code), { code })),
    });
  }

  #light(): void {
    this.#setState(this.#lit.pointed, { pointed: true });
    this.#setState(this.#lit.selected, { selected: true });
  }

  /** Whoever has moved the map keeps what they see; else all of it stays in sight. */
  #followMoves(): void {
    this.#map.on('resize', () => {
      if (!this.#moved) this.#map.fitBounds(boundsOf(this.#scene), { padding: PADDING, animate: false });
    });
    this.#map.on('dragstart', () => {
      this.#moved = true;
    });
    this.#map.on('zoomstart', (event) => {
      if (event.originalEvent !== undefined) this.#moved = true;
    });
  }

  #followPointer({ onPoint, onSelect }: MapEvents): void {
    const { style } = this.#map.getCanvas();
    this.#map.on('mousemove', 'fill', ({ features, point }) => {
      style.cursor = 'pointer';
      onPoint(String(features?.[0]?.properties.code), [point.x, point.y]);
    });
    this.#map.on('mouseleave', 'fill', () => {
      style.cursor = '';
      onPoint(undefined, [0, 0]);
    });
    this.#map.on('click', 'fill', ({ features }) => {
      const code = features?.[0]?.properties.code;
      if (typeof code === 'string') onSelect(code);
    });
  }
}

const PADDING = 12;
const boundsOf = ({ outlines }: Scene) => outlines.bbox as LngLatBoundsLike;

/** An empty map of outlines, hidden from assistive technology: a list box over it says what it shows. */
function newMap(container: HTMLElement, first: Scene): GlMap {
  const map = new GlMap({
    container,
    style: outlineStyle(first),
    bounds: boundsOf(first),
    fitBoundsOptions: { padding: PADDING },
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
  return map;
}

/** Many small areas want finer lines and smaller marks. */
const isFine = ({ outlines }: Scene) => outlines.features.length > 60;

function marksOf({ centres, paints }: Scene): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [...paints].flatMap(([code, { mark }]) =>
      mark === undefined ? [] : pointsAt(centres.get(code), { mark }),
    ),
  };
}

const pointsAt = (centre: Point | undefined, properties: Record<string, string>): Feature[] =>
  centre === undefined
    ? []
    : [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...centre] } }];
