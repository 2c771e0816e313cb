/** The kinds of job: what each is asked with, what it answers, and how it is done. */
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/schema.ts';
import type { Place } from '../contract/place.ts';
import { type LoadSummary, runLoad } from '../ingest/run.ts';
import { openSourceFile } from '../ingest/source-file.ts';
import { sourceOf } from '../ingest/sources.ts';
import { type PublishSummary, runPublish } from '../publish/run.ts';

export interface JobContext {
  readonly database: Database<AllTables>;
  readonly place: Place;
  readonly now: () => Date;
  readonly say: (line: string) => void;
  /** Share of a file that is read. */
  readonly progress: (share: number, what: string) => void;
}

const loadRequest = Type.Object({
  source: Type.String(),
  /** Paths on the worker's machine. */
  files: Type.Array(Type.String()),
  period: Type.Optional(Type.String()),
  dryRun: Type.Boolean(),
});
export type LoadRequest = Type.Static<typeof loadRequest>;
/** A summary as JSON can hold it. */
export type LoadResult = Omit<LoadSummary, 'ignored'> & { readonly ignored: readonly string[] };

const publishRequest = Type.Object({ datasets: Type.Array(Type.String()), dryRun: Type.Boolean() });
export type PublishRequest = Type.Static<typeof publishRequest>;
export type PublishResult = PublishSummary;

const kinds = {
  load: async (asked: object, { progress, ...context }: JobContext): Promise<LoadResult> => {
    const { source, files, period, dryRun } = Value.Parse(loadRequest, asked);
    const opened = await Promise.all(
      files.map(async (path) => {
        const file = await openSourceFile(path, (bytes) => progress(bytes / file.bytes, file.name));
        return file;
      }),
    );
    const load = { source: sourceOf(source), files: opened, ...(period !== undefined && { period }) };
    const { ignored = new Set<string>(), ...summary } = await runLoad(load, { ...context, dryRun });
    return { ...summary, ignored: [...ignored] };
  },
  publish: async (asked: object, { say, ...context }: JobContext): Promise<PublishResult> => {
    const { datasets, dryRun } = Value.Parse(publishRequest, asked);
    return runPublish(datasets, { ...context, dryRun, log: say });
  },
} as const;

export type JobKind = keyof typeof kinds;
export interface JobRequests {
  load: LoadRequest;
  publish: PublishRequest;
}
export interface JobResults {
  load: LoadResult;
  publish: PublishResult;
}

const isKind = (kind: string): kind is JobKind => kind in kinds;

/** @throws Error for a kind that this code does not know, and whatever the work throws. */
export async function doJob(kind: string, request: object, context: JobContext): Promise<object> {
  if (!isKind(kind)) throw new Error(`there is no kind of job called "${kind}"`);
  return kinds[kind](request, context);
}
