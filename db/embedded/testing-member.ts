/** A process that joins the server of a data folder, says where it is, and stays until it is ended: for tests. */
import { joinServer } from './server.ts';

const { databaseUrl, leave } = await joinServer(process.argv[2] ?? '');
process.stdout.write(`${databaseUrl}\n`);
process.stdin.resume();
process.stdin.once('end', async () => {
  await leave();
  process.exit(0);
});
