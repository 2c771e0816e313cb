import { existsSync } from 'node:fs';
import { restoreArchive } from '../../db/archive.ts';
import { connectOwner } from '../../db/connect.ts';
import { grantReading } from '../../db/grants.ts';
import { withDatabase } from '../../db/reach.ts';
import { BadCall, runCommand } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { recordEarlier } from '../publish/definitions.ts';

await runCommand({
  usage: `Fills an empty database from a file that npm run backup wrote: all of it, or nothing.

  npm run restore -- <file>

Refused: a database that holds something, a file of newer code or of another place, a file that was cut short or altered.
Roles and rights are made too; on a server of your own give its serving login a password again (npm run grants -- --login <name>).`,
  options: {},
  run: async ({ positionals: [file, ...more] }) => {
    if (file === undefined || more.length > 0) throw new BadCall('name the one file to restore');
    if (!existsSync(file)) throw new Error(`there is no file ${file}`);
    const { place, ...settings } = readConfig(process.env);
    await withDatabase(settings, async (location) => {
      const owner = connectOwner(location);
      try {
        const digests = Object.values(await restoreArchive(owner, file, place));
        await recordEarlier(owner.kysely);
        await grantReading(owner.kysely);
        const rows = digests.reduce((sum, table) => sum + table.rows, 0);
        process.stdout.write(`${rows} rows of ${digests.length} tables restored\n`);
      } finally {
        await owner.close();
      }
    });
  },
});
