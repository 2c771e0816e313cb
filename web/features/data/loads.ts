import type { DataReply } from '../../../server/contract/data-reply.ts';

type Dataset = DataReply['datasets'][number];

export interface LoadWithDatasets {
  readonly load: Dataset['loads'][number];
  /** Titles of the datasets made of it. */
  readonly datasets: readonly string[];
}

/** Every load once, newest first, with what is made of it: one load can serve many datasets. */
export function loadsOf(datasets: readonly Dataset[]): LoadWithDatasets[] {
  const all = datasets.flatMap(({ title, loads }) => loads.map((load) => ({ title, load })));
  const byFile = Map.groupBy(all, ({ load }) => `${load.loadedAt} ${load.source} ${load.sha256}`);
  return [...byFile.values()]
    .flatMap((same) => {
      const load = same[0]?.load;
      return load === undefined ? [] : [{ load, datasets: same.map(({ title }) => title) }];
    })
    .sort((a, b) => b.load.loadedAt.localeCompare(a.load.loadedAt));
}
