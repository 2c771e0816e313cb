import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { connectOwner } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { readConfig } from '../config.ts';
import { parsePeriod } from '../contract/periods.ts';
import { runLoad } from './run.ts';
import { openSourceFile } from './source-file.ts';
import { sourceOf, sources } from './sources.ts';

const USAGE = `Loads official files, or the project's own plain layouts, into the private intake tables.

  npm run ingest -- <source> <file...> [--period 2021-07-15] [--dry-run]

  --period   the date of the figures, for files that do not say it
  --dry-run  read and check everything, load nothing

Sources
${sources.map((source) => `  ${source.id.padEnd(30)}${source.title}`).join('\n')}`;

/** Files smaller than this are read before a bar could be seen. */
const BAR_BYTES = 2_000_000;

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { period: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  });
  const [sourceId, ...paths] = positionals;
  if (sourceId === undefined || paths.length === 0) throw new Error(USAGE);
  const source = sourceOf(sourceId);
  if (values.period !== undefined && parsePeriod(values.period) === undefined) {
    throw new Error(
      `--period is "${values.period}"; it must be a period such as 2021, 2021-07-15 or 2024-25-Q1`,
    );
  }
  const bar = new SingleBar({
    format: '{bar} {percentage}% of {file}',
    clearOnComplete: true,
    noTTYOutput: false,
  });
  const files = [];
  for (const path of paths) {
    let started = false;
    const file = await openSourceFile(path, (bytes) => {
      if (file.bytes < BAR_BYTES) return;
      if (!started) bar.start(file.bytes, 0, { file: file.name });
      started = true;
      bar.update(bytes);
      if (bytes === file.bytes) bar.stop();
    });
    files.push(file);
  }
  const config = readConfig(process.env);
  const database = connectOwner(config);
  try {
    await migrate(database.kysely);
    const summary = await runLoad(
      { source, files, ...(values.period && { period: values.period }) },
      { database, place: config.place, now: () => new Date(), dryRun: values['dry-run'] },
    );
    const said = [
      `${summary.read} rows read`,
      `${summary.kept} figures, areas, links, outlines or documents kept`,
      `${summary.skipped} rows skipped (outside ${config.place.name})`,
      '0 refused',
    ].join(', ');
    const outcome = values['dry-run']
      ? 'nothing loaded (dry run)'
      : summary.changed === 0
        ? 'nothing changed: all of it was loaded before'
        : `${summary.changed} new or changed`;
    process.stdout.write(`${said}; ${outcome}\n`);
    if (summary.ignored !== undefined && summary.ignored.size > 0) {
      process.stdout.write(`not needed, so not read: ${[...summary.ignored].join('; ')}\n`);
    }
  } finally {
    bar.stop();
    await database.close();
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
