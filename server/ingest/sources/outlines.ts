/** The project's own compact outlines: simplified, rounded, shared borders held once (server/ingest/README.md). */
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { AreaType } from '../../contract/dimensions.ts';
import { isOfPlace } from '../place-filter.ts';
import type { BoundaryItem, Source } from '../source.ts';
import { readText } from '../source-file.ts';

export const outlines: Source = {
  id: 'outlines',
  title: 'the compact outlines of this project (TopoJSON, one object per area type and edition)',
  async *read(file, context) {
    const before = context.problems.count;
    const pieces: string[] = [];
    for await (const piece of readText(file, 'a TopoJSON file', context.problems)) pieces.push(piece);
    if (context.problems.count > before) return;
    const topology = parseTopology(pieces.join(''));
    if (topology === undefined) {
      context.problems.add({
        file: file.name,
        expected: 'expected a TopoJSON topology; is the file cut short?',
      });
      return;
    }
    for (const [key, object] of Object.entries(topology.objects)) {
      const [type, edition] = key.split(' ') as [AreaType, string];
      const collection = feature(topology, object);
      for (const outline of collection.type === 'FeatureCollection' ? collection.features : [collection]) {
        context.tally.read++;
        const code = String(outline.id);
        if (!isOfPlace(type, edition, code, context)) {
          context.problems.add({
            file: file.name,
            at: key,
            value: code,
            expected: `it is no area of ${context.place.name} that is loaded; areas are loaded first`,
          });
          continue;
        }
        const { type: shape, coordinates } = outline.geometry as BoundaryItem['geometry'];
        yield {
          kind: 'boundary',
          type,
          edition,
          code,
          geometry: { type: shape, coordinates: rounded(coordinates) },
        };
      }
    }
  },
};

/** Six decimals of a degree are a tenth of a metre: more would be noise from scaling. */
function rounded(coordinates: unknown): unknown {
  return Array.isArray(coordinates) ? coordinates.map(rounded) : Math.round(Number(coordinates) * 1e6) / 1e6;
}

function parseTopology(text: string): Topology | undefined {
  try {
    const read = JSON.parse(text) as Topology;
    return read.type === 'Topology' && typeof read.objects === 'object' ? read : undefined;
  } catch {
    return undefined;
  }
}
