import type { Feature, FeatureCollection } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import type { BoundariesReply } from '../../../server/contract/replies.ts';
import { colours } from '../ui/colours.ts';
import type { Point } from './centre.ts';
import type { Paint } from './paint.ts';
import { type FillPattern, patterns } from './pattern.ts';

/** What the map draws. */
export interface Scene {
  readonly outlines: BoundariesReply;
  readonly centres: ReadonlyMap<string, Point>;
  readonly paints: ReadonlyMap<string, Paint>;
}

/** Every area could carry every pattern; which it does is its state, as its colour is. */
const carries = (
  pattern: FillPattern,
): ['case', ['==', ['feature-state', string], string], number, number] => [
  'case',
  ['==', ['feature-state', 'pattern'], pattern],
  1,
  0,
];
const when = (
  state: 'pointed' | 'selected',
  width: number,
): ['case', ['boolean', ['feature-state', string], false], number, number] => [
  'case',
  ['boolean', ['feature-state', state], false],
  width,
  0,
];

/** A line around the areas in one state. */
const edge = (id: string, state: 'pointed' | 'selected', colour: string, width: number) => ({
  id,
  type: 'line' as const,
  source: 'areas',
  layout: { 'line-join': 'round' as const },
  paint: { 'line-color': colour, 'line-width': when(state, width) },
});

/**
 * No tiles, no letters, no other host: outlines over white. The wide line under the fills shows only outside the
 * place, as its border; fills follow feature state, so a repaint needs no new geometry.
 */
export function outlineStyle(scene: Scene): StyleSpecification {
  return {
    version: 8,
    sources: {
      areas: { type: 'geojson', data: shapesOf(scene), promoteId: 'code', tolerance: 0.1 },
      marks: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
      names: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      {
        id: 'border',
        type: 'line',
        source: 'areas',
        paint: { 'line-color': colours.slate, 'line-width': 4 },
      },
      {
        id: 'fill',
        type: 'fill',
        source: 'areas',
        paint: {
          'fill-color': ['to-color', ['feature-state', 'fill'], colours.paper],
          'fill-color-transition': { duration: 0 },
          'fill-antialias': false,
        },
      },
      ...patterns.map((pattern) => ({
        id: pattern,
        type: 'fill' as const,
        source: 'areas',
        paint: {
          'fill-pattern': pattern,
          'fill-opacity': carries(pattern),
          'fill-opacity-transition': { duration: 0 },
        },
      })),
      {
        id: 'lines',
        type: 'line',
        source: 'areas',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': colours.paper, 'line-width': 1.4 },
      },
      edge('pointed', 'pointed', colours.ink, 3),
      edge('selected-edge', 'selected', colours.ink, 7),
      edge('selected', 'selected', colours.focus, 3),
      { id: 'names', type: 'symbol', source: 'names', layout: { 'icon-image': ['get', 'code'] } },
      {
        id: 'marks',
        type: 'symbol',
        source: 'marks',
        layout: { 'icon-image': ['get', 'mark'], 'icon-allow-overlap': true },
      },
    ],
  };
}

export const shapesOf = ({ outlines }: Scene): FeatureCollection => ({
  type: 'FeatureCollection',
  features: outlines.features as Feature[],
});
