/** Writes the archive of the demonstration anew: `npm run demonstration`, after a change of extracts or of publishing. */
import { STRONGEST_COMPRESSION, writeArchive } from '../db/archive.ts';
import { connectOwner } from '../db/connect.ts';
import { temporaryServer } from '../db/embedded/temporary.ts';
import { migrate } from '../db/migrate.ts';
import { runCommand } from './command-line.ts';
import { readConfig } from './config.ts';
import { DEMONSTRATION_ARCHIVE, loadDemonstration } from './demonstration.ts';

await runCommand({
  usage: `Writes the archive of the demonstration anew, after a change of its extracts or of publishing; takes a minute or two.

  npm run demonstration`,
  options: {},
  run: async () => {
    const server = await temporaryServer();
    const owner = connectOwner(server);
    try {
      await migrate(owner.kysely);
      await loadDemonstration(owner, readConfig({}).place);
      const digests = await writeArchive(owner, DEMONSTRATION_ARCHIVE, { level: STRONGEST_COMPRESSION });
      const rows = Object.values(digests).reduce((sum, table) => sum + table.rows, 0);
      process.stdout.write(`${rows} rows of ${Object.keys(digests).length} tables written\n`);
    } finally {
      await owner.close();
      await server.stop();
    }
  },
});
