import { writeArchive } from '../../db/archive.ts';
import { connectOwner } from '../../db/connect.ts';
import { requirePlace } from '../../db/known-place.ts';
import { migrate } from '../../db/migrate.ts';
import { withDatabase } from '../../db/reach.ts';
import { BadCall, runCommand } from '../command-line.ts';
import { readConfig } from '../config.ts';

await runCommand({
  usage: `Writes everything the database holds into one file, while the server goes on serving.

  npm run backup -- <file>

The file holds the exact private counts too: keep it as you keep those. An existing file is replaced only when
the new one is whole. npm run restore -- <file> fills an empty database from it.`,
  options: {},
  run: async ({ positionals: [file, ...more] }) => {
    if (file === undefined || more.length > 0) throw new BadCall('name one file to write');
    const config = readConfig(process.env);
    await withDatabase(config, async (location) => {
      const owner = connectOwner(location);
      try {
        await migrate(owner.kysely);
        await requirePlace(owner.kysely, config.place);
        const holds = await owner.kysely.selectFrom('intake.load').select('id').limit(1).executeTakeFirst();
        if (holds === undefined) throw new Error('the database holds nothing: is it the right one?');
        const digests = Object.values(await writeArchive(owner, file));
        const rows = digests.reduce((sum, table) => sum + table.rows, 0);
        process.stdout.write(`${file}: ${rows} rows of ${digests.length} tables\n`);
      } finally {
        await owner.close();
      }
    });
  },
});
