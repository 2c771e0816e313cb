/** How far modelled figures of a release are off. Pure. */
import type { StoredModelling } from '../../../db/queries/modelling.ts';
import type { ModellingReply } from '../../contract/modelling-reply.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';

export function modellingView(
  { release, versions, nameOf, catalogue }: Pick<Snapshot, 'release' | 'versions' | 'nameOf' | 'catalogue'>,
  stored: readonly StoredModelling[],
): ModellingReply {
  const datasets = stored.flatMap(({ version_id, measurements }) => {
    const version = versions.find(({ id }) => id === version_id);
    if (version === undefined) return [];
    const named = measurements.map(({ areas, ...measured }) => ({
      ...measured,
      areas: areas
        .map((area) => ({ ...area, name: nameOf(measured.to, area.code) ?? area.code }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    }));
    const { dataset } = version;
    return [{ dataset, title: catalogue.titleOf(dataset), measurements: named }];
  });
  return { release, query: {}, datasets: datasets.sort((a, b) => a.title.localeCompare(b.title, 'en')) };
}
