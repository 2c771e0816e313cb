/** A folder of files becomes a place: each file is loaded by the source that reads it, and what is loaded is published. */
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { datasets, indicators } from '../indicators/catalogue.ts';
import type { DatasetDefinition } from '../indicators/indicator.ts';
import { measureOf } from '../indicators/measures.ts';
import { describe } from '../ingest/problems.ts';
import { type Recognised, recognise } from '../ingest/recognise.ts';
import { knownAreas, type LoadOptions, runLoad } from '../ingest/run.ts';
import type { AnySource } from '../ingest/source.ts';
import { openSourceFile, type SourceFile } from '../ingest/source-file.ts';
import { sources } from '../ingest/sources.ts';
import { measuresBehind } from '../publish/observations.ts';
import { type PublishSummary, runPublish } from '../publish/run.ts';

export interface SetupOptions extends LoadOptions {
  readonly say: (line: string) => void;
  readonly progress: (share: number, what: string) => void;
}

export interface SetupResult {
  readonly loaded: readonly { readonly file: string; readonly source: string; readonly changed: number }[];
  readonly refused: readonly { readonly file: string; readonly why: string }[];
  /** Files that nothing here reads. */
  readonly unknown: readonly string[];
  readonly published: PublishSummary;
  /** What no file brought: the datasets that stay empty. */
  readonly absent: readonly Pick<DatasetDefinition, 'id' | 'title'>[];
}

interface Waiting {
  readonly file: SourceFile;
  /** Its path within the folder, as it is named to people. */
  readonly name: string;
}

/**
 * Loads and publishes all that a folder holds. A file may need what another brings - areas first - so files are tried again until
 * none of those left can be loaded. Running it again changes nothing.
 *
 * @throws Error where the folder cannot be read, or publishing fails; what was loaded stays loaded.
 */
export async function setUp(folder: string, options: SetupOptions): Promise<SetupResult> {
  const { say, progress } = options;
  let waiting = await filesIn(folder);
  const all = waiting.length;
  const loaded: SetupResult['loaded'][number][] = [];
  const done = new Map<Waiting, Recognised>();
  const load = async (source: AnySource, batch: readonly Waiting[]): Promise<string | undefined> => {
    try {
      const { changed } = await runLoad({ source, files: batch.map(({ file }) => file) }, options);
      for (const { name } of batch) {
        loaded.push({ file: name, source: source.id, changed });
        say(`${name}: ${source.id}, ${changed === 0 ? 'loaded before' : `${changed} new or changed`}`);
      }
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const faults = new Map<Waiting, string>();
  for (;;) {
    const left: Waiting[] = [];
    const together = new Map<AnySource, Waiting[]>();
    for (const one of waiting) {
      progress(loaded.length / all, one.name);
      const areas = await knownAreas(options.database.kysely);
      const found = await recognise(one.file, sources, options.place, areas);
      done.set(one, found);
      if (found.kind !== 'read') left.push(one);
      else if ('readAll' in found.source)
        together.set(found.source, [...(together.get(found.source) ?? []), one]);
      else {
        const fault = await load(found.source, [one]);
        if (fault !== undefined) faults.set(one, fault);
      }
    }
    for (const [source, batch] of together) {
      const fault = await load(source, batch);
      if (fault !== undefined) for (const one of batch) faults.set(one, fault);
    }
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
      ...[...faults].map(([{ name }, why]) => ({ file: name, why })),
      ...waiting.flatMap((one) => {
        const why = whyNot(done.get(one));
        return why === undefined ? [] : [{ file: one.name, why }];
      }),
    ],
    unknown: waiting.filter((one) => whyNot(done.get(one)) === undefined).map(({ name }) => name),
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
  if (found?.kind !== 'faulty') return undefined;
  const { source, problems } = found;
  const told = problems.listed.slice(0, TOLD).map((problem) => describe(problem).trim());
  const more = problems.count > told.length ? [`and ${problems.count - told.length} more`] : [];
  return [`${source.id} finds something wrong with it`, ...told, ...more].join('\n    ');
}

/** All files of a folder and of those in it, in the order of their names; those that begin with a dot are the system's own. */
async function filesIn(folder: string): Promise<Waiting[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(new Intl.Collator('en', { numeric: true }).compare);
  return Promise.all(
    paths.map(async (path) => ({ file: await openSourceFile(path), name: relative(folder, path) })),
  );
}
