/** A folder of files becomes a place: each file is loaded by the source that reads it, and what is loaded is published. */

import { datasets, indicators } from '../indicators/catalogue.ts';
import type { DatasetDefinition } from '../indicators/indicator.ts';
import { measureOf } from '../indicators/measures.ts';
import type { LoadOptions } from '../ingest/load-observations.ts';
import { knownAreas } from '../ingest/load-observations.ts';
import { describe } from '../ingest/problems.ts';
import { type Recognised, recognise } from '../ingest/recognise.ts';
import { runLoad } from '../ingest/run.ts';
import type { AnySource } from '../ingest/source.ts';
import { sources } from '../ingest/sources.ts';
import { measuresBehind } from '../publish/observations.ts';
import { type PublishSummary, runPublish } from '../publish/run.ts';
import { type FoundFile, filesIn, type UnreadFile } from './folder.ts';

export interface SetupOptions extends LoadOptions {
  readonly say: (line: string) => void;
  readonly progress: (share: number, what: string) => void;
}

export interface SetupResult {
  readonly loaded: readonly { readonly file: string; readonly source: string; readonly changed: number }[];
  readonly refused: readonly UnreadFile[];
  /** Files that cannot be read, or that nothing here reads. */
  readonly unread: readonly UnreadFile[];
  readonly published: PublishSummary;
  /** What no file brought: the datasets that stay empty. */
  readonly absent: readonly Pick<DatasetDefinition, 'id' | 'title'>[];
}

/**
 * Loads and publishes all that a folder holds. A file may need what another brings - areas, those that others are counted among - so
 * files are tried again until none of those left can be loaded. Running it again changes nothing.
 *
 * @throws Error where the folder cannot be read, or publishing fails; what was loaded stays loaded.
 */
export async function setUp(folder: string, options: SetupOptions): Promise<SetupResult> {
  const { say, progress } = options;
  const { files, unread } = await filesIn(folder);
  let waiting = files;
  const loaded: SetupResult['loaded'][number][] = [];
  const done = new Map<FoundFile, Recognised>();
  const faults = new Map<FoundFile, string>();
  /** @returns those that could not be loaded, which may want what a later file brings. */
  const load = async (source: AnySource, batch: readonly FoundFile[]): Promise<readonly FoundFile[]> => {
    try {
      const { changed } = await runLoad({ source, files: batch.map(({ file }) => file) }, options);
      for (const one of batch) {
        const { name } = one;
        faults.delete(one);
        loaded.push({ file: name, source: source.id, changed });
        say(`${name}: ${source.id}, ${changed === 0 ? 'loaded before' : `${changed} new or changed`}`);
      }
      return [];
    } catch (error) {
      for (const one of batch) faults.set(one, (error as Error).message);
      return batch;
    }
  };
  for (;;) {
    const left: FoundFile[] = [];
    const together = new Map<AnySource, FoundFile[]>();
    for (const one of waiting) {
      progress(loaded.length / files.length, one.name);
      const areas = await knownAreas(options.database.kysely);
      const found = await recognise(one.file, sources, options.place, areas);
      done.set(one, found);
      if (found.kind !== 'read') left.push(one);
      else if ('readAll' in found.source)
        together.set(found.source, [...(together.get(found.source) ?? []), one]);
      else left.push(...(await load(found.source, [one])));
    }
    for (const [source, batch] of together) left.push(...(await load(source, batch)));
    if (left.length === waiting.length || left.length === 0) {
      waiting = left;
      break;
    }
    waiting = left;
  }
  const published = await runPublish(
    datasets.map(({ id }) => id),
    { ...options, log: say, loadedOnly: true },
  );
  const present = new Set(published.datasets.map(({ dataset }) => dataset));
  return {
    loaded,
    refused: [
      ...waiting.flatMap((one) => {
        const why = faults.get(one) ?? whyNot(done.get(one));
        return why === undefined ? [] : [{ file: one.name, why }];
      }),
    ],
    unread: [
      ...unread,
      ...waiting
        .filter((one) => !faults.has(one) && whyNot(done.get(one)) === undefined)
        .map(({ name }) => ({ file: name, why: 'nothing here reads a file like it' })),
    ],
    published,
    absent: datasets
      .filter(({ id }) => !present.has(id) && !isMadeUp(id))
      .map(({ id, title }) => ({ id, title })),
  };
}

/** Whether all of a dataset is synthetic, so that nobody misses it. */
function isMadeUp(dataset: string): boolean {
  const own = indicators.filter((indicator) => indicator.dataset === dataset);
  const measures = own.flatMap(measuresBehind).map(measureOf);
  return measures.some(({ synthetic }) => synthetic === true);
}

/** So many problems of one file are told; the rest is seen by loading it alone. */
const TOLD = 3;

function whyNot(found: Recognised | undefined): string | undefined {
  if (found?.kind === 'several')
    return `${found.sources.map(({ id }) => id).join(' and ')} both read it: load it by name (npm run ingest -- <source> <file>)`;
  if (found?.kind === 'waiting') return `${found.source.id} reads it, but ${found.why}`;
  if (found?.kind !== 'faulty') return undefined;
  const { source, problems } = found;
  const told = problems.listed.slice(0, TOLD).map((problem) => describe(problem).trim());
  const more = problems.count > told.length ? [`and ${problems.count - told.length} more`] : [];
  return [`${source.id} finds something wrong with it`, ...told, ...more].join('\n    ');
}
