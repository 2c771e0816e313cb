/** The kinds of job: what each is asked with, what it answers, and how it is done. */
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import type { Place } from '../contract/place.ts';
import { datasets as definitions } from '../indicators/catalogue.ts';
import { type LoadSummary, runLoad } from '../ingest/run.ts';
import { openSourceFile } from '../ingest/source-file.ts';
import { sourceOf } from '../ingest/sources.ts';
import { type PublishSummary, runPublish } from '../publish/run.ts';
import { runWithdraw, type WithdrawalSummary } from '../publish/withdraw.ts';
import { type SetupResult, setUp } from './setup.ts';

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
  acceptRemovals: Type.Optional(Type.Boolean()),
  acceptChanges: Type.Optional(Type.Boolean()),
  acceptOlder: Type.Optional(Type.Boolean()),
  acceptWithdrawn: Type.Optional(Type.Boolean()),
  edition: Type.Optional(Type.String()),
  changesTo: Type.Optional(Type.String()),
});
export type LoadRequest = Type.Static<typeof loadRequest>;
/** A summary as JSON can hold it. */
export type LoadResult = Omit<LoadSummary, 'ignored' | 'otherwiseSkipped'> & {
  readonly ignored: readonly string[];
  /** Rows skipped for another reason than lying outside the place. */
  readonly otherwiseSkipped: readonly { readonly why: string; readonly rows: number }[];
};

/** Without names, all for which something is loaded. */
const publishRequest = Type.Object({ datasets: Type.Array(Type.String()), dryRun: Type.Boolean() });
type PublishRequest = Type.Static<typeof publishRequest>;
type PublishResult = PublishSummary;

const setupRequest = Type.Object({
  /** Its path on the worker's machine. */
  folder: Type.String(),
});
type SetupRequest = Type.Static<typeof setupRequest>;

const text = Type.String();
const withdrawRequest = Type.Object({
  scope: Type.Union([
    Type.Object({
      kind: Type.Literal('figures'),
      indicator: text,
      period: text,
      area: Type.Optional(text),
      stratum: Type.Optional(
        Type.Partial(Type.Object({ ethnic_group: text, age_band: text, sex: text, deprivation: text })),
      ),
    }),
    Type.Object({ kind: Type.Literal('version'), version: Type.Integer() }),
    Type.Object({ kind: Type.Literal('load'), load: Type.Integer() }),
  ]),
  by: text,
  reason: text,
  dryRun: Type.Boolean(),
});
type WithdrawRequest = Type.Static<typeof withdrawRequest>;

const kinds = {
  load: async (asked: object, { progress, ...context }: JobContext): Promise<LoadResult> => {
    const { source, files, period, edition, ...options } = Value.Parse(loadRequest, asked);
    const opened = await Promise.all(
      files.map(async (path) => {
        const file = await openSourceFile(path, (bytes) => progress(bytes / file.bytes, file.name));
        return file;
      }),
    );
    const load = {
      source: sourceOf(source),
      files: opened,
      ...(period !== undefined && { period }),
      ...(edition !== undefined && { edition }),
    };
    const {
      ignored = [],
      otherwiseSkipped = [],
      ...summary
    } = await runLoad(load, { ...context, ...options });
    const skipped = [...otherwiseSkipped].map(([why, rows]) => ({ why, rows }));
    return { ...summary, ignored: [...ignored], otherwiseSkipped: skipped };
  },
  publish: async (asked: object, { say, ...context }: JobContext): Promise<PublishResult> => {
    const { datasets, dryRun } = Value.Parse(publishRequest, asked);
    const all = datasets.length === 0;
    const ids = all ? definitions.map(({ id }) => id) : datasets;
    return runPublish(ids, { ...context, dryRun, loadedOnly: all, log: say });
  },
  withdraw: async (asked: object, context: JobContext): Promise<WithdrawalSummary> => {
    const { scope, ...options } = Value.Parse(withdrawRequest, asked);
    return runWithdraw(scope, { ...context, ...options });
  },
  setup: async (asked: object, context: JobContext): Promise<SetupResult> =>
    setUp(Value.Parse(setupRequest, asked).folder, context),
} as const;

export type JobKind = keyof typeof kinds;
export interface JobRequests {
  load: LoadRequest;
  publish: PublishRequest;
  withdraw: WithdrawRequest;
  setup: SetupRequest;
}
export interface JobResults {
  load: LoadResult;
  publish: PublishResult;
  withdraw: WithdrawalSummary;
  setup: SetupResult;
}

const isKind = (kind: string): kind is JobKind => kind in kinds;

/** @throws Error for a kind that this code does not know, and whatever the work throws. */
export async function doJob(kind: string, request: object, context: JobContext): Promise<object> {
  if (!isKind(kind)) throw new Error(`there is no kind of job called "${kind}"`);
  return kinds[kind](request, context);
}
