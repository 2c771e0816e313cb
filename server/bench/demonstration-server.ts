import { connectOwner, type DatabaseLocation } from '../../db/connect.ts';
import { temporaryServer } from '../../db/embedded/temporary.ts';
import { readConfig } from '../config.ts';
import { restoreDemonstration } from '../demonstration.ts';

/** A server with the demonstration in it, for a bench alone. */
export async function demonstrationServer(): Promise<DatabaseLocation & { stop: () => Promise<void> }> {
  const server = await temporaryServer();
  const owner = connectOwner(server);
  await restoreDemonstration(owner, readConfig({}).place);
  await owner.close();
  return server;
}
