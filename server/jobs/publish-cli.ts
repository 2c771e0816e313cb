import { withDatabase } from '../../db/reach.ts';
import { runCommand } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { datasetOf, datasets } from '../indicators/catalogue.ts';
import { runJob } from './follow.ts';

const USAGE = `Publishes what is loaded: a new version of each dataset that changed, and one new release.

  npm run publish [-- <dataset...>] [--dry-run]

Without names, every dataset for which something is loaded.

  --dry-run  derive, protect and prove everything, publish nothing

Datasets
${datasets.map((dataset) => `  ${dataset.id.padEnd(24)}${dataset.title} (${dataset.policy})`).join('\n')}`;

async function publish(ids: readonly string[], dryRun: boolean): Promise<void> {
  for (const id of ids) datasetOf(id);
  await withDatabase(readConfig(process.env), async (database) => {
    database.requireRoom(ROOM_BYTES);
    const request = { datasets: [...ids], dryRun };
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

await runCommand({
  usage: USAGE,
  options: { 'dry-run': { type: 'boolean', default: false } },
  run: ({ values, positionals }) => publish(positionals, values['dry-run']),
});
