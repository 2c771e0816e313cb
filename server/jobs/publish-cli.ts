import { parseArgs } from 'node:util';
import { withDatabase } from '../../db/reach.ts';
import { readConfig } from '../config.ts';
import { datasetOf, datasets } from '../indicators/catalogue.ts';
import { runJob } from './follow.ts';

const USAGE = `Publishes what is loaded: a new version of each dataset that changed, and one new release.

  npm run publish -- <dataset...> [--dry-run]

  --dry-run  derive, protect and prove everything, publish nothing

Datasets
${datasets.map((dataset) => `  ${dataset.id.padEnd(24)}${dataset.title} (${dataset.policy})`).join('\n')}`;

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals: ids } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const dryRun = values['dry-run'];
  if (ids.length === 0) throw new Error(USAGE);
  for (const id of ids) datasetOf(id);
  await withDatabase(readConfig(process.env), async (database) => {
    database.requireRoom(ROOM_BYTES);
    const request = { datasets: ids, dryRun };
    const onLine = (line: string) => void process.stdout.write(`${line}\n`);
    const summary = await runJob('publish', request, { location: database, onLine });
    for (const { dataset, version, estimates, withheld } of summary.datasets) {
      const unchanged = dryRun ? 'dry run' : 'nothing changed';
      const outcome = version === undefined ? unchanged : `version ${version}`;
      onLine(`${dataset}: ${outcome}, ${estimates} estimates, ${withheld} withheld`);
    }
    onLine(summary.release === undefined ? 'no new release' : `release ${summary.release}`);
  });
}

/** What a release of the size of the demonstration takes on the disk. */
const ROOM_BYTES = 200_000_000;

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
