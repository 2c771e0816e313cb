import { connectOwner } from '../../db/connect.ts';
import { withDatabase } from '../../db/reach.ts';
import { runCommand } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { restoreDemonstration } from '../demonstration.ts';

await runCommand({
  usage: `Loads the demonstration into an empty database of its own place: all of it, or nothing.

  npm run demo

npm start does the same by itself where neither a place nor a database is named.`,
  options: {},
  run: async () => {
    const { place, ...settings } = readConfig(process.env);
    await withDatabase(settings, async (location) => {
      const owner = connectOwner(location);
      try {
        await restoreDemonstration(owner, place);
        process.stdout.write('the demonstration is loaded and published\n');
      } finally {
        await owner.close();
      }
    });
  },
});
