/** The process: configuration, database, app, port; and a clean end. */
import { parseArgs } from 'node:util';
import { connectOwner, connectReader, type DatabaseLocation } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { buildApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { loadDemonstration } from './demonstration.ts';
import { buildWebIfNeeded, WEB_FOLDER } from './web-build.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const now = () => new Date();

async function prepareDatabase(location: DatabaseLocation, { place }: Config): Promise<void> {
  const owner = connectOwner(location);
  try {
    await migrate(owner.kysely);
    const published = await owner.kysely
      .selectFrom('release.release')
      .select('id')
      .limit(1)
      .executeTakeFirst();
    if (published !== undefined) return;
    say('loading the demonstration figures');
    await loadDemonstration(owner, place, now);
  } finally {
    await owner.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'no-web': { type: 'boolean', default: false } } });
  const config = readConfig(process.env);
  await prepareDatabase(config, config);
  if (!values['no-web']) await buildWebIfNeeded(say);
  const reader = connectReader(config);
  const app = await buildApp({
    db: reader.kysely,
    config,
    now,
    ...(!values['no-web'] && { webFolder: WEB_FOLDER }),
  });
  await app.listen({ port: config.port, host: config.host });

  const stop = async () => {
    await app.close();
    await reader.close();
    process.exit(0);
  };
  // A second signal while closing ends the process at once, as people expect of a second Ctrl-C.
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  say(`${config.place.name}: http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
