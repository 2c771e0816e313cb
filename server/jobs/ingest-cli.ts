import { resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { withDatabase } from '../../db/reach.ts';
import { BadCall, runCommand } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { parsePeriod } from '../contract/periods.ts';
import { openSourceFile } from '../ingest/source-file.ts';
import { sourceOf, sources } from '../ingest/sources.ts';
import { runJob } from './follow.ts';
import type { LoadResult } from './kinds.ts';

const USAGE = `Loads official files, or the project's own plain layouts, into the private intake tables.

  npm run ingest -- <source> <file...> [--period 2021-07-15] [--dry-run] [--accept-removals] [--accept-changes]

  --period           the date of the figures, for files that do not say it
  --dry-run          read and check everything, load nothing
  --accept-removals  figures that were loaded before may be none now: withheld, missing
  --accept-changes   figures that are odd, or differ from those loaded before by more than half, are right

Sources
${sources.map((source) => `  ${source.id.padEnd(30)}${source.title}`).join('\n')}`;

/** Files smaller than this are read before a bar could be seen. */
const BAR_BYTES = 2_000_000;

async function load(
  [sourceId, ...paths]: readonly string[],
  period: string | undefined,
  dryRun: boolean,
  acceptRemovals: boolean,
  acceptChanges: boolean,
): Promise<void> {
  if (sourceId === undefined || paths.length === 0)
    throw new BadCall('name a source, and at least one file of it');
  const source = sourceOf(sourceId);
  if (period !== undefined && parsePeriod(period) === undefined) {
    throw new Error(`--period is "${period}"; it must be a period such as 2021, 2021-07-15 or 2024-25-Q1`);
  }
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
        dryRun,
        acceptRemovals,
        acceptChanges,
        ...(period !== undefined && { period }),
      };
      const summary = await runJob('load', request, {
        location: database,
        onProgress: (share, file) => bar.update(Math.round(100 * share), { file }),
      });
      bar.stop();
      say(summary, config.place.name, dryRun);
    });
  } finally {
    bar.stop();
  }
}

/** What a load takes on the disk: tables, their keys and the database's log, of each byte of a file and in any case. */
const TABLE_BYTES_PER_BYTE = 5;
const ROOM_BYTES = 64_000_000;

const rowsOf = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

function say(summary: LoadResult, place: string, dryRun: boolean): void {
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
      ? 'nothing changed: all of it was loaded before'
      : `${summary.changed} new or changed`;
  process.stdout.write(`${said}; ${dryRun ? 'nothing loaded (dry run)' : changed}\n`);
  for (const { why, rows } of summary.otherwiseSkipped)
    process.stdout.write(`${rowsOf(rows)} skipped: ${why}\n`);
  if (summary.twins > 0)
    process.stdout.write(
      `${rowsOf(summary.twins)} stood twice alike and count${summary.twins === 1 ? 's' : ''} once\n`,
    );
  for (const warning of summary.warnings) process.stdout.write(`warning: ${warning}\n`);
  if (summary.ignored.length > 0)
    process.stdout.write(`not needed, so not read: ${summary.ignored.join('; ')}\n`);
}

await runCommand({
  usage: USAGE,
  options: {
    period: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    'accept-removals': { type: 'boolean', default: false },
    'accept-changes': { type: 'boolean', default: false },
  },
  run: ({ values, positionals }) =>
    load(positionals, values.period, values['dry-run'], values['accept-removals'], values['accept-changes']),
});
