import { parseArgs } from 'node:util';
import { connectOwner } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { readConfig } from '../config.ts';
import { datasets } from '../indicators/catalogue.ts';
import { runPublish } from './run.ts';

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
  const config = readConfig(process.env);
  const database = connectOwner(config);
  try {
    await migrate(database.kysely);
    const summary = await runPublish(ids, {
      database,
      place: config.place,
      now: () => new Date(),
      dryRun,
      log: (line) => process.stdout.write(`${line}\n`),
    });
    for (const { dataset, version, estimates, withheld } of summary.datasets) {
      const unchanged = dryRun ? 'dry run' : 'nothing changed';
      const outcome = version === undefined ? unchanged : `version ${version}`;
      process.stdout.write(`${dataset}: ${outcome}, ${estimates} estimates, ${withheld} withheld\n`);
    }
    process.stdout.write(summary.release === undefined ? 'no new release\n' : `release ${summary.release}\n`);
  } finally {
    await database.close();
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
