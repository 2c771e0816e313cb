import { resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { withDatabase } from '../../db/reach.ts';
import { BadCall, runCommand } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { isDay } from '../contract/days.ts';
import { parsePeriod } from '../contract/periods.ts';
import { openSourceFile } from '../ingest/source-file.ts';
import { sourceOf, sources } from '../ingest/sources.ts';
import { runJob } from './follow.ts';
import type { LoadRequest, LoadResult } from './kinds.ts';

const USAGE = `Loads official files, or the project's own plain layouts, into the private intake tables.

  npm run ingest -- <source> <file...> [--period 2021-07-15] [--edition 2021-07-22] [--dry-run] [--changes changes.csv]

  --period           the date of the figures, for files that do not say it
  --edition          the day the files were published, for those that do not say it: an older file leaves the figures of a newer
  --dry-run          read and check everything, load nothing
  --changes          write every figure that is new or differs, before and after, to this CSV file
  --accept-removals  figures that were loaded before may be none now: withheld, missing
  --accept-changes   figures that are odd, or differ from those loaded before by more than half, are right
  --accept-older     figures of an older file take the place of those of a newer
  --accept-withdrawn figures that were withdrawn are right now, and are published again

Sources
${sources.map((source) => `  ${source.id.padEnd(30)}${source.title}`).join('\n')}`;

/** Files smaller than this are read before a bar could be seen. */
const BAR_BYTES = 2_000_000;

type Asked = Omit<LoadRequest, 'source' | 'files'>;

async function load([sourceId, ...paths]: readonly string[], asked: Asked): Promise<void> {
  const { period, edition, dryRun } = asked;
  if (sourceId === undefined || paths.length === 0)
    throw new BadCall('name a source, and at least one file of it');
  const source = sourceOf(sourceId);
  if (period !== undefined && parsePeriod(period) === undefined) {
    throw new Error(`--period is "${period}"; it must be a period such as 2021, 2021-07-15 or 2024-25-Q1`);
  }
  if (edition !== undefined && !isDay(edition))
    throw new Error(`--edition is "${edition}"; it must be a day such as 2021-07-22`);
  const files = await Promise.all(paths.map((path) => openSourceFile(path)));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const config = readConfig(process.env);
  const bar = new SingleBar({
    format: '{bar} {percentage}% of {file}',
    clearOnComplete: true,
    noTTYOutput: false,
  });
  if (bytes > BAR_BYTES) bar.start(100, 0, { file: files[0]?.name ?? '' });
  try {
    await withDatabase(config, async (database) => {
      database.requireRoom(ROOM_BYTES + TABLE_BYTES_PER_BYTE * bytes);
      const request = {
        source: source.id,
        files: files.map(({ path }) => resolve(path)),
        ...asked,
      };
      const summary = await runJob('load', request, {
        location: database,
        onProgress: (share, file) => bar.update(Math.round(100 * share), { file }),
      });
      bar.stop();
      say(summary, source.id, config.place.name, dryRun);
    });
  } finally {
    bar.stop();
  }
}

/** What a load takes on the disk: tables, their keys and the database's log, of each byte of a file and in any case. */
const TABLE_BYTES_PER_BYTE = 5;
const ROOM_BYTES = 64_000_000;

const rowsOf = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

/** How many of which kind, where it is not all of one. */
function revisionWords({ revisions: { added, changed, same, older, lesser } }: LoadResult): string {
  if (changed + same + older + lesser === 0) return '';
  const left = `${older === 0 ? '' : `, ${older} older and left`}${lesser === 0 ? '' : `, ${lesser} left for a better source`}`;
  return ` (of the figures ${added} new, ${changed} changed, ${same} as before${left})`;
}

const unchangedWords = (summary: LoadResult): string =>
  summary.revisions.older + summary.revisions.lesser === 0
    ? 'nothing changed: all of it was loaded before'
    : `nothing changed${revisionWords(summary)}`;

function say(summary: LoadResult, sourceId: string, place: string, dryRun: boolean): void {
  const otherwise = summary.otherwiseSkipped.reduce((sum, { rows }) => sum + rows, 0);
  const outside = summary.skipped - otherwise;
  const said = [
    `${summary.read} rows read`,
    `${summary.kept} figures, areas, links, outlines or documents kept`,
    `${outside} rows skipped (outside ${place})`,
    '0 refused',
  ].join(', ');
  const changed =
    summary.changed === 0
      ? unchangedWords(summary)
      : `${summary.changed} new or changed${revisionWords(summary)}`;
  process.stdout.write(
    `${said}; ${dryRun ? `nothing loaded (dry run); ${summary.changed} would be new or changed${revisionWords(summary)}` : changed}\n`,
  );
  for (const { why, rows } of summary.otherwiseSkipped)
    process.stdout.write(`${rowsOf(rows)} skipped: ${why}\n`);
  if (summary.twins > 0)
    process.stdout.write(
      `${rowsOf(summary.twins)} stood twice alike and count${summary.twins === 1 ? 's' : ''} once\n`,
    );
  for (const { source, figures } of summary.leftFor)
    process.stdout.write(
      `${figures === 1 ? 'one figure stays as it is' : `${figures} figures stay as they are`}: the same of ${source} ${figures === 1 ? 'is' : 'are'} loaded, which goes before ${sourceId}\n`,
    );
  if (summary.lifted > 0)
    process.stdout.write(`${summary.lifted} withdrawn figures may be published again\n`);
  for (const warning of summary.warnings) process.stdout.write(`warning: ${warning}\n`);
  if (summary.ignored.length > 0)
    process.stdout.write(`not needed, so not read: ${summary.ignored.join('; ')}\n`);
}

await runCommand({
  usage: USAGE,
  options: {
    period: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    edition: { type: 'string' },
    changes: { type: 'string' },
    'accept-removals': { type: 'boolean', default: false },
    'accept-changes': { type: 'boolean', default: false },
    'accept-older': { type: 'boolean', default: false },
    'accept-withdrawn': { type: 'boolean', default: false },
  },
  run: ({ values: { period, edition, changes, ...values }, positionals }) =>
    load(positionals, {
      ...(period !== undefined && { period }),
      ...(edition !== undefined && { edition }),
      ...(changes !== undefined && { changesTo: resolve(changes) }),
      dryRun: values['dry-run'],
      acceptRemovals: values['accept-removals'],
      acceptChanges: values['accept-changes'],
      acceptOlder: values['accept-older'],
      acceptWithdrawn: values['accept-withdrawn'],
    }),
});
