/** How far modelled figures of a release are off. Pure. */
import type { StoredModelling } from '../../db/queries/modelling.ts';
import type { ModellingReply } from '../contract/modelling-reply.ts';
import { datasetOf } from '../indicators/catalogue.ts';
import type { Snapshot } from '../judge/release/snapshot.ts';

export function modellingView(
  { release, versions, nameOf }: Pick<Snapshot, 'release' | 'versions' | 'nameOf'>,
  stored: readonly StoredModelling[],
): ModellingReply {
  const datasets = stored.flatMap(({ version_id, measurements }) => {
    const version = versions.find(({ id }) => id === version_id);
    if (version === undefined) return [];
    const { id, title } = datasetOf(version.dataset);
    const named = measurements.map(({ areas, ...measured }) => ({
      ...measured,
      areas: areas
        .map((area) => ({ ...area, name: nameOf(measured.to, area.code) ?? area.code }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    }));
    return [{ dataset: id, title, measurements: named }];
  });
  return { release, query: {}, datasets: datasets.sort((a, b) => a.title.localeCompare(b.title, 'en')) };
}
